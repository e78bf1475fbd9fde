"""A unit wishes for a training; trainers say what they would hold; it comes from a need in one tap."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import make_concept, make_organisation, make_owner, make_unit
from virtualclusters.areas.trainings.models import WishAnswer
from virtualclusters.areas.trainings.wishes.from_need import wish_from_need
from virtualclusters.areas.trainings.wishes.operations import answer_wish, publish_wish
from virtualclusters.areas.trainings.wishes.queries import answer_facts
from virtualclusters.capabilities.threads.models import Post
from virtualclusters.exchange.alerts.values import card_facts
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.kinds.from_need import Fit, NeedView, Trouble
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.foundation.time import day_in_india

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def wish(now):
    unit = make_unit(at=now)
    return publish_wish(
        actor=make_owner(unit),
        at=now,
        unit_id=unit.pk,
        title="Clean work in the bakery",
        summary="",
        language="en",
        concept_ids=[make_concept("hygiene").pk],
        people=8,
        mode="in_person",
        languages=["hi", "en"],
    )


@pytest.fixture
def trainer(now):
    return make_owner(make_unit(organisation=make_organisation(kind="ngo", name="Sample Trainers", at=now), at=now))


def held(trainer, wish, at, **columns):
    told = {"words": "Two mornings with practice", "hours": 6, "fee": 0, "first_day": day_in_india(at)} | columns
    return answer_wish(
        opportunity_id=wish.pk, unit_id=trainer.organisation.units.get().pk, actor=trainer, at=at, **told
    )


def view(unit, at, *troubles, number=None, number_unit=""):
    return NeedView(1, unit, "words", "en", (), (), {}, frozenset(troubles), number, number_unit, at)


def test_cards_say_how_many_how_and_in_which_languages_in_one_query(wish, django_assert_num_queries):
    with django_assert_num_queries(1):
        facts = card_facts([wish])

    assert facts == {wish.pk: {"line": "8 people · In person · हिन्दी, English"}}


def test_an_answer_says_cost_and_time_and_the_newer_figures_stand(wish, trainer, now):
    engagement = held(trainer, wish, now)
    first = answer_facts([engagement.pk])
    again = held(trainer, wish, now, hours=1, fee=Decimal(5000))

    day = f"{day_in_india(now):%-d %B %Y}"
    assert first == {engagement.pk: {"cost": "Free", "time": f"6 hours, from {day}"}}
    assert (again.pk, answer_facts([again.pk])) == (
        engagement.pk,
        {engagement.pk: {"cost": "₹5,000", "time": f"1 hour, from {day}"}},
    )


def test_what_is_said_with_the_second_answer_stands_in_the_talk_and_a_second_click_says_nothing_twice(
    wish, trainer, now
):
    engagement = held(trainer, wish, now)

    for _click in range(2):
        held(trainer, wish, now, words="One long morning instead", hours=4)

    said = Post.objects.filter(thread=engagement.thread_id).order_by("pk").values_list("words", flat=True)
    assert list(said) == ["Two mornings with practice", "One long morning instead"]


def test_figures_do_not_change_after_the_trainer_was_chosen(wish, trainer, now):
    engagement = held(trainer, wish, now)
    act(engagement_id=engagement.pk, verb="choose", actor=make_owner(wish.unit), at=now)

    held(trainer, wish, now, hours=40)

    assert WishAnswer.objects.get().hours == 6


def test_a_bank_cannot_answer_and_a_training_is_no_wish(wish, now):
    bank = make_owner(make_unit(organisation=make_organisation(kind="financial_institution", at=now), at=now))

    with pytest.raises(Refused) as refused:
        held(bank, wish, now)
    type(wish).objects.filter(pk=wish.pk).update(kind="requirement")
    with pytest.raises(NotFound):
        held(bank, wish, now)

    assert refused.value.code == "wrong_answerer"


def test_a_trainer_answers_on_a_page_of_its_own_and_what_she_typed_stays_on_error(wish, trainer, now):
    client, day = Client(), day_in_india(now) + timedelta(days=9)
    client.force_login(trainer.person)
    address = f"/en/trainings/wishes/{wish.pk}/answer/"
    told = {"words": "Two mornings", "hours": "6", "fee": "5,000"}
    told |= {"first_day_day": day.day, "first_day_month": day.month, "first_day_year": day.year}

    asked = client.get(f"/en/opportunities/{wish.pk}/").content.decode()
    wrong = client.post(address, told | {"first_day_year": "2020"}).content.decode()
    done = client.post(address, told)

    answer = WishAnswer.objects.get()
    assert (f'href="{address}"' in asked, "This day is over." in wrong, "Two mornings" in wrong) == (True, True, True)
    assert (answer.hours, answer.fee, answer.first_day, done.url) == (6, 5000, day, f"/en/talks/{answer.pk}/")


@pytest.mark.parametrize(
    ("troubles", "fits"),
    [
        ((Trouble.PEOPLE,), Fit.MEANT_FOR_IT),
        ((Trouble.QUALITY, Trouble.LOSS), Fit.HELPS),
        ((Trouble.SELL,), Fit.MAY_HELP),
        ((Trouble.MONEY,), None),
        ((), None),
    ],
)
def test_a_trouble_that_knowing_more_would_mend_becomes_a_wish(troubles, fits, now):
    draft = wish_from_need(view(make_unit(at=now, languages=["mr"]), now, *troubles))

    assert (draft and draft.fits, draft and draft.values["languages"]) == (fits, draft and ["mr"])


def test_a_number_of_people_is_how_many_would_come_and_another_number_is_not(now):
    unit = make_unit(at=now)

    told = [
        wish_from_need(view(unit, now, Trouble.PEOPLE, number=Decimal(number), number_unit=counts)).values
        for number, counts in ((8, "people"), (6, "percent"), (90_000, "people"))
    ]

    assert [values.get("people") for values in told] == [8, None, None]
