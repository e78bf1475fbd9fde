"""Figures of an engagement as a side sees them: what was said, by whom, confirmed or own word, and the honest change."""

from dataclasses import dataclass, field
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.exchange.outcomes.models import Measure
from virtualclusters.exchange.outcomes.queries import readings_of
from virtualclusters.pages.exchange.common import unit_in_words
from virtualclusters.ui.formatters import inr, number


@dataclass(frozen=True)
class Said:
    """One reading. ``mine`` asks the reader for it; ``confirms`` asks her to confirm it."""

    measure_id: int
    moment: str
    value: str
    standing: str
    mine: bool = False
    confirms: bool = False


@dataclass(frozen=True)
class Figure:
    """One indicator over time. ``change`` is a sentence, or empty while there is none."""

    words: str
    change: str
    readings: list[Said] = field(default_factory=list)


def indicator_of(measure):
    """The indicator of its kind that a measure is a reading of."""
    kind = kind_of(measure.engagement.opportunity.kind)
    return next(indicator for indicator in kind.indicators if indicator.code == measure.indicator)


def figures_of(engagement, *, side, may_answer):
    """The figures that were asked so far. One query."""
    return [
        Figure(
            words=str(reading.indicator.words),
            change=_change(reading),
            readings=[
                _said(reading.by_moment[moment], reading.indicator, engagement, side, may_answer)
                for moment in Measure.Moment.values
                if moment in reading.by_moment
            ],
        )
        for reading in readings_of(engagement)
        if reading.by_moment
    ]


def in_words(value, unit):
    """A value with its unit."""
    if unit == "rupees":
        return inr(value)
    if unit == "people":
        return ngettext("%(number)s person", "%(number)s people", int(value)) % {"number": number(value)}
    if unit == "percent":
        return _("%(number)s per cent") % {"number": number(value)}
    return number(value, max(0, -Decimal(value).normalize().as_tuple().exponent))


def _said(measure, indicator, engagement, side, may_answer):
    own = measure.said_by.side == side
    told = measure.value is not None
    return Said(
        measure_id=measure.pk,
        moment=measure.get_moment_display(),
        value=in_words(measure.value, indicator.unit) if told else "",
        standing=_standing(measure, engagement, side),
        mine=may_answer and own and measure.taken_at is None,
        confirms=may_answer and not own and told and measure.confirmed_by_id is None,
    )


def _standing(measure, engagement, side):
    if measure.taken_at is None:
        return _("asked, not answered yet")
    if measure.value is None:
        return _("not said")
    if measure.confirmed_by_id is None:
        own = measure.said_by.side == side
        return _("your own word") if own else _("their own word")
    return _("confirmed by %(firm)s") % {"firm": unit_in_words(_other(measure, engagement))}


def _other(measure, engagement):
    return engagement.lead if measure.said_by.side == "publisher" else engagement.opportunity.unit


def _change(reading):
    if reading.change is None:
        return ""
    size = in_words(abs(reading.change), reading.indicator.unit)
    if reading.change == 0:
        return _("No change.")
    return (_("%(size)s more than before.") if reading.change > 0 else _("%(size)s less than before.")) % {"size": size}
