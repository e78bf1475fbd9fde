"""The brief's number as readings of the exchange: before, when the unit says yes to the terms; at the end, when it judges the work."""

from virtualclusters.exchange.outcomes import operations as outcomes
from virtualclusters.exchange.outcomes.models import Measure

NUMBER = "project_number"


def keep(engagement, *, actor, at):
    """The number of today, from the brief, as the unit's own reading; nothing when she gave none, or one stands already."""
    number = engagement.opportunity.project.number_today
    if number is not None:
        _state(engagement, Measure.Moment.BASELINE, number, actor, at)


def keep_end(engagement, number, *, actor, at):
    """The number at the end, in the unit's own word; None when it does not know it."""
    if number is not None:
        _state(engagement, Measure.Moment.END, number, actor, at)


def _state(engagement, moment, number, actor, at):
    outcomes.ask(engagement_id=engagement.pk, moment=moment, at=at)
    reading = Measure.objects.get(engagement=engagement, indicator=NUMBER, moment=moment)
    if reading.taken_at is None:
        outcomes.state(measure_id=reading.pk, value=number, actor=actor, at=at)
