"""``virtualclusters manage appoint_administrator``: the way in for whoever runs the portal."""

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from virtualclusters.accounts.operations import person_with
from virtualclusters.foundation.errors import Refused
from virtualclusters.foundation.identifiers import normalise_mobile
from virtualclusters.network.actors import actor_for
from virtualclusters.network.organisations.operations import appoint_administrator


class Command(BaseCommand):
    help = "Name an administrator. She signs in with her mobile number and the code that is sent to it."

    def add_arguments(self, parser):
        parser.add_argument("--phone", required=True, help="her mobile number, as people write it")
        parser.add_argument("--name", required=True, help="her name")
        parser.add_argument("--organisation", required=True, help="name of the administrators' organisation")
        parser.add_argument("--pin", required=True, help="PIN code of its office")

    def handle(self, *args, **options):
        phone = normalise_mobile(options["phone"])
        if phone is None:
            raise CommandError(f"{options['phone']} is not an Indian mobile number.")
        try:
            organisation = _appoint(phone, options)
        except Refused as refusal:
            raise CommandError(f"{refusal.sentence} {refusal.change}".strip()) from refusal
        self.stdout.write(
            f"{options['name']} is an administrator of {organisation.name}. She signs in with {phone} and sets up "
            "her second factor within 14 days."
        )


@transaction.atomic
def _appoint(phone, options):
    person = person_with(phone=phone, name=options["name"])
    return appoint_administrator(
        name=options["organisation"], pin=options["pin"], actor=actor_for(person), at=timezone.now()
    )
