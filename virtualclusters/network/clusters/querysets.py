"""How clusters and their members are picked."""

from django.db import models
from django.db.models import Q

from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.clusters.permissions import ClusterPermission


class ClusterQuerySet(models.QuerySet):
    """Clusters as an actor may see them."""

    def published(self):
        """Published and not closed, whenever that was."""
        return self.filter(published_at__isnull=False, closed_at=None)

    def open_at(self, at):
        """Published and not closed."""
        return self.filter(published_at__lte=at, closed_at=None)

    def visible_to(self, actor, at):
        """The open ones; those who open clusters see drafts too."""
        return self.all() if actor.may(ClusterPermission.CLUSTER_OPEN) else self.open_at(at)

    def one(self, **wanted):
        """The cluster of that ``pk`` or ``slug``.

        Raises:
            NotFound: there is none, or it is not among these: the same answer.
        """
        found = self.filter(**wanted).first()
        if found is None:
            raise NotFound
        return found


class MembershipQuerySet(models.QuerySet):
    """Memberships of units in clusters."""

    def live(self):
        """Those that were not ended."""
        return self.filter(left_at=None)

    def shown(self, at):
        """Live ones whose unit everybody may see at a moment: claimed, not closed, renewed in time."""
        claimed = Q(unit__organisation__claimed_at__lte=at, unit__organisation__closed_at=None)
        return self.live().filter(claimed, unit__closed_at=None, unit__expires_at__gt=at)

    def of(self, actor):
        """Those of the actor's own organisations."""
        return self.filter(unit__organisation__in=[held.organisation_id for held in actor.memberships])
