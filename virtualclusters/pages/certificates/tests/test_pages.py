import pytest
from django.test import Client

from tests.factories import NOON, make_person
from virtualclusters.capabilities.certificates import operations
from virtualclusters.capabilities.certificates.codes import shown
from virtualclusters.capabilities.certificates.models import Certificate
from virtualclusters.pages.certificates.readings import readings

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def state_folder(settings, tmp_path):
    settings.VIRTUALCLUSTERS_STATE = tmp_path


@pytest.fixture
def certificate():
    issued = operations.issue(
        title="Safe honey processing",
        statement="has completed the training",
        holder_name="Asha Sample",
        holder=make_person(),
        issuer="Food Institute (sample)",
        language="en",
        at=NOON,
    )
    Certificate.objects.filter(pk=issued.pk).update(code="D3C4F6G7H9JK")
    issued.refresh_from_db()
    return issued


@pytest.mark.parametrize(
    "address", ["/v/D3C4F6G7H9JK", "/en/v/D3C4F6G7H9JK/", "/v/d3c4-f6g7-h9jk", "/v/O3C4-EGG7-H9JK", "/v/03C4F6G7H9JK"]
)
def test_a_valid_certificate_shows_name_title_issuer_and_date_however_the_code_is_typed(client, certificate, address):
    if "EGG7" in address:
        Certificate.objects.filter(pk=certificate.pk).update(code="D3C4FGG7H9JK")

    page = client.get(address)

    text = page.content.decode()
    told = [
        "This certificate is valid",
        "Asha Sample",
        "Safe honey processing",
        "Food Institute (sample)",
        "20 November 2026",
    ]
    assert (page.status_code, [word in text for word in told]) == (200, [True] * 5)


def test_a_revoked_certificate_says_since_when_and_why(client, certificate):
    operations.revoke(certificate_id=certificate.pk, reason="The photo was of somebody else.", at=NOON)

    text = client.get(f"/v/{certificate.code}").content.decode()

    told = ["This certificate was revoked", "since 20 November 2026", "The photo was of somebody else."]
    assert [word in text for word in told] == [True] * 3


@pytest.mark.parametrize("typed", ["D3C4F6G7H9JX", "nothing", "<script>alert(1)</script>", "0O1I8B5S2ZUV"])
def test_an_unknown_code_is_told_in_one_sentence(client, certificate, typed):
    page = client.get("/en/v/", {"code": typed}, follow=True)

    text = page.content.decode()
    assert (page.status_code, "We did not issue this certificate" in text, "<script>alert" in text) == (
        404,
        True,
        False,
    )


def test_an_empty_box_asks_for_the_number(client):
    page = client.get("/en/v/", {"code": ""})

    assert (page.status_code, "Fill this in." in page.content.decode()) == (200, True)


def test_the_pdf_is_the_holders_alone(client, certificate):
    client.force_login(certificate.holder)
    other = Client()
    other.force_login(make_person())

    answers = [browser.get(f"/en/certificates/{certificate.pk}.pdf") for browser in (client, other)]

    assert [answer.status_code for answer in answers] == [200, 404]
    assert answers[0].content[:5] == b"%PDF-"


def test_my_certificates_lists_mine_with_the_way_to_the_check(client, certificate):
    client.force_login(certificate.holder)

    text = client.get("/en/certificates/").content.decode()

    assert (text.count(f"/v/{certificate.code}"), "Safe honey processing" in text) == (1, True)


def test_few_look_alikes_are_forgiven_and_many_are_no_guess():
    assert readings(shown("O3C4F6G7H9JK")) == ["D3C4F6G7H9JK", "Q3C4F6G7H9JK"]
    assert readings("OOOO-OOOO-OOOO") == []
