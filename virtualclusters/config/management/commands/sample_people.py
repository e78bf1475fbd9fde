from django.core.management.base import BaseCommand

from virtualclusters.config.samples.people import people_table


class Command(BaseCommand):
    help = "Print who can sign in to try the portal, and with which number."

    def handle(self, *args, **options):
        self.stdout.write(people_table())
