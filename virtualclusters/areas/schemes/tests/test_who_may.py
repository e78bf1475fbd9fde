"""Who reaches the office's pages: not a visitor, not a unit, not another office, which learns nothing of what is there."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.attacks.offices import plant_scheme
from tests.attacks.world import Side
from tests.factories import make_opportunity, make_organisation, make_owner, make_unit
from virtualclusters.areas.schemes.models import SchemeVersion
from virtualclusters.network.organisations.models import OrganisationKind

pytestmark = pytest.mark.django_db
SECRET = "Zinnia"
MISSING = 7_654_321


@pytest.fixture
def now():
    return timezone.now()


def office(now, words=SECRET):
    """An office with a scheme that holds and a secret draft, as its owner and her rows."""
    unit = make_unit(organisation=make_organisation(kind=OrganisationKind.GOVERNMENT_BODY, at=now), at=now)
    side = Side(make_owner(unit), unit)
    plant_scheme(side, now, words=words)
    return side


def paths(scheme, draft):
    own = [f"/en/schemes/{scheme}/applications/", f"/en/desk/schemes/{scheme}/write/"]
    return [*own, f"/en/desk/schemes/drafts/{draft}/", f"/en/desk/schemes/drafts/{draft}/publish/"]


def signed_in(actor):
    client = Client()
    client.force_login(actor.person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def asked(client, path):
    return client.post(path) if path.endswith("publish/") else client.get(path)


def test_the_office_itself_opens_every_page_of_its_own(now):
    side = office(now)

    answers = [
        asked(signed_in(side.actor), path).status_code
        for path in paths(side.rows["scheme"].pk, side.rows["scheme_draft"].pk)
    ]

    assert answers == [200, 200, 200, 302]


def test_another_office_gets_the_same_answer_for_a_foreign_row_and_for_none(now):
    side, stranger = office(now), signed_in(office(now, words="own").actor)

    foreign = [asked(stranger, path) for path in paths(side.rows["scheme"].pk, side.rows["scheme_draft"].pk)]
    missing = [asked(stranger, path) for path in paths(MISSING, MISSING)]

    assert [one.status_code for one in foreign] == [one.status_code for one in missing] == [404] * 4
    assert [one for one in foreign if SECRET in one.content.decode()] == []
    assert SchemeVersion.objects.get(pk=side.rows["scheme_draft"].pk).published_at is None


def test_a_visitor_is_asked_to_sign_in_and_a_unit_is_refused(now):
    side = office(now)
    unit_owner = signed_in(make_owner(make_unit(at=now)))
    addresses = [
        *paths(side.rows["scheme"].pk, side.rows["scheme_draft"].pk),
        "/en/desk/schemes/",
        "/en/desk/schemes/new/",
    ]

    assert {asked(Client(), path)["Location"].split("?")[0] for path in addresses} == {"/en/sign-in/"}
    assert {asked(unit_owner, path).status_code for path in addresses} == {403}


def test_a_draft_is_read_by_nobody_else_by_its_number_either(now):
    side = office(now)

    assert Client().get(f"/en/schemes/{side.rows['scheme'].pk}/versions/1/").status_code == 200
    assert Client().get(f"/en/schemes/{side.rows['scheme'].pk}/versions/2/").status_code == 404


def test_the_desk_shows_an_office_its_own_schemes_only(now):
    side = office(now)
    make_opportunity(kind="scheme", unit=side.unit, title="Not a scheme of the desk", at=now - timedelta(days=1))

    page = signed_in(office(now, words="own").actor).get("/en/desk/schemes/").content.decode()

    assert page.count("vc-card") == signed_in(side.actor).get("/en/desk/schemes/").content.decode().count("vc-card")
    assert f"/en/schemes/{side.rows['scheme'].pk}/applications/" not in page
