"""Build this node's postings anew."""

import time

from django.core.management.base import BaseCommand
from django.utils import timezone

from virtualclusters.exchange.alerts.matcher import holding


class Command(BaseCommand):
    help = (
        "Build the sets that units are found by anew. Finding goes on meanwhile; running workers take the new ones up."
    )

    def handle(self, **options):
        begun = time.monotonic()
        built = holding.rebuild(at=timezone.now())
        size = holding.path().stat().st_size
        seconds = time.monotonic() - begun
        self.stdout.write(f"{len(built.postings)} units in {seconds:.1f} s, {size / 1e6:.1f} MB.")
