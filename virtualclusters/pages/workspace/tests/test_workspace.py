import json
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from tests.factories import (
    give_concept,
    make_cluster,
    make_concept,
    make_member,
    make_organisation,
    make_owner,
    make_person,
    make_unit,
)
from virtualclusters.accounts.models import Consent, Person
from virtualclusters.capabilities.drafts.models import Draft
from virtualclusters.network.organisations.models import CapabilityWords, Membership, Role, Unit, UnitConcept
from virtualclusters.network.vocabulary.models import Concept

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def vocabulary(loaded_words):
    cache.clear()


@pytest.fixture
def unit():
    return make_unit(at=timezone.now())


@pytest.fixture
def owner(unit):
    return signed_in(make_owner(unit).person)


def signed_in(person, *, proved=True):
    client = Client()
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    client.person = person
    if proved:
        session = client.session
        session["account_authentication_methods"] = [
            {"method": "code", "at": timezone.now().timestamp(), "reauthenticated": True}
        ]
        session["account_authentication_methods_user"] = str(person.pk)
        session.save()
    return client


def task(page, label):
    return next((task.status, task.done) for task in page.context["tasks"] if task.label == label)


def test_the_desk_says_what_is_done_and_what_is_missing(owner, unit):
    give_concept(unit, Concept.objects.get(slug="papad"))

    page = owner.get("/en/workspace/")

    assert task(page, "What you make") == ("Done", True)
    assert task(page, "Certificates") == ("To do", False)
    assert task(page, "How much a month") == ("1 missing", False)


def test_the_desk_leads_to_the_rooms_of_the_clusters_she_is_in_and_to_her_trainings(owner, unit):
    make_cluster(slug="food", at=timezone.now(), units=[unit])
    make_cluster(slug="leather", at=timezone.now())

    page = owner.get("/en/workspace/")

    assert [way.href for way in page.context["ways"]] == [
        "/en/clusters/food/room/",
        "/en/wallet/",
        "/en/needs/",
        "/en/late-payments/",
        "/en/notices/",
        "/en/loans/",
        "/en/advice/mine/",
        "/en/purchase-plans/",
        "/en/trainings/mine/",
        "/en/certificates/",
    ]


@pytest.mark.parametrize("chips", [1, 50])
def test_the_desk_takes_at_most_fifteen_queries(owner, unit, django_assert_max_num_queries, chips):
    for _ in range(chips):
        give_concept(unit, make_concept())
    owner.get("/en/workspace/")

    with django_assert_max_num_queries(15):
        owner.get("/en/workspace/")


def test_new_words_are_read_and_shown_to_be_corrected_before_they_are_done(owner, unit):
    address = f"/en/workspace/places/{unit.pk}/products/"

    first = owner.post(address, {"words": "papad, honey"})
    page = owner.get(first.url)
    read = sorted(UnitConcept.objects.values_list("concept__slug", flat=True))
    done = owner.post(address, {"words": "papad, honey", "chips": [Concept.objects.get(slug="papad").pk]})

    assert (first.url, done.url) == (f"{address}?read=1", f"/en/workspace/?unit={unit.pk}")
    assert sorted(name for _pk, name in page.context["form"].fields["chips"].choices) == ["Honey", "Papad"]
    assert (read, "Your words are saved, with what we understood." in page.content.decode()) == (
        ["honey", "papad"],
        True,
    )
    assert list(UnitConcept.objects.values_list("concept__slug", flat=True)) == ["papad"]


def test_each_chip_says_from_which_words_it_was_read_and_one_tapped_says_nothing(owner, unit):
    address = f"/en/workspace/places/{unit.pk}/products/"
    owner.post(address, {"words": "हम papad और turmaric powder banate hain"})
    give_concept(unit, Concept.objects.get(slug="jaggery"))

    said = {option["widget"]["label"]: option["hint"] for option in owner.get(address).context["form"]["chips"].options}
    hindi = owner.get(address.replace("/en/", "/hi/")).content.decode()

    assert said == {
        "Papad": "from “papad”",
        "Turmeric powder": "from “turmaric powder”, spelling corrected",
        "Jaggery": "",
    }
    assert ("“turmaric powder” से, वर्तनी ठीक की गई" in hindi, "from “" in hindi) == (True, False)


def test_a_chip_taken_away_can_be_put_back(owner, unit):
    address = f"/en/workspace/places/{unit.pk}/products/"
    honey = Concept.objects.get(slug="honey").pk
    owner.post(address, {"words": "honey"})
    owner.post(address, {"words": "honey", "chips": []})

    owner.post(address, {"words": "honey", "chips": [honey]})

    assert list(UnitConcept.objects.values_list("concept", flat=True)) == [honey]


def test_words_that_name_nothing_are_kept(owner, unit):
    owner.post(f"/en/workspace/places/{unit.pk}/products/", {"words": "zzyzx qwrtp"})

    assert (CapabilityWords.objects.get().words, UnitConcept.objects.count()) == ("zzyzx qwrtp", 0)


def test_an_amount_without_a_unit_is_told_and_kept(owner, unit):
    chip = give_concept(unit, Concept.objects.get(slug="papad"))

    response = owner.post(f"/en/workspace/places/{unit.pk}/capacity/", {f"chip{chip.pk}-amount": "500"})

    form = response.context["forms"][0]
    assert (form.errors["unit"], form["amount"].value()) == (["Choose kg, litres, pieces or hours."], "500")


def test_what_is_not_said_stays_not_known(owner, unit):
    owner.post(
        "/en/workspace/about/",
        {"name": "Sample", "women_owned": "yes", "sc_st_owned": "not_said", "manufactures": "no"},
    )

    unit.organisation.refresh_from_db()
    facts = unit.organisation
    assert (facts.women_owned, facts.sc_st_owned, facts.manufactures) == (True, None, False)


def test_the_yearly_figures_may_be_left_unsaid(owner, unit):
    said = {"sales": "to_40l", "profit": "not_said", "jobs": "not_said", "investment": "to_10l"}

    owner.post("/en/workspace/figures/", said)

    row = unit.organisation.check_ins.get()
    assert (row.sales, row.profit, row.jobs, row.investment) == ("to_40l", "", "", "to_10l")


def test_a_profile_that_ends_soon_waits_on_the_desk_until_one_tap(owner, unit):
    Unit.objects.filter(pk=unit.pk).update(expires_at=timezone.now() + timedelta(days=5))
    waiting = [item.label for item in owner.get("/en/workspace/").context["waiting"]]

    owner.post(f"/en/workspace/places/{unit.pk}/renew/")

    assert (waiting, owner.get("/en/workspace/").context["waiting"]) == (["Is the profile still true?"], [])


@pytest.mark.parametrize("page", ["products", "capacity", "address"])
def test_another_firms_profile_cannot_be_opened(owner, page):
    assert owner.get(f"/en/workspace/places/{make_unit().pk}/{page}/").status_code == 404


def test_staff_see_the_desk_and_cannot_edit(unit):
    staff = signed_in(make_member(unit.organisation, role=Role.STAFF).person)

    assert staff.get("/en/workspace/").context["tasks"] == []
    assert staff.get("/en/workspace/about/").status_code == 403


def test_one_person_acts_for_the_organisation_she_chose(owner, unit):
    other = make_organisation(name="Second Sample")
    make_member(other, person=owner.person)

    owner.post("/en/workspace/organisation/", {"organisation": other.pk})

    assert owner.get("/en/workspace/").context["organisation"] == other


def test_nobody_acts_for_an_organisation_she_is_not_in(owner):
    response = owner.post("/en/workspace/organisation/", {"organisation": make_organisation().pk})

    assert response.status_code == 404


def test_the_last_owner_who_leaves_is_told_why_not(owner):
    response = owner.post("/en/workspace/people/leave/")

    assert (response.status_code, Membership.objects.get().ended_at) == (422, None)


@pytest.mark.parametrize("typed", ["not-an-address", "12345"])
def test_a_wrong_contact_of_an_invited_person_is_told(owner, typed):
    response = owner.post("/en/workspace/people/invite/", {"name": "M", "contact": typed, "role": "staff"})

    assert response.context["form"].errors["contact"] == ["Enter a mobile number with 10 digits, or an e-mail address."]


def test_the_export_holds_every_personal_field(owner, unit):
    CapabilityWords.objects.create(unit=unit, part="products", words="शहद", language="hi", written_at=timezone.now())
    Consent.objects.create(
        person=owner.person, purpose="register", given=True, notice="n", language="hi", channel="web", at=timezone.now()
    )

    kept = json.loads(owner.get("/en/me/everything.json").content)

    assert (kept["person"][0]["phone"], kept["words"][0]["words"], kept["consents"][0]["purpose"]) == (
        owner.person.phone,
        "शहद",
        "register",
    )
    assert (kept["units"][0]["pin"], kept["roles"][0]["role"]) == ("411001", "owner")


def test_the_page_of_the_export_shows_words_and_no_codes(owner):
    Consent.objects.create(
        person=owner.person,
        purpose="show_profile",
        given=True,
        notice="n",
        language="hi",
        channel="web",
        at=timezone.now(),
    )

    page = owner.get("/en/me/everything/").content.decode()

    assert ("Show my firm or organisation to others" in page, "show_profile" in page) == (True, False)


def test_a_deleted_account_is_an_empty_row_and_its_firm_no_longer_shows(owner, unit):
    Draft.objects.create(person=owner.person, form="joining", values={"name": "x"}, updated_at=timezone.now())

    owner.post("/en/me/delete/", {"sure": "on"})

    person = Person.objects.get(pk=owner.person.pk)
    assert (person.phone, person.email, person.name, person.is_active) == (None, None, "", False)
    assert Unit.objects.shown(timezone.now()).count() == 0
    assert (Membership.objects.live().count(), owner.get("/en/me/").status_code) == (0, 302)


def test_a_deleted_owner_leaves_the_firm_to_the_other_owner(owner, unit):
    make_member(unit.organisation)

    owner.post("/en/me/delete/", {"sure": "on"})

    assert list(Unit.objects.shown(timezone.now())) == [unit]


def test_the_number_of_a_deleted_account_may_register_again(owner):
    phone = owner.person.phone
    owner.post("/en/me/delete/", {"sure": "on"})

    again = Person.objects.create_user(phone=phone)

    assert again.pk != owner.person.pk


def test_deleting_asks_for_a_code_again_when_the_last_proof_is_old(unit):
    owner = signed_in(make_owner(unit).person, proved=False)

    response = owner.post("/en/me/delete/", {"sure": "on"})

    assert (response.url.startswith("/en/prove/"), Person.objects.filter(erased_at=None).count()) == (True, 1)


@pytest.mark.parametrize(
    ("purpose", "shown", "approached"), [("show_profile", 0, True), ("be_approached", 1, False), ("messages", 1, True)]
)
def test_a_consent_taken_back_ends_what_it_allowed(owner, unit, purpose, shown, approached):
    Consent.objects.create(
        person=owner.person,
        purpose=purpose,
        given=True,
        notice="n",
        language="en",
        channel="web",
        at=timezone.now() - timedelta(days=1),
    )

    owner.post("/en/me/take-back/", {"purpose": purpose})

    unit.refresh_from_db()
    assert (Unit.objects.shown(timezone.now()).count(), unit.may_be_approached) == (shown, approached)
    assert Consent.objects.order_by("pk").last().given is False


def test_a_person_without_an_organisation_is_shown_the_way_to_one():
    page = signed_in(make_person()).get("/en/workspace/")

    assert (page.status_code, page.templates[0].name) == (200, "workspace/no_organisation.html")


def test_an_owner_lets_others_ask_her_or_nobody_with_one_tap_on_her_desk(owner, unit):
    desk, address = "/en/workspace/", f"/en/workspace/places/{unit.pk}/approach/"

    def stands():
        unit.refresh_from_db()
        page = owner.get(desk).content.decode()
        return unit.may_be_approached, "Let nobody ask me" in page, "Let others ask me" in page

    before = stands()
    owner.post(address, {"yes": "0"})
    off = stands()
    owner.post(address, {"yes": "1"})

    assert (before, off, stands()) == ((True, True, False), (False, False, True), (True, True, False))
    assert list(Consent.objects.values_list("purpose", "given")) == [("be_approached", True)]


def test_nobody_switches_for_anothers_unit(owner):
    other = make_unit(at=timezone.now())

    answer = owner.post(f"/en/workspace/places/{other.pk}/approach/", {"yes": "0"})

    other.refresh_from_db()
    assert (answer.status_code, other.may_be_approached) == (404, True)


@pytest.mark.parametrize(
    ("kind", "role", "first"),
    [
        ("enterprise", Role.OWNER, "/en/need/"),
        ("academic_institution", Role.COORDINATOR, "/en/desk/college/"),
        ("expert_practice", Role.OWNER, "/en/advice/mine/"),
        ("financial_institution", Role.OFFICER, "/en/lender/loans/"),
        ("testing_laboratory", Role.OWNER, None),
    ],
)
def test_the_desk_opens_with_what_a_kind_of_organisation_comes_for(client, kind, role, first):
    organisation = make_organisation(kind=kind)
    make_unit(organisation=organisation, at=timezone.now())
    client.force_login(make_member(organisation, role=role).person)

    doors = client.get("/en/workspace/").context["doors"]

    assert [door.href for door in doors] == ([first] if first else [])
