"""``virtualclusters import schemes [FILE]``: read schemes in; without a file those that the portal brings along."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from virtualclusters.areas.schemes.data_file import SHIPPED, FileRefused, read
from virtualclusters.areas.schemes.loading import keep_schemes


class Command(BaseCommand):
    help = "Read schemes in from a JSON file; without one, those that come with the portal. Safe to repeat."

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", default=str(SHIPPED))

    def handle(self, *, file, **options):
        try:
            counted = keep_schemes(read(Path(file).read_text(encoding="utf-8")), at=timezone.now())
        except (FileRefused, OSError, UnicodeDecodeError) as error:
            raise CommandError(f"{Path(file).name} was not taken.\n{error}") from error
        told = {"new": "schemes", "versions added": "versions", "corrected": "corrected", "known": "same"}
        self.stdout.write("Schemes: " + ", ".join(f"{counted[name]} {words}" for words, name in told.items()) + ".")
