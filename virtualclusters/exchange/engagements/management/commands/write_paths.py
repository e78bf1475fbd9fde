"""``virtualclusters manage write_paths``: writes ``docs/paths.md`` from the step tables."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand

from virtualclusters.exchange.kinds.describing import paths_in_words


class Command(BaseCommand):
    help = "Write docs/paths.md from the step tables of the exchange."

    def handle(self, **options):
        page = Path(settings.PACKAGE.parent, "docs", "paths.md")
        page.write_text(paths_in_words(), encoding="utf-8")
        self.stdout.write(str(page))
