"""Signs people in without a code: ``python -m tests.journeys.signed_in +916000000001 …`` prints ``{number: session cookie}``."""

import json
import sys

import django


def main(numbers: list[str]) -> None:
    """On the database of the environment; the people must be there."""
    from django.test import Client

    from virtualclusters.accounts.models import Person

    cookies = {}
    for person in Person.objects.filter(phone__in=numbers):
        client = Client()
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        cookies[person.phone] = client.cookies["sessionid"].value
    json.dump(cookies, sys.stdout)


if __name__ == "__main__":
    django.setup()
    main(sys.argv[1:])
