"""What organisations hold of a person, for her export."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts.exporting import Section
from virtualclusters.network.organisations.bands import InvestmentBand, JobsBand, ProfitBand, SalesBand
from virtualclusters.network.organisations.models import (
    CapabilityWords,
    ConceptRole,
    Membership,
    Organisation,
    OrganisationKind,
    Role,
    Unit,
    UnitConcept,
    YearlyCheckIn,
)
from virtualclusters.ui.languages import OWN_NAMES

_OWN = {
    "name": _("Name"),
    "kind": _("Kind"),
    "about": _("About"),
    "website": _("Website"),
    "started_year": _("Started in"),
    "women_owned": _("Owned by women"),
    "sc_st_owned": _("Owned by SC or ST"),
    "manufactures": _("Makes things itself"),
    "claimed_at": _("Shown since"),
    "closed_at": _("Closed"),
}
_UNIT = {
    "name": _("Name"),
    "address": _("Address"),
    "pin": _("PIN code"),
    "district": _("District"),
    "state": _("State"),
    "latitude": _("Latitude"),
    "longitude": _("Longitude"),
    "may_be_approached": _("Others may ask"),
    "expires_at": _("Shown until"),
}
_CHIP = {
    "concept__slug": _("What"),
    "role": _("How"),
    "capacity_a_month": _("A month"),
    "capacity_unit": _("Unit"),
}
_CHECK_IN = {
    "year": _("Year"),
    "investment": _("Machines"),
    "sales": _("Sales"),
    "profit": _("Profit"),
    "jobs": _("People"),
    "said_at": _("Said"),
}
_ROLE = {"organisation__name": _("Organisation"), "role": _("Role"), "since": _("Since"), "ended_at": _("Ended")}
_INVITED = {"organisation__name": _("Organisation"), "role": _("Role"), "invited_at": _("Asked"), "accepted": _("Yes")}
_WORDS = {"part": _("Part"), "words": _("Words"), "language": _("Language"), "written_at": _("Written")}


_ROLE_WORDS = {"role": dict(Role.choices)}
_OWN_WORDS = {"kind": dict(OrganisationKind.choices)}
_WRITTEN_WORDS = {"part": dict(CapabilityWords.Part.choices), "language": OWN_NAMES}
_CHIP_WORDS = {"role": dict(ConceptRole.choices)}
_BAND_WORDS = {
    "investment": dict(InvestmentBand.choices),
    "sales": dict(SalesBand.choices),
    "profit": dict(ProfitBand.choices),
    "jobs": dict(JobsBand.choices),
}


def _owned_by(person):
    owned = Membership.objects.live().filter(person=person, role=Role.OWNER)
    return Organisation.objects.filter(pk__in=owned.values("organisation"))


def _units_of(person):
    return Unit.objects.filter(organisation__in=_owned_by(person)).order_by("pk")


SECTIONS = (
    Section(
        "roles", _("Your roles"), lambda person: person.memberships.order_by("since").values(*_ROLE), _ROLE, _ROLE_WORDS
    ),
    Section(
        "invitations",
        _("What you were asked"),
        lambda person: person.invitations.values(*_INVITED),
        _INVITED,
        _ROLE_WORDS,
    ),
    Section(
        "organisations",
        _("Organisations you own"),
        lambda person: _owned_by(person).order_by("pk").values(*_OWN),
        _OWN,
        _OWN_WORDS,
    ),
    Section("units", _("Their places"), lambda person: _units_of(person).values(*_UNIT), _UNIT),
    Section(
        "words",
        _("Your own words"),
        lambda person: (
            CapabilityWords.objects.filter(unit__in=_units_of(person)).order_by("unit", "pk").values(*_WORDS)
        ),
        _WORDS,
        _WRITTEN_WORDS,
    ),
    Section(
        "capabilities",
        _("What we understood"),
        lambda person: UnitConcept.objects.filter(unit__in=_units_of(person)).order_by("pk").values(*_CHIP),
        _CHIP,
        _CHIP_WORDS,
    ),
    Section(
        "check_ins",
        _("Your yearly figures"),
        lambda person: (
            YearlyCheckIn.objects.filter(organisation__in=_owned_by(person)).order_by("year").values(*_CHECK_IN)
        ),
        _CHECK_IN,
        _BAND_WORDS,
    ),
)
