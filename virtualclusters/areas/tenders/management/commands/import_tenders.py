from virtualclusters.areas.tenders.command_line import ImportCommand


class Command(ImportCommand):
    help = "Read tender notices in from a file. See docs/guides/importing-tenders.md."
    spec = "tenders"
