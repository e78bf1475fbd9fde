"""The vocabulary without the portal: for benchmarks and for what runs while the portal is built."""

import django
from django.conf import settings


def stand_alone() -> None:
    """Ready this package alone, with no settings and no database; call it before its models are imported.

    Where the portal is set up already nothing is done.
    """
    if not settings.configured:
        settings.configure(INSTALLED_APPS=["virtualclusters.network.vocabulary"])
        django.setup()
