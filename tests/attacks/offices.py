"""What offices have: a scheme with a version that holds and a draft; a notice as a draft, and one that a unit got."""

from datetime import timedelta
from decimal import Decimal

from tests.factories import make_organisation
from virtualclusters.areas.schemes.content import Content, Figure, Text
from virtualclusters.areas.schemes.models import SchemeAnswers
from virtualclusters.areas.schemes.operations import begin_scheme, keep_version, make_public
from virtualclusters.areas.targeted_notices.models import Notice, NoticeText, Receiver
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.organisations.models import OrganisationKind


def plant_scheme(side, at, *, words):
    """Whatever its kind: the rows are written past the rights, so that every address finds one."""
    scheme = begin_scheme(
        content=_content("What all may read", at), unit=side.unit, here=True, code="", actor=side.actor, at=at
    )
    make_public(scheme, keep_version(scheme, _content("What all may read", at)), actor=side.actor, at=at, quietly=True)
    draft = keep_version(scheme, _content(f"{words} draft of a version", at, days=30))
    side.rows |= {"scheme": scheme, "scheme_draft": draft}
    SchemeAnswers.objects.create(unit=side.unit, women=True, owners_kept_by=side.actor.person, answered_at=at)


def _content(name, at, *, days=0):
    day = day_in_india(at) + timedelta(days=days)
    return Content(
        effective_from=day,
        language="en",
        source_title="Order 1",
        source_address="https://example.org/order",
        as_of=day,
        texts={"en": Text(name, "Help for small units.", "Apply here.")},
        figures=(Figure("subsidy_most", Decimal(100_000), checked=True),),
    )


def plant_notices(side, at, *, words):
    """A draft of the side's organisation, and a notice of another office that only its unit got."""
    person, office = side.actor.person, make_organisation(kind=OrganisationKind.GOVERNMENT_BODY, at=at)
    side.rows["notice_draft"] = _notice(side.unit.organisation, at, words, written_by=person)
    sent = {"submitted_at": at, "sent_at": at, "sent_by": person, "fit": 1, "done_at": at}
    got = _notice(office, at, f"{words} for one unit", written_by=person, **sent)
    side.rows["notice_got"] = Receiver.objects.create(
        notice=got, unit=side.unit, person=person, outcome="sms", settled_at=at
    )


def _notice(organisation, at, words, **columns):
    day = day_in_india(at) + timedelta(days=9)
    notice = Notice.objects.create(
        organisation=organisation,
        kind="information",
        audience={"state": "MH"},
        valid_until=day,
        written_at=at,
        **columns,
    )
    for language in ("en", "hi"):
        NoticeText.objects.create(notice=notice, language=language, title=words, words=words)
    return notice
