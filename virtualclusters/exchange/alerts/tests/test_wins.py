"""What a unit won before lifts what is like it: in its own list, and in whom an opportunity reaches."""

import pytest

from tests.factories import NOON, give_concept, make_opportunity, make_unit
from virtualclusters.exchange.alerts.finding import find_for, matches_of
from virtualclusters.exchange.alerts.values import unit_views
from virtualclusters.exchange.alerts.wins import wins_of
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.matching.phrases import stems
from virtualclusters.matching.reasons import About
from virtualclusters.matching.values import Win

pytestmark = pytest.mark.django_db


def finished(unit, *, kind="requirement", reason="", phase="closed", title="Forest honey for hospitals", **columns):
    opportunity = make_opportunity(kind=kind, title=title, **columns)
    ended = {"phase": phase, "end_reason": reason, "opened_at": NOON, "moved_at": NOON, "ended_at": NOON}
    Engagement.objects.create(opportunity=opportunity, lead=unit, opened_by="answerer", **ended)
    return opportunity


def test_wins_are_finished_answers_to_who_sought_what_the_unit_makes():
    unit = make_unit()
    won = finished(unit, state="KA")
    order = finished(unit, kind="tender", reason="won", title="Honey, 90 kg")
    finished(unit, kind="tender", reason="lost", title="Papad")
    finished(unit, kind="offer", title="A honey filter")
    finished(unit, phase="declined", reason="other", title="Wax")

    [view] = unit_views([unit.pk], at=NOON).values()

    assert wins_of([unit.pk, make_unit().pk]) == {unit.pk: view.wins}
    assert set(view.wins) == {
        Win(stems("Forest honey for hospitals"), won.unit.organisation_id, "", "KA"),
        Win(stems("Honey, 90 kg"), order.unit.organisation_id, "", order.unit.state),
    }


def test_who_won_the_like_before_stands_before_an_equal_and_is_told_why(concept, wanted):
    plain, winner = make_unit(), make_unit()
    for unit in (plain, winner):
        give_concept(unit, concept("honey"))
    finished(winner)
    opportunity = wanted("honey", title="Forest honey for hospitals and schools")

    ranked = matches_of(opportunity.pk, [plain.pk, winner.pk], at=NOON)

    assert [unit_id for unit_id, _match in ranked] == [winner.pk, plain.pk]
    assert ranked[0][1].score > ranked[1][1].score
    assert About.WON in {reason.about for reason in find_for(winner.pk, at=NOON).ranked[0].match.reasons_for}
