"""A scheme of one organisation with a version that holds, another one as a draft, and an application."""

from datetime import timedelta
from decimal import Decimal

from virtualclusters.areas.schemes.content import Content, Figure, Text
from virtualclusters.areas.schemes.models import SchemeAnswers
from virtualclusters.areas.schemes.operations import begin_scheme, keep_version, make_public
from virtualclusters.foundation.time import day_in_india


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
