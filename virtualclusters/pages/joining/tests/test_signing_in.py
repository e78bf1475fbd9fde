import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core import mail
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_member, make_organisation, make_person
from virtualclusters.accounts.models import Person, SignIn
from virtualclusters.capabilities.messaging.gateways import Rejected, outbox
from virtualclusters.capabilities.messaging.models import OutboxMessage
from virtualclusters.network.organisations.models import OrganisationKind

pytestmark = pytest.mark.django_db
START, CODE, AGAIN = "/en/join/", "/en/sign-in/code/", "/en/sign-in/code/again/"


@pytest.fixture(autouse=True)
def empty_limits(db):
    cache.clear()


def code_sent_to(address):
    return re.search(r"\b\d{6}\b", OutboxMessage.objects.filter(address=address).latest("id").text).group()


def wrong(code):
    return f"{(int(code) + 1) % 1_000_000:06d}"


def sign_in(client, number="9876543210", address="+919876543210"):
    client.post(START, {"contact": number})
    return client.post(CODE, {"code": code_sent_to(address)})


@pytest.mark.parametrize(
    "typed", ["98765 43210", "098765-43210", "+91 98765 43210", "00919876543210", "९८७६५ ४३२१०", "৯৮৭৬৫৪৩২১০"]
)
def test_a_number_is_taken_however_it_is_typed(client, typed):
    response = client.post(START, {"contact": typed})

    assert (response.status_code, response.url) == (302, CODE)
    assert OutboxMessage.objects.get().address == "+919876543210"


def test_a_number_that_takes_no_sms_is_told_beside_the_field_and_no_code_is_waited_for(client, monkeypatch):
    monkeypatch.setattr(outbox.Gateway, "send", _take_nothing)

    response = client.post(START, {"contact": "98765 43210"})

    form = response.context["form"]
    assert form.errors["contact"] == ["This number takes no SMS. Check it, or use another number."]
    assert (response.status_code, form["contact"].value()) == (200, "98765 43210")
    assert client.get(CODE).templates[0].name == "joining/code_spent.html"


def _take_nothing(gateway, message):
    raise Rejected("HTTP 422")


@pytest.mark.parametrize("typed", ["12345", "5876543210", "not a number", "+1 202 555 0100", ""])
def test_what_is_no_indian_mobile_number_is_told_beside_the_field_and_kept(client, typed):
    response = client.post(START, {"contact": typed})

    form = response.context["form"]
    assert (len(form.errors["contact"]), form["contact"].value()) == (1, typed)
    assert OutboxMessage.objects.count() == 0


def test_known_and_unknown_numbers_are_answered_alike(client):
    known = make_person()
    pages = []
    for number in (known.phone, "9876543210"):
        client.cookies.clear()
        first = client.post(START, {"contact": number})
        second = client.get(CODE)
        pages.append((first.status_code, first.url, second.status_code, len(OutboxMessage.objects.all())))

    assert pages == [(302, CODE, 200, 1), (302, CODE, 200, 2)]


def test_the_right_code_makes_a_new_person_and_signs_her_in(client):
    response = sign_in(client)

    person = Person.objects.get(phone="+919876543210")
    assert (response.url, client.session["_auth_user_id"]) == (reverse("entered"), str(person.pk))
    assert person.phone_verified_at is not None


def test_before_the_code_nothing_is_kept_of_a_number(client):
    client.post(START, {"contact": "9876543210"})

    assert Person.objects.filter(phone="+919876543210").count() == 0


def test_a_person_who_was_here_before_comes_back_to_her_own_row(client):
    person = make_person()

    sign_in(client, person.phone, person.phone)

    assert client.session["_auth_user_id"] == str(person.pk)


@pytest.mark.parametrize(("typed", "by"), [("+919876543210", ""), ("officer@sample.in", "?by=email")])
def test_after_three_wrong_codes_one_tap_sends_a_new_one_to_the_same_number_and_leads_on_as_before(client, typed, by):
    client.post(f"{START}{by}", {"contact": typed, "next": "/en/talks/"})
    for _try in range(3):
        spent = client.post(CODE, {"code": wrong(_latest_code(typed))})
    fields = dict(re.findall(r'<input type="hidden" name="(contact|next)" value="([^"]*)">', spent.content.decode()))
    address = re.search(r'<form method="post" action="([^"]+)">', spent.content.decode())[1]
    again = client.post(address, fields)
    entered = client.post(CODE, {"code": _latest_code(typed)})

    assert (address, fields) == (f"{START}{by}", {"contact": typed, "next": "/en/talks/"})
    assert (again.url, entered.url) == (CODE, "/en/talks/")


def _latest_code(contact):
    if "@" in contact:
        return re.search(r"\b\d{6}\b", mail.outbox[-1].body).group()
    return code_sent_to(contact)


def test_an_address_works_like_a_number(client):
    client.post(f"{START}?by=email", {"contact": "Officer@Sample.in"})
    client.post(CODE, {"code": re.search(r"\b\d{6}\b", mail.outbox[0].body).group()})

    assert Person.objects.get().email == "officer@sample.in"


def test_the_code_may_be_typed_with_a_space_and_in_hindi_digits(client):
    client.post(START, {"contact": "9876543210"})
    code = code_sent_to("+919876543210").translate({ord(str(n)): chr(0x966 + n) for n in range(10)})

    response = client.post(CODE, {"code": f"{code[:3]} {code[3:]}"})

    assert response.status_code == 302


def test_after_three_wrong_codes_the_right_one_does_not_work(client):
    client.post(START, {"contact": "9876543210"})
    code = code_sent_to("+919876543210")
    for _ in range(3):
        client.post(CODE, {"code": wrong(code)})

    client.post(CODE, {"code": code})

    assert "_auth_user_id" not in client.session


def test_a_code_older_than_ten_minutes_does_not_work(client):
    client.post(START, {"contact": "9876543210"})
    session = client.session
    login = session["account_login"]
    login["state"]["stages"]["login_by_code"]["data"]["at"] -= 601
    session["account_login"] = login
    session.save()

    client.post(CODE, {"code": code_sent_to("+919876543210")})

    assert "_auth_user_id" not in client.session


def test_a_second_code_within_half_a_minute_is_refused_and_told(client):
    client.post(START, {"contact": "9876543210"})

    response = client.post(AGAIN)

    assert (OutboxMessage.objects.count(), response.context["notice"]) == (
        1,
        "Wait half a minute before you ask for a new code.",
    )


def test_going_back_and_giving_the_same_number_sends_no_second_code(client):
    for _ in range(2):
        client.post(START, {"contact": "9876543210"})

    assert OutboxMessage.objects.count() == 1


def test_a_number_gets_five_codes_a_day_and_no_more(client, monkeypatch):
    started = timezone.now()
    for minutes in range(0, 14, 2):
        client.cookies.clear()
        monkeypatch.setattr("time.time", lambda minutes=minutes: (started + timedelta(minutes=minutes)).timestamp())
        client.post(START, {"contact": "9876543210"})

    assert OutboxMessage.objects.count() == 5


def test_signing_in_goes_on_to_the_page_that_was_asked_for(client):
    client.post(f"{START}?next=/en/me/", {"contact": "9876543210", "next": "/en/me/"})

    response = client.post(CODE, {"code": code_sent_to("+919876543210")})

    assert response.url == "/en/me/"


def test_signing_in_never_leads_to_another_site(client):
    client.post(START, {"contact": "9876543210", "next": "https://bad.example/"})

    response = client.post(CODE, {"code": code_sent_to("+919876543210")})

    assert response.url == reverse("entered")


def test_signing_out_everywhere_ends_the_other_phone_too(client, client_of):
    person = make_person()
    other = client_of(person)
    sign_in(client, person.phone, person.phone)

    client.post("/en/sign-out/", {"where": "everywhere"})

    assert other.get("/en/me/").status_code == 302
    assert SignIn.objects.count() == 0


@pytest.fixture
def client_of():
    from django.test import Client

    def make(person):
        own = Client()
        cache.clear()
        sign_in(own, person.phone, person.phone)
        cache.clear()
        OutboxMessage.objects.all().delete()
        return own

    return make


def test_the_passkey_is_offered_after_the_second_sign_in(client):
    person = make_member(make_organisation()).person
    landed = []
    for _ in range(3):
        cache.clear()
        sign_in(client, person.phone, person.phone)
        landed.append(client.get("/en/entered/").url)
        client.post("/en/sign-out/")

    assert landed == [reverse("workspace"), reverse("passkey_offer"), reverse("workspace")]


def test_who_has_a_passkey_already_is_not_offered_one(client):
    person = make_member(make_organisation()).person
    Authenticator.objects.create(user=person, type=Authenticator.Type.WEBAUTHN, data={})
    Person.objects.filter(pk=person.pk).update(sign_ins=2)
    client.force_login(person)

    assert client.get("/en/entered/").url == reverse("workspace")


def test_an_officer_overdue_with_her_second_lock_is_led_to_it(client_of):
    officer = make_member(make_organisation(kind=OrganisationKind.GOVERNMENT_BODY)).person
    own = client_of(officer)
    before = own.get("/en/workspace/").status_code

    Person.objects.filter(pk=officer.pk).update(second_factor_due_at=timezone.now() - timedelta(days=1))

    assert (before, own.get("/en/workspace/").url) == (200, reverse("mfa_index"))
    assert own.get(reverse("mfa_index")).status_code == 200


def test_an_owner_needs_no_second_lock(client_of):
    own = client_of(make_member(make_organisation()).person)

    assert own.get("/en/workspace/").status_code == 200
    assert Person.objects.filter(second_factor_due_at=None).count() == Person.objects.count()


def test_an_app_that_was_set_up_is_asked_for_at_sign_in(client):
    person = make_member(make_organisation(kind=OrganisationKind.GOVERNMENT_BODY)).person
    TOTP.activate(person, "A" * 32)

    asked = sign_in(client, person.phone, person.phone)
    before = "_auth_user_id" in client.session
    client.post(
        asked.url, {"code": format_hotp_value(hotp_value("A" * 32, next(iter(yield_hotp_counters_from_time()))))}
    )

    assert (asked.url, before, client.session["_auth_user_id"]) == (reverse("mfa_authenticate"), False, str(person.pk))


def test_a_wrong_code_of_the_app_is_refused_beside_the_box_and_nobody_is_in(client):
    person = make_member(make_organisation(kind=OrganisationKind.GOVERNMENT_BODY)).person
    TOTP.activate(person, "A" * 32)
    asked = sign_in(client, person.phone, person.phone)

    shown = client.get(asked.url)
    wrong = client.post(asked.url, {"code": "000000"})

    assert (shown.status_code, wrong.status_code, "_auth_user_id" in client.session) == (200, 200, False)
    assert wrong.context["form"].errors


def test_setting_up_the_app_shows_its_square_and_gives_written_codes(client_of):
    person = make_person()
    own = client_of(person)
    page = own.get(reverse("mfa_activate_totp"))
    secret = page.context["secret"]

    done = own.post(
        reverse("mfa_activate_totp"),
        {"code": format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))},
    )

    assert ("<svg" in page.content.decode(), "style=" in page.context["square"]) == (True, False)
    assert done.url == reverse("mfa_view_recovery_codes")
    assert Authenticator.objects.filter(user=person).count() == 2


def test_a_new_number_is_hers_only_when_its_code_came_back(client_of):
    person = make_person()
    own = client_of(person)
    own.post(reverse("change_phone"), {"contact": "98111 22333"})
    person.refresh_from_db()
    before = person.phone

    own.post(reverse("prove_code"), {"code": code_sent_to("+919811122333")})

    person.refresh_from_db()
    assert (before != "+919811122333", person.phone) == (True, "+919811122333")


@pytest.mark.parametrize("page", ["change_phone", "prove"])
def test_a_number_that_takes_no_sms_is_told_where_a_code_was_asked_for(client_of, monkeypatch, page):
    own = client_of(make_person())
    monkeypatch.setattr(outbox.Gateway, "send", _take_nothing)

    response = own.post(reverse(page), {"contact": "98111 22333"})

    told = "This number takes no SMS. Check it, or use another number."
    assert (response.status_code, told in response.content.decode()) == (200, True)


def test_anothers_number_cannot_become_hers_and_nobody_learns_that_it_is_taken(client_of):
    other = make_person()
    own = client_of(make_person())

    response = own.post(reverse("change_phone"), {"contact": other.phone})

    assert (response.url, OutboxMessage.objects.filter(address=other.phone).count()) == (reverse("prove_code"), 0)


def test_changing_the_number_asks_for_a_code_again_when_the_last_is_old(client_of):
    own = client_of(make_person())
    session = own.session
    session["account_authentication_methods"] = []
    session.save()

    response = own.get(reverse("change_phone"))

    assert response.url == f"{reverse('prove')}?next=%2Fen%2Fme%2Fnumber%2F"
