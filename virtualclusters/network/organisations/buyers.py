"""Buyers that notices and plans name: found again by their name, else made as organisations that nobody has claimed yet."""

import re
from collections.abc import Iterable

from django.db import IntegrityError, transaction

from virtualclusters.foundation.scripts import fold
from virtualclusters.network.organisations.models import Buyer, Organisation, OrganisationKind, Unit

BUYER_KINDS = frozenset({OrganisationKind.GOVERNMENT_BODY, OrganisationKind.PUBLIC_UNDERTAKING})
_UNDERTAKING = re.compile(r"\b(ltd|limited|corporation|company|nigam|undertaking)\b|लिमिटेड|निगम", re.IGNORECASE)


def buyer_key(name: str) -> str:
    """A buyer's name made comparable; empty when the name has no letter or digit."""
    return fold(name)[:200]


def units_of_buyers(names: Iterable[str], *, at) -> dict[str, Unit]:
    """The units that stand for buyers that notices name, by ``buyer_key``; one query when all are known.

    An organisation that registered itself under such a name is not taken for the buyer: nobody looked at it.
    """
    wanted = {buyer_key(name): name for name in names}
    found = {buyer.key: buyer.unit for buyer in _known().filter(key__in=wanted)}
    return found | {key: _once(key, name, None, at) for key, name in wanted.items() if key not in found}


def unit_of_buyer(name: str, *, at) -> Unit:
    """The unit that stands for a buyer whom a person names; a buyer of that very name that is here already is meant."""
    key = buyer_key(name)
    known = _known().filter(key=key).first()
    return known.unit if known else _once(key, name, _here_already(name), at)


def _known():
    return Buyer.objects.select_related("unit__organisation")


def _once(key, name, unit, at):
    """Of two that meet a new buyer at once, one makes it and the other finds it."""
    try:
        with transaction.atomic():
            return Buyer.objects.create(key=key, unit=unit or _make(name, at)).unit
    except IntegrityError:
        return _known().get(key=key).unit


def _here_already(name):
    same = Unit.objects.working().filter(organisation__name__iexact=name, organisation__kind__in=BUYER_KINDS)
    taken = Buyer.objects.values("unit")
    return same.exclude(pk__in=taken).select_related("organisation").order_by("pk").first()


def _make(name, at):
    kind = OrganisationKind.PUBLIC_UNDERTAKING if _UNDERTAKING.search(name) else OrganisationKind.GOVERNMENT_BODY
    organisation = Organisation.objects.create(name=name[:200], kind=kind, created_at=at)
    return Unit.objects.create(organisation=organisation, created_at=at, renewed_at=at, expires_at=at)
