from virtualclusters.areas.tenders.command_line import ImportCommand


class Command(ImportCommand):
    help = "Read in a list of items reserved for micro and small enterprises."
    spec = "reserved_items"
