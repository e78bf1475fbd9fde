"""How organisations, units and memberships are picked: who may see or change what."""

from django.db import models
from django.db.models import Q

from virtualclusters.foundation.errors import NotFound


class _OneOrNotFound(models.QuerySet):
    def one(self, pk):
        """The row of that id.

        Raises:
            NotFound: there is none, or it is not among these: the same answer.
        """
        found = self.filter(pk=pk).first()
        if found is None:
            raise NotFound
        return found


class OrganisationQuerySet(_OneOrNotFound):
    """Organisations as an actor may reach them."""

    def for_change(self, actor, permission):
        """Those in which the actor holds the permission, locked: seen and locked in one step."""
        return self.filter(pk__in=actor.organisations_where(permission), closed_at=None).select_for_update(of=("self",))


class UnitQuerySet(_OneOrNotFound):
    """Units: those that show to everybody, and those of the actor's own organisations."""

    def working(self):
        """Those that were not closed."""
        return self.filter(closed_at=None, organisation__closed_at=None)

    def shown(self, at):
        """Those everybody may see at a moment: claimed by their owner, not closed, and renewed in time."""
        return self.working().filter(organisation__claimed_at__lte=at, expires_at__gt=at)

    def visible_to(self, actor, at):
        """The shown ones and all working ones of the actor's own organisations."""
        own = Q(organisation__in=[membership.organisation_id for membership in actor.memberships])
        shown = Q(organisation__claimed_at__lte=at, expires_at__gt=at)
        return self.working().filter(own | shown)

    def editable_by(self, actor, permission):
        """Working ones in whose organisation the actor holds the permission, to read."""
        return self.working().filter(organisation__in=actor.organisations_where(permission))

    def for_change(self, actor, permission):
        """The same, locked: seen and locked in one step."""
        return self.editable_by(actor, permission).select_for_update(of=("self",))

    def expiring(self, *, after, until):
        """Claimed and working ones whose profile ends after the first and not after the second moment."""
        return self.working().filter(
            organisation__claimed_at__isnull=False, expires_at__gt=after, expires_at__lte=until
        )


class MembershipQuerySet(_OneOrNotFound):
    """Memberships of people in organisations."""

    def live(self):
        """Those that have not ended."""
        return self.filter(ended_at=None)

    def in_organisation(self, organisation_id):
        """The one in an organisation.

        Raises:
            NotFound: there is none.
        """
        found = self.filter(organisation=organisation_id).first()
        if found is None:
            raise NotFound
        return found


class InvitationQuerySet(_OneOrNotFound):
    """Invitations."""

    def open_at(self, at):
        """Those that can still be answered at a moment."""
        return self.filter(answered_at=None, expires_at__gt=at, organisation__closed_at=None)

    def of(self, person):
        """Those of one person, who alone may answer them."""
        return self.filter(person=person)
