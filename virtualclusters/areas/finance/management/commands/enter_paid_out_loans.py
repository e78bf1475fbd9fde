"""Bring loans that were paid out here before books were kept into their lenders' books, each on its own, while the portal runs."""

from django.core.management.base import BaseCommand
from django.utils import timezone

from virtualclusters.areas.finance.board.entering import enter_missing


class Command(BaseCommand):
    help = "Bring loans that were paid out here and stand in no book into their lenders' books. Twice changes nothing."

    def handle(self, *args, **options):
        self.stdout.write(f"{enter_missing(at=timezone.now())} loans entered.")
