"""Opening, queueing, agreeing, ending: what is scarce, who is told, what opens when."""

from datetime import timedelta

import pytest

from tests.factories import NOON, make_member, make_opportunity, make_organisation, make_owner, make_unit
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.capabilities.threads.queries import conversation
from virtualclusters.exchange.engagements.jobs import place_in_queue, ring
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.acting import act, contact_is_open, say
from virtualclusters.exchange.engagements.operations.opening import answer, invite
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.exchange.opportunities.operations import end
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.organisations.models import Role

OPEN_UNTIL = NOON + timedelta(days=400)


def _answer(scene, unit, actor, **options):
    return answer(opportunity_id=scene.opportunity.pk, unit_id=unit.pk, actor=actor, at=NOON, **options)


def _code(refused):
    return refused.value.code


def test_answer_clicked_twice_gives_one_engagement(scene):
    stage = scene("enquire")

    first = _answer(stage, stage.unit, stage.answerer)
    second = _answer(stage, stage.unit, stage.answerer)

    assert (first.pk, Engagement.objects.count()) == (second.pk, 1)


def test_answer_to_ones_own_opportunity_is_refused(scene):
    stage = scene("enquire")

    with pytest.raises(Refused) as refused:
        _answer(stage, stage.opportunity.unit, stage.publisher)

    assert _code(refused) == "own"


def test_answer_after_the_last_day_is_refused(scene):
    stage = scene("enquire", closes_at=NOON - timedelta(minutes=1))

    with pytest.raises(Refused) as refused:
        _answer(stage, stage.unit, stage.answerer)

    assert _code(refused) == "closed"


def test_answer_for_a_unit_of_somebody_else_finds_nothing(scene):
    stage = scene("enquire")

    with pytest.raises(NotFound):
        _answer(stage, stage.unit, make_owner(make_unit()))


def test_the_sixth_answer_waits_and_moves_up_when_one_falls_out(scene):
    stage = scene("contest", most_answers=5, closes_at=OPEN_UNTIL)
    engagements = [_answer(stage, *stage.another()) for _ in range(7)]
    heard, waiting = engagements[:5], engagements[5:]

    places = [place_in_queue(engagement) for engagement in waiting]
    unit_owner = make_member(heard[0].lead.organisation)
    act(engagement_id=heard[0].pk, verb="withdraw", actor=unit_owner, at=NOON)
    run_jobs()
    for engagement in waiting:
        engagement.refresh_from_db()

    assert places == [1, 2]
    assert [(e.turn, place_in_queue(e)) for e in waiting] == [("publisher", None), ("", 1)]


def test_a_waiter_who_steps_back_gives_nothing_back(scene):
    stage = scene("contest", most_answers=1)
    _answer(stage, stage.unit, stage.answerer)
    unit, owner = stage.another()
    waiting = _answer(stage, unit, owner)

    act(engagement_id=waiting.pk, verb="withdraw", actor=owner, at=NOON)

    stage.opportunity.refresh_from_db()
    assert stage.opportunity.answers_taken == 1


def test_choosing_for_the_last_place_tells_the_rest_why(scene):
    stage = scene("contest", places=1)
    chosen = _answer(stage, stage.unit, stage.answerer)
    other = _answer(stage, *stage.another())

    act(engagement_id=chosen.pk, verb="choose", actor=stage.publisher, at=NOON)
    run_jobs()

    other.refresh_from_db()
    assert (other.phase, other.end_reason) == (Phase.DECLINED, "another_chosen")


def test_choosing_when_no_place_is_left_is_refused(scene):
    stage = scene("contest", places=1)
    first, second = _answer(stage, stage.unit, stage.answerer), _answer(stage, *stage.another())
    act(engagement_id=first.pk, verb="choose", actor=stage.publisher, at=NOON)

    with pytest.raises(Refused) as refused:
        act(engagement_id=second.pk, verb="choose", actor=stage.publisher, at=NOON)

    assert _code(refused) == "no_place_left"


def test_declining_without_a_reason_is_refused(scene):
    stage = scene("enquire")
    engagement = _answer(stage, stage.unit, stage.answerer)

    with pytest.raises(Refused) as refused:
        act(engagement_id=engagement.pk, verb="decline", actor=stage.publisher, at=NOON)

    assert _code(refused) == "reason_missing"


def test_contact_opens_only_when_both_agreed(scene):
    stage = scene("enquire")
    engagement = _answer(stage, stage.unit, stage.answerer)
    seen = [contact_is_open(engagement)]
    for verb, actor in (("offer", stage.publisher), ("agree", stage.answerer)):
        engagement = act(engagement_id=engagement.pk, verb=verb, actor=actor, at=NOON)
        seen.append(contact_is_open(engagement))

    assert seen == [False, False, True]


def test_contact_never_opens_where_the_other_side_is_elsewhere(scene):
    stage = scene("follow")
    engagement = _answer(stage, stage.unit, stage.answerer)

    assert (engagement.phase, contact_is_open(engagement)) == (Phase.UNDER_WAY, False)


def test_words_before_agreement_are_kept_as_typed_and_read_by_the_other_side_without_contact_details(scene):
    stage = scene("enquire")
    engagement = _answer(stage, stage.unit, stage.answerer)

    said = say(engagement_id=engagement.pk, words="Call me on 98765 43210 please", actor=stage.publisher, at=NOON)

    read = conversation(thread_id=engagement.thread_id, reader=stage.answerer.person, contacts_hidden=True)
    assert (said.words, read[-1].words) == (
        "Call me on 98765 43210 please",
        "Call me on [hidden until both agree] please",
    )


def test_a_class_takes_places_until_it_is_full_and_then_queues(scene):
    stage = scene("enrol", places=2)
    first = _answer(stage, stage.unit, stage.answerer, places=2)
    late = _answer(stage, *stage.another())

    assert (first.phase, late.phase, place_in_queue(late)) == (Phase.AGREED, Phase.ASKED, 1)


def test_a_place_given_back_goes_to_the_first_who_waits(scene):
    stage = scene("enrol", places=1, closes_at=OPEN_UNTIL)
    first = _answer(stage, stage.unit, stage.answerer)
    late = _answer(stage, *stage.another())

    act(engagement_id=first.pk, verb="withdraw", actor=stage.answerer, at=NOON)
    run_jobs()

    late.refresh_from_db()
    stage.opportunity.refresh_from_db()
    assert (late.phase, stage.opportunity.places_taken) == (Phase.AGREED, 1)


def test_a_turn_nobody_took_lapses_when_its_days_are_over(scene):
    stage = scene("enquire")
    engagement = _answer(stage, stage.unit, stage.answerer)

    early = ring(engagement_id=engagement.pk, at=engagement.due_at - timedelta(seconds=1))
    rung = ring(engagement_id=engagement.pk, at=engagement.due_at)

    assert (early, rung.phase, rung.end_reason) == (None, Phase.LAPSED, "lapse")


def test_ending_an_opportunity_tells_all_who_wait(scene):
    stage = scene("enquire")
    engagement = _answer(stage, stage.unit, stage.answerer)

    end(opportunity_id=stage.opportunity.pk, reason="met", actor=stage.publisher, at=NOON)
    run_jobs()

    engagement.refresh_from_db()
    assert (engagement.phase, engagement.end_reason) == (Phase.DECLINED, "opportunity_ended")


def test_an_invited_unit_takes_it_up(scene):
    stage = scene("contest")

    invited = invite(opportunity_id=stage.opportunity.pk, unit_id=stage.unit.pk, actor=stage.publisher, at=NOON)
    taken_up = act(engagement_id=invited.pk, verb="take_up", actor=stage.answerer, at=NOON)

    assert (invited.turn, taken_up.turn, taken_up.phase) == ("answerer", "publisher", Phase.ASKED)


def test_a_unit_that_is_not_to_be_approached_is_not_invited(scene):
    stage = scene("contest")
    stage.unit.may_be_approached = False
    stage.unit.save()

    with pytest.raises(Refused) as refused:
        invite(opportunity_id=stage.opportunity.pk, unit_id=stage.unit.pk, actor=stage.publisher, at=NOON)

    assert _code(refused) == "not_approached"


def test_staff_may_read_but_not_answer(scene):
    stage = scene("enquire")
    engagement = _answer(stage, stage.unit, stage.answerer)
    staff = make_member(stage.unit.organisation, role=Role.STAFF)

    with pytest.raises(NotFound):
        act(engagement_id=engagement.pk, verb="withdraw", actor=staff, at=NOON)

    assert list(Engagement.objects.visible_to(staff)) == [engagement]


def test_a_stranger_sees_no_engagement(scene):
    stage = scene("enquire")
    _answer(stage, stage.unit, stage.answerer)

    assert list(Engagement.objects.visible_to(make_owner(make_unit()))) == []


def test_an_unclaimed_organisation_cannot_answer(scene):
    stage = scene("enquire")
    unit = make_unit(organisation=make_organisation(claimed=False))

    with pytest.raises(Refused) as refused:
        _answer(stage, unit, make_owner(unit))

    assert _code(refused) == "not_claimed"


def test_a_draft_of_somebody_else_cannot_be_answered(scene):
    stage = scene("enquire", published_at=None)

    with pytest.raises(NotFound):
        _answer(stage, stage.unit, stage.answerer)


def test_opportunities_of_a_closed_organisation_do_not_show(db):
    opportunity = make_opportunity()
    opportunity.unit.organisation.closed_at = NOON
    opportunity.unit.organisation.save()

    assert list(Opportunity.objects.open_at(NOON)) == []
