"""Ask every node's indexer to index everything anew, or one source of it."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from virtualclusters.capabilities.search.indexer import catch_up
from virtualclusters.capabilities.search.models import Rebuild
from virtualclusters.capabilities.search.sources import all_sources
from virtualclusters.capabilities.search.writing import AnotherWriter, Writer


class Command(BaseCommand):
    help = "Index everything anew. Searches go on meanwhile. A running indexer does it; without one it is done here."

    def add_arguments(self, parser):
        parser.add_argument("source", nargs="?", default="", help="one source; all without it")

    def handle(self, *, source, **options):
        if source and source not in all_sources():
            raise CommandError(f"There is no source {source}. Known: {', '.join(all_sources()) or 'none'}.")
        Rebuild.objects.create(source=source, asked_at=timezone.now())
        try:
            writer = Writer()
        except AnotherWriter:
            self.stdout.write("Asked the running indexer to rebuild. It takes a few minutes a million documents.")
            return
        catch_up(writer)
        writer.close()
        self.stdout.write("The search index is rebuilt.")
