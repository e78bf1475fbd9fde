"""What others may read about an organisation's numbers: what was checked, by whom, when. Never the number."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

from virtualclusters.network.organisations.models import Organisation, Role
from virtualclusters.network.verification.models import Case, Identifier


@dataclass(frozen=True)
class Badge:
    """One line: ``verified`` with who (role and institution) and when, or else only "format checked"."""

    what: str
    verified: bool
    by: str = ""
    at: datetime | None = None


def badges_of(organisation_ids) -> dict[int, list[Badge]]:
    """The badges of each of these organisations, verified ones first. One query."""
    stated = Identifier.objects.live().filter(organisation__in=organisation_ids, format_ok=True)
    found: dict[int, list[Badge]] = {organisation_id: [] for organisation_id in organisation_ids}
    for identifier in stated.select_related("verified_for").order_by("kind", "id"):
        found[identifier.organisation_id].append(badge_of(identifier))
    return {key: sorted(badges, key=lambda badge: not badge.verified) for key, badges in found.items()}


def badge_of(identifier, *, what: str = "") -> Badge:
    """The badge of one number, or of ``what`` its paper shows besides."""
    if identifier.verified_at is None:
        return Badge(identifier.name, verified=False)
    return Badge(
        what or identifier.name,
        verified=True,
        by=who_checked(identifier.verified_as, identifier.verified_for),
        at=identifier.verified_at,
    )


def owner_badges_of(organisation_ids) -> dict[int, list[Badge]]:
    """What a verifier read of the owners on these organisations' Udyam certificates, with who and when. One query."""
    read = Identifier.objects.live().filter(organisation__in=organisation_ids, verified_at__isnull=False)
    found: dict[int, list[Badge]] = {organisation_id: [] for organisation_id in organisation_ids}
    for one in read.filter(Q(shows_women_owned=True) | Q(shows_sc_st_owned=True)).select_related("verified_for"):
        shown = [(one.shows_women_owned, _("Owned by women")), (one.shows_sc_st_owned, _("Owned by SC or ST persons"))]
        proven = [badge_of(one, what=words) for is_shown, words in shown if is_shown]
        found[one.organisation_id] += proven
    return found


def who_checked(role, institution) -> str:
    """A role and its institution in words, such as "Officer, NIESBUD"."""
    name = _("Verifier") if role == "verifier" else str(Role(role).label)
    return f"{name}, {institution.name}" if institution else name


def verified_among(organisation_ids) -> list[int]:
    """Those of these organisations of which something was verified. One query."""
    found = Organisation.objects.filter(has_something_verified(), pk__in=organisation_ids)
    return list(found.values_list("pk", flat=True))


def has_something_verified():
    """An expression over organisations: a number was verified, or the organisation as such was approved."""
    number = Identifier.objects.live().filter(organisation=OuterRef("pk"), verified_at__isnull=False)
    as_such = Case.objects.filter(organisation=OuterRef("pk"), identifier=None, state=Case.State.APPROVED)
    return Q(Exists(number) | Exists(as_such))
