"""The full lists for those who look after a cluster: who stands there, with what reasons, and for whom the page is."""

from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import (
    NOON,
    give_concept,
    make_cluster,
    make_concept,
    make_member,
    make_officer,
    make_opportunity,
    make_organisation,
    make_owner,
    make_unit,
)
from virtualclusters.exchange.alerts.by_hand import suggest
from virtualclusters.exchange.alerts.models import Alert
from virtualclusters.exchange.alerts.operations import dismiss
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.exchange.rules.models import Rule
from virtualclusters.matching.place import Band
from virtualclusters.matching.ranking import Damped
from virtualclusters.matching.reasons import Match
from virtualclusters.matching.rules import Answer, Eligibility
from virtualclusters.matching.scoring import WORTH_SHOWING
from virtualclusters.network.clusters.models import ClusterRole
from virtualclusters.network.organisations.models import OrganisationKind, YearlyCheckIn
from virtualclusters.network.vocabulary.models import Concept
from virtualclusters.pages.quality.words import LOWERED, strength
from virtualclusters.ui.formatters import long_date

pytestmark = pytest.mark.django_db


@pytest.fixture
def signed_in(client, facilitator):
    client.force_login(facilitator.person)
    return client


def units_page(client, opportunity, **query):
    return client.get(reverse("desk_fits", args=[opportunity.pk]), query)


def names(lines):
    return [line.name for line in lines]


def text(page):
    return unescape(page.content.decode())


def rule(opportunity, **columns):
    said = {"source": "Clause 4", "version": "1", "effective_from": NOON.date(), "hard": True}
    return Rule.objects.create(opportunity=opportunity, **said, **columns)


def test_every_unit_that_fits_stands_there_the_best_first_with_its_reasons(signed_in, wanted, maker, honey):
    maker("Far Sample Honey", latitude=26.14, longitude=91.74, state="AS", district="Kamrup")
    maker("Near Sample Honey", member=False)
    user = make_unit(organisation=make_organisation(name="Sample Honey Cakes"))
    give_concept(user, make_concept("cakes"))

    page = units_page(signed_in, wanted)

    assert names(page.context["fits"]) == ["Near Sample Honey", "Far Sample Honey"]
    near = page.context["fits"][0]
    assert (near.reasons[0], near.distance_km) == ("You make this: Honey.", 0)


def test_units_that_fit_equally_well_take_turns_from_list_to_list_and_the_page_says_so(
    signed_in, cluster, maker, now, wanted
):
    equals = {maker(f"Sample Honey {number}").organisation.name for number in range(4)}
    lists = []
    for _ in range(8):
        another = make_opportunity(
            at=now, unit=wanted.unit, concepts=[("asks", Concept.objects.get(slug="honey"))],
            closes_at=now + timedelta(days=9),
        )  # fmt: skip
        another.clusters.add(cluster)
        lists.append(names(units_page(signed_in, another).context["fits"]))
    again = names(units_page(signed_in, another).context["fits"])

    assert [set(one) for one in lists] == [equals] * 8
    assert len({one[0] for one in lists}) > 1
    assert again == lists[-1]
    assert "Units that fit equally well take turns" in text(units_page(signed_in, another))


def test_whom_a_condition_ends_stands_below_with_the_condition_and_never_with_the_units_figure(
    signed_in, wanted, maker, now
):
    small, large = maker("Small Sample Honey"), maker("Large Sample Honey")
    said = {"year": 2025, "said_at": now, "said_by": make_owner(small).person, "investment": "to_10l"}
    YearlyCheckIn.objects.create(organisation=small.organisation, sales="to_40l", **said)
    YearlyCheckIn.objects.create(organisation=large.organisation, sales="to_5cr", **said)
    rule(wanted, fact="turnover_lakh", operator="at_least", value=100)

    page = units_page(signed_in, wanted)

    fits, blocked = page.context["fits"], page.context["blocked"]
    assert (names(fits), names(blocked)) == (["Large Sample Honey"], ["Small Sample Honey"])
    assert [(one.reasons, one.suggest_href) for one in blocked] == [
        (["Sales a year: at least 1 crore rupees."], ""),
    ]
    assert "40 lakh" not in text(page)


def test_the_publishers_own_units_and_those_who_may_not_answer_are_left_out(signed_in, cluster, honey, maker, now):
    college = make_unit(organisation=make_organisation(kind=OrganisationKind.ACADEMIC_INSTITUTION))
    give_concept(college, honey)
    plan = make_opportunity(kind="purchase_plan", unit=maker("Its own unit"), concepts=[("asks", honey)], at=now)
    plan.clusters.add(cluster)
    maker()

    assert names(units_page(signed_in, plan).context["fits"]) == ["Sahyadri Sample Honey"]


def test_what_happened_between_the_two_stands_there_and_is_not_suggested_again(
    signed_in, wanted, maker, facilitator, now
):
    answered, put_away, by_hand, shy = (maker(f"Sample {word}") for word in ("A", "B", "C", "D"))
    maker("Sample E")
    answer(opportunity_id=wanted.pk, unit_id=answered.pk, actor=make_owner(answered), at=now)
    dismiss(unit_id=put_away.pk, opportunity_id=wanted.pk, actor=make_owner(put_away), at=now)
    suggest(opportunity_id=wanted.pk, unit_id=by_hand.pk, words="Try it", actor=facilitator, at=now)
    type(shy).objects.filter(pk=shy.pk).update(may_be_approached=False)

    lines = {line.name: line for line in units_page(signed_in, wanted).context["fits"]}

    assert {name: (line.happened, bool(line.suggest_href)) for name, line in lines.items()} == {
        "Sample A": ("has answered", False),
        "Sample B": ("put away", False),
        "Sample C": ("suggested by hand", False),
        "Sample D": ("does not want to be approached", False),
        "Sample E": ("", True),
    }


def test_the_list_has_fifty_a_page_and_asks_the_database_the_same_for_one_and_for_fifty(signed_in, wanted, maker):
    maker("Sample 0")
    units_page(signed_in, wanted)
    with CaptureQueriesContext(connection) as one:
        units_page(signed_in, wanted)
    for number in range(1, 52):
        maker(f"Sample {number}")
    with CaptureQueriesContext(connection) as many:
        first = units_page(signed_in, wanted)
    second = units_page(signed_in, wanted, page="2")

    assert (len(first.context["fits"]), len(second.context["fits"]), first.context["full"].total) == (50, 2, 52)
    assert len(one) == len(many) <= 20


def test_a_closed_one_can_be_read_and_not_be_suggested(signed_in, wanted, maker, now):
    maker()
    type(wanted).objects.filter(pk=wanted.pk).update(ended_at=now, end_reason="met")

    page = units_page(signed_in, wanted)

    assert [line.suggest_href for line in page.context["fits"]] == [""]
    assert "It is closed: nobody can answer it any more." in text(page)


def test_another_clusters_facilitator_and_a_random_id_get_the_same_answer_and_an_owner_does_not_enter(
    client, wanted, maker, now
):
    unit = maker()
    addresses = [
        [reverse("desk_fits", args=[pk]) for pk in (wanted.pk, 7_654_321)],
        [f"{reverse('desk_suggest', args=[pk])}?unit={unit.pk}" for pk in (wanted.pk, 7_654_321)],
        [reverse("desk_unit_fits", args=[pk]) for pk in (unit.pk, 7_654_321)],
    ]
    client.force_login(make_officer(make_cluster(slug="other"), ClusterRole.FACILITATOR, at=now).person)
    strangers = [[client.get(one).status_code for one in pair] for pair in addresses]
    client.force_login(make_owner(unit).person)
    owners = [client.get(pair[0]).status_code for pair in addresses]
    client.logout()

    assert (strangers, owners) == ([[404, 404]] * 3, [403] * 3)
    assert [client.get(pair[0]).status_code for pair in addresses] == [302] * 3


def test_only_open_ones_of_her_clusters_are_found_by_title_and_publisher(signed_in, wanted, cluster, now):
    jars = make_opportunity(kind="offer", title="Glass jars (sample)", at=now)
    over = make_opportunity(kind="offer", title="Honey, old (sample)", at=now, closes_at=now)
    jars.clusters.add(cluster)
    over.clusters.add(cluster)
    make_opportunity(title="Honey elsewhere (sample)", at=now)

    def found(words):
        page = signed_in.get(reverse("desk_opportunities"), {"words": words})
        return [row.title for row, _kind in page.context["rows"]]

    assert [found(""), found("HONEY"), found(jars.unit.organisation.name), found("nothing")] == [
        ["Glass jars (sample)", "Honey, 500 kg (sample)"],
        ["Honey, 500 kg (sample)"],
        ["Glass jars (sample)"],
        [],
    ]


def test_the_administrator_finds_what_stands_in_no_cluster(client, now):
    make_opportunity(kind="offer", title="Glass jars (sample)", at=now)
    client.force_login(make_member(make_organisation(kind=OrganisationKind.ADMINISTRATOR)).person)

    page = client.get(reverse("desk_opportunities"))

    assert [row.title for row, _kind in page.context["rows"]] == ["Glass jars (sample)"]


def test_a_units_own_list_has_what_is_open_with_what_ends_the_rest(signed_in, wanted, maker, cluster, honey, now):
    unit = maker()
    closed_to_it = make_opportunity(title="Honey by old firms (sample)", concepts=[("asks", honey)], at=now)
    elsewhere = make_opportunity(title="Honey elsewhere (sample)", concepts=[("asks", honey)], at=now, state="AS")
    rule(closed_to_it, fact="years_in_business", operator="at_least", value=5)
    type(unit.organisation).objects.filter(pk=unit.organisation_id).update(started_year=now.year - 1)

    page = signed_in.get(reverse("desk_unit_fits", args=[unit.pk]))

    suggested = [(line.name, bool(line.suggest_href)) for line in page.context["fits"]]
    assert suggested == [("Honey, 500 kg (sample)", True), (elsewhere.title, False)]
    assert [(line.name, line.reasons) for line in page.context["blocked"]] == [
        ("Honey by old firms (sample)", ["Years in business: at least 5 years."])
    ]


def test_a_unit_outside_her_clusters_is_not_opened(signed_in, wanted, maker):
    inside, outside = maker("Sample inside"), maker("Sample outside", member=False)
    answers = [signed_in.get(reverse("desk_unit_fits", args=[unit.pk])).status_code for unit in (inside, outside)]
    links = {line.name: bool(line.href) for line in units_page(signed_in, wanted).context["fits"]}

    assert (answers, links) == ([200, 404], {"Sample inside": True, "Sample outside": False})


def test_suggesting_asks_why_keeps_what_was_typed_and_leads_back(signed_in, wanted, maker):
    unit = maker()
    way = f"{reverse('desk_suggest', args=[wanted.pk])}?unit={unit.pk}"
    shown, empty = signed_in.get(way), signed_in.post(way, {"words": " "})
    long = signed_in.post(way, {"words": "x" * 201})
    done = signed_in.post(way, {"words": "They ask for forest honey"}, follow=True)

    assert [page.status_code for page in (shown, empty, long)] == [200, 422, 422]
    assert "x" * 201 in text(long)
    assert done.redirect_chain == [(reverse("desk_fits", args=[wanted.pk]), 302)]
    assert Alert.objects.get(unit_id=unit.pk).by_hand_words == "They ask for forest honey"


def test_what_was_suggested_says_when_and_asks_no_second_time(signed_in, wanted, maker, facilitator, now):
    unit = maker()
    suggest(opportunity_id=wanted.pk, unit_id=unit.pk, words="Try it", actor=facilitator, at=now)

    page = text(signed_in.get(f"{reverse('desk_suggest', args=[wanted.pk])}?unit={unit.pk}"))
    own = signed_in.get(reverse("desk_unit_fits", args=[unit.pk])).context["fits"]

    assert (f"Suggested on {long_date(now)}." in page, 'name="words"' in page) == (True, False)
    assert [(line.name, line.happened, line.suggest_href) for line in own] == [(wanted.title, "suggested by hand", "")]


def test_a_suggestion_that_does_not_concern_the_unit_by_itself_tells_the_distance(
    client, wanted, maker, facilitator, now
):
    other = make_opportunity(title="Steel (sample)", concepts=[("asks", make_concept("steel"))], at=now)
    other.clusters.set(wanted.clusters.all())
    unit = maker()
    suggest(opportunity_id=other.pk, unit_id=unit.pk, words="Try it", actor=facilitator, at=now)
    client.force_login(make_owner(unit).person)

    card = client.get(reverse("for_you")).context["cards"][0]

    assert (card.title, len(card.reasons_for), round(card.distance_km)) == ("Steel (sample)", 1, 0)


def test_a_refused_suggestion_says_why(signed_in, wanted, maker, now):
    unit = maker()
    dismiss(unit_id=unit.pk, opportunity_id=wanted.pk, actor=make_owner(unit), at=now)

    page = signed_in.post(f"{reverse('desk_suggest', args=[wanted.pk])}?unit={unit.pk}", {"words": "Try it"})

    assert (page.status_code, "This unit put it away: it is not for them." in text(page)) == (422, True)


@pytest.mark.parametrize("query", ["", "?unit=", "?unit=x", "?unit=99999999999999999999", "?unit=7654321"])
def test_a_suggestion_to_nobody_is_not_found(signed_in, wanted, query):
    assert signed_in.get(f"{reverse('desk_suggest', args=[wanted.pk])}{query}").status_code == 404


def test_for_you_shows_it_on_top_once_with_who_suggested_it_and_why(client, wanted, maker, facilitator, honey, now):
    unit = maker()
    better = make_opportunity(title="Honey next door (sample)", concepts=[("asks", honey)], at=now)
    far = make_opportunity(
        title="Honey far away (sample)", concepts=[("asks", honey)], at=now,
        unit=make_unit(latitude=26.14, longitude=91.74, state="AS", district="Kamrup"),
    )  # fmt: skip
    far.clusters.set(wanted.clusters.all())
    suggest(opportunity_id=far.pk, unit_id=unit.pk, words="They pay in a week", actor=facilitator, at=now)
    client.force_login(make_owner(unit).person)

    page = client.get(reverse("for_you"))

    titles = [card.title for card in page.context["cards"]]
    assert (titles[0], sorted(titles[1:])) == (far.title, sorted([better.title, wanted.title]))
    card = page.context["cards"][0]
    assert card.reasons_for[0] == "Suggested by the facilitator of Food processing: They pay in a week"
    assert (len(card.reasons_for) > 1, "honey" in card.reasons_for[1].lower(), round(card.distance_km, -2)) == (
        True,
        True,
        2000,
    )
    client.post(f"{reverse('not_for_me', args=[far.pk])}?unit={unit.pk}")
    assert far.title not in [card.title for card in client.get(reverse("for_you")).context["cards"]]


def test_for_you_asks_for_suggestions_only_when_there_are_any(client, wanted, maker, facilitator, now):
    unit = maker()
    client.force_login(make_owner(unit).person)
    client.get(reverse("for_you"))
    with CaptureQueriesContext(connection) as without:
        client.get(reverse("for_you"))
    suggest(opportunity_id=wanted.pk, unit_id=unit.pk, words="Try it", actor=facilitator, at=now)
    with CaptureQueriesContext(connection) as with_one:
        client.get(reverse("for_you"))

    assert (_reads_suggestions(without), _reads_suggestions(with_one)) == (0, 1)
    assert (len(with_one) - len(without) <= 4, len(with_one) <= 20) == (True, True)


def _reads_suggestions(queries):
    return sum('"by_hand_words"' in query["sql"] for query in queries)


def test_the_desk_leads_to_it(signed_in):
    assert reverse("desk_opportunities") in text(signed_in.get(reverse("desk")))


@pytest.mark.parametrize(
    ("score", "words"),
    [
        (0.6, "strong"),
        (0.59, "fair"),
        (0.4, "fair"),
        (0.39, "weak"),
        (WORTH_SHOWING, "weak"),
        (0.1, "very weak"),
    ],
)
def test_the_score_is_told_in_a_word(score, words):
    match = Match(1, score, score, (), (), Eligibility(Answer.YES, ()), None, Band.NOT_KNOWN, None)

    assert str(strength(match)[0]) == words


def test_whom_the_portal_would_not_tell_stands_there_too(signed_in, cluster, maker, now):
    only_words = make_opportunity(
        title="Jars (sample)", at=now, concepts=[("asks", make_concept("jars"))],
        closes_at=now + timedelta(days=9), value=1,
    )  # fmt: skip
    only_words.clusters.add(cluster)
    far = make_unit(organisation=make_organisation(name="Far Sample Jars"), latitude=26.1, longitude=91.7, state="AS")
    give_concept(far, Concept.objects.get(slug="jars"))
    maker()

    assert names(units_page(signed_in, only_words).context["fits"]) == ["Far Sample Jars"]


def test_every_step_that_moves_something_down_has_its_sentence():
    assert set(LOWERED) == set(Damped)
