"""Makers for the tests of notices: an office, units with their people, a draft that may go."""

from datetime import date, datetime

from tests.factories import give_concept, make_member, make_organisation, make_person, make_unit
from virtualclusters.accounts.models import Consent
from virtualclusters.areas.targeted_notices.audience import Audience
from virtualclusters.areas.targeted_notices.models import NoticeKind
from virtualclusters.areas.targeted_notices.operations.writing import keep_draft
from virtualclusters.foundation.time import IST
from virtualclusters.network.organisations.models import OrganisationKind

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=IST)
TEXTS = {
    "en": ("Fair of food makers", "Come to the fair in Nashik."),
    "hi": ("खाद्य मेला", "नाशिक के मेले में आइए।"),
}


def make_sender(*, kind=OrganisationKind.GOVERNMENT_BODY, organisation=None):
    """An officer of an office."""
    organisation = organisation or make_organisation(kind=kind, at=NOW)
    if not organisation.units.exists():
        make_unit(organisation=organisation, at=NOW)
    return make_member(organisation, role="officer", at=NOW)


def make_reader(concept=None, *, messages=True, approached=True, verified=True, language="en", **fields):
    """(unit, its owner): one that agreed to be asked and to messages, unless told otherwise."""
    unit = make_unit(at=NOW, may_be_approached=approached, **fields)
    person = make_person(phone_verified_at=NOW if verified else None, language=language)
    owner = make_member(unit.organisation, person=person, at=NOW)
    if messages:
        Consent.objects.create(
            person=person, purpose="messages", given=True, notice="joining 1", language="en", channel="web", at=NOW
        )
    if concept:
        give_concept(unit, concept)
    return unit, owner


def make_draft(sender, audience=None, **fields):
    """A draft in both languages."""
    told = {"kind": NoticeKind.INFORMATION, "texts": TEXTS, "valid_until": date(2026, 12, 31)} | fields
    return keep_draft(audience=audience or Audience(state="MH"), actor=sender, at=NOW, **told)
