"""The administrator opens a cluster alone, from a template."""

import pytest
from django.urls import reverse

from tests.factories import make_concept, make_member, make_organisation, make_owner, make_person, make_unit
from virtualclusters.network.clusters.models import Cluster, ClusterRole
from virtualclusters.network.organisations.models import OrganisationKind

pytestmark = pytest.mark.django_db
FORM = {"template": "food-processing", "slug": "honey", "name_en": "Honey", "name_hi": "शहद"}


@pytest.fixture
def administrator(client):
    for slug in ("food-processing", "food-machinery"):
        make_concept(slug)
    actor = make_member(make_organisation(kind=OrganisationKind.ADMINISTRATOR))
    client.force_login(actor.person)
    return actor


def test_a_cluster_is_opened_looked_at_and_published_in_four_requests(client, administrator):
    made = client.post("/en/desk/clusters/open/", FORM)
    preview = client.get(made.headers["Location"]).content.decode()
    hidden = client.get("/hi/clusters/honey/").status_code
    client.post(reverse("cluster_publish", args=["honey"]))

    client.logout()
    assert ("Nobody else sees this yet." in preview, hidden) == (True, 200)
    assert "शहद" in client.get("/hi/clusters/honey/").content.decode()


def test_a_taken_address_is_said_beside_the_field_and_what_was_typed_is_kept(client, administrator):
    for _again in range(2):
        page = client.post("/en/desk/clusters/open/", FORM)

    text = page.content.decode()
    assert (page.status_code, "Another cluster has this address." in text, 'value="Honey"' in text) == (200, True, True)


def test_an_owner_opens_nothing(client):
    client.force_login(make_owner(make_unit()).person)

    assert client.post("/en/desk/clusters/open/", FORM).status_code == 403


def test_a_facilitator_is_named_by_her_number_and_an_unknown_number_is_refused(client, administrator):
    client.post("/en/desk/clusters/open/", FORM)
    person = make_person()
    page = reverse("cluster_officers", args=["honey"])
    client.post(page, {"mobile": person.phone, "role": ClusterRole.FACILITATOR})
    unknown = client.post(page, {"mobile": "9876543210", "role": ClusterRole.FACILITATOR}).content.decode()

    assert list(Cluster.objects.get().officers.values_list("person", "role")) == [(person.pk, "facilitator")]
    assert "Nobody with this number has signed in here." in unknown
