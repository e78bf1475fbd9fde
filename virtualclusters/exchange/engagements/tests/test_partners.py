"""Who takes part as a person beside her side sees and says; she takes no step for it, and nobody is given her number."""

import pytest

from tests.factories import NOON, make_person
from virtualclusters.exchange.engagements.models import Engagement, Party
from virtualclusters.exchange.engagements.operations.acting import act, say
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.exchange.engagements.people import people_of, side_of
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.actors import actor_for


@pytest.fixture
def joined(scene):
    """An agreed contest, its stage and a person who takes part on the answerer's side."""
    stage = scene("contest")
    engagement = answer(opportunity_id=stage.opportunity.pk, unit_id=stage.unit.pk, actor=stage.answerer, at=NOON)
    act(engagement_id=engagement.pk, verb="choose", actor=stage.publisher, at=NOON)
    student = make_person(name="Meera Sample")
    Party.objects.create(engagement=engagement, side="answerer", role="partner", person=student, agreed_at=NOON)
    return stage, engagement, actor_for(student)


def test_a_partner_sees_the_engagement_on_her_side_and_says_something(joined):
    _stage, engagement, student = joined

    said = say(engagement_id=engagement.pk, words="The first week is over.", actor=student, at=NOON)

    assert (Engagement.objects.visible_to(student).get(), side_of(engagement, student)) == (engagement, "answerer")
    assert (said.author, said.words) == (student.person, "The first week is over.")


@pytest.mark.parametrize(("verb", "reason"), [("start", ""), ("withdraw", "price")])
def test_a_partner_takes_no_step_for_her_side(joined, verb, reason):
    _stage, engagement, student = joined

    with pytest.raises(NotFound):
        act(engagement_id=engagement.pk, verb=verb, actor=student, at=NOON, reason=reason)

    assert Engagement.objects.get().phase == Phase.AGREED


def test_a_person_who_answered_for_herself_does_take_steps(joined):
    _stage, engagement, _student = joined
    expert = make_person(name="Ravi Sample")
    Party.objects.filter(engagement=engagement, side="answerer", role="principal").update(unit=None, person=expert)

    started = act(engagement_id=engagement.pk, verb="start", actor=actor_for(expert), at=NOON)

    assert started.phase == Phase.UNDER_WAY
    assert people_of(engagement, side="answerer") == [expert.pk]


def test_a_partner_is_not_among_the_people_who_are_asked_and_whose_number_opens(joined):
    stage, engagement, _student = joined

    assert people_of(engagement, side="answerer") == [stage.answerer.person_id]
