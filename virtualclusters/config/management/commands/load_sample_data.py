from django.core.management.base import BaseCommand
from django.utils import timezone

from virtualclusters.config.samples.everything import load_everything


class Command(BaseCommand):
    help = "Load invented people, firms and dealings, marked as samples. Safe to repeat."

    def handle(self, *args, **options):
        load_everything(now=timezone.now())
