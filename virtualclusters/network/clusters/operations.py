"""Verbs of clusters: open one from a template, publish it, take part, look after it."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from virtualclusters.accounts import operations as people
from virtualclusters.capabilities.events.recording import record
from virtualclusters.capabilities.jobs.declaring import enqueue
from virtualclusters.foundation.errors import Refused
from virtualclusters.network.clusters.jobs import gather
from virtualclusters.network.clusters.joining import put_in
from virtualclusters.network.clusters.models import Cluster, ClusterMembership, ClusterOfficer
from virtualclusters.network.clusters.permissions import ClusterPermission
from virtualclusters.network.organisations.models import Unit
from virtualclusters.network.organisations.roles import OrganisationPermission
from virtualclusters.network.vocabulary.models import Concept

VISITS_COUNTED_EVERY = timedelta(days=1)


@transaction.atomic
def open_cluster(*, template, slug, actor, at, texts=None):
    """Make a cluster from a template. It shows to nobody else until it is published.

    Args:
        template: a ``ClusterTemplate``.
        texts: language to words that stand instead of the template's, such as another name.

    Raises:
        PermissionDenied: the actor does not open clusters.
        Refused: another cluster has this address; the vocabulary lacks what the template names.
    """
    _check(actor)
    concepts = list(Concept.objects.filter(slug__in=template.concepts))
    if len(concepts) < len(template.concepts):
        raise Refused("no_such_concepts", _("We do not know the words yet for what this sector makes."))
    cluster = _create(template, slug, _merged(template.texts, texts or {}), at)
    cluster.concepts.set(concepts)
    _record("cluster.opened", cluster, actor=actor, at=at)
    return cluster


@transaction.atomic
def publish_cluster(*, cluster_id, actor, at):
    """Let everybody see a cluster. Units of its trade that agreed to be approached join, the others are asked.

    Raises:
        PermissionDenied: the actor does not open clusters.
        NotFound: there is none.
    """
    _check(actor)
    cluster = Cluster.objects.select_for_update().one(pk=cluster_id)
    if cluster.published_at is None:
        cluster.published_at = at
        cluster.save(update_fields=["published_at"])
        _record("cluster.published", cluster, actor=actor, at=at)
        enqueue(gather, cluster_id=cluster.pk, after=0)
    return cluster


@transaction.atomic
def join(*, cluster_id, unit_id, actor, at):
    """Let one of the actor's units take part. A unit may sit in several clusters; joining twice is joining once.

    Raises:
        NotFound: no such cluster is open, or she does not edit that unit.
        Refused: its owner has not confirmed it yet.
    """
    cluster = Cluster.objects.open_at(at).one(pk=cluster_id)
    unit = _own_unit(unit_id, actor)
    if unit.organisation.claimed_at is None:
        raise Refused("not_claimed", _("The owner has not confirmed this organisation yet."))
    return put_in(cluster, unit, actor=actor, at=at)


@transaction.atomic
def leave(*, cluster_id, unit_id, actor, at):
    """Let one of the actor's units leave. What it agreed with others stays.

    Raises:
        NotFound: she does not edit that unit.
    """
    unit = _own_unit(unit_id, actor)
    left = ClusterMembership.objects.live().filter(cluster=cluster_id, unit=unit).update(left_at=at)
    if left:
        record("cluster.left", actor=actor, at=at, subject="unit", subject_id=unit.pk, cluster=cluster_id)


def note_visit(*, cluster_id, actor, at):
    """Keep that the actor's units looked in; written at most once a day."""
    long_ago = Q(last_seen_at=None) | Q(last_seen_at__lt=at - VISITS_COUNTED_EVERY)
    ClusterMembership.objects.live().of(actor).filter(long_ago, cluster=cluster_id).update(last_seen_at=at)


@transaction.atomic
def appoint(*, cluster_id, person, role, actor, at):
    """Name a person who looks after a cluster. Her 14 days to set up a second factor begin.

    Raises:
        PermissionDenied: the actor does not open clusters.
        NotFound: there is no such cluster.
    """
    _check(actor)
    cluster = Cluster.objects.select_for_update().one(pk=cluster_id)
    officer, is_new = ClusterOfficer.objects.get_or_create(
        cluster=cluster, person=person, role=role, ended_at=None, defaults={"since": at}
    )
    if is_new:
        people.start_grace(person=person, at=at)
        _record("cluster.officer_appointed", cluster, actor=actor, at=at, role=str(role))
    return officer


@transaction.atomic
def dismiss(*, officer_id, actor, at):
    """End a person's role in a cluster.

    Raises:
        PermissionDenied: the actor does not open clusters.
    """
    _check(actor)
    officer = ClusterOfficer.objects.select_related("cluster").filter(pk=officer_id, ended_at=None).first()
    if officer is not None:
        officer.ended_at = at
        officer.save(update_fields=["ended_at"])
        _record("cluster.officer_ended", officer.cluster, actor=actor, at=at, role=officer.role)


def _create(template, slug, texts, at):
    try:
        with transaction.atomic():
            return Cluster.objects.create(
                slug=slug, template=template.slug, texts=texts, shown_kinds=list(template.kinds), created_at=at
            )
    except IntegrityError as taken:
        raise Refused("address_taken", _("Another cluster has this address."), _("Choose another one.")) from taken


def _merged(base, over):
    return {language: {**base.get(language, {}), **over.get(language, {})} for language in {*base, *over}}


def _own_unit(unit_id, actor):
    own = Unit.objects.editable_by(actor, OrganisationPermission.PROFILE_EDIT)
    return own.select_related("organisation").one(unit_id)


def _check(actor):
    if not (actor.is_portal or actor.may(ClusterPermission.CLUSTER_OPEN)):
        raise PermissionDenied("Only the administrator opens clusters.")


def _record(code, cluster, *, actor, at, **dimensions):
    record(code, actor=actor, at=at, subject="cluster", subject_id=cluster.pk, cluster=cluster.pk, **dimensions)
