"""A need's own page: what we understood, drafts sent with one tap, what lies there already, answers side by side."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import give_concept, make_opportunity, make_organisation, make_owner, make_unit
from virtualclusters.areas.advice.models import AdviceRequest
from virtualclusters.areas.catalogue.models import OfferDetail
from virtualclusters.capabilities.drafts.models import Draft
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.exchange.needs.models import Need
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.network.vocabulary.models import Concept

WISH = "masala pisne ki machine chahiye 2 lakh tak"


@pytest.fixture
def vocabulary(loaded_words):
    return lambda slug: Concept.objects.get(slug=slug)


@pytest.fixture
def scene(stage, vocabulary):
    return stage("offer")


def say(scene, words=WISH):
    """The need, and the page to which she came."""
    page = scene.answering.post("/en/need/", {"words": words}, follow=True)
    return Need.objects.get(), page.content.decode()


def look(scene, need, language="en"):
    return scene.answering.get(f"/{language}/need/{need.pk}/").content.decode()


def test_a_wish_becomes_a_filled_draft_with_concept_budget_place_and_last_day(scene):
    need, page = say(scene)

    told = ["The number in it:", "₹2,00,000", "Spice grinder", "Wanted", "Pune", "Closes in 30 days", ">Send<"]
    assert [word for word in told if word not in page] == []
    assert Opportunity.objects.filter(need=need).count() == 0


def test_one_tap_publishes_once_however_often_it_is_pressed(scene, vocabulary):
    need, _page = say(scene)

    for _press in range(3):
        sent = scene.answering.post(f"/en/need/{need.pk}/send/requirement/", follow=True).content.decode()

    mine = Opportunity.objects.get(need=need)
    assert (mine.kind, mine.title, mine.unit, mine.requirement_detail.budget) == (
        "requirement",
        WISH,
        scene.unit,
        200_000,
    )
    assert [(one.role, one.concept) for one in mine.concepts.all()] == [("asks", vocabulary("spice-grinder"))]
    assert "Undo for 10 minutes" in sent


def test_what_was_sent_is_taken_back_within_ten_minutes_and_can_be_sent_again(scene):
    need, _page = say(scene)
    scene.answering.post(f"/en/need/{need.pk}/send/requirement/")

    scene.answering.post(f"/en/need/{need.pk}/undo/requirement/")
    taken_back = look(scene, need)
    scene.answering.post(f"/en/need/{need.pk}/send/requirement/")

    ends = list(Opportunity.objects.filter(need=need).order_by("pk").values_list("end_reason", flat=True))
    assert (ends, "Undo for 10 minutes" in taken_back) == (["withdrawn", ""], False)


def test_what_was_sent_longer_ago_is_not_taken_back(scene):
    need, _page = say(scene)
    scene.answering.post(f"/en/need/{need.pk}/send/requirement/")
    Opportunity.objects.filter(need=need).update(published_at=scene.now - timedelta(minutes=11))

    refused = scene.answering.post(f"/en/need/{need.pk}/undo/requirement/")

    page = refused.content.decode()
    told = ["It cannot be undone here any more.", "Go back, tap “Open it”, and end it there."]
    assert (refused.status_code, [words in page for words in told]) == (422, [True, True])


def test_nothing_to_take_back_and_a_kind_that_cannot_help_are_not_found(scene):
    need, _page = say(scene, "No buyers for what we said")

    kinds = ["undo/requirement", "send/training", "undo/nonsense", "send/nonsense", "change/nonsense"]
    assert [scene.answering.post(f"/en/need/{need.pk}/{kind}/").status_code for kind in kinds] == [404] * len(kinds)


def test_change_first_opens_the_form_filled_and_publishing_leads_back_to_the_need(scene):
    need, _page = say(scene)

    form = scene.answering.post(f"/en/need/{need.pk}/change/requirement/", follow=True).content.decode()
    posted = dict(re.findall(r'name="([a-z_]+)" value="([^"]*)"', form)) | {
        "title": "A grinder for spices",
        "summary": "",
    }
    posted.pop("csrfmiddlewaretoken", None)
    scene.answering.post("/en/publish/requirement/", posted)
    done = scene.answering.post("/en/publish/requirement/check/", {"unit": scene.unit.pk})

    mine = Opportunity.objects.get(need=need)
    assert (mine.title, mine.requirement_detail.budget, Draft.objects.count()) == ("A grinder for spices", 200_000, 0)
    assert done.url == f"/en/need/{need.pk}/"


def test_what_was_begun_before_is_not_written_over(scene):
    scene.answering.post("/en/publish/requirement/", {"title": "Honey", "once": "x"})
    need, _page = say(scene)

    form = scene.answering.post(f"/en/need/{need.pk}/change/requirement/", follow=True).content.decode()

    assert ("You had begun this before." in form, 'value="Honey"' in form) == (True, True)


def test_chips_are_corrected_and_what_is_missing_is_added(scene, vocabulary):
    need, _page = say(scene)

    scene.answering.post(f"/en/need/{need.pk}/understood/", {"added": "packing machine"})
    page = look(scene, need)

    kept = list(need.concepts.values_list("concept__slug", "role"))
    assert (len(kept), kept[0][1], "Spice grinder" in page) == (1, "wanted", True)
    assert (f'value="{vocabulary("spice-grinder").pk}" checked' in page, Need.objects.get().words) == (False, WISH)


def test_an_offer_that_fits_lies_there_already_and_is_answered_with_one_tap(scene, vocabulary):
    grinder = vocabulary("spice-grinder")
    offer = make_opportunity(
        kind="offer", unit=make_unit(at=scene.now), at=scene.now, title="Grinder 5 hp", concepts=[("offers", grinder)]
    )
    OfferDetail.objects.create(opportunity=offer, price_from=150_000, price_per="piece")
    need, page = say(scene)

    after = scene.answering.post(f"/en/need/{need.pk}/answer/{offer.pk}/", follow=True).content.decode()

    engagement = Engagement.objects.get(opportunity=offer)
    assert ("Already here: 1 that fits" in page, "Grinder 5 hp" in page) == (True, True)
    assert (engagement.need, engagement.lead) == (need, scene.unit)
    assert ("1 answer" in after, "from ₹1,50,000 a piece" in after, "Already here" in after) == (True, True, False)


def test_answers_stand_side_by_side_with_what_was_said_and_where_they_stand(scene):
    need, _page = say(scene)
    scene.answering.post(f"/en/need/{need.pk}/send/requirement/")
    mine = Opportunity.objects.get(need=need)
    unit, actor, _browser = scene.another("Sample Machines")
    answer(
        opportunity_id=mine.pk,
        unit_id=unit.pk,
        actor=actor,
        at=timezone.now(),
        words="We bring one from stock in a week. 98765 43210",
    )

    page = look(scene, need)
    listed = scene.answering.get("/en/needs/").content.decode()

    told = ["Sample Machines", "We bring one from stock in a week.", "Not said yet", "Your turn until", "0 km"]
    assert [word for word in told if word not in page] == []
    assert ("1 answer" in listed, "98765" in page) == (True, False)


def test_those_near_who_could_answer_are_counted(scene, vocabulary):
    for name, place in (("near", {}), ("far", {"latitude": 28.6, "longitude": 77.2}), ("other trade", {})):
        unit = make_unit(organisation=make_organisation(name=name, at=scene.now), at=scene.now, **place)
        give_concept(unit, vocabulary("papad" if name == "other trade" else "spice-grinder"))

    _need, page = say(scene)

    assert "1 who could answer is within 50 km" in page


def test_a_need_that_nobody_can_name_asks_for_another_word(scene):
    _need, page = say(scene, "qwrtz plfm")

    assert ("We know none of these words yet." in page, "Is something missing?" in page) == (True, True)


def test_a_need_is_solved_and_a_trouble_again(scene):
    need, _page = say(scene)

    solved = scene.answering.post(f"/en/need/{need.pk}/mark/", {"met": "yes"}, follow=True).content.decode()
    again = scene.answering.post(f"/en/need/{need.pk}/mark/", {"met": "no"}, follow=True).content.decode()

    assert ("Still a trouble" in solved, "It is solved" in again) == (True, True)


def test_a_need_without_any_says_so(scene):
    assert "We show you who can help." in scene.answering.get("/en/needs/").content.decode()


def test_another_organisations_need_is_not_found(scene):
    need, _page = say(scene)
    addresses = ["understood/", "mark/", "send/requirement/", "undo/requirement/", "change/requirement/", "answer/1/"]

    found = [scene.publishing.post(f"/en/need/{need.pk}/{address}").status_code for address in addresses]

    assert [scene.publishing.get(f"/en/need/{need.pk}/").status_code, *found] == [404] * 7


def test_a_need_of_one_of_several_places_says_which(scene):
    second = make_unit(organisation=scene.unit.organisation, at=scene.now, name="Second mill")

    asked = scene.answering.post("/en/need/", {"words": WISH}).content.decode()
    scene.answering.post("/en/need/", {"words": WISH, "unit": second.pk})

    assert ("Second mill" in asked, Need.objects.get().unit) == (True, second)


@pytest.mark.parametrize("number", [1, 30])
def test_pages_of_needs_ask_the_database_the_same_number_of_times(scene, number, django_assert_max_num_queries):
    need, _page = say(scene)
    scene.answering.post(f"/en/need/{need.pk}/send/requirement/")
    mine = Opportunity.objects.get(need=need)
    Opportunity.objects.update(most_answers=None)
    for _one in range(number):
        unit = make_unit(at=scene.now)
        answer(opportunity_id=mine.pk, unit_id=unit.pk, actor=make_owner(unit), at=timezone.now(), words="We can.")
        Need.objects.create(unit=scene.unit, words=f"more {_one}", language="en", source="typed", stated_at=scene.now)
    look(scene, need)

    with django_assert_max_num_queries(24):
        look(scene, need)
    with django_assert_max_num_queries(12):
        scene.answering.get("/en/needs/")


def test_a_trouble_with_quality_asks_students_advisers_and_trainers_first_and_buying_last(scene):
    _need, page = say(scene, "Biscuits break, 6 percent")

    best, others = page.split("Other ways to ask")
    drafts = [re.findall(r'class="vc-card vc-match" id="([a-z_]+)"', part) for part in (best, others)]
    assert (sorted(drafts[0]), "requirement" in drafts[1]) == (["advice", "student_project", "training_wish"], True)


def test_a_wish_to_buy_asks_sellers_first(scene):
    _need, page = say(scene, WISH)

    assert re.findall(r'class="vc-card vc-match" id="([a-z_]+)"', page)[0] == "requirement"


def test_advice_is_asked_with_one_tap_once_and_taken_back(scene):
    need, _page = say(scene, "Biscuits break, 6 percent")

    for _press in range(2):
        sent = scene.answering.post(f"/en/need/{need.pk}/send/advice/", follow=True).content.decode()
    requests = AdviceRequest.objects.filter(need=need)
    going_round = requests.filter(ended_at=None).count()
    scene.answering.post(f"/en/need/{need.pk}/undo/advice/")

    assert ("Undo for 10 minutes" in sent, going_round) == (True, 1)
    assert list(requests.values_list("end_reason", flat=True)) == ["stopped"]
