"""A purchase officer's work: a plan and a year's purchases by file, makers with what was checked, the statement."""

import csv
import io
from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import NOON, make_member, make_opportunity, make_organisation, make_owner, make_unit
from virtualclusters.areas.purchase_plans import buyers_year, filing, imports, operations, purchases
from virtualclusters.areas.purchase_plans.models import FilingReminder, PlanDetail, Purchase
from virtualclusters.areas.purchase_plans.years import first_moment, year_at
from virtualclusters.capabilities.imports.specs import Source, spec_named
from virtualclusters.capabilities.messaging.models import Notification
from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityLink
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.foundation.time import IST
from virtualclusters.network.organisations.buyers import unit_of_buyer
from virtualclusters.network.organisations.models import OrganisationKind

pytestmark = pytest.mark.django_db
LINE = {
    "item": "Turmeric powder", "buyer": None, "arm": "District store", "year": "2026-27", "quarter": "Q4", "quantity": 500,
    "unit": "kg", "value": Decimal(90_000), "place": "Pune", "reserved": None, "rule": None, "version": None,
    "rule_page": None,
}  # fmt: skip
ORDER = {
    "number": "PO 7", "day": datetime(2026, 6, 1, 12, tzinfo=IST), "item": "Turmeric powder", "vendor": "Sample Spices",
    "amount": Decimal("90000.00"), "category": "Goods", "size": "Micro", "trades": None, "sc_st": None, "women": True,
}  # fmt: skip


def make_buyer(name="Sample Kitchens Ltd", **fields):
    organisation = make_organisation(name=name, kind=OrganisationKind.PUBLIC_UNDERTAKING, **fields)
    return make_owner(make_unit(organisation=organisation))


@pytest.fixture
def buyer():
    return make_buyer()


@pytest.fixture
def administrator():
    return make_member(make_organisation(name="Sample Administration", kind=OrganisationKind.ADMINISTRATOR))


def source_of(actor, number=1):
    return Source(
        import_id=number,
        line=2,
        origin="",
        file_name="f.csv",
        sha256="0",
        person_id=actor.person_id,
        at=NOON,
        as_of=NOON,
    )


def browser(actor):
    client = Client()
    client.force_login(actor.person)
    return client


def test_two_buyers_may_plan_the_same_thing_and_neither_reaches_the_others_line(buyer):
    other = make_buyer("Another Sample Ltd")

    told = [imports.apply(LINE, source_of(actor)) for actor in (buyer, other, buyer)]

    assert told == ["added", "added", "same"]
    assert [plan.unit.organisation.name for plan in Opportunity.objects.order_by("pk")] == [
        "Sample Kitchens Ltd",
        "Another Sample Ltd",
    ]


def test_a_line_that_was_filed_for_a_buyer_is_the_same_when_the_buyer_brings_it_itself(administrator, buyer):
    imports.apply({**LINE, "buyer": "Sample Kitchens Ltd"}, source_of(administrator))

    assert (imports.apply(LINE, source_of(buyer)), Opportunity.objects.count()) == ("same", 1)


def test_a_line_of_which_a_tender_came_is_not_taken_back(buyer):
    imports.apply(LINE, source_of(buyer))
    plan = Opportunity.objects.get()
    later = Opportunity.objects.create(
        kind="tender", unit=plan.unit, title="T", language="en", created_at=NOON, published_at=NOON
    )
    OpportunityLink.objects.create(earlier=plan, later=later, made_at=NOON)

    assert (imports.undo(1, 10), PlanDetail.objects.count()) == (0, 1)


def test_a_purchase_officer_may_send_both_files_and_an_enterprise_neither(buyer):
    owner = make_owner(make_unit())
    wanted = [spec_named(name).permission for name in ("purchase_plans", "purchases")]

    assert [[actor.may(one) for one in wanted] for actor in (buyer, owner)] == [[True, True], [False, False]]


def test_a_purchase_is_added_once_changed_and_put_back(buyer):
    changed, second = {**ORDER, "size": "Small", "women": None}, source_of(buyer, 2)

    told = [purchases.apply(row, source) for row, source in (
        (ORDER, source_of(buyer)), (ORDER, source_of(buyer)), (changed, second),
    )]  # fmt: skip

    kept = Purchase.objects.get()
    assert (told, kept.size, kept.women_owned) == (["added", "same", "changed"], "small", None)
    purchases.put_back("", second.before)
    kept.refresh_from_db()
    assert (kept.size, kept.women_owned, purchases.undo(1, 10)) == ("micro", True, 1)


def test_a_purchase_of_a_person_who_buys_nowhere_is_not_taken():
    with pytest.raises(NotFound):
        purchases.apply(ORDER, source_of(make_owner(make_unit())))


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ({}, []),
        ({"category": "things", "size": "tiny", "amount": Decimal(0)}, ["no_category", "no_size", "no_amount"]),
        ({"category": "सेवा", "size": "लघु"}, []),
    ],
)
def test_a_purchase_is_refused_for_what_no_field_shows(row, codes):
    assert [problem.code for problem in purchases.check({**ORDER, **row})] == codes


def test_the_statement_of_a_year_is_the_own_organisations_only(buyer):
    purchases.apply(ORDER, source_of(buyer))
    purchases.apply(ORDER, source_of(make_buyer("Another Sample Ltd")))

    found = buyers_year.statement_for(buyer, 2026)

    assert [(one.amount, one.percent) for one in found.shares] == [
        (Decimal("90000.00"), Decimal("100.00")),
        (0, 0),
        (Decimal("90000.00"), Decimal("100.00")),
    ]


def test_the_table_of_the_statement_is_safe_for_a_spreadsheet(buyer):
    purchases.apply({**ORDER, "vendor": "=1+1"}, source_of(buyer))

    page = browser(buyer).get("/en/buying/statement.csv?year=2026")

    rows = list(csv.reader(io.StringIO(page.content.decode("utf-8-sig"))))
    assert (rows[1][:3], rows[-1][3]) == (["small", "25", "90000.00"], "'=1+1")


def test_the_administrator_sees_who_told_a_plan_by_which_office_and_who_did_not(administrator, buyer):
    make_buyer("Another Sample Ltd")
    operations.file_for_buyer(
        actor=administrator, at=NOON, buyer="Sample Kitchens Ltd", title="Honey", summary="", language="en",
        concept_ids=[], financial_year=2026, buying_arm="Store of the south",
    )  # fmt: skip

    found = filing.filings_of(list(filing.buyers(2026)), 2026)

    assert [(one.organisation.name, one.lines, one.arms, one.filed_by_others) for one in found] == [
        ("Another Sample Ltd", 0, (), 0),
        ("Sample Kitchens Ltd", 1, ("Store of the south",), 1),
    ]
    assert [one.name for one in filing.buyers(2026, without_plan=True)] == ["Another Sample Ltd"]


def test_a_ministry_of_which_only_a_scheme_is_known_is_no_buyer_until_it_asks_for_something(administrator, buyer):
    ministry = unit_of_buyer("Sample Ministry of Spices", at=NOON)
    make_opportunity(kind="scheme", unit=ministry)
    named = [[one.name for one in filing.buyers(2026)]]

    make_opportunity(kind="tender", unit=ministry)
    named.append([one.name for one in filing.buyers(2026)])

    assert named == [["Sample Kitchens Ltd"], ["Sample Kitchens Ltd", "Sample Ministry of Spices"]]


def test_a_buyer_without_a_plan_is_reminded_three_times_a_year_thirty_days_apart(administrator, buyer):
    def remind(days):
        return filing.remind(organisation_id=buyer.organisation_id, actor=administrator, at=NOON + timedelta(days=days))

    assert remind(0).number == 1
    with pytest.raises(Refused) as too_soon:
        remind(29)
    assert [remind(30).number, remind(60).number] == [2, 3]
    with pytest.raises(Refused) as too_often:
        remind(90)

    assert (too_soon.value.code, too_often.value.code) == ("reminded_enough", "reminded_enough")
    assert Notification.objects.filter(person=buyer.person, key="purchase_plans.not_filed").count() == 3


@pytest.mark.parametrize(("claimed", "code"), [(False, "nobody_there"), (True, "has_filed")])
def test_a_buyer_that_told_its_plan_or_has_nobody_here_is_not_reminded(administrator, claimed, code):
    other = make_buyer("Another Sample Ltd", claimed=claimed)
    if claimed:
        imports.apply(LINE, source_of(other))

    with pytest.raises(Refused) as refused:
        filing.remind(organisation_id=other.organisation_id, actor=administrator, at=NOON)

    assert (refused.value.code, FilingReminder.objects.count()) == (code, 0)


def test_an_enterprise_is_no_buyer_to_be_reminded(administrator):
    with pytest.raises(NotFound):
        filing.remind(organisation_id=make_unit().organisation_id, actor=administrator, at=NOON)


def test_a_unit_reads_what_it_lacks_for_a_plan_and_how_long_it_takes(buyer):
    now = timezone.now()
    plan = operations.publish_plan(
        actor=buyer, at=now, unit_id=buyer.organisation.units.get().pk, title="Honey", summary="", language="en",
        concept_ids=[], financial_year=year_at(now) + 1, quarter=1, quantity=500, quantity_unit="kg",
    )  # fmt: skip
    owner = make_owner(make_unit(at=now))

    page = browser(owner).get(f"/en/purchase-plans/{plan.pk}/ready/").content.decode()

    told = ("Are you ready?", "Udyam registration", "Usually 7 days.", "They want 500 kg in all.")
    assert [words in page for words in told] == [True] * 4


def test_a_line_without_months_is_counted_until_the_last_quarter():
    assert first_moment(2026, None) == first_moment(2026, 4) == datetime(2027, 1, 1, tzinfo=IST)
    assert first_moment(2026, 1) == datetime(2026, 4, 1, tzinfo=IST)


def test_the_administrator_corrects_the_days_of_a_paper_and_units_read_the_source(administrator):
    told = {"paper": "gst", "days": "9", "source": "Order 9", "address": ""}

    answer = browser(administrator).post("/en/desk/paper-days/", told)

    page = browser(administrator).get("/en/desk/paper-days/").content.decode()
    assert (answer.status_code, "9 days" in page, "Order 9" in page) == (302, True, True)
