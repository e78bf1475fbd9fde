"""What the law gives the reader is said only where the rule, its version and its source can be opened."""

from datetime import date, timedelta
from html import unescape

import pytest
from django.db import IntegrityError
from django.test import Client
from django.utils import timezone

from tests.factories import make_concept, make_member, make_opportunity, make_organisation, make_owner, make_unit
from virtualclusters.areas.tenders.models import BuyerType, Category, TenderDetail
from virtualclusters.areas.tenders.preference import FREE_PAPERS_AND_NO_DEPOSIT
from virtualclusters.exchange.rules.models import ReservedItem, ReservedList
from virtualclusters.exchange.rules.reserved import RESERVED_ITEMS
from virtualclusters.network.organisations.models import YearlyCheckIn

FREE, RESERVED = "Free papers and no deposit for you", "On a list of items reserved for small firms"


@pytest.fixture
def now(db):
    return timezone.now()


@pytest.fixture
def honey(db):
    return make_concept("honey")


@pytest.fixture
def tender(now, honey):
    """An open tender of a central buyer for goods."""
    buyer = make_unit(organisation=make_organisation(kind="government_body", name="Sample Ministry", at=now), at=now)
    opportunity = make_opportunity(kind="tender", unit=buyer, title="Honey", concepts=[("asks", honey)], at=now)
    return TenderDetail.objects.create(
        opportunity=opportunity, twin_key="x", buyer_type=BuyerType.CENTRAL, category=Category.GOODS
    )


def firm(now, *, sales="to_40l", **facts):
    """The actor of a firm that said its figures of the last year."""
    unit = make_unit(organisation=make_organisation(at=now, **facts), at=now)
    actor = make_owner(unit)
    YearlyCheckIn.objects.create(
        organisation=unit.organisation, year=now.year - 1, investment="to_10l", sales=sales, said_at=now,
        said_by=actor.person,
    )  # fmt: skip
    return actor


def page_of(tender, actor=None):
    client = Client()
    if actor:
        client.force_login(actor.person)
    return unescape(client.get(f"/en/opportunities/{tender.pk}/").content.decode())


def test_a_small_firm_reads_the_order_its_version_and_where_it_stands_at_a_central_buyer(tender, now):
    page, rule = page_of(tender, firm(now)), FREE_PAPERS_AND_NO_DEPOSIT

    assert [words in page for words in (FREE, rule.order, rule.version, f'href="{rule.source}"')] == [True] * 4


@pytest.mark.parametrize(
    "outside",
    [
        {"buyer_type": BuyerType.STATE},
        {"buyer_type": BuyerType.UNKNOWN},
        {"category": Category.WORKS},
    ],
)
def test_nothing_is_promised_at_a_buyer_or_for_a_work_outside_the_order(tender, now, outside):
    TenderDetail.objects.update(**outside)

    assert FREE not in page_of(tender, firm(now))


@pytest.mark.parametrize("facts", [{"sales": "over_500cr"}, {"sales": ""}, {"manufactures": False}])
def test_nothing_is_promised_to_a_large_firm_a_trader_or_one_that_did_not_say_its_figures(tender, now, facts):
    assert FREE not in page_of(tender, firm(now, **facts))


def test_a_visitor_and_a_person_without_a_firm_are_promised_nothing(tender, now):
    college = make_member(make_organisation(kind="academic_institution", institution_kind="iti", at=now))

    assert [FREE in page_of(tender, reader) for reader in (None, college)] == [False, False]


def reserved(honey, *, since, words="Honey, all kinds"):
    order = ReservedList.objects.create(
        name="Sample order", issued_by="Sample Ministry", version="2026/1", source="https://sample.example/order",
        effective_from=since,
    )  # fmt: skip
    item = ReservedItem.objects.create(reserved_list=order, number="7", words=words)
    item.concepts.add(honey)


def test_a_reserved_item_is_shown_with_list_office_version_and_the_page_of_the_order(tender, honey, now):
    reserved(honey, since=date(2026, 1, 1))

    page = page_of(tender)

    told = (RESERVED, "7. Honey, all kinds", 'href="https://sample.example/order"', "Sample Ministry, 2026/1")
    assert [words in page for words in told] == [True] * 4


def test_a_list_not_yet_in_force_and_one_of_other_items_say_nothing(tender, honey, now):
    reserved(honey, since=(now + timedelta(days=2)).date())
    other = make_concept("papad")
    ReservedList.objects.update(version="2026/0")
    reserved(other, since=date(2026, 1, 1), words="Papad")

    assert RESERVED not in page_of(tender)


def test_without_a_list_nothing_is_called_reserved(tender):
    assert RESERVED not in page_of(tender)


@pytest.mark.parametrize("source", ["", "see the gazette", "javascript:alert(1)"])
def test_a_list_whose_order_nobody_can_open_is_refused(source):
    assert [problem.code for problem in RESERVED_ITEMS.check({"source": source})] == ["no_address"]


def test_a_version_of_a_list_stands_once(honey):
    reserved(honey, since=date(2026, 1, 1))

    with pytest.raises(IntegrityError):
        reserved(honey, since=date(2026, 2, 1))
