"""Alerts for the best first, from the postings: the same answer as from whole rows, batch by batch."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.factories import NOON, give_concept, make_owner, make_unit
from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.events.recording import record
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.exchange.alerts import telling
from virtualclusters.exchange.alerts.finding import matches_of
from virtualclusters.exchange.alerts.matcher import holding
from virtualclusters.exchange.alerts.matcher.asking import best_units
from virtualclusters.exchange.alerts.matcher.completing import completed
from virtualclusters.exchange.alerts.models import Alert
from virtualclusters.exchange.alerts.people import may_be_told
from virtualclusters.exchange.alerts.values import opportunity_views, ways
from virtualclusters.exchange.rules.models import Rule
from virtualclusters.matching.postings import rank_alike
from virtualclusters.network.organisations.models import CapabilityWords, Unit, YearlyCheckIn

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("node")]
KINDS = frozenset({"enterprise"})


@pytest.fixture
def makers(concept):
    """Five makers of honey, the later the nearer; all are held."""
    units = [make_unit(latitude=latitude, longitude=73.8) for latitude in (19.22, 19.04, 18.86, 18.68, 18.5)]
    for unit in units:
        give_concept(unit, concept("honey"))
    holding.rebuild(at=NOON)
    holding.load()
    return units


PUNE = {"state": "MH", "district": "Pune", "latitude": 18.5, "longitude": 73.8}


def test_the_best_are_alerted_first_and_no_more_than_may_be(makers, wanted, settings, monkeypatch):
    settings.ALERTS_AN_OPPORTUNITY = 3
    monkeypatch.setattr(telling, "A_LOOK", 2)
    opportunity, behind, written = wanted("honey", **PUNE), None, []

    while True:
        behind = telling.write_best(opportunity, behind=behind, at=NOON)
        written.append(set(Alert.objects.values_list("unit_id", flat=True)))
        if behind is None:
            break
    telling.write_best(opportunity, at=NOON)

    third = written[1] - written[0]
    assert written[0] == {unit.pk for unit in makers[3:]}
    assert (len(third), third <= {unit.pk for unit in makers[:3]}) == (1, True)
    assert Alert.objects.count() == 3


def test_publishing_writes_the_same_alerts_with_postings_and_without(makers, wanted, monkeypatch):
    monkeypatch.setattr(telling, "A_BATCH", 2)
    monkeypatch.setattr(telling, "A_LOOK", 2)
    alerts = []
    for held in (True, False):
        opportunity = wanted("honey", closes_at=timezone.now() + timedelta(days=9), **PUNE)
        if not held:
            holding.forget()
        record("opportunity.changed", at=NOON, subject="opportunity", subject_id=opportunity.pk)
        ran = run_jobs()
        rows = Alert.objects.filter(opportunity_id=opportunity.pk).order_by("unit_id")
        alerts.append((ran.count("alerts.find_more_units"), list(rows.values_list("unit_id", "score", "reasons"))))

    assert alerts[0] == alerts[1]
    assert [unit_id for unit_id, _score, _reasons in alerts[0][1]] == [unit.pk for unit in makers]


def test_units_that_answered_closed_or_belong_to_the_publisher_are_not_alerted(makers, wanted):
    own = wanted("honey", unit=makers[0])
    Unit.objects.filter(pk=makers[1].pk).update(closed_at=NOON)

    telling.write_best(own, at=NOON)

    assert sorted(Alert.objects.values_list("unit_id", flat=True)) == [unit.pk for unit in makers[2:]]


def test_a_look_is_written_batch_by_batch_in_one_job(makers, wanted, monkeypatch):
    monkeypatch.setattr(telling, "A_BATCH", 2)
    opportunity = wanted("honey", **PUNE)

    rest = telling.write_best(opportunity, at=NOON)

    written = Event.objects.filter(code=telling.WRITTEN, subject_id=opportunity.pk).order_by("pk")
    assert (rest, list(written.values_list("dimensions__written", flat=True))) == (None, [2, 2, 1])


@pytest.mark.parametrize(
    ("fact", "operator", "value", "hard"),
    [
        ("state", "one_of", ["MH", "GJ"], True),
        ("size_class", "one_of", ["micro", "small"], True),
        ("size_class", "is", "medium", False),
        ("organisation_kind", "is", "enterprise", True),
        ("turnover_lakh", "at_least", 40, True),
    ],
)
def test_what_is_held_and_completed_is_scored_and_explained_as_whole_rows_are(
    makers, concept, wanted, fact, operator, value, hard
):
    crowd = makers[0]
    YearlyCheckIn.objects.create(
        organisation=crowd.organisation,
        year=2025,
        investment="to_2_5cr",
        sales="to_10cr",
        said_at=NOON,
        said_by=make_owner(crowd).person,
    )
    speaker = make_unit(state="GJ", district="Rajkot", latitude=22.3, longitude=70.8)
    give_concept(speaker, concept("honey"))
    said = {"language": "en", "written_at": NOON}
    CapabilityWords.objects.create(unit=speaker, part="products", words="Honey for zzyxva, kilos", **said)
    CapabilityWords.objects.create(unit=crowd, part="needs", words="zzyxva", **said)
    opportunity = wanted("honey", title="Honey zzyxva, 500 kg", unread_words=["zzyxva"], **PUNE)
    Rule.objects.create(
        opportunity=opportunity, fact=fact, operator=operator, value=value, hard=hard, source="Clause 4", version="1",
        effective_from=NOON.date(),
    )  # fmt: skip
    holding.rebuild(at=NOON)
    holding.load()
    view = opportunity_views([opportunity.pk])[opportunity.pk]
    held = best_units(view, kinds=KINDS, at=NOON, most=100).units
    asked_units = may_be_told(opportunity, [unit.id for unit in held], NOON)

    ranked = rank_alike(view, completed(view, held, asked_units, at=NOON), ways=ways(), at=NOON)

    assert ranked == matches_of(opportunity.pk, [one.unit_id for one in asked_units], at=NOON)
    assert len(ranked) > 1
