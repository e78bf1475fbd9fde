"""Opening clusters from templates, and who takes part in them."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied

from tests.factories import (
    NOON,
    give_concept,
    make_cluster,
    make_concept,
    make_member,
    make_organisation,
    make_owner,
    make_person,
    make_unit,
)
from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.capabilities.messaging.models import Notification
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.clusters import operations
from virtualclusters.network.clusters.belonging import clusters_holding, concepts_of
from virtualclusters.network.clusters.joining import bring_in
from virtualclusters.network.clusters.models import Cluster, ClusterMembership, ClusterRole
from virtualclusters.network.clusters.permissions import ClusterPermission
from virtualclusters.network.clusters.templates import ClusterTemplate, missing_texts, templates
from virtualclusters.network.organisations.models import ConceptRole, OrganisationKind
from virtualclusters.network.vocabulary.models import Concept

pytestmark = pytest.mark.django_db
TOYS = ClusterTemplate.from_data(
    {
        "slug": "toys",
        "label": {"en": "Toys"},
        "concepts": ["toys"],
        "kinds": ["offer"],
        "roles": ["facilitator"],
        "texts": {"en": {"name": "Toys", "summary": "Makers of toys.", "for_whom": "Toy makers.", "welcome": "Hello."}},
    }
)


@pytest.fixture
def administrator():
    return make_member(make_organisation(kind=OrganisationKind.ADMINISTRATOR))


@pytest.fixture
def toys():
    """A made-up sector: toys, with wooden toys below it and a top below those."""
    sector = make_concept("toys", kind=Concept.Kind.SECTOR)
    group = make_concept("wooden-toys", kind=Concept.Kind.GROUP)
    top = make_concept("wooden-top")
    Concept.objects.filter(pk=group.pk).update(group=sector)
    Concept.objects.filter(pk=top.pk).update(group=group)
    return {"sector": sector, "group": group, "top": top}


def open_toys(administrator, *, slug="toys", **more):
    return operations.open_cluster(template=TOYS, slug=slug, actor=administrator, at=NOON, **more)


def test_a_made_up_template_opens_a_second_cluster_without_code(administrator, toys):
    make_cluster(slug="food-processing")

    cluster = open_toys(administrator)

    assert (cluster.words("name", "en"), cluster.shown_kinds, cluster.published_at) == ("Toys", ["offer"], None)
    assert set(concepts_of(cluster)) == set(toys.values())


def test_names_given_at_opening_stand_instead_of_the_templates(administrator, toys):
    cluster = open_toys(administrator, texts={"en": {"name": "Wooden toys"}, "hi": {"name": "लकड़ी के खिलौने"}})

    assert [cluster.words("name", language) for language in ("en", "hi", "ur")] == [
        "Wooden toys",
        "लकड़ी के खिलौने",
        "Wooden toys",
    ]
    assert cluster.words("summary", "hi") == "Makers of toys."
    assert missing_texts(cluster.texts) == [("hi", "summary"), ("hi", "for_whom"), ("hi", "welcome")]


def test_a_taken_address_is_refused(administrator, toys):
    open_toys(administrator)

    with pytest.raises(Refused) as refused:
        open_toys(administrator)

    assert refused.value.code == "address_taken"


def test_a_template_whose_trade_the_vocabulary_lacks_is_refused(administrator):
    with pytest.raises(Refused) as refused:
        open_toys(administrator)

    assert (refused.value.code, Cluster.objects.count()) == ("no_such_concepts", 0)


def test_an_owner_opens_and_publishes_nothing(administrator, toys):
    owner = make_owner(make_unit())
    cluster = open_toys(administrator)

    with pytest.raises(PermissionDenied):
        open_toys(owner, slug="mine")
    with pytest.raises(PermissionDenied):
        operations.publish_cluster(cluster_id=cluster.pk, actor=owner, at=NOON)
    assert list(Cluster.objects.visible_to(owner, NOON)) == []


def test_the_shipped_template_is_whole_in_english_and_hindi():
    food = templates()["food-processing"]

    assert missing_texts(food.texts) == []
    assert (food.concepts, food.texts["ur"]["name"]) == (("food-processing", "food-machinery"), "فوڈ پروسیسنگ")


def test_publishing_brings_in_who_agreed_and_asks_the_others(administrator, toys):
    willing, asked, other = make_unit(), make_unit(may_be_approached=False), make_unit()
    owners = [make_owner(unit) for unit in (willing, asked, other)]
    for unit, concept in ((willing, toys["top"]), (asked, toys["top"]), (other, make_concept())):
        give_concept(unit, concept)
    cluster = open_toys(administrator)

    operations.publish_cluster(cluster_id=cluster.pk, actor=administrator, at=NOON)
    run_jobs()

    assert list(ClusterMembership.objects.values_list("unit", flat=True)) == [willing.pk]
    told = Notification.objects.order_by("person_id").values_list("person_id", "key")
    assert list(told) == [(owners[0].person_id, "cluster.joined"), (owners[1].person_id, "cluster.asked")]


def test_a_unit_that_only_needs_something_of_the_trade_does_not_belong(administrator, toys):
    needing = make_unit()
    give_concept(needing, toys["top"], ConceptRole.NEEDS)
    make_published(administrator)

    bring_in([needing.pk], at=NOON)

    assert ClusterMembership.objects.count() == 0


def test_bringing_in_twice_joins_once_and_never_fetches_back_who_left(administrator, toys):
    unit = make_unit()
    owner = make_owner(unit)
    give_concept(unit, toys["top"])
    cluster = make_published(administrator)

    bring_in([unit.pk], at=NOON)
    bring_in([unit.pk], at=NOON)
    operations.leave(cluster_id=cluster.pk, unit_id=unit.pk, actor=owner, at=NOON)
    bring_in([unit.pk], at=NOON)

    assert list(ClusterMembership.objects.values_list("unit", "left_at")) == [(unit.pk, NOON)]
    assert Notification.objects.count() == 1


def test_a_unit_of_a_helper_is_not_brought_in_before_its_owner_said_yes(administrator, toys):
    unit = make_unit(organisation=make_organisation(claimed=False))
    give_concept(unit, toys["top"])
    make_published(administrator)

    bring_in([unit.pk], at=NOON)

    assert ClusterMembership.objects.count() == 0


def test_a_unit_sits_in_two_clusters_and_joining_twice_is_joining_once(administrator, toys):
    unit = make_unit()
    owner = make_owner(unit)
    first, second = make_published(administrator), make_cluster(slug="games")

    for cluster in (first, first, second):
        operations.join(cluster_id=cluster.pk, unit_id=unit.pk, actor=owner, at=NOON)

    assert list(unit.cluster_memberships.order_by("pk").values_list("cluster", flat=True)) == [first.pk, second.pk]
    assert Event.objects.filter(code="cluster.joined").count() == 2


def test_a_foreign_unit_and_a_draft_cluster_cannot_be_joined(administrator, toys):
    unit = make_unit()
    stranger, owner = make_owner(make_unit()), make_owner(unit)
    draft, cluster = open_toys(administrator), make_cluster(slug="games")

    for cluster_id, actor in ((cluster.pk, stranger), (draft.pk, owner)):
        with pytest.raises(NotFound):
            operations.join(cluster_id=cluster_id, unit_id=unit.pk, actor=actor, at=NOON)


def test_a_visit_is_written_at_most_once_a_day():
    unit = make_unit()
    cluster, owner = make_cluster(units=[unit]), make_owner(unit)

    for hours in (0, 23, 25):
        operations.note_visit(cluster_id=cluster.pk, actor=owner, at=NOON + timedelta(hours=hours))
        seen = unit.cluster_memberships.get().last_seen_at
        assert seen == NOON + timedelta(hours=25 if hours == 25 else 0)


def test_an_appointed_facilitator_is_appointed_once_and_her_grace_begins(administrator):
    cluster, person = make_cluster(), make_person()

    for _again in range(2):
        officer = operations.appoint(
            cluster_id=cluster.pk, person=person, role=ClusterRole.FACILITATOR, actor=administrator, at=NOON
        )

    person.refresh_from_db()
    assert (cluster.officers.count(), person.second_factor_due_at) == (1, NOON + timedelta(days=14))
    operations.dismiss(officer_id=officer.pk, actor=administrator, at=NOON)
    assert list(cluster.officers.values_list("ended_at", flat=True)) == [NOON]


def test_what_stands_below_a_clusters_group_belongs_to_it(administrator, toys):
    cluster = make_published(administrator)

    assert [clusters_holding([toys[name].pk]) for name in ("sector", "group", "top")] == [[cluster.pk]] * 3
    assert clusters_holding([make_concept().pk]) == []


def test_the_administrator_alone_opens_clusters(administrator):
    coordinator = make_member(make_organisation(kind=OrganisationKind.NGO))

    assert [one.may(ClusterPermission.CLUSTER_OPEN) for one in (administrator, coordinator)] == [True, False]


def make_published(administrator):
    cluster = open_toys(administrator)
    Cluster.objects.filter(pk=cluster.pk).update(published_at=NOON)
    return cluster
