from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from virtualclusters.areas.tenders.models import Corrigendum, TenderDetail
from virtualclusters.areas.tenders.tests import layouts
from virtualclusters.areas.tenders.tests.conftest import NOON
from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.imports import operations
from virtualclusters.capabilities.imports.running import take_back
from virtualclusters.exchange.opportunities.models import Opportunity, Source
from virtualclusters.foundation.time import IST
from virtualclusters.network.organisations.models import Organisation
from virtualclusters.network.vocabulary.models import Concept

COUNTS = ("added", "changed", "same", "refused")


def counted(job):
    return tuple(getattr(job, name) for name in COUNTS)


def test_a_raw_state_file_makes_notices_with_unclaimed_buyers_places_and_sources(bring_in):
    job = bring_in(layouts.RAW_STATE, portal="Sample portal")

    spice = Opportunity.objects.select_related("unit__organisation", "tender_detail").get(title__startswith="Supply")
    assert counted(job) == (2, 0, 0, 0)
    assert (spice.kind, spice.value, spice.state, spice.district) == ("tender", Decimal(750000), "MH", "Nashik")
    assert spice.closes_at == datetime(2026, 11, 30, 14, tzinfo=IST)
    assert (spice.unit.organisation.name, spice.unit.organisation.claimed_at) == ("Sample Prison Department", None)
    assert (spice.unit.state, spice.unit.latitude) == ("", None)
    assert spice.tender_detail.organisation_chain == ["Sample Prison Department", "Sample Central Jail"]
    assert list(spice.sources.values_list("portal", "reference")) == [("Sample portal", "2026_SMPL_1_1")]


def test_what_a_notice_asks_for_is_read_and_building_asks_for_nothing(bring_in):
    bring_in(layouts.RAW_STATE)

    asked = {
        one.title: list(one.concepts.values_list("concept__slug", "role")) for one in Opportunity.objects.order_by("pk")
    }
    turmeric = Concept.objects.get(names__text__iexact="turmeric powder", names__language="en").slug
    assert (turmeric, "asks") in asked["Supply of turmeric powder"]
    assert asked["Construction of a rice mill shed"] == []


def test_the_same_file_twice_adds_nothing(bring_in):
    bring_in(layouts.RAW_STATE, portal="Sample portal")

    again = bring_in(layouts.RAW_STATE, portal="Sample portal")

    assert (counted(again), Opportunity.objects.count(), Source.objects.count()) == ((0, 0, 2, 0), 2, 2)
    assert Organisation.objects.filter(name="Sample Prison Department").count() == 1


def test_a_notice_in_two_files_becomes_one_with_two_sources(bring_in):
    bring_in(layouts.RAW_STATE, name="first.csv")

    second = bring_in(layouts.FLAT_OCDS, name="second.csv")

    notice = Opportunity.objects.get(title="Supply of turmeric powder")
    assert counted(second) == (0, 1, 0, 0)
    assert sorted(notice.sources.values_list("portal", flat=True)) == ["first", "second"]


def test_another_number_on_another_portal_is_the_same_notice_when_buyer_reference_title_and_last_day_agree(bring_in):
    bring_in(layouts.RAW_STATE, name="first.csv")

    other = layouts.RAW_STATE.replace("2026_SMPL_1_1", "CENTRAL-881").replace("2026_SMPL_2_1", "CENTRAL-882")
    bring_in(other.replace("SAMPLE/13", "SAMPLE/99"), name="second.csv")

    assert sorted(Source.objects.values_list("opportunity__title", "portal").distinct()) == [
        ("Construction of a rice mill shed", "first"),
        ("Construction of a rice mill shed", "second"),
        ("Supply of turmeric powder", "first"),
        ("Supply of turmeric powder", "second"),
    ]
    assert Opportunity.objects.filter(title="Supply of turmeric powder").count() == 1
    assert Opportunity.objects.filter(title="Construction of a rice mill shed").count() == 2


def test_a_later_date_becomes_a_corrigendum_and_is_told_as_a_change(bring_in):
    bring_in(layouts.RAW_STATE, portal="Sample portal")

    later = layouts.RAW_STATE.replace("30-Nov-2026 02:00 PM,Sample Prison", "07-Dec-2026 02:00 PM,Sample Prison", 1)
    later = later.replace("30-Nov-2026 02:00 PM,\nSample", "")
    job = bring_in(later, portal="Sample portal")

    notice = Opportunity.objects.get(title="Supply of turmeric powder")
    assert counted(job) == (0, 1, 1, 0)
    assert notice.closes_at == datetime(2026, 12, 7, 14, tzinfo=IST)
    assert [one.number for one in Corrigendum.objects.filter(tender=notice.pk)] == [1]
    assert Event.objects.filter(code="opportunity.changed", subject_id=notice.pk).count() == 1


def test_a_closed_notice_is_kept_and_its_event_alerts_nobody(bring_in):
    bring_in(layouts.RAW_STATE, as_of=NOON + timedelta(days=60))

    assert (
        sorted(Event.objects.filter(subject="opportunity").values_list("code", flat=True)) == ["opportunity.kept"] * 2
    )


def test_as_of_a_day_before_its_end_the_notice_counts_as_open_and_the_event_carries_that_day(bring_in):
    bring_in(layouts.RAW_STATE, as_of=NOON, at=NOON + timedelta(days=400))

    events = Event.objects.filter(subject="opportunity").values_list("code", "at")
    assert list(events) == [("opportunity.published", NOON)] * 2


def test_a_row_that_closes_before_it_was_published_is_given_back_with_line_field_and_reason(bring_in):
    wrong = layouts.SEMICOLONS.replace(b"30.11.2026 17:00", b"30.10.2026 17:00")

    job = bring_in(wrong)

    row = job.rows.get(outcome="refused")
    assert (counted(job), row.line) == ((2, 0, 0, 1), 2)
    assert row.problems == [{"field": "bids_until", "code": "closes_before_published"}]


def test_hindi_notices_are_read_with_hindi_digits_and_deposits_in_words(bring_in):
    bring_in(layouts.HINDI)

    told = TenderDetail.objects.order_by("opportunity__published_at")
    assert [(one.emd_amount, one.emd_percent, one.emd_words) for one in told] == [
        (Decimal(10000), None, ""),
        (None, Decimal(2), ""),
        (None, None, "शून्य नहीं"),
    ]
    assert list(Opportunity.objects.order_by("published_at").values_list("language", "value")) == [
        ("hi", Decimal(500000)),
        ("hi", Decimal(1250000)),
        ("hi", Decimal(75000)),
    ]


@pytest.mark.parametrize(
    ("content", "name", "title", "state"),
    [
        (layouts.TIDY, "tidy.csv.gz", "Supply of honey", "AS"),
        (layouts.RELEASES, "releases.json", "Supply of mango pickle", ""),
    ],
    ids=["tidy columns, packed", "release package"],
)
def test_other_layouts_come_in(bring_in, content, name, title, state):
    job = bring_in(content, name=name)

    assert counted(job) == (1, 0, 0, 0)
    assert list(Opportunity.objects.values_list("title", "state")) == [(title, state)]


def test_undo_takes_added_notices_away_and_puts_changed_ones_back(bring_in):
    bring_in(layouts.RAW_STATE, name="first.csv")
    second = bring_in(layouts.FLAT_OCDS, name="second.csv")
    operations.undo(import_id=second.pk, person=None, at=NOON)
    take_back(import_id=second.pk, at=NOON)

    assert list(Source.objects.values_list("portal", flat=True).distinct()) == ["first"]

    third = bring_in(layouts.TIDY, name="third.csv.gz")
    operations.undo(import_id=third.pk, person=None, at=NOON)
    take_back(import_id=third.pk, at=NOON)

    assert Opportunity.objects.filter(title="Supply of honey").exists() is False
    assert Opportunity.objects.count() == 2


def test_a_notice_that_stands_three_times_in_a_file_is_added_once(bring_in):
    heading, spice, _building = layouts.RAW_STATE.splitlines()

    job = bring_in("\n".join([heading, spice, spice, spice]))

    assert (counted(job), Opportunity.objects.count()) == ((1, 0, 2, 0), 1)


def test_a_notice_that_stands_twice_in_a_file_for_two_portals_is_one_with_two_sources(bring_in):
    heading, spice, _building = layouts.RAW_STATE.splitlines()

    job = bring_in("\n".join([f"Portal,{heading}", f"One,{spice}", f"Two,{spice}"]))

    assert counted(job) == (1, 1, 0, 0)
    assert list(Source.objects.order_by("portal").values_list("portal", flat=True)) == ["One", "Two"]
