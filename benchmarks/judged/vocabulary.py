"""The portal's own vocabulary and reader, straight from the data files: no database, no portal that ran before."""

import os
from collections.abc import Mapping
from functools import cache
from typing import Any

import django

from benchmarks.judged.views import Read, Reading
from virtualclusters.foundation.scripts import fold


def by_the_portal() -> tuple[Read, Mapping[Any, Any]]:
    """The reader and the relations between the concepts it names."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "virtualclusters.config.settings")
    django.setup()
    from virtualclusters.network.vocabulary import offline  # noqa: PLC0415 - needs django.setup()

    return read_by_the_portal, offline.relations()


@cache
def read_by_the_portal(text: str) -> Reading:
    """What the portal's reader finds; what something is only *for* is left out, as in the portal's forms."""
    from virtualclusters.network.vocabulary import offline, reading  # noqa: PLC0415 - needs django.setup()

    found = reading.read(text, names=offline.lexicon())
    return Reading({one.concept_id: one.kind for one in found.named}, frozenset(fold(word) for word in found.unknown))


def names_by_the_portal() -> dict[Any, tuple[frozenset[str], ...]]:
    """What each concept is called, as the portal hands it to matching."""
    from virtualclusters.exchange.alerts.phrases import names_as_stems  # noqa: PLC0415 - needs django.setup()
    from virtualclusters.network.vocabulary import offline  # noqa: PLC0415

    return names_as_stems(offline.lexicon().names_in)
