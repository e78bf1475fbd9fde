"""Purchase plans: published, filed for a buyer, read from a file, answered and met."""

from datetime import datetime, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories import (
    NOON,
    give_concept,
    make_concept,
    make_member,
    make_organisation,
    make_owner,
    make_unit,
)
from virtualclusters.areas.purchase_plans import imports, operations, queries
from virtualclusters.areas.purchase_plans.models import PlanDetail
from virtualclusters.areas.purchase_plans.years import last_moment, quarter_of, year_at, year_of
from virtualclusters.capabilities.imports.specs import Source as RowSource
from virtualclusters.capabilities.imports.specs import spec_named
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import Refused
from virtualclusters.foundation.time import IST
from virtualclusters.network.organisations.models import ConceptRole, Organisation, OrganisationKind
from virtualclusters.network.vocabulary.models import Concept, ConceptName, Relation

pytestmark = pytest.mark.django_db
RULE = {"rule": "Sample purchase order", "version": "2018", "rule_page": "https://rules.example/order"}
LINE = {
    "item": "Turmeric powder", "buyer": "Sample Welfare Department", "arm": "District store", "year": "2026-27",
    "quarter": "Q4", "quantity": 500, "unit": "kg", "value": Decimal(90_000), "place": "Pune", "reserved": None,
    "rule": None, "version": None, "rule_page": None,
}  # fmt: skip


@pytest.fixture
def administrator():
    return make_member(make_organisation(name="Sample Administration", kind=OrganisationKind.ADMINISTRATOR))


@pytest.fixture
def buyer():
    organisation = make_organisation(name="Sample Kitchens Ltd", kind=OrganisationKind.PUBLIC_UNDERTAKING)
    return make_owner(make_unit(organisation=organisation))


def publish(buyer, at=NOON, **more):
    plan = {"financial_year": 2026, "quarter": 4, **more}
    return operations.publish_plan(
        actor=buyer, at=at, unit_id=buyer.organisation.units.get().pk, title="Turmeric powder", summary="",
        language="en", concept_ids=[], **plan,
    )  # fmt: skip


def source_of(actor=None, *, number=1):
    return RowSource(
        import_id=number,
        line=2,
        origin="",
        file_name="plan.csv",
        sha256="0",
        person_id=actor and actor.person_id,
        at=NOON,
        as_of=NOON,
    )


def test_a_buyers_plan_closes_with_its_quarter(buyer):
    assert publish(buyer).closes_at == last_moment(2026, 4) == datetime(2027, 3, 31, 23, 59, 59, tzinfo=IST)


def test_an_enterprise_publishes_no_plan():
    with pytest.raises(Refused) as refused:
        publish(make_owner(make_unit()))

    assert refused.value.code == "wrong_publisher"


def test_reserved_without_rule_version_and_page_is_refused_by_the_database(buyer):
    with pytest.raises(IntegrityError), transaction.atomic():
        publish(buyer, reserved=True, reserve_rule="A rule", reserve_version="2018")

    assert publish(
        buyer, reserved=True, reserve_rule="A rule", reserve_version="2018", reserve_address="https://rules.example/"
    ).plan_detail.reserved


def test_the_administrator_files_for_a_buyer_who_is_not_here_and_it_is_shown(client, administrator):
    for item in ("Honey", "Jam"):
        operations.file_for_buyer(
            actor=administrator, at=timezone.now(), buyer="Sample Welfare Department", title=item, summary="",
            language="en", concept_ids=[], financial_year=year_at(timezone.now()) + 1,
        )  # fmt: skip

    page = client.get("/en/purchase-plans/").content.decode()

    assert page.count("Filed by Sample Administration for Sample Welfare Department.") == 2
    buyer = Organisation.objects.get(name="Sample Welfare Department")
    assert (buyer.claimed_at, buyer.kind, buyer.units.count()) == (None, "government_body", 1)


def test_a_buyer_who_is_here_gets_the_plan_that_is_filed_for_it(administrator, buyer):
    plan = operations.file_for_buyer(
        actor=administrator, at=NOON, buyer="sample kitchens ltd", title="Honey", summary="", language="en",
        concept_ids=[], financial_year=2026,
    )  # fmt: skip

    assert (plan.unit, plan.plan_detail.filed_by) == (buyer.organisation.units.get(), administrator.organisation)


def test_nobody_else_files_for_a_buyer(buyer):
    with pytest.raises(PermissionDenied):
        operations.file_for_buyer(
            actor=buyer, at=NOON, buyer="Another", title="Honey", summary="", language="en", concept_ids=[],
            financial_year=2026,
        )  # fmt: skip


def test_the_buyer_sees_who_is_interested_with_capacity_and_no_contact_then_meets(client, buyer):
    mill, turmeric = make_unit(), make_concept()
    ConceptName.objects.create(concept=turmeric, language="en", text="Turmeric powder", preferred=True, key="t")
    held = give_concept(mill, turmeric)
    held.capacity_a_month, held.capacity_unit = 800, "kg"
    held.save()
    owner, plan = make_owner(mill), publish(buyer, at=timezone.now() - timedelta(hours=1), financial_year=2030)
    engagement = answer(opportunity_id=plan.pk, unit_id=mill.pk, actor=owner, at=timezone.now())
    client.force_login(buyer.person)
    address = f"/en/purchase-plans/{plan.pk}/interest/"

    page = client.get(address).content.decode()
    client.post(f"{address}{engagement.pk}/", {"verb": "meet"})

    told = ("Pune", "Turmeric powder: 800 kg a month", str(owner.person.phone)[3:])
    assert [words in page for words in told] == [True, True, False]
    engagement.refresh_from_db()
    assert engagement.phase == Phase.AGREED


def test_another_buyer_does_not_see_who_is_interested(client, buyer):
    other = make_owner(make_unit(organisation=make_organisation(kind=OrganisationKind.GOVERNMENT_BODY)))
    client.force_login(other.person)

    assert client.get(f"/en/purchase-plans/{publish(buyer).pk}/interest/").status_code == 404


def test_the_list_is_filtered_by_item_reserved_and_buyer(buyer):
    reserved = {"reserved": True, "reserve_rule": "R", "reserve_version": "1", "reserve_address": "https://r.example/"}
    plain, kept = publish(buyer), publish(buyer, **reserved)

    ask = lambda **chosen: [row.pk for row in queries.plans(at=NOON + timedelta(1), **chosen)]  # noqa: E731
    assert (ask(reserved=True), ask(words="turmeric"), ask(words="honey")) == ([kept.pk], [plain.pk, kept.pk], [])
    assert (ask(buyer="kitchens"), ask(state="MH"), ask(state="KL")) == ([plain.pk, kept.pk], [plain.pk, kept.pk], [])


def test_readiness_names_the_certificates_of_the_item_held_and_missing(buyer):
    turmeric, unit = make_concept(), make_unit()
    certificates = [make_concept(name, kind=Concept.Kind.CERTIFICATE) for name in ("agmark", "fssai")]
    for one in certificates:
        ConceptName.objects.create(concept=one, language="en", text=one.slug, preferred=True, key=one.slug)
        Relation.objects.create(concept=one, relation=Relation.Name.CERTIFICATE_FOR, other=turmeric)
    give_concept(unit, certificates[1], ConceptRole.HOLDS)
    plan = publish(buyer)
    plan.concepts.create(concept=turmeric, role="asks")

    ready = queries.readiness([plan.pk], unit)[plan.pk]

    assert (ready.held, ready.missing) == (["fssai"], ["agmark"])


def test_bread_asks_for_the_food_licence_first_and_never_for_halal_alone(buyer, loaded_words):
    bread, licence = (Concept.objects.get(slug=slug) for slug in ("bread", "fssai"))
    plan, unit, holder = publish(buyer), make_unit(), make_unit()
    give_concept(holder, licence, ConceptRole.HOLDS)
    plan.concepts.create(concept=bread, role="asks")

    ready, of_holder = (queries.readiness([plan.pk], one)[plan.pk] for one in (unit, holder))

    assert (ready.held, ready.missing, ready.only_further) == ([], ["FSSAI licence", "Halal certificate"], False)
    assert (of_holder.held, of_holder.missing, of_holder.only_further) == (
        ["FSSAI licence"],
        ["Halal certificate"],
        True,
    )


def test_a_file_adds_once_changes_once_and_can_be_put_back(administrator):
    changed = {**LINE, "value": Decimal(120_000)}
    second = source_of(administrator, number=2)

    outcomes = [imports.apply(row, source) for row, source in (
        (LINE, source_of(administrator)), (LINE, source_of(administrator)), (changed, second),
    )]  # fmt: skip

    plan = Opportunity.objects.get()
    assert (outcomes, plan.value) == (["added", "same", "changed"], Decimal(120_000))
    imports.put_back(imports.key_of(LINE), second.before)
    plan.refresh_from_db()
    assert (plan.value, plan.plan_detail.quantity) == (Decimal(90_000), Decimal(500))


def test_an_import_is_taken_back_but_not_what_somebody_is_interested_in(administrator):
    for item in ("Honey", "Jam"):
        imports.apply({**LINE, "item": item}, source_of(administrator))
    unit = make_unit()
    answer(opportunity_id=Opportunity.objects.get(title="Jam").pk, unit_id=unit.pk, actor=make_owner(unit), at=NOON)

    assert (imports.undo(1, 10), imports.undo(1, 10)) == (1, 0)
    assert [plan.title for plan in Opportunity.objects.all()] == ["Jam"]


def test_a_buyers_own_people_bring_their_own_plan_only(buyer):
    imports.apply({**LINE, "buyer": "Sample Kitchens LTD"}, source_of(buyer))
    with pytest.raises(Refused) as refused:
        imports.apply(LINE, source_of(buyer))

    assert refused.value.code == "another_buyer"
    assert list(PlanDetail.objects.values_list("filed_by", flat=True)) == [None]


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ({}, []),
        ({"year": "next year", "quarter": "soon", "unit": "boxes"}, ["no_year", "no_quarter", "no_unit"]),
        ({"reserved": True}, ["reserved_without_rule"]),
        ({"reserved": True, **RULE}, []),
        ({"rule_page": "see notice board"}, ["no_page"]),
    ],
)
def test_a_row_is_refused_for_what_no_field_shows(row, codes):
    spec = spec_named("purchase_plans")

    assert [problem.code for problem in spec.check({**LINE, **row})] == codes
    assert set(codes) <= set(spec.sentences)


@pytest.mark.parametrize(
    ("words", "year", "quarter"),
    [
        ("2026-27", 2026, None),
        ("२०२६-२७ Q1", 2026, 1),
        ("Jul–Sep 2026", 2026, 2),
        ("2026-29 III", None, 3),
        ("4", None, 4),
    ],
)
def test_years_and_quarters_are_read_as_people_write_them(words, year, quarter):
    assert (year_of(words), quarter_of(words)) == (year, quarter)


def test_the_list_takes_as_many_queries_for_ten_plans_as_for_one(client, buyer, django_assert_num_queries):
    def reading():
        return client.get("/en/purchase-plans/")

    publish(buyer, at=timezone.now(), financial_year=2030)
    reading()

    with CaptureQueriesContext(connection) as one:
        reading()
    for _n in range(9):
        publish(buyer, at=timezone.now(), financial_year=2030)
    with django_assert_num_queries(len(one)):
        reading()
    assert len(one) <= 15


def test_months_that_are_over_and_a_rule_half_told_are_said_beside_the_field(client, administrator):
    client.force_login(administrator.person)
    now = timezone.now()
    over = {"buyer": "Sample Office", "title": "Honey", "financial_year": year_at(now), "once": "a" * 32}
    first_is_over = last_moment(year_at(now), 1) <= now

    page = client.post("/en/desk/purchase-plans/file/", {**over, "quarter": 1, "reserved": "on", "reserve_rule": "R"})

    text = page.content.decode()
    assert ("These months are over." in text, text.count("Say this too")) == (first_is_over, 4)
    assert ('value="Sample Office"' in text, Opportunity.objects.count()) == (True, 0)
