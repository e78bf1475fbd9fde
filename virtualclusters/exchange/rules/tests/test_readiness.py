"""What a unit has of the papers asked, by the strongest proof; and what takes longer than the days left."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import NOON, give_concept, make_concept, make_opportunity, make_owner, make_unit
from virtualclusters.exchange.rules.models import PaperDays
from virtualclusters.exchange.rules.readiness import TO_BID_ONLINE, TO_SELL, State, readiness_of
from virtualclusters.exchange.rules.showing_readiness import time_words, verdict_of
from virtualclusters.network.organisations.models import ConceptRole
from virtualclusters.network.verification.operations import state_identifier
from virtualclusters.network.vocabulary.models import Concept, Relation

pytestmark = pytest.mark.django_db


@pytest.fixture
def honey():
    """A product for which FSSAI and AGMARK are known."""
    honey = make_concept("honey")
    for slug in ("fssai", "agmark"):
        certificate = make_concept(slug, kind=Concept.Kind.CERTIFICATE)
        Relation.objects.create(concept=certificate, relation=Relation.Name.CERTIFICATE_FOR, other=honey)
    return honey


@pytest.fixture
def asked(honey):
    return make_opportunity(title="Honey", concepts=[("asks", honey)])


def ready(asked, unit, *, always=TO_SELL, days_left=30):
    return readiness_of(asked, unit, always=always, days_left=days_left, at=NOON)


def states(found):
    return {one.code: one.state for one in found.asked}


def test_to_sell_to_the_state_udyam_gst_and_pan_are_asked_and_fssai_for_food(asked):
    found = ready(asked, make_unit())

    assert [one.code for one in found.asked] == ["udyam-registration", "gst", "pan", "fssai"]
    assert [one.code for one in found.usual] == ["agmark"]


def test_to_bid_online_a_digital_signature_is_asked_too(asked):
    assert "dsc" in states(ready(asked, make_unit(), always=TO_BID_ONLINE))


def test_a_number_that_was_given_and_a_certificate_that_is_said_count_each_by_its_own_word(asked):
    unit = make_unit()
    owner = make_owner(unit)
    state_identifier(
        organisation_id=unit.organisation_id, kind="udyam", text="UDYAM-MH-26-0000017", actor=owner, at=NOON
    )
    give_concept(unit, Concept.objects.get(slug="fssai"), ConceptRole.HOLDS)

    assert states(ready(asked, unit)) == {
        "udyam-registration": State.STATED,
        "gst": State.MISSING,
        "pan": State.MISSING,
        "fssai": State.SAID,
    }


@pytest.mark.parametrize(
    ("days_left", "verdict"),
    [
        (90, "You can be ready in 60 days."),
        (30, "Not in time, as it looks: Fssai."),
        (None, "You can be ready in 60 days."),
    ],
)
def test_the_slowest_missing_paper_decides_when_a_unit_can_be_ready(asked, days_left, verdict):
    assert verdict_of(ready(asked, make_unit(), days_left=days_left)) == verdict


def test_what_nobody_knows_is_said_and_not_guessed(asked):
    PaperDays.objects.filter(paper="gst").delete()
    found = ready(asked, make_unit())
    gst = next(one for one in found.asked if one.code == "gst")

    assert (found.longest, time_words(gst)) == (None, "Nobody here knows how long this takes. Ask where you get it.")


def test_days_that_nobody_compared_with_a_source_say_so_and_those_compared_name_it(asked):
    PaperDays.objects.filter(paper="gst").update(is_checked=True)
    words = {one.code: time_words(one) for one in ready(asked, make_unit()).asked}

    assert words["gst"] == "Usually 7 days. Source: CGST Rules 2017, rule 9: seven working days."
    assert words["pan"] == "Usually 15 days. Not checked."


def test_an_item_that_is_no_food_asks_for_no_fssai():
    machine = make_opportunity(title="Grinder", concepts=[("asks", make_concept("grinder", kind="machine"))])

    assert list(states(ready(machine, make_unit()))) == ["udyam-registration", "gst", "pan"]


def test_readiness_takes_as_many_queries_for_many_papers_as_for_few(asked, django_assert_num_queries):
    unit = make_unit()
    ready(asked, unit)
    with CaptureQueriesContext(connection) as few:
        ready(asked, unit)
    for number in range(8):
        more = make_concept(f"paper-{number}", kind=Concept.Kind.CERTIFICATE)
        item = asked.concepts.get().concept
        Relation.objects.create(concept=more, relation=Relation.Name.CERTIFICATE_FOR, other=item)

    with django_assert_num_queries(len(few)):
        assert len(ready(asked, unit).usual) == 9
