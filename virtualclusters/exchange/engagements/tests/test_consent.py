"""Nobody is chosen who has not said yes; what was not held is not given back; who may see and who may act agree."""

from datetime import timedelta

import pytest

from tests.factories import NOON, make_member
from virtualclusters.exchange.engagements.jobs import place_in_queue, ring
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.acting import act, open_talk, say
from virtualclusters.exchange.engagements.operations.milestones import reach
from virtualclusters.exchange.engagements.operations.opening import answer, invite
from virtualclusters.exchange.engagements.people import side_of
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.organisations.models import Role


def _invite(stage):
    return invite(opportunity_id=stage.opportunity.pk, unit_id=stage.unit.pk, actor=stage.publisher, at=NOON)


def _answer(stage, unit, actor):
    return answer(opportunity_id=stage.opportunity.pk, unit_id=unit.pk, actor=actor, at=NOON)


def _act(engagement, verb, actor, **options):
    return act(engagement_id=engagement.pk, verb=verb, actor=actor, at=NOON, **options)


LEADING_ON = [
    ("contest", "choose"),
    ("contest", "shortlist"),
    ("enquire", "offer"),
    ("respond", "meet"),
    ("enrol", "accept"),
]


@pytest.mark.parametrize(("path", "verb"), LEADING_ON)
def test_the_publisher_cannot_move_on_an_invitation_before_the_invited_said_yes(scene, path, verb):
    stage = scene(path)
    invited = _invite(stage)

    with pytest.raises(Refused) as refused:
        _act(invited, verb, stage.publisher)

    assert (refused.value.code, Engagement.objects.get().agreed_at) == ("not_taken_up", None)


def test_the_publisher_may_take_an_invitation_back(scene):
    stage = scene("contest")

    ended = _act(_invite(stage), "decline", stage.publisher, reason="price")

    assert ended.phase == Phase.DECLINED


def test_an_invitation_takes_no_answer_and_gives_none_back_when_refused_or_lapsed(scene):
    stage = scene("contest", most_answers=2)
    _answer(stage, *stage.another())
    _act(_invite(stage), "refuse", stage.answerer, reason="price")
    again = _invite(stage)
    ring(engagement_id=again.pk, at=again.due_at)

    stage.opportunity.refresh_from_db()
    assert stage.opportunity.answers_taken == 1


def test_who_waits_is_not_chosen_past_those_who_are_heard(scene):
    stage = scene("contest", most_answers=1)
    heard, waiting = _answer(stage, stage.unit, stage.answerer), _answer(stage, *stage.another())

    with pytest.raises(Refused) as refused:
        _act(waiting, "choose", stage.publisher)
    _act(heard, "decline", stage.publisher, reason="price")
    chosen = _act(waiting, "choose", stage.publisher)

    stage.opportunity.refresh_from_db()
    assert (refused.value.code, chosen.phase, place_in_queue(chosen)) == ("still_waiting", Phase.AGREED, None)
    assert (stage.opportunity.answers_taken, stage.opportunity.places_taken) == (1, 1)


def test_the_same_words_within_a_minute_are_one_post_and_later_two(scene):
    stage = scene("enquire")
    engagement = _answer(stage, stage.unit, stage.answerer)

    posts = [
        say(engagement_id=engagement.pk, words="Is it here?", actor=stage.answerer, at=NOON + after)
        for after in (timedelta(0), timedelta(seconds=20), timedelta(minutes=5))
    ]

    assert (posts[0].pk == posts[1].pk, posts[0].pk == posts[2].pk) == (True, False)


def test_a_milestone_that_the_kind_does_not_name_is_not_found(scene):
    stage = scene("enquire")
    engagement = _answer(stage, stage.unit, stage.answerer)

    with pytest.raises(NotFound):
        reach(engagement_id=engagement.pk, code="documents_bought", actor=stage.answerer, at=NOON)


@pytest.mark.parametrize("role", Role.values)
@pytest.mark.parametrize("side", ["publisher", "answerer"])
def test_who_sees_an_engagement_has_a_side_in_it_and_only_whose_role_answers_may_change_it(scene, role, side):
    stage = scene("enquire")
    engagement = _answer(stage, stage.unit, stage.answerer)
    unit = stage.opportunity.unit if side == "publisher" else stage.unit
    actor = make_member(unit.organisation, role=role)
    answers = role in (Role.OWNER, Role.MANAGER, Role.OFFICER, Role.COORDINATOR)

    seen = Engagement.objects.visible_to(actor).exists()
    changed = Engagement.objects.for_change(actor).filter(pk=engagement.pk).first() is not None

    assert (seen, side_of(engagement, actor), changed) == (True, side, answers)


def test_a_stranger_neither_sees_changes_nor_opens_a_talk(scene):
    stage = scene("enquire")
    engagement = _answer(stage, stage.unit, stage.answerer)
    _unit, stranger = stage.another()

    with pytest.raises(NotFound):
        open_talk(engagement_id=engagement.pk, actor=stranger, at=NOON)

    assert (side_of(engagement, stranger), Engagement.objects.visible_to(stranger).exists()) == ("", False)
