"""Which numbers and cases an actor may see."""

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from virtualclusters.capabilities.files.models import File
from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.organisations.models import Membership, Organisation, Unit
from virtualclusters.network.organisations.roles import OrganisationPermission
from virtualclusters.network.verification.permissions import VerificationPermission


class _OneOrNotFound(models.QuerySet):
    def one(self, pk):
        """The row of that id.

        Raises:
            NotFound: there is none, or the actor may not see it.
        """
        found = self.filter(pk=pk).first()
        if found is None:
            raise NotFound
        return found


class IdentifierQuerySet(_OneOrNotFound):
    """Stated numbers."""

    def visible_to(self, actor):
        """The live numbers of organisations whose profile she may edit."""
        return self.live().filter(organisation__in=actor.organisations_where(OrganisationPermission.PROFILE_EDIT))

    def for_change(self, actor):
        """The same, locked."""
        return self.visible_to(actor).select_for_update(of=("self",))

    def live(self):
        """Those that were not withdrawn."""
        return self.filter(withdrawn_at=None)

    def verified(self, at):
        """Those a person compared with a paper."""
        return self.live().filter(verified_at__lte=at)


class CaseQuerySet(_OneOrNotFound):
    """Cases for verifiers."""

    def visible_to(self, actor):
        """An administrator's people see all, a cluster's verifier those of organisations with a unit in her cluster."""
        wanted = VerificationPermission.VERIFICATION_DECIDE
        if wanted in actor.permissions:
            return self.all()
        in_cluster = Unit.objects.filter(
            organisation=OuterRef("organisation"),
            cluster_memberships__cluster__in=actor.clusters_where(wanted),
            cluster_memberships__left_at=None,
        )
        return self.filter(Exists(in_cluster))

    def decidable_by(self, actor):
        """Those in which she has no part: not her own organisation, nor one she registered or stated a number for."""
        return self.visible_to(actor).exclude(_hers(actor))

    def waiting(self):
        """Those nobody has decided."""
        return self.filter(state__in=self.model.WAITING)

    def ready(self):
        """Those that can be looked at: the paper has passed its check."""
        looked_through = _identifiers().filter(pk=OuterRef("identifier"), evidence__state=File.State.CHECKED)
        return self.waiting().filter(Q(identifier=None) | Exists(looked_through))

    def free(self, at):
        """Those that can be given out: ready, rested, and in nobody's hands."""
        rested = Q(rests_until=None) | Q(rests_until__lte=at)
        return self.ready().filter(rested, Q(claimed_until=None) | Q(claimed_until__lte=at))

    def in_order(self):
        """The oldest first; those put aside after all others."""
        return self.order_by("state", "opened_at", "id")


def _hers(actor):
    return (
        Exists(Membership.objects.filter(person=actor.person_id, organisation=OuterRef("organisation")))
        | Exists(Organisation.objects.filter(pk=OuterRef("organisation"), registered_by=actor.person_id))
        | Exists(_identifiers().filter(pk=OuterRef("identifier"), stated_by=actor.person_id))
    )


def _identifiers():
    return apps.get_model("verification", "Identifier").objects
