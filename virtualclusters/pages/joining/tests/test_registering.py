import re

import pytest
from django.core.cache import cache
from django.test import Client

from tests.factories import make_member, make_organisation, make_person
from virtualclusters.capabilities.drafts.models import Draft
from virtualclusters.capabilities.messaging.models import Notification, OutboxMessage
from virtualclusters.network.organisations.models import Invitation, Organisation, OrganisationKind, Role, UnitConcept
from virtualclusters.network.vocabulary.models import Concept
from virtualclusters.pages.joining import common

pytestmark = pytest.mark.django_db
NAME = {"owner_name": "Asha Sample", "name": "Sample Masala", "pin": "४२२ ००१"}
AGREED = {"purposes": ["register", "show_profile"]}


@pytest.fixture(autouse=True)
def vocabulary(loaded_words):
    cache.clear()


def concept(slug):
    return Concept.objects.get(slug=slug)


@pytest.fixture
def owner():
    return signed_in(make_person(name=""))


def signed_in(person):
    client = Client()
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    client.person = person
    return client


def tell_all(client):
    client.post("/en/join/name/", NAME)
    client.post("/en/join/makes/", {"words": "masala grinder banate hain", "tapped": [concept("papad").pk]})
    grinder = concept("spice-grinder").pk
    client.post(
        "/en/join/needs/",
        {"understood": [grinder], "needs": [concept("need-loan").pk], "needs_words": "500 glass jars"},
    )


def test_six_pages_make_a_unit_that_shows(owner):
    tell_all(owner)

    response = owner.post("/en/join/check/", AGREED)

    organisation = Organisation.objects.get()
    assert (response.status_code, organisation.name, organisation.units.get().district) == (
        302,
        "Sample Masala",
        "Nashik",
    )
    made = UnitConcept.objects.filter(role="makes").order_by("concept__slug").values_list("concept__slug", flat=True)
    assert list(made) == ["papad", "spice-grinder"]


def test_what_was_told_is_kept_after_every_page(owner):
    owner.post("/en/join/name/", NAME)
    owner.post("/en/join/makes/", {"words": "papad"})

    again = signed_in(owner.person)

    assert again.get("/en/join/makes/").context["form"]["words"].value() == "papad"
    assert again.get("/hi/join/name/").context["form"]["name"].value() == "Sample Masala"


def test_a_word_that_was_misunderstood_is_taken_away_on_the_next_page(owner):
    owner.post("/en/join/name/", NAME)
    owner.post("/en/join/makes/", {"words": "papad and honey"})
    page = owner.get("/en/join/needs/")
    owner.post("/en/join/needs/", {"understood": [concept("papad").pk], "needs": []})

    owner.post("/en/join/check/", AGREED)

    assert sorted(page.context["form"]["understood"].value()) == sorted([concept("papad").pk, concept("honey").pk])
    assert list(UnitConcept.objects.values_list("concept__slug", flat=True)) == ["papad"]


def test_a_pin_code_that_does_not_exist_is_told_beside_the_field_and_kept(owner):
    response = owner.post("/en/join/name/", {**NAME, "pin": "999999"})

    form = response.context["form"]
    assert (form.errors["pin"], form["pin"].value()) == (
        ["We do not know this PIN code. Check the six digits."],
        "999999",
    )


def test_more_than_three_needs_are_refused(owner):
    owner.post("/en/join/name/", NAME)
    owner.post("/en/join/makes/", {"words": "papad"})
    four = [concept(slug).pk for slug in list(common.NEEDS)[:4]]

    response = owner.post("/en/join/needs/", {"needs": four})

    assert response.context["form"].errors["needs"] == ["Choose three or fewer."]


def test_nothing_said_and_nothing_tapped_is_told(owner):
    response = owner.post("/en/join/makes/", {"words": " "})

    assert response.context["form"].errors["words"] == ["Say what you make, or tap what fits."]


def test_the_needed_points_must_be_agreed_to(owner):
    tell_all(owner)

    response = owner.post("/en/join/check/", {"purposes": ["register"]})

    assert list(response.context["form"].errors) == ["purposes"]
    assert Organisation.objects.count() == 0


def test_no_point_is_ticked_beforehand(owner):
    tell_all(owner)

    page = owner.get("/en/join/check/").content.decode()

    assert "checked" not in page


def test_sending_the_last_page_twice_registers_once(owner):
    tell_all(owner)

    first, second = owner.post("/en/join/check/", AGREED), owner.post("/en/join/check/", AGREED)

    assert (first.status_code, second.status_code, Organisation.objects.count()) == (302, 302, 1)
    assert Draft.objects.count() == 0


def test_the_last_page_sends_back_to_the_first_that_is_missing(owner):
    owner.post("/en/join/name/", NAME)

    assert owner.get("/en/join/check/").url == "/en/join/makes/"


def test_a_change_link_of_the_last_page_returns_there(owner):
    tell_all(owner)

    response = owner.post("/en/join/name/?back=check", {**NAME, "name": "Other name"})

    assert response.url == "/en/join/check/"


def test_a_college_registers_in_three_pages():
    own = signed_in(make_person())
    kind = own.post("/en/join/kind/", {"kind": "academic_institution"})
    facts = {**NAME, "institution_kind": "polytechnic", "website": "college.example", "about": "baking courses"}
    own.post(kind.url, facts)

    own.post("/en/join/agree/", AGREED)

    college = Organisation.objects.get()
    assert (college.kind, college.institution_kind, college.website) == (
        "academic_institution",
        "polytechnic",
        "https://college.example",
    )


@pytest.mark.parametrize("kind", ["administrator", "enterprise", "nonsense"])
def test_kinds_that_nobody_chooses_have_no_page(owner, kind):
    assert owner.get(f"/en/join/as/{kind}/").status_code == 404


def test_who_comes_as_a_college_finds_it_chosen_and_is_not_asked_again_what_she_is(client):
    chosen = client.get("/en/join/kind/?kind=academic_institution").content.decode()
    client.post("/en/join/kind/", {"kind": "academic_institution"})
    number = client.get("/en/join/").content.decode()

    assert [one.split('value="')[1].split('"')[0] for one in re.findall(r"<input[^>]*checked[^>]*>", chosen)] == [
        "academic_institution"
    ]
    assert ("/join/kind/" in number, "Step 1 of 6" in number) == (False, False)


def test_a_visitor_who_chooses_a_kind_gives_her_number_and_comes_back(client):
    client.post("/en/join/kind/", {"kind": "ngo"})
    client.post("/en/join/", {"contact": "9876543210"})
    code = re.search(r"\b\d{6}\b", OutboxMessage.objects.get().text).group()
    client.post("/en/sign-in/code/", {"code": code})

    assert client.get("/en/entered/").url == "/en/join/as/ngo/"


ASSISTED = {
    "owner_name": "Rani Sample",
    "owner_phone": "98000 00001",
    "name": "Sample Papad",
    "pin": "411001",
    "words": "papad",
    "language": "hi",
    "told": "on",
    "once": "a" * 32,
}


@pytest.fixture
def coordinator():
    ngo = make_organisation(kind=OrganisationKind.NGO)
    return signed_in(make_member(ngo, role=Role.COORDINATOR).person)


def test_a_coordinator_registers_a_unit_and_the_owner_says_yes(coordinator):
    coordinator.post("/en/register-a-unit/", ASSISTED)
    invitation = Invitation.objects.get()
    owner = signed_in(invitation.person)
    page = owner.get(f"/en/invitations/{invitation.pk}/")

    owner.post(f"/en/invitations/{invitation.pk}/", AGREED)

    organisation = Organisation.objects.get(name="Sample Papad")
    assert (page.context["card"].makes, organisation.memberships.get().role) == (["Papad"], "owner")
    assert organisation.claimed_at is not None


def test_the_form_sent_twice_registers_and_asks_once(coordinator):
    for _ in range(2):
        coordinator.post("/en/register-a-unit/", ASSISTED)

    assert (Organisation.objects.filter(name="Sample Papad").count(), Notification.objects.count()) == (1, 1)


def test_an_owner_is_led_to_what_was_registered_for_her(coordinator):
    coordinator.post("/en/register-a-unit/", ASSISTED)
    invitation = Invitation.objects.get()

    assert signed_in(invitation.person).get("/en/entered/").url == f"/en/invitations/{invitation.pk}/"


def test_an_enterprise_owner_has_no_page_to_register_others():
    owner = signed_in(make_member(make_organisation()).person)

    assert owner.get("/en/register-a-unit/").status_code == 403


@pytest.mark.parametrize("act", ["", "yes/", "no/"])
def test_an_invitation_of_somebody_else_is_not_found(coordinator, act):
    coordinator.post("/en/register-a-unit/", ASSISTED)
    stranger = signed_in(make_person())

    response = stranger.post(f"/en/invitations/{Invitation.objects.get().pk}/{act}", AGREED)

    assert response.status_code == 404


def test_the_common_products_and_needs_stand_in_the_vocabulary():
    wanted = {*common.PRODUCTS, *common.NEEDS}

    assert wanted - set(Concept.objects.filter(slug__in=wanted).values_list("slug", flat=True)) == set()


@pytest.mark.parametrize(
    "address", ["join/name/", "join/makes/", "join/needs/", "join/check/", "join/kind/", "join/notice/"]
)
def test_registration_pages_take_few_queries(owner, address, django_assert_max_num_queries):
    tell_all(owner)
    owner.get(f"/en/{address}")

    with django_assert_max_num_queries(15):
        owner.get(f"/en/{address}")
