"""A match by hand: who may suggest what to whom, what the unit sees of it, and what it never does."""

from datetime import timedelta

import pytest

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
from virtualclusters.accounts.operations import consent
from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.messaging.models import Notification
from virtualclusters.exchange.alerts import by_hand, operations
from virtualclusters.exchange.alerts.export import SUGGESTIONS
from virtualclusters.exchange.alerts.models import Alert
from virtualclusters.exchange.alerts.people import MOST_A_WEEK
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.matching.scoring import WORTH_SHOWING
from virtualclusters.network.clusters.models import ClusterRole
from virtualclusters.network.organisations.models import OrganisationKind, Unit

pytestmark = pytest.mark.django_db
WHY = "You bought glass jars last year"


@pytest.fixture
def cluster():
    return make_cluster()


@pytest.fixture
def facilitator(cluster):
    return make_officer(cluster, ClusterRole.FACILITATOR)


@pytest.fixture
def jars(cluster):
    opportunity = make_opportunity(kind="offer", title="Glass jars", closes_at=NOON + timedelta(days=30))
    opportunity.clusters.add(cluster)
    return opportunity


@pytest.fixture
def unit():
    return make_unit()


@pytest.fixture
def suggest(jars, unit, facilitator):
    """Suggests the jars to the unit, or what is told instead."""

    def suggesting(**told):
        given = {"opportunity_id": jars.pk, "unit_id": unit.pk, "words": WHY, "actor": facilitator, "at": NOON, **told}
        return by_hand.suggest(**given)

    return suggesting


def refusal(suggesting, **told):
    with pytest.raises(Refused) as refused:
        suggesting(**told)
    return refused.value.code


def waiting(unit, at=NOON):
    return [(one.opportunity.title, one.words) for one in by_hand.suggestions_for(unit.pk, at=at)]


def test_a_suggestion_is_marked_with_who_why_and_for_which_cluster(suggest, facilitator, cluster, unit):
    alert = suggest(words="  You bought\nglass jars last year ")

    marks = (alert.by_hand_by, alert.by_hand_cluster, alert.by_hand_words, alert.by_hand_at, alert.score)
    assert marks == (facilitator.person_id, cluster.pk, WHY, NOON, 0)
    assert waiting(unit) == [("Glass jars", WHY)]


def test_the_units_people_who_agreed_are_told_and_the_event_keeps_no_words(suggest, unit, jars, cluster):
    told = make_owner(unit).person
    make_owner(unit)
    consent(person=told, purposes=["messages"], notice="joining 2026-11", language="en", channel="web", at=NOON)

    suggest()

    rows = Notification.objects.values_list("person", "key", "about")
    assert list(rows) == [(told.pk, "finding.suggested", f"/opportunities/{jars.pk}/")]
    kept = Event.objects.get(code="alert.suggested").dimensions
    assert kept == {"kind": "offer", "unit": unit.pk, "cluster": cluster.pk, "told": 1}


def test_who_was_told_much_this_week_sees_it_on_the_page_and_gets_no_message(suggest, unit):
    person = make_owner(unit).person
    consent(person=person, purposes=["messages"], notice="joining 2026-11", language="en", channel="web", at=NOON)
    for number in range(MOST_A_WEEK + 1):
        Alert.objects.create(unit_id=unit.pk, opportunity_id=10**6 + number, score=0.5, written_at=NOON)

    suggest()

    assert (waiting(unit), Notification.objects.count()) == ([("Glass jars", WHY)], 0)


def test_suggesting_twice_changes_nothing(suggest, unit):
    first = suggest()

    again = suggest(words="Other words", at=NOON + timedelta(hours=1))

    assert (again.pk, again.by_hand_words, again.by_hand_at) == (first.pk, WHY, NOON)
    assert (Alert.objects.count(), Event.objects.filter(code="alert.suggested").count()) == (1, 1)


def test_what_the_portal_told_already_keeps_its_score_and_gets_the_words(suggest, unit, jars):
    Alert.objects.create(unit_id=unit.pk, opportunity_id=jars.pk, score=0.7, written_at=NOON - timedelta(days=2))

    suggest()

    alert = Alert.objects.get()
    assert (alert.score, alert.by_hand_words, alert.written_at) == (0.7, WHY, NOON - timedelta(days=2))


def test_another_clusters_facilitator_an_owner_and_a_random_id_get_the_same_answer(suggest, unit, jars):
    stranger = make_officer(make_cluster(slug="other"), ClusterRole.FACILITATOR)
    verifier = make_officer(jars.clusters.get(), ClusterRole.VERIFIER)
    attempts = [
        {"actor": stranger},
        {"actor": verifier},
        {"actor": make_owner(unit)},
        {"opportunity_id": 7_654_321},
        {"unit_id": 7_654_321},
        {"unit_id": make_unit(organisation=make_organisation(claimed=False)).pk},
    ]
    for told in attempts:
        with pytest.raises(NotFound):
            suggest(**told)
    assert Alert.objects.count() == 0


def test_the_administrator_suggests_for_the_portal_and_for_no_cluster(suggest, unit):
    administrator = make_member(make_organisation(kind=OrganisationKind.ADMINISTRATOR))

    alert = suggest(actor=administrator)

    assert (alert.by_hand_by, alert.by_hand_cluster) == (administrator.person_id, None)
    assert [one.cluster for one in by_hand.suggestions_for(unit.pk, at=NOON)] == [None]


def test_what_is_closed_own_or_for_others_is_refused(suggest, jars, cluster):
    for_colleges = make_opportunity(kind="student_project")
    for_colleges.clusters.add(cluster)
    codes = [
        refusal(suggest, at=NOON + timedelta(days=31)),
        refusal(suggest, unit_id=jars.unit_id),
        refusal(suggest, opportunity_id=for_colleges.pk),
        refusal(suggest, words=" \n "),
    ]
    assert codes == ["closed", "own", "wrong_answerer", "no_words"]


def test_a_unit_that_wants_no_approach_answered_or_put_it_away_is_left_in_peace(suggest, unit, jars):
    owner = make_owner(unit)
    operations.dismiss(unit_id=unit.pk, opportunity_id=jars.pk, actor=owner, at=NOON)
    put_away = refusal(suggest)
    answer(opportunity_id=jars.pk, unit_id=unit.pk, actor=owner, at=NOON)
    answered = refusal(suggest)
    Unit.objects.filter(pk=unit.pk).update(may_be_approached=False)

    assert (put_away, answered, refusal(suggest)) == ("put_away", "answered", "not_approached")


def test_only_so_many_are_suggested_to_a_unit_in_a_week(suggest, unit, cluster, settings):
    settings.SUGGESTIONS_A_WEEK = 1
    other = make_opportunity(kind="offer")
    other.clusters.add(cluster)
    suggest()

    too_soon = refusal(suggest, opportunity_id=other.pk, at=NOON + timedelta(days=6))
    later = suggest(opportunity_id=other.pk, at=NOON + timedelta(days=8))

    assert (too_soon, later.opportunity_id) == ("enough", other.pk)


def test_it_waits_until_she_answers_puts_it_away_or_it_closes(suggest, unit, jars):
    suggest()
    owner = make_owner(unit)
    operations.dismiss(unit_id=unit.pk, opportunity_id=jars.pk, actor=owner, at=NOON)
    put_away = waiting(unit)
    operations.take_back(unit_id=unit.pk, opportunity_id=jars.pk, actor=owner, at=NOON)
    taken_back, closed = waiting(unit), waiting(unit, at=NOON + timedelta(days=31))
    answer(opportunity_id=jars.pk, unit_id=unit.pk, actor=owner, at=NOON)

    assert (put_away, taken_back, closed, waiting(unit)) == ([], [("Glass jars", WHY)], [], [])


def test_the_publisher_gets_nothing_before_she_answers(suggest, jars):
    publisher = make_owner(jars.unit).person
    suggest()

    assert (Engagement.objects.count(), Notification.objects.filter(person=publisher).count()) == (0, 0)


def test_kinds_narrow_what_is_suggested(suggest, unit):
    suggest()

    counts = [len(by_hand.suggestions_for(unit.pk, at=NOON, only_kinds=(kind,))) for kind in ("offer", "requirement")]
    assert counts == [1, 0]


def test_who_suggested_may_take_it_away_with_her_and_after_erasure_it_is_a_plain_alert(suggest, unit, facilitator):
    suggest()
    exported = [row["by_hand_words"] for row in SUGGESTIONS.rows(facilitator.person)]

    by_hand.forget_words(person=facilitator.person, at=NOON)

    alert = Alert.objects.get()
    assert (exported, alert.by_hand_by, alert.by_hand_words, waiting(unit)) == ([WHY], None, "", [])


def test_suggestions_take_as_many_queries_for_five_as_for_one(suggest, unit, cluster, django_assert_num_queries):
    suggest()
    with django_assert_num_queries(3):
        by_hand.suggestions_for(unit.pk, at=NOON)
    for _number in range(4):
        other = make_opportunity(kind="offer")
        other.clusters.add(cluster)
        suggest(opportunity_id=other.pk)
    with django_assert_num_queries(3):
        assert len(by_hand.suggestions_for(unit.pk, at=NOON)) == 5


def test_a_suggestion_keeps_the_score_of_the_match_it_makes(suggest, cluster, unit):
    honey = make_concept("honey")
    give_concept(unit, honey)
    wanted = make_opportunity(kind="requirement", concepts=[("asks", honey)])
    wanted.clusters.add(cluster)

    assert suggest(opportunity_id=wanted.pk).score > WORTH_SHOWING
