"""Buyers that plans name: found again by their name, else made as organisations that nobody has claimed yet."""

import re

from django.db import IntegrityError, transaction

from virtualclusters.areas.purchase_plans.models import Department
from virtualclusters.foundation.scripts import fold
from virtualclusters.network.organisations.models import Organisation, OrganisationKind, Unit

BUYER_KINDS = frozenset({OrganisationKind.GOVERNMENT_BODY, OrganisationKind.PUBLIC_UNDERTAKING})
_UNDERTAKING = re.compile(r"\b(ltd|limited|corporation|company|nigam)\b|लिमिटेड|निगम", re.IGNORECASE)


def unit_of(name: str, *, at) -> Unit:
    """The unit that stands for a buyer of that name. Two files that meet a new buyer at once make one."""
    key = fold(name)[:200]
    known = Department.objects.filter(key=key).select_related("unit__organisation").first()
    if known is None:
        try:
            with transaction.atomic():
                known = Department.objects.create(key=key, unit=_standing(name) or _make(name, at))
        except IntegrityError:
            known = Department.objects.select_related("unit__organisation").get(key=key)
    return known.unit


def _standing(name):
    """A buyer of that very name that is here already."""
    same = Unit.objects.working().filter(organisation__name__iexact=name, organisation__kind__in=BUYER_KINDS)
    taken = Department.objects.values("unit")
    return same.exclude(pk__in=taken).select_related("organisation").order_by("pk").first()


def _make(name, at):
    kind = OrganisationKind.PUBLIC_UNDERTAKING if _UNDERTAKING.search(name) else OrganisationKind.GOVERNMENT_BODY
    organisation = Organisation.objects.create(name=name[:200], kind=kind, created_at=at)
    return Unit.objects.create(organisation=organisation, created_at=at, renewed_at=at, expires_at=at)
