from django.core.management.base import BaseCommand

from virtualclusters.network.vocabulary.reference import reference_loaders


class Command(BaseCommand):
    help = (
        "Load the data every portal starts with: concepts, places and what other parts have registered. Safe to repeat."
    )

    def handle(self, *args, **options):
        for name, loader in reference_loaders.items():
            self.stdout.write(f"{name}: {loader()}")
