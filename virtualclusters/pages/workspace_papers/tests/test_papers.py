from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from PIL import Image

from virtualclusters.capabilities.files.models import File
from virtualclusters.network.verification import operations
from virtualclusters.network.verification.models import Case, Identifier
from virtualclusters.network.verification.tests.conftest import (  # noqa: F401 - fixtures
    NOON,
    actor_at,
    institution,
    organisation_named,
    owner,
    send_paper,
    state,
    state_folder,
    verifier,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def phone(client, owner):  # noqa: F811
    """A browser in which the owner is signed in."""
    client.force_login(owner.person)
    return client


def photo():
    held = BytesIO()
    Image.new("RGB", (60, 40), "white").save(held, "JPEG")
    held.seek(0)
    held.name = "udyam.jpg"
    return held


def test_a_number_and_its_paper_are_given_in_two_pages_and_wait_for_a_verifier(phone):
    first = phone.post("/en/papers/add/udyam/", {"number": "udyam mh 12 0123456"})
    identifier = Identifier.objects.get()
    second = phone.post(first.url, {"paper": photo()}, follow=True)

    assert (first.url, identifier.number) == (f"/en/papers/{identifier.pk}/paper/", "UDYAM-MH-12-0123456")
    assert (Case.objects.get().state, "We check the file for harm first" in second.content.decode()) == ("open", True)


def test_a_malformed_number_is_told_beside_the_field_and_what_was_typed_stays(phone):
    page = phone.post("/en/papers/add/pan/", {"number": "ABC 12"}).content.decode()

    assert ("A PAN has 5 letters, 4 digits and a letter, like ABCPD1234E." in page, 'value="ABC 12"' in page) == (
        True,
        True,
    )
    assert Identifier.objects.count() == 0


def test_the_list_never_shows_the_number_and_says_format_checked_until_a_person_verified_it(phone, owner, verifier):  # noqa: F811
    identifier = state(owner, "udyam", "UDYAM-MH-12-0123456")
    before = phone.get("/en/papers/").content.decode()
    send_paper(identifier, owner)
    operations.approve(case_id=operations.next_case(actor=verifier, at=NOON).pk, actor=verifier, at=NOON)
    after = phone.get("/en/papers/").content.decode()

    assert ("0123456" in before, "0123456" in after) == (False, False)
    assert ("Udyam number: format checked" in before, "Udyam number: verified" in before) == (True, False)
    assert ("by Officer, Institute for Small Business" in after, "Udyam number: format checked" in after) == (
        True,
        False,
    )


def test_a_returned_number_shows_the_reason_in_the_owners_language(phone, owner, verifier):  # noqa: F811
    send_paper(state(owner), owner)
    case = operations.next_case(actor=verifier, at=NOON)
    operations.return_with_reason(case_id=case.pk, reason_code="unreadable", actor=verifier, at=NOON)

    assert "The photo cannot be read." in phone.get("/en/papers/").content.decode()
    assert "फ़ोटो पढ़ी नहीं जा रही।" in phone.get("/hi/papers/").content.decode()


def test_a_file_that_was_refused_is_told_with_its_reason(phone, owner):  # noqa: F811
    case = send_paper(state(owner), owner, checked=False)
    File.objects.filter(pk=case.identifier.evidence_id).update(state="refused", reason="locked", checked_at=NOON)

    page = phone.get("/en/papers/").content.decode()

    assert "This file is locked with a password. Send it without one." in page


def test_another_organisations_number_is_not_found(phone):
    stranger = actor_at(organisation_named("Verma Bakery"))
    foreign = state(stranger).pk

    answers = [
        phone.get(f"/en/papers/{foreign}/paper/").status_code,
        phone.post(f"/en/papers/{foreign}/withdraw/").status_code,
        phone.get("/en/papers/9999999/paper/").status_code,
        phone.get("/en/papers/add/aadhaar/").status_code,
    ]
    assert answers == [404] * 4


@pytest.mark.parametrize("many", [1, 50])
def test_papers_takes_five_queries_for_one_number_or_fifty(phone, owner, many, django_assert_num_queries):  # noqa: F811
    for number in range(many):
        state(owner, "fssai", f"1{number:013}")
    phone.get("/en/papers/")

    with django_assert_num_queries(5):
        phone.get("/en/papers/")


def test_a_number_verified_two_years_ago_asks_for_its_paper_again_and_still_says_when_it_was_verified(
    phone,
    owner,  # noqa: F811
    verifier,  # noqa: F811
):
    long_ago = timezone.now() - timedelta(days=731)
    send_paper(state(owner, at=long_ago), owner, at=long_ago)
    operations.approve(case_id=operations.next_case(actor=verifier, at=long_ago).pk, actor=verifier, at=long_ago)

    page = phone.get("/en/papers/").content.decode()

    assert ("It is time to look again" in page, "Send the paper" in page, "Udyam number: verified" in page) == (
        True,
    ) * 3
