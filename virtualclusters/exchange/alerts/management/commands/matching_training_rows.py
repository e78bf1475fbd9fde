"""Print people's own yes and no for learning the weights of the score."""

import json

from django.core.management.base import BaseCommand
from django.utils import timezone

from virtualclusters.exchange.alerts.training_rows import training_rows


class Command(BaseCommand):
    help = "Print, a line of JSON each, what units answered or put away and what its score was made of: ids and figures only."

    def handle(self, **options):
        for row in training_rows(at=timezone.now()):
            self.stdout.write(json.dumps(row))
