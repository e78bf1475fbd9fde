"""Buyers known from notices: an organisation nobody has claimed, with one unit without a place."""

import re

from django.db import IntegrityError, transaction

from virtualclusters.areas.tenders.models import Buyer, BuyerType
from virtualclusters.foundation.scripts import fold
from virtualclusters.network.organisations.models import Organisation, OrganisationKind, Unit

NOT_NAMED = "Buyer not named"
PARTED_BY = re.compile(r"\|\||\s>{1,2}\s|»|›")
UNDERTAKING = re.compile(r"\b(ltd|limited|corporation|company|nigam|undertaking)\b|लिमिटेड|निगम", re.IGNORECASE)
CENTRAL = re.compile(r"^\s*(ministry of|मंत्रालय)|government of india|govt\.? of india|भारत सरकार", re.IGNORECASE)
TYPES_IN_WORDS = (
    (
        re.compile(r"cpse|central (public|psu)|maharatna|navratna|miniratna", re.IGNORECASE),
        BuyerType.CENTRAL_UNDERTAKING,
    ),
    (re.compile(r"central|union|ministry|केंद्र|केन्द्र", re.IGNORECASE), BuyerType.CENTRAL),
    (re.compile(r"state|राज्य", re.IGNORECASE), BuyerType.STATE),
)


def chain_of(words: str) -> list[str]:
    """The organisations from the highest to the office, from ``A||B||C``."""
    return [part.strip()[:200] for part in PARTED_BY.split(words) if part.strip()]


def buyer_type_of(words: str, chain: list[str], state: str) -> BuyerType:
    """What the notice says of its buyer, else what its chain shows for certain; a row that names its state comes from that state's portal.

    A central public undertaking is believed only when the notice says so: from a name alone it cannot be told from a state's.
    """
    if words:
        return next((kind for pattern, kind in TYPES_IN_WORDS if pattern.search(words)), BuyerType.OTHER)
    if any(CENTRAL.search(part) for part in chain):
        return BuyerType.CENTRAL
    return BuyerType.STATE if state else BuyerType.UNKNOWN


def buyer_key(chain: list[str]) -> str:
    """The name of the highest organisation of a chain, made comparable."""
    return fold(chain[0] if chain else NOT_NAMED)[:200] or fold(NOT_NAMED)


def units_of(chains: list[list[str]], *, at) -> dict[str, Unit]:
    """The units of the highest organisations of chains, by the buyer's key. One query when all are known."""
    wanted = {buyer_key(chain): chain for chain in chains}
    found = {buyer.key: buyer.unit for buyer in Buyer.objects.filter(key__in=wanted).select_related("unit")}
    return found | {key: buyer_of(chain, at=at) for key, chain in wanted.items() if key not in found}


def buyer_of(chain: list[str], *, at) -> Unit:
    """The unit of the highest organisation of a chain; made when no notice named it before.

    Of two imports that meet a new buyer at once, one makes it and the other finds it.
    """
    key = buyer_key(chain)
    found = Buyer.objects.filter(key=key).select_related("unit").first()
    if found is None:
        try:
            with transaction.atomic():
                found = _make(chain[0] if chain else NOT_NAMED, key, at)
        except IntegrityError:
            found = Buyer.objects.select_related("unit").get(key=key)
    return found.unit


def _make(name, key, at):
    kind = OrganisationKind.PUBLIC_UNDERTAKING if UNDERTAKING.search(name) else OrganisationKind.GOVERNMENT_BODY
    organisation = Organisation.objects.create(name=name, kind=kind, created_at=at)
    unit = Unit.objects.create(organisation=organisation, created_at=at, renewed_at=at, expires_at=at)
    return Buyer.objects.create(key=key, unit=unit)
