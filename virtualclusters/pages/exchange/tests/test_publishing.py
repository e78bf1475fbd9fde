"""Publishing, what I published, invitations, the end, and a need."""

from datetime import timedelta

import pytest

from tests.factories import give_concept, make_cluster, make_opportunity, make_organisation, make_unit
from virtualclusters.capabilities.drafts.models import Draft
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.exchange.needs.models import Need
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.network.vocabulary.models import Concept

ONCE = "0123456789abcdef0123456789abcdef"
WANTED = {
    "title": "Raw honey, 200 kg a month",
    "summary": "For our sweets, in cans",
    "quantity": "200",
    "quantity_unit": "kg",
    "budget": "50,000",
    "once": ONCE,
}


@pytest.fixture
def vocabulary(loaded_words):
    return lambda slug: Concept.objects.get(slug=slug)


def _mine():
    return Opportunity.objects.get(title="Raw honey, 200 kg a month", summary="For our sweets, in cans")


def test_the_first_page_names_what_my_organisation_may_publish(stage):
    page = stage("offer").answering.get("/en/publish/").content.decode()

    places = [page.find(words) for words in ("Offer something", "Ask for something", "Get students", "Say what loan")]
    assert (-1 in places, places) == (False, sorted(places))


def test_a_requirement_is_published_with_the_chips_that_were_kept(stage, vocabulary):
    scene = stage("offer")
    cluster = make_cluster(at=scene.now, units=[scene.unit])
    honey = vocabulary("raw-honey")

    sent = scene.answering.post("/en/publish/requirement/", WANTED)
    check = scene.answering.get(sent.url).content.decode()
    done = scene.answering.post(sent.url, {"concepts": [honey.pk], "clusters": [cluster.pk], "unit": scene.unit.pk})

    mine = _mine()
    assert ("₹50,000" in check, f'value="{honey.pk}" ' in check or f'value="{honey.pk}"' in check) == (True, True)
    assert [(row.role, row.concept) for row in mine.concepts.all()] == [("asks", honey)]
    assert ([*mine.clusters.all()], mine.most_answers, mine.places) == ([cluster], 5, 1)
    assert (mine.requirement_detail.quantity, done.url) == (200, f"/en/my-opportunities/{mine.pk}/")


def test_publishing_twice_publishes_once(stage, vocabulary):
    scene = stage("offer")
    scene.answering.post("/en/publish/requirement/", WANTED)

    answers = [scene.answering.post("/en/publish/requirement/check/", {"unit": scene.unit.pk}) for _click in range(2)]

    assert ([one.status_code for one in answers], _mine().unit, Draft.objects.count()) == ([302, 302], scene.unit, 0)


def test_what_was_typed_stays_when_something_is_wrong_and_when_one_comes_back_later(stage):
    scene = stage("offer")

    wrong = scene.answering.post("/en/publish/requirement/", {**WANTED, "quantity_unit": ""}).content.decode()
    later = scene.answering.get("/en/publish/requirement/").content.decode()
    drafts = scene.answering.get("/en/my-opportunities/?show=drafts").content.decode()

    assert ("Say what the number counts" in wrong, "For our sweets, in cans" in wrong) == (True, True)
    assert ("For our sweets, in cans" in later, "Begun, not published." in drafts) == (True, True)


CONTACT_SAID = "Leave phone numbers, e-mail and links out. They open when both say yes."


@pytest.mark.parametrize("unseen", ["\u200b\u2060", "\u200c", "\u200e\u200d"])
def test_a_number_parted_by_signs_that_nobody_sees_is_a_contact(stage, unseen):
    page = stage("offer").answering.post("/en/publish/offer/", {**WANTED, "title": f"Call 98765{unseen}12340"})

    assert page.context["form"].errors == {"title": [CONTACT_SAID]}


@pytest.mark.parametrize("kind", ["offer", "requirement"])
def test_a_contact_in_what_is_published_is_refused_beside_its_field_and_what_was_typed_stays(kind, stage):
    scene = stage("offer")
    told = {**WANTED, "title": "Grinder call 98765 12340", "summary": "asha@example.org or wa.me/919876512340"}

    page = scene.answering.post(f"/en/publish/{kind}/", told)
    check = scene.answering.get(f"/en/publish/{kind}/check/")

    assert page.context["form"].errors == {"title": [CONTACT_SAID], "summary": [CONTACT_SAID]}
    assert ("Grinder call 98765 12340" in page.content.decode(), check.status_code) == (True, 302)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"price_from": "0", "price_per": "kg"}, {"price_from": ["Enter more than ₹0, or leave it empty."]}),
        ({"least_quantity": "0"}, {"least_quantity": ["Enter a number above 0."]}),
        (
            {"least_quantity": "12345678901"},
            {"least_quantity": ["This number is too large. Check it and type it again."]},
        ),
    ],
)
def test_a_price_or_a_smallest_order_that_is_none_is_refused_in_plain_words(typed, told, stage):
    page = stage("requirement").answering.post("/en/publish/offer/", {"title": "Honey", "once": ONCE, **typed})

    assert page.context["form"].errors == told


def test_a_contact_in_a_need_is_refused_beside_its_words(stage):
    page = stage("offer").answering.post("/en/need/", {"words": "Our mill stands still, call 9876512340"})

    assert (page.context["form"].errors, Need.objects.count()) == ({"words": [CONTACT_SAID]}, 0)


def test_a_last_day_that_is_over_is_told_beside_the_field(stage):
    scene = stage("offer")
    over = {"closes_on_day": "1", "closes_on_month": "2", "closes_on_year": "2020"}

    page = scene.answering.post("/en/publish/offer/", {"title": "Honey", "once": ONCE, **over}).content.decode()

    assert "This day is over. Choose a later one." in page


def test_an_offer_with_a_last_day_is_published(stage):
    scene = stage("requirement")
    day = scene.now + timedelta(days=20)
    last = {"closes_on_day": day.day, "closes_on_month": day.month, "closes_on_year": day.year}
    scene.answering.post("/en/publish/offer/", {"title": "Honey in jars", "once": ONCE, **last})

    scene.answering.post("/en/publish/offer/check/", {"unit": scene.unit.pk, "remote": "on"})

    offer = Opportunity.objects.get(title="Honey in jars")
    assert (offer.kind, offer.closes_at.date(), offer.remote) == ("offer", day.date(), True)


def test_a_kind_that_nobody_declared_is_not_found(stage):
    assert stage("offer").answering.get("/en/publish/nonsense/").status_code == 404


def test_my_opportunities_show_how_many_answers_wait_for_me(stage):
    scene = stage("requirement", most_answers=1)
    answer(opportunity_id=scene.opportunity.pk, unit_id=scene.unit.pk, actor=scene.answerer, at=scene.now)
    unit, actor, _browser = scene.another("Sample Bees")
    answer(opportunity_id=scene.opportunity.pk, unit_id=unit.pk, actor=actor, at=scene.now)

    listed = scene.publishing.get("/en/my-opportunities/").content.decode()
    one = scene.publishing.get(f"/en/my-opportunities/{scene.opportunity.pk}/").content.decode()

    assert ("2 answers" in listed, "1 waits for you" in listed, "1 in the queue" in listed) == (True, True, True)
    assert ("Sample Honey" in one, "Number 1 in the queue" in one) == (True, True)


def test_what_another_organisation_published_is_not_mine(stage):
    scene = stage("requirement")
    pages = ["", "invite/", "end/"]

    found = [scene.answering.get(f"/en/my-opportunities/{scene.opportunity.pk}/{page}").status_code for page in pages]

    assert found == [404, 404, 404]


def test_units_that_fit_are_ranked_with_what_they_have_and_invited_in_one_tap(stage, vocabulary):
    scene = stage("requirement")
    honey = vocabulary("honey")
    scene.opportunity.concepts.create(concept=honey, role="asks")
    give_concept(scene.unit, honey)
    stranger = make_unit(organisation=make_organisation(name="Sample Papad", at=scene.now), at=scene.now)
    give_concept(stranger, vocabulary("papad"))
    address = f"/en/my-opportunities/{scene.opportunity.pk}/invite/"

    before = scene.publishing.get(address).content.decode()
    scene.publishing.post(address, {"unit": scene.unit.pk})
    after = scene.publishing.get(address).content.decode()

    assert ("Sample Honey" in before, "Sample Papad" in before, "In talks with you" in after) == (True, False, True)
    assert [(one.lead, one.opened_by) for one in Engagement.objects.all()] == [(scene.unit, "publisher")]


def test_inviting_what_is_no_unit_is_not_found(stage):
    scene = stage("requirement")
    address = f"/en/my-opportunities/{scene.opportunity.pk}/invite/"

    assert [scene.publishing.post(address, {"unit": one}).status_code for one in ("", "x", "9" * 30, "0")] == [404] * 4


def test_ending_needs_a_reason_and_tells_those_who_wait(stage):
    scene = stage("requirement")
    engagement = answer(opportunity_id=scene.opportunity.pk, unit_id=scene.unit.pk, actor=scene.answerer, at=scene.now)
    address = f"/en/my-opportunities/{scene.opportunity.pk}/end/"

    missing = scene.publishing.post(address).content.decode()
    scene.publishing.post(address, {"reason": "met"})
    run_jobs()

    engagement.refresh_from_db()
    assert ("Choose one." in missing, engagement.end_reason) == (True, "opportunity_ended")


def test_a_need_is_kept_as_it_was_said_once(stage):
    scene = stage("offer")

    for _click in range(2):
        page = scene.answering.post("/en/need/", {"words": "Our mill stands still"}, follow=True)

    assert [(need.unit, need.words) for need in Need.objects.all()] == [(scene.unit, "Our mill stands still")]
    assert "Our mill stands still" in page.content.decode()


@pytest.mark.parametrize("number", [1, 50])
def test_my_opportunities_ask_the_database_the_same_number_of_times(stage, number, django_assert_max_num_queries):
    scene = stage("requirement")
    for _one in range(number):
        make_opportunity(unit=scene.opportunity.unit, at=scene.now)
    scene.publishing.get("/en/my-opportunities/")

    with django_assert_max_num_queries(15):
        scene.publishing.get("/en/my-opportunities/")
