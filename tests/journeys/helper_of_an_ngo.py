"""Writes what the journey of assisted registration finds: a coordinator of an NGO. Prints her number."""

import json
import sys

import django


def main():
    """Add the NGO and its coordinator."""
    from tests.factories import make_member, make_organisation
    from virtualclusters.network.organisations.models import OrganisationKind, Role

    ngo = make_organisation(name="Sample Rural Aid", kind=OrganisationKind.NGO)
    json.dump({"coordinator": make_member(ngo, role=Role.COORDINATOR).person.phone}, sys.stdout)


if __name__ == "__main__":
    django.setup()
    main()
