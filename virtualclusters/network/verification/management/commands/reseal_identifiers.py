"""Seal every stored number by the newest key, in steps of 500, while the portal runs."""

from django.core.management.base import BaseCommand
from django.db import transaction

from virtualclusters.network.verification.models import Identifier
from virtualclusters.network.verification.sealing import reseal

STEP = 500


class Command(BaseCommand):
    help = "Seal every stored number by the first of IDENTIFIER_KEYS. Afterwards the old keys may be removed."

    def handle(self, *args, **options):
        done, last = 0, 0
        while step := _reseal_after(last):
            done, last = done + len(step), step[-1]
        self.stdout.write(f"{done} numbers sealed by the newest key.")


@transaction.atomic
def _reseal_after(last):
    rows = list(Identifier.objects.filter(pk__gt=last).order_by("pk").select_for_update()[:STEP])
    for row in rows:
        row.sealed = reseal(row.sealed)
    Identifier.objects.bulk_update(rows, ["sealed"])
    return [row.pk for row in rows]
