"""The directory, the list of opportunities and the public page of an organisation."""

from datetime import timedelta
from html import unescape

import brotli
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from tests.factories import make_cluster, make_opportunity, make_organisation, make_owner, make_unit
from virtualclusters.network.vocabulary.models import UnknownWordDay

PUNE_TO_MUMBAI = {"pin": "400001", "district": "Mumbai", "state": "MH", "latitude": 18.94, "longitude": 72.84}


def names(client, **query):
    return [card.name for card in client.get(reverse("directory"), query).context["cards"]]


def open_titles(client, **query):
    return [card.title for card in client.get(reverse("opportunities"), query).context["cards"]]


def text(client, name, *args, **query):
    return unescape(client.get(reverse(name, args=args), query).content.decode())


def test_the_directory_finds_by_any_script_and_says_what_it_understood(client, maker, indexed):
    maker("Sahyadri Sample Farms", makes=["honey"])
    maker("Annapurna Sample Foods", makes=["papad"])
    indexed()

    page = text(client, "directory", q="शहद")

    assert ("Sahyadri Sample Farms" in page, "Annapurna Sample Foods" in page) == (True, False)
    assert "We understood: <b>Honey</b>" in page


def test_facets_narrow_the_directory_and_show_their_counts(client, maker, indexed):
    maker("Pune Sample", makes=["honey"])
    maker("Kanpur Sample", makes=["papad"], state="UP", district="Kanpur", latitude=26.4, longitude=80.3)
    indexed()

    assert names(client, state="UP") == ["Kanpur Sample"]
    assert "Uttar Pradesh (1)" in text(client, "directory", state="MH")


def test_the_directory_is_narrowed_to_the_members_of_a_cluster(client, maker, indexed):
    member, _other = maker("Member Sample", makes=["honey"]), maker("Other Sample", makes=["honey"])
    cluster = make_cluster(units=[member])
    indexed()

    page = client.get(reverse("directory"), {"cluster": cluster.pk}).content.decode()

    assert ("Member Sample" in page, "Other Sample" in page, "Food processing (1)" in page) == (True, False, True)


def test_near_me_shows_only_what_lies_within_and_the_nearest_first(client, signed_in, maker, indexed):
    signed_in(maker("Own Sample", makes=["honey"]))
    maker("Mumbai Sample", makes=["honey"], **PUNE_TO_MUMBAI)
    maker("Beside Sample", makes=["honey"], latitude=18.6, longitude=73.9)
    indexed()

    assert names(client, near="10", sort="nearest") == ["Own Sample", "Beside Sample"]
    assert names(client, sort="nearest") == ["Own Sample", "Beside Sample", "Mumbai Sample"]


def test_a_pin_code_in_the_words_narrows_to_its_surroundings_and_is_said(client, maker, indexed):
    maker("Mumbai Sample", makes=["honey"], **PUNE_TO_MUMBAI)
    maker("Pune Sample", makes=["honey"])
    indexed()

    assert names(client, q="honey near 411001") == ["Pune Sample"]
    assert "from PIN code 411001 (Pune)" in text(client, "directory", q="honey near 411001")


def test_few_near_a_place_lead_to_a_wider_circle_in_one_tap(client, maker, indexed):
    maker("Mumbai Sample", makes=["honey"], **PUNE_TO_MUMBAI)
    maker("Pune Sample", makes=["honey"])
    maker("Kanpur Sample", makes=["honey"], state="UP", district="Kanpur", latitude=26.4, longitude=80.3)
    indexed()
    farther = dict(client.get(reverse("directory"), {"q": "honey near 411001"}).context["farther"])

    found = [client.get(reverse("directory") + farther[words]).context for words in ("200 km", "Everywhere")]

    assert [sorted(card.name for card in page["cards"]) for page in found] == [
        ["Mumbai Sample", "Pune Sample"],
        ["Kanpur Sample", "Mumbai Sample", "Pune Sample"],
    ]
    assert [list(dict(page["farther"])) for page in found] == [["Everywhere"], []]


def test_a_pin_code_alone_leads_everywhere_with_the_nearest_first(client, maker, indexed):
    maker("Mumbai Sample", makes=["honey"], **PUNE_TO_MUMBAI)
    maker("Pune Sample", makes=["honey"])
    indexed()

    assert names(client, q="411001", near="all") == ["Pune Sample", "Mumbai Sample"]
    assert names(client, q="411001", near="all", sort="best") == ["Pune Sample", "Mumbai Sample"]


def test_a_full_page_leads_no_farther(client, maker, indexed):
    for number in range(10):
        maker(f"Pune Sample {number}", makes=["honey"])
    indexed()
    assert client.get(reverse("directory"), {"q": "honey 411001"}).context["farther"] == []


def test_an_unknown_pin_code_is_said_and_the_other_words_are_searched(client, maker, indexed):
    maker("Pune Sample", makes=["honey"])
    maker("Papad Sample", makes=["papad"])
    indexed()

    assert names(client, q="honey near 999999") == ["Pune Sample"]
    said = [
        "We do not know the PIN code <b>999999</b>" in text(client, "directory", q=q) for q in ("near 999999", "999999")
    ]
    assert said == [True, True]


def test_near_me_is_within_fifty_kilometres_of_the_own_place(client, signed_in, maker, indexed):
    signed_in(maker("Own Sample", makes=["honey"]))
    maker("Mumbai Sample", makes=["honey"], **PUNE_TO_MUMBAI)
    indexed()

    assert names(client, q="honey near me") == ["Own Sample"]
    assert "Not farther than 50 km from your place." in text(client, "directory", q="honey near me")


def test_near_me_tells_visitors_to_write_a_pin_code_and_searches_no_me(client, maker, indexed):
    maker("Me and Mine Sample", makes=["papad"])
    maker("Pune Sample", makes=["honey"])
    indexed()

    assert names(client, q="honey near me") == ["Pune Sample"]
    assert "Write a PIN code beside your words" in text(client, "directory", q="honey near me")


@pytest.mark.parametrize("signs", ["🙂", "*", "((("])
def test_signs_without_a_word_show_all_and_say_so(client, maker, indexed, signs):
    maker("Pune Sample", makes=["honey"])
    indexed()

    assert f"We understood no word of “{signs}”. All are shown." in text(client, "directory", q=signs)
    assert names(client, q=signs) == ["Pune Sample"]


def test_districts_are_offered_once_a_state_is_chosen(client, maker, indexed):
    maker("Pune Sample", makes=["honey"])
    maker("Nashik Sample", makes=["honey"], district="Nashik")
    indexed()

    assert "Nashik (1)" not in text(client, "directory")
    assert "Nashik (1)" in text(client, "directory", state="MH")
    assert names(client, state="MH", district="MH_Nashik") == ["Nashik Sample"]


def test_cards_say_what_of_the_question_each_has_and_which_are_only_close(client, maker, indexed):
    maker("Nashik Sample", makes=["honey"], district="Nashik")
    maker("Kanpur Sample", makes=["honey"], state="UP", district="Kanpur")
    indexed()

    page = client.get(reverse("directory"), {"q": "honey nashik"})

    assert [(card.name, card.why) for card in page.context["cards"]] == [
        ("Nashik Sample", "Honey, nashik"),
        ("Kanpur Sample", "Honey"),
    ]
    assert "The first has all you asked for." in page.content.decode()


def why(client, language="en", **query):
    with override(language):
        page = client.get(reverse("directory"), query)
    return {card.name: card.why for card in page.context["cards"]}


def test_a_misspelt_question_is_answered_by_the_name_of_what_was_meant_and_never_by_the_slip(client, maker, indexed):
    maker("Grinding Sample", makes=["spice-grinder"])
    maker("Masala Sample", about="spices and a grinder")
    indexed()

    assert why(client, q="spise grindr") == {"Grinding Sample": "Spice grinder", "Masala Sample": "spices, grinder"}
    assert "Shown for: <b>Spice grinder</b>" in text(client, "directory", q="spise grindr")


def test_a_word_that_only_looks_like_theirs_is_said_as_they_write_it(client, maker, indexed):
    maker("Flour Sample", about="aata chakki")
    indexed()

    assert why(client, q="chakli") == {"Flour Sample": "chakki"}
    assert "Shown for: <b>chakki</b>" in text(client, "directory", q="chakli")


def test_a_reason_names_what_was_asked_for_in_the_language_of_the_reader(client, maker, indexed):
    maker("Pickle Sample", about="achaar")
    indexed()

    assert [why(client, language, q="achaar") for language in ("en", "hi")] == [
        {"Pickle Sample": "Pickles and chutney"},
        {"Pickle Sample": "अचार"},
    ]


def test_every_hit_of_a_code_that_many_machines_share_says_why(client, maker, indexed):
    made = ["honey-plant", "dough-mixer", "spice-grinder", "noodle-machine", "sugarcane-crusher"]
    for slug in made:
        maker(f"{slug} Sample", makes=[slug])
    indexed()

    assert [name for name, said in why(client, q="8438").items() if not said] == []
    assert len(why(client, q="8438")) == len(made)


def test_distance_is_not_offered_to_visitors(client, maker, indexed):
    maker("Pune Sample", makes=["honey"])
    indexed()
    assert "Not farther from you than" not in text(client, "directory", near="10", sort="nearest")


def test_a_misspelt_name_is_found_and_the_correction_is_said(client, maker, indexed):
    maker("Vishwakarma Sample Works")
    indexed()

    assert "We found nothing spelled like that. Showing <b>vishwakarma</b>." in text(
        client, "directory", q="vishwakrama"
    )


def test_an_empty_list_says_what_was_searched(client, maker, indexed):
    indexed()
    assert "We searched for: <b>“zzzz”</b>" in text(client, "directory", q="zzzz")


def test_the_list_of_opportunities_filters_by_kind_and_by_last_day(client, opportunity, now, indexed):
    opportunity("offer", "honey", title="Honey offered (sample)", closes_at=now + timedelta(days=5))
    opportunity("requirement", "honey", title="Honey wanted (sample)", closes_at=now + timedelta(days=20))
    indexed()

    assert open_titles(client, q="honey", kind="offer") == ["Honey offered (sample)"]
    assert open_titles(client, days="7") == ["Honey offered (sample)"]
    assert open_titles(client, sort="closing") == ["Honey offered (sample)", "Honey wanted (sample)"]


def test_closed_ones_are_listed_when_ticked_and_said_to_be_closed(client, opportunity, now, indexed):
    opportunity("offer", "honey", title="Honey before (sample)", closes_at=now - timedelta(hours=1))
    indexed()

    assert open_titles(client) == []
    assert "Closed: no more answers are taken." in text(client, "opportunities", closed="on")


@pytest.mark.parametrize(
    "odd", [{"page": "x"}, {"page": "99999"}, {"near": "7"}, {"sort": "?"}, {"state": "<b>"}, {"q": "\x00("}]
)
def test_odd_addresses_are_answered(client, maker, indexed, odd):
    indexed()
    assert [client.get(reverse(name), odd).status_code for name in ("directory", "opportunities")] == [200, 200]


def test_the_public_page_shows_what_it_makes_and_offers_and_no_way_past_the_portal(client, maker, signed_in, now):
    unit = maker("Sahyadri Sample Farms", makes=["honey"], address="Secret Lane 5")
    owner = signed_in(unit)
    make_opportunity(kind="offer", unit=unit, title="Honey from the hills (sample)", at=now)
    client.logout()

    page = text(client, "organisation", unit.organisation_id)

    assert [part in page for part in ("Sahyadri Sample Farms", "Honey", "Honey from the hills (sample)")] == [True] * 3
    hidden = ("Secret Lane", owner.person.phone, owner.person.phone[3:], owner.person.name)
    assert [part in page for part in hidden] == [False] * 4


def test_unclaimed_expired_and_closed_organisations_have_no_page(client, db, now):
    units = [
        make_unit(organisation=make_organisation(claimed=False)),
        make_unit(organisation=make_organisation(closed_at=now)),
        make_unit(at=now - timedelta(days=400)),
    ]
    found = [client.get(reverse("organisation", args=[unit.organisation_id])).status_code for unit in units]
    assert found == [404, 404, 404]


@pytest.mark.parametrize("rows", [1, 50])
@pytest.mark.parametrize("signed", [False, True])
def test_lists_take_few_queries_and_stay_small(client, maker, opportunity, signed_in, indexed, rows, signed):
    unit = maker("Own Sample", makes=["honey"])
    if signed:
        signed_in(unit)
    for number in range(rows):
        maker(f"Sample {number} Foods", makes=["honey", "papad"])
        opportunity("requirement", "honey", title=f"Honey {number} (sample)")
        opportunity("offer", "honey-extractor", title=f"Extractor {number} (sample)", unit=unit)
    indexed()
    client.get(reverse("directory"), {"q": "honey"})
    measured = {}
    for path in (
        f"{reverse('directory')}?q=honey",
        f"{reverse('opportunities')}?q=honey",
        reverse("organisation", args=[unit.organisation_id]),
    ):
        with CaptureQueriesContext(connection) as asked:
            answer = client.get(path)
        measured[path] = (len(asked), len(brotli.compress(answer.content, quality=4)))

    assert {path: figures for path, figures in measured.items() if figures[0] > 15 or figures[1] > 5_000} == {}


def test_words_that_nobody_knows_are_counted_once_a_question_for_people_and_never_for_visitors(client, indexed, maker):
    owner = make_owner(maker("Asking Sample", makes=["honey"]))
    indexed()
    client.get(reverse("directory"), {"q": "qomtaaz honey"})
    client.force_login(owner.person)
    for page in (1, 2):
        client.get(reverse("directory"), {"q": "qomtaaz honey", "page": page})

    assert list(UnknownWordDay.objects.values_list("word__word", "typed")) == [("qomtaaz", 1)]


def test_counting_words_that_nobody_knows_costs_one_query(client, indexed, maker):
    owner = make_owner(maker("Asking Sample", makes=["honey"]))
    indexed()
    client.force_login(owner.person)
    client.get(reverse("directory"), {"q": "honey"})
    with CaptureQueriesContext(connection) as known:
        client.get(reverse("directory"), {"q": "honey"})
    with CaptureQueriesContext(connection) as unknown:
        client.get(reverse("directory"), {"q": "qomtaaz zhubbor honey"})

    assert len(unknown) - len(known) == 1
