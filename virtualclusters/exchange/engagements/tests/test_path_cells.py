"""Every cell of every path, the forbidden too, walked through the real verbs and tables."""

from datetime import timedelta

import pytest

from tests.factories import NOON
from virtualclusters.capabilities.events.models import Event
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.exchange.kinds.paths import CLOCK, LIVE, PATHS, Phase, Side
from virtualclusters.foundation.errors import Refused
from virtualclusters.network.actors import PORTAL

VERBS = sorted({step.verb for path in PATHS.values() for step in path.steps})
CELLS = [
    (path.slug, phase, verb, side) for path in PATHS.values() for phase in Phase for verb in VERBS for side in Side
]
ALLOWED = [cell for cell in CELLS if PATHS[cell[0]].find(cell[1], cell[2], cell[3])]
LATER = NOON + timedelta(hours=1)


@pytest.mark.parametrize(("path", "phase", "verb", "side"), ALLOWED)
def test_an_allowed_cell_moves_the_engagement_and_writes_one_event(path, phase, verb, side, scene):
    stage = scene(path)
    engagement = _standing(stage, phase)
    before = Event.objects.filter(subject="engagement").count()

    act(engagement_id=engagement.pk, verb=verb, actor=_actor(stage, side), at=LATER, reason="price")

    engagement.refresh_from_db()
    step = PATHS[path].find(phase, verb, side)
    due = LATER + timedelta(days=step.days) if step.days else None
    assert (engagement.phase, engagement.turn, engagement.due_at) == (step.after, step.turn, due)
    assert list(Event.objects.filter(subject="engagement").order_by("id").values_list("code", flat=True))[before:] == [
        f"engagement.{verb}"
    ]


def test_every_forbidden_cell_is_refused_and_changes_nothing(scene):
    stages = {path: scene(path) for path in PATHS}
    engagements = {path: _standing(stage, Phase.ASKED) for path, stage in stages.items()}
    moved = []
    for path, phase, verb, side in [cell for cell in CELLS if cell not in set(ALLOWED)]:
        _set(engagements[path], phase)
        try:
            act(
                engagement_id=engagements[path].pk,
                verb=verb,
                actor=_actor(stages[path], side),
                at=LATER,
                reason="price",
            )
            moved.append((path, phase, verb, side))
        except Refused as refusal:
            if refusal.code != "moved_on":
                moved.append((path, phase, verb, side, refusal.code))

    assert moved == []
    assert set(Event.objects.filter(subject="engagement", at=LATER)) == set()


def _standing(stage, phase):
    engagement = answer(opportunity_id=stage.opportunity.pk, unit_id=stage.unit.pk, actor=stage.answerer, at=NOON)
    _set(engagement, phase)
    return engagement


def _set(engagement, phase):
    live = phase in LIVE
    Engagement.objects.filter(pk=engagement.pk).update(
        phase=phase,
        turn="publisher" if live else "",
        due_at=NOON + timedelta(days=3) if live else None,
        ended_at=None if live else NOON,
        end_reason="" if live else "price",
        agreed_at=NOON if phase in (Phase.AGREED, Phase.UNDER_WAY) else None,
    )


def _actor(stage, side):
    return {Side.PUBLISHER: stage.publisher, Side.ANSWERER: stage.answerer, CLOCK: PORTAL}[side]
