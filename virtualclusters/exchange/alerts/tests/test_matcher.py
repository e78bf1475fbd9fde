"""Postings of this node: the same answer as the database, from the file and the events, and alerts for the best first."""

from datetime import timedelta

import pytest
from django.core.management import call_command

from tests.factories import NOON, give_concept, make_organisation, make_owner, make_unit
from virtualclusters.capabilities.events.recording import record
from virtualclusters.exchange.alerts import telling
from virtualclusters.exchange.alerts.finding import units_reached_by
from virtualclusters.exchange.alerts.matcher import following, holding
from virtualclusters.exchange.alerts.matcher.asking import NothingHeld
from virtualclusters.exchange.alerts.matcher.columns import all_postings, rows_of
from virtualclusters.exchange.alerts.values import opportunity_views, unit_views, ways
from virtualclusters.exchange.rules.models import Rule
from virtualclusters.matching.postings import Unreadable
from virtualclusters.matching.rules import Answer, evaluate_all
from virtualclusters.network.organisations.models import Organisation, Unit, YearlyCheckIn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("node")]


@pytest.fixture
def crowd(concept):
    """Makers of honey and others: near and far, closed, unclaimed, expired, of several kinds and sizes."""
    honey, box = concept("honey"), concept("papad")
    shown = make_unit(state="MH", district="Pune", latitude=18.5, longitude=73.9)
    others = [
        make_unit(state="GJ", district="Rajkot", latitude=None, longitude=None),
        make_unit(state="", district="", latitude=26.1, longitude=91.7),
        make_unit(organisation=make_organisation(kind="ngo")),
        make_unit(organisation=make_organisation(claimed=False)),
        *_expiring(NOON, NOON + timedelta(seconds=1)),
        make_unit(closed_at=NOON),
    ]
    gone = make_unit()
    Organisation.objects.filter(pk=gone.organisation_id).update(closed_at=NOON)
    for unit in (shown, *others, gone):
        give_concept(unit, honey)
    give_concept(make_unit(), box)
    make_unit()
    YearlyCheckIn.objects.create(
        organisation=shown.organisation,
        year=2025,
        investment="to_2_5cr",
        sales="to_10cr",
        said_at=NOON,
        said_by=make_owner(shown).person,
    )
    return shown


def _expiring(*moments):
    for moment in moments:
        unit = make_unit()
        Unit.objects.filter(pk=unit.pk).update(expires_at=moment)
        yield unit


def asked(opportunity, postings, *, at=NOON, kinds=()):
    view = opportunity_views([opportunity.pk])[opportunity.pk]
    return sorted(postings.unit_ids(postings.candidates(view, ways(), at, kinds)).tolist())


@pytest.mark.parametrize(
    "at", [NOON - timedelta(days=1), NOON, NOON + timedelta(seconds=1), NOON + timedelta(days=800)]
)
def test_postings_find_the_units_that_the_database_finds(crowd, wanted, at):
    opportunity = wanted("honey")

    found = asked(opportunity, all_postings(at=at), at=at)

    assert found == units_reached_by(opportunity.pk, after=0, most=100, at=at)


def test_postings_know_size_state_and_kind_for_hard_rules(crowd, wanted):
    opportunity = wanted("honey")
    rule = {"hard": True, "source": "Clause 4", "version": "1", "effective_from": NOON.date()}
    rules = [("state", "one_of", ["MH"]), ("size_class", "one_of", ["micro"])]
    for fact, operator, value in rules:
        Rule.objects.create(opportunity=opportunity, fact=fact, operator=operator, value=value, **rule)

    reached = unit_views(units_reached_by(opportunity.pk, after=0, most=100, at=NOON), at=NOON)
    asking = opportunity_views([opportunity.pk])[opportunity.pk].rules
    found = asked(opportunity, all_postings(at=NOON))

    assert crowd.pk in found
    assert found == [
        pk for pk, unit in sorted(reached.items()) if evaluate_all(asking, unit.facts, NOON).answer is not Answer.NO
    ]


def test_a_few_units_read_by_their_rows_are_as_those_read_in_a_stream(crowd, wanted):
    ids = list(Unit.objects.values_list("pk", flat=True))
    streamed, read = all_postings(at=NOON), all_postings(at=NOON)
    read.replace(dict.fromkeys(ids))
    assert len(read) == 0

    read.replace(rows_of(ids, at=NOON))

    assert {pair: sorted(read.unit_ids(members)) for pair, members in read.concepts.items()} == {
        pair: sorted(streamed.unit_ids(members)) for pair, members in streamed.concepts.items()
    }
    assert by_code(read) == by_code(streamed)


def by_code(postings):
    return {
        (fact, code): sorted(postings.unit_ids(members))
        for fact, codes in postings.facts.items()
        for code, members in codes.items()
        if members
    }


def test_a_node_that_built_its_own_follows_what_happens_afterwards(concept, wanted):
    opportunity, before = wanted("honey"), make_unit()
    give_concept(before, concept("honey"))
    holding.rebuild(at=NOON)
    holding.load()
    after = make_unit()
    give_concept(after, concept("honey"))
    for unit in (before, after):
        record("unit.described", at=NOON, subject="unit", subject_id=unit.pk)
    Unit.objects.filter(pk=before.pk).update(closed_at=NOON)

    while following.catch_up():
        pass

    with holding.held() as now:
        assert asked(opportunity, now.postings) == [after.pk]


def test_what_was_followed_and_saved_is_not_followed_again_after_a_restart(concept, wanted):
    opportunity = wanted("honey")
    holding.rebuild(at=NOON)
    holding.load()
    unit = make_unit()
    give_concept(unit, concept("honey"))
    record("unit.described", at=NOON, subject="unit", subject_id=unit.pk)
    while following.catch_up():
        pass
    with holding.held() as now:
        holding.save(now)
    holding.forget()

    holding.load()

    with holding.held() as now:
        assert asked(opportunity, now.postings) == [unit.pk]
    assert following.catch_up() is False


def test_what_was_followed_and_not_saved_before_a_kill_is_followed_again_and_equals_the_rows(concept, wanted):
    opportunity, kept, gone = wanted("honey"), make_unit(), make_unit()
    for unit in (kept, gone):
        give_concept(unit, concept("honey"))
    holding.rebuild(at=NOON)
    holding.load()
    come = make_unit(state="GJ", district="Rajkot")
    give_concept(come, concept("honey"))
    record("unit.described", at=NOON, subject="unit", subject_id=come.pk)
    following.catch_up()
    Unit.objects.filter(pk=gone.pk).update(closed_at=NOON)
    record("unit.closed", at=NOON, subject="unit", subject_id=gone.pk)
    holding.forget()

    holding.load()
    while following.catch_up():
        pass

    truth = all_postings(at=NOON)
    with holding.held() as now:
        assert asked(opportunity, now.postings) == asked(opportunity, truth) == [kept.pk, come.pk]


def test_an_organisation_that_closes_takes_all_its_units_out(concept, wanted):
    opportunity, firm = wanted("honey"), make_organisation()
    for _ in range(2):
        give_concept(make_unit(organisation=firm), concept("honey"))
    holding.rebuild(at=NOON)
    holding.load()
    Organisation.objects.filter(pk=firm.pk).update(closed_at=NOON)
    record("organisation.closed", at=NOON, subject="organisation", subject_id=firm.pk)

    following.catch_up()

    with holding.held() as now:
        assert asked(opportunity, now.postings) == []


def test_a_torn_file_is_noticed_and_built_anew_while_the_database_answers(concept, wanted, monkeypatch):
    give_concept(make_unit(), concept("honey"))
    opportunity = wanted("honey")
    holding.rebuild(at=NOON)
    whole = holding.path().read_bytes()
    holding.path().write_bytes(whole[:-7])
    follower = following.Follower()
    monkeypatch.setattr(follower, "_build", lambda why: call_command("rebuild_postings"))

    with pytest.raises(NothingHeld):
        telling.write_best(opportunity, at=NOON)
    held = [(follower.look(), following.is_held()) for _ in range(2)]

    assert [is_held for _busy, is_held in held] == [False, True]


def test_a_file_of_another_database_is_not_taken(node):
    built = holding.rebuild(at=NOON)
    built.position = type(built.position)("another server", built.position.transaction, 0)
    holding.save(built)

    with pytest.raises(Unreadable):
        holding.load()
