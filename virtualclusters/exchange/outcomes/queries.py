"""Reads of outcomes: closing words as a side may see them, changes computed from readings."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.db.models import Count, Exists, F, OuterRef, Q

from virtualclusters.exchange.engagements.models import Engagement, Party
from virtualclusters.exchange.kinds.kind import Indicator, kind_of
from virtualclusters.exchange.outcomes.models import ClosingWord, Measure
from virtualclusters.foundation.errors import NotFound

BLIND_FOR = timedelta(days=14)


@dataclass(frozen=True)
class Reading:
    """One indicator of an engagement over time, in the indicator's unit; ``change`` from the baseline to the newest value."""

    indicator: Indicator
    by_moment: dict[str, Measure]

    @property
    def change(self) -> Decimal | None:
        """Newest value less the baseline, or None while either was not said."""
        values = [self.by_moment[m].value for m in Measure.Moment.values if m in self.by_moment]
        before, later = values[:1], [value for value in values[1:] if value is not None]
        if Measure.Moment.BASELINE not in self.by_moment or before[0] is None or not later:
            return None
        return later[-1] - before[0]

    @property
    def confirmed(self) -> bool:
        """Whether the newest value was confirmed by the other side."""
        said = [self.by_moment[m] for m in Measure.Moment.values if m in self.by_moment]
        said = [measure for measure in said if measure.value is not None]
        return bool(said) and said[-1].confirmed_by_id is not None


def readings_of(engagement) -> list[Reading]:
    """The indicators of an engagement's kind with what was read so far. One query."""
    by_indicator: dict[str, dict[str, Measure]] = {}
    for measure in Measure.objects.filter(engagement=engagement).select_related("said_by"):
        by_indicator.setdefault(measure.indicator, {})[measure.moment] = measure
    return [Reading(i, by_indicator.get(i.code, {})) for i in kind_of(engagement.opportunity.kind).indicators]


def closing_words(engagement, *, side, at) -> dict[str, ClosingWord]:
    """The closing words a side may read by the side that gave them: her own always, the other's once both are given or after 14 days."""
    words = {
        word.party.side: word
        for word in ClosingWord.objects.filter(
            party__engagement=engagement, party__role=Party.Role.PRINCIPAL
        ).select_related("party")
    }
    over = engagement.ended_at is not None and at - engagement.ended_at >= BLIND_FOR
    if len(words) == len(("publisher", "answerer")) or over:
        return words
    return {own: word for own, word in words.items() if own == side}


def figures_that_wait(organisation_ids, *, at):
    """Readings that these organisations were asked for and have not answered; then figures the other side said, to confirm.

    The oldest first. One query. A reading that was not answered has no ``taken_at``.
    """
    theirs = Party.objects.filter(
        engagement=OuterRef("engagement"), role=Party.Role.PRINCIPAL, unit__organisation__in=organisation_ids
    )
    hers = Q(said_by__unit__organisation__in=organisation_ids)
    to_say = hers & Q(taken_at=None, asked_at__lte=at)
    to_confirm = ~hers & Exists(theirs) & Q(value__isnull=False, confirmed_by=None)
    rows = Measure.objects.filter(to_say | to_confirm).select_related("engagement__opportunity", "said_by")
    return rows.order_by(F("taken_at").asc(nulls_first=True), "asked_at", "pk")


def ended_without_last_word(organisation_ids, *, ended_after):
    """Work that has ended after a moment, ``BLIND_FOR`` ago, and on which these organisations gave no last word; the oldest first."""
    silent = Party.objects.filter(
        engagement=OuterRef("pk"),
        role=Party.Role.PRINCIPAL,
        unit__organisation__in=organisation_ids,
        closing_word=None,
    )
    ended = Engagement.objects.filter(Exists(silent), agreed_at__isnull=False, ended_at__gt=ended_after)
    return ended.order_by("ended_at", "pk")


def one_measure(pk, *, actor) -> Measure:
    """A reading of an engagement in which the actor takes part, with its parties' rows.

    Raises:
        NotFound: there is none, or she takes no part.
    """
    rows = Measure.objects.select_related("engagement__opportunity", "engagement__lead", "said_by__unit__organisation")
    found = rows.filter(engagement__in=Engagement.objects.visible_to(actor), pk=pk).first()
    if found is None:
        raise NotFound
    return found


def asked_next(engagement, *, side) -> Measure | None:
    """The next reading that a side was asked for and has not answered."""
    return (
        Measure.objects.filter(engagement=engagement, taken_at=None, said_by__side=side)
        .order_by("asked_at", "pk")
        .first()
    )


def confirmed_changes(organisation_ids) -> dict[int, int]:
    """By organisation how many engagements it took part in as principal in which a figure after the start was confirmed. One query."""
    later = [moment for moment in Measure.Moment.values if moment != Measure.Moment.BASELINE]
    confirmed = Measure.objects.filter(engagement=OuterRef("engagement"), moment__in=later, confirmed_by__isnull=False)
    parties = Party.objects.filter(
        Exists(confirmed), role=Party.Role.PRINCIPAL, unit__organisation__in=organisation_ids
    )
    counted = parties.values_list("unit__organisation").annotate(count=Count("engagement", distinct=True))
    return dict(counted.order_by())
