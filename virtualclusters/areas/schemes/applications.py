"""Applications for a scheme that is decided here, as the office's queue: stage, whose turn, how long, and rule by rule."""

from dataclasses import dataclass

from virtualclusters.areas.schemes.finding import Found, asked
from virtualclusters.areas.schemes.queries import as_open
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.words import end_in_words
from virtualclusters.exchange.rules.queries import rule_facts_of

MOST = 200


@dataclass(frozen=True)
class Application:
    """One application. ``days`` it has been open; ``found`` how the rules come out by what the unit told."""

    engagement: Engagement
    who: str
    place: str
    days: int
    found: Found
    steps: list[str]
    ended_because: str


def rows_of(scheme, *, at) -> list[Application]:
    """The office's queue: those that wait for it first, the oldest on top. Eight queries however many there are."""
    talks = (
        Engagement.objects.filter(opportunity=scheme.pk)
        .select_related("lead__organisation", "opportunity")
        .prefetch_related("milestones")
    )
    rows = sorted(talks[:MOST], key=lambda one: (one.ended_at is not None, one.turn != "publisher", one.opened_at))
    facts = rule_facts_of([one.lead_id for one in rows], at=at)
    told = as_open(scheme, "")
    return [_row(one, asked(told, facts.get(one.lead_id, {}), at=at), at) for one in rows]


def _row(engagement, found, at):
    return Application(
        engagement=engagement,
        who=engagement.lead.organisation.name,
        place=engagement.lead.district,
        days=((engagement.ended_at or at) - engagement.opened_at).days,
        found=found,
        steps=[one.code for one in engagement.milestones.all() if one.done_at],
        ended_because=end_in_words(engagement) if engagement.ended_at else "",
    )
