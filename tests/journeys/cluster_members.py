"""Before the cluster's journey: an owner whose unit makes turmeric powder and is in no cluster, and the cluster's facilitator."""

import json

import django

django.setup()

from django.utils import timezone  # noqa: E402

from tests.factories import give_concept, make_member, make_organisation, make_unit  # noqa: E402
from virtualclusters.accounts.models import Person  # noqa: E402
from virtualclusters.network.clusters import operations  # noqa: E402
from virtualclusters.network.clusters.models import Cluster, ClusterRole  # noqa: E402
from virtualclusters.network.clusters.templates import templates  # noqa: E402
from virtualclusters.network.organisations.models import OrganisationKind  # noqa: E402
from virtualclusters.network.vocabulary.models import Concept  # noqa: E402

OWNER, FACILITATOR, ADMINISTRATOR = "+916000071001", "+916000071002", "+916000071003"


def person(phone, name):
    return Person.objects.create_user(phone=phone, phone_verified_at=timezone.now(), name=name, language="en")


def main():
    now = timezone.now()
    mill = make_unit(organisation=make_organisation(name="Journey Spice Mill (sample)", at=now), at=now)
    give_concept(mill, Concept.objects.get(slug="turmeric-powder"))
    make_member(mill.organisation, person=person(OWNER, "Asha (sample)"), at=now)
    institute = make_organisation(name="Journey Institute (sample)", kind=OrganisationKind.ADMINISTRATOR, at=now)
    administrator = make_member(institute, person=person(ADMINISTRATOR, "Anil (sample)"), at=now)
    cluster = Cluster.objects.filter(slug="food-processing").first() or _opened(administrator, now)
    facilitator = person(FACILITATOR, "Farida (sample)")
    operations.appoint(
        cluster_id=cluster.pk, person=facilitator, role=ClusterRole.FACILITATOR, actor=administrator, at=now
    )
    print(json.dumps({"owner": OWNER, "facilitator": FACILITATOR, "administrator": ADMINISTRATOR}))


def _opened(administrator, now):
    template = templates()["food-processing"]
    cluster = operations.open_cluster(template=template, slug=template.slug, actor=administrator, at=now)
    return operations.publish_cluster(cluster_id=cluster.pk, actor=administrator, at=now)


main()
