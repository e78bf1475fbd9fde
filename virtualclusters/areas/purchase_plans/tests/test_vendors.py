"""Makers as a purchase officer finds them, with what was checked."""

import csv
import io

import pytest
from django.test import Client

from tests.factories import NOON, give_concept, make_concept, make_member, make_organisation, make_owner, make_unit
from virtualclusters.areas.purchase_plans import vendors
from virtualclusters.capabilities.files.models import File, random_name
from virtualclusters.network.organisations.models import ConceptRole, OrganisationKind, Role
from virtualclusters.network.verification.models import Identifier
from virtualclusters.network.vocabulary.models import ConceptName

pytestmark = pytest.mark.django_db


@pytest.fixture
def buyer():
    return make_owner(make_unit(organisation=make_organisation(kind=OrganisationKind.PUBLIC_UNDERTAKING)))


def browser(actor):
    client = Client()
    client.force_login(actor.person)
    return client


def maker(name, concept, *, amount=None, unit="kg", **facts):
    made = make_unit(organisation=make_organisation(name=name, **facts))
    held = give_concept(made, concept)
    if amount:
        held.capacity_a_month, held.capacity_unit = amount, unit
        held.save()
    return made


@pytest.fixture
def turmeric():
    concept = make_concept("turmeric-powder")
    ConceptName.objects.create(
        concept=concept, language="en", text="Turmeric powder", preferred=True, key="turmericpowder"
    )
    return concept


def verify_udyam(unit, at=NOON, **read):
    paper = File.objects.create(
        purpose="evidence", name="u.jpg", size=1, sha256="0" * 64, stored_as=random_name(), created_at=at
    )
    verifier = make_member(
        make_organisation(name="NIESBUD sample", kind=OrganisationKind.ADMINISTRATOR), role=Role.OFFICER
    )
    Identifier.objects.create(
        organisation=unit.organisation, kind="udyam", sealed="x", blind_index=f"{unit.pk:064}", stated_at=at,
        stated_by=verifier.person, format_ok=True, evidence=paper, evidence_at=at, verified_at=at, recheck_at=at,
        verified_by=verifier.person, verified_as=Role.OFFICER, verified_for=verifier.organisation, **read,
    )  # fmt: skip


def named(**chosen):
    cards = vendors.vendors_of(list(vendors.find(at=NOON, **chosen)), chosen, at=NOON, language="en")
    return [one.card.name for one in cards]


def test_makers_are_found_by_amount_in_either_unit_and_by_place_and_owner(turmeric):
    maker("A", turmeric, amount=600)
    maker("B", turmeric, amount=2, unit="tonne", women_owned=True)
    unit = maker("C", turmeric, amount=100, sc_st_owned=True)
    unit.district, unit.state = "Erode", "TN"
    unit.save()

    assert (named(least=500), named(least=1, least_unit="tonne")) == (["A", "B"], ["B"])
    assert (named(women=True), named(sc_st=True), named(district="erode"), named(state="TN")) == (
        ["B"], ["C"], ["C"], ["C"],
    )  # fmt: skip


def test_checked_makers_come_first_and_say_by_whom_and_when(turmeric):
    maker("A", turmeric)
    verify_udyam(maker("B", turmeric))

    found = vendors.vendors_of(list(vendors.find(at=NOON)), {}, at=NOON, language="en")

    assert ([one.card.name for one in found], named(checked=True)) == (["B", "A"], ["B"])
    badge = found[0].badges[0]
    assert (badge.what, badge.verified, badge.by, badge.at) == ("Udyam number", True, "Officer, NIESBUD sample", NOON)


def test_owners_with_proof_are_those_that_a_verifier_read_on_the_certificate(turmeric):
    maker("Own word", turmeric, women_owned=True)
    verify_udyam(maker("Not read", turmeric, women_owned=True))
    verify_udyam(maker("Read", turmeric, women_owned=True), shows_women_owned=True, shows_sc_st_owned=False)

    proven = vendors.vendors_of(list(vendors.find(at=NOON, women=True, checked=True)), {}, at=NOON, language="en")

    assert [(one.card.name, [badge.what for badge in one.proofs]) for one in proven] == [("Read", ["Owned by women"])]
    assert named(women=True) == ["Not read", "Read", "Own word"]


def test_who_only_uses_an_item_or_does_not_show_is_no_maker(turmeric):
    give_concept(make_unit(), turmeric, ConceptRole.USES)
    maker("Hidden", turmeric, claimed=False)

    assert named(least=1) == []


def test_the_page_and_the_table_of_makers_name_no_phone(buyer, turmeric):
    owner = make_owner(maker("A", turmeric, women_owned=True))

    page = browser(buyer).get("/en/buying/vendors/").content.decode()
    table = browser(buyer).get("/en/buying/vendors.csv?women=on").content.decode("utf-8-sig")

    assert ["By its own word owned by women." in page, owner.person.phone[3:] in page + table] == [True, False]
    assert [row[0] for row in csv.reader(io.StringIO(table))] == ["name", "A"]


def test_makers_take_as_many_queries_for_many_as_for_one(turmeric, django_assert_num_queries):
    for name in "ABCDE":
        maker(name, turmeric)
    ids = list(vendors.find(at=NOON))

    with django_assert_num_queries(8):
        assert len(vendors.vendors_of(ids, {}, at=NOON, language="en")) == 5
