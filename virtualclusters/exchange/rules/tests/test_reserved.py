"""Reserved lists by version: the later ends the earlier, an undone one gives it back."""

from datetime import date, datetime, timedelta

import pytest

from tests.factories import NOON, make_concept, make_opportunity
from virtualclusters.capabilities.files.models import File, random_name
from virtualclusters.capabilities.imports.models import Import
from virtualclusters.capabilities.imports.specs import Source
from virtualclusters.exchange.rules import reserved
from virtualclusters.exchange.rules.models import ReservedItem, ReservedList
from virtualclusters.foundation.time import IST

pytestmark = pytest.mark.django_db


def source_of(job=None):
    return Source(
        import_id=job and job.pk,
        line=2,
        file_name="list.csv",
        origin="",
        sha256="0",
        person_id=None,
        at=NOON,
        as_of=NOON,
    )


def row_of(version, year, number="7", words="Honey, all kinds"):
    return {
        "list_name": "Sample order",
        "version": version,
        "number": number,
        "words": words,
        "issued_by": "Sample Ministry",
        "source": "https://sample.example/order",
        "effective_from": datetime(year, 4, 1, tzinfo=IST),
    }


def bring(*rows, job=None):
    return [reserved.apply(row, source_of(job)) for row in rows]


def ends():
    return dict(ReservedList.objects.values_list("version", "ended_on"))


def test_a_later_version_ends_the_earlier_on_the_day_it_comes_into_force():
    bring(row_of("2018", 2018), row_of("2025", 2025))

    assert ends() == {"2018": date(2025, 4, 1), "2025": None}


def test_a_version_that_is_loaded_late_ends_on_the_day_of_the_one_that_follows():
    bring(row_of("2025", 2025), row_of("2018", 2018))

    assert ends() == {"2018": date(2025, 4, 1), "2025": None}


def test_a_version_that_is_taken_back_gives_the_earlier_one_its_place_again():
    table = File.objects.create(
        purpose="table", name="list.csv", size=1, sha256="0" * 64, stored_as=random_name(), created_at=NOON
    )
    job = Import.objects.create(spec="reserved_items", file=table, created_at=NOON)
    bring(row_of("2018", 2018))
    bring(row_of("2025", 2025), job=job)

    taken = reserved.undo(job.pk, 10)

    assert (taken, ends()) == (1, {"2018": None})


def test_only_items_of_the_version_in_force_are_named():
    honey = make_concept("honey")
    asked = make_opportunity(concepts=[("asks", honey)])
    bring(row_of("2018", 2018), row_of("2025", 2025))
    for item in ReservedItem.objects.all():
        item.concepts.add(honey)

    versions = [
        [item.reserved_list.version for item in reserved.reserved_items_for(asked, at=day)]
        for day in (NOON, NOON - timedelta(days=3 * 365), NOON - timedelta(days=12 * 365))
    ]

    assert versions == [["2025"], ["2018"], []]


def test_items_for_many_opportunities_take_two_queries(django_assert_num_queries):
    honey, papad = make_concept("honey"), make_concept("papad")
    asked = [make_opportunity(concepts=[("asks", one)]) for one in (honey, papad, honey)]
    bring(row_of("2025", 2025))
    ReservedItem.objects.get().concepts.add(honey)

    with django_assert_num_queries(2):
        found = reserved.reserved_items_for_many([one.pk for one in asked], at=NOON)

    assert [len(found[one.pk]) for one in asked] == [1, 0, 1]
