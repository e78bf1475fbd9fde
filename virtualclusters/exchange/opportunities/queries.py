"""Reads of opportunities."""

from django.db import models
from django.db.models import Q

from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.organisations.models import Unit


class OpportunityQuerySet(models.QuerySet):
    """Opportunities as an actor may see them."""

    def published(self, at):
        """Those that stand open to be read, closed ones too: a closed notice stays searchable."""
        shown = Q(unit__organisation__closed_at=None, unit__closed_at=None)
        return self.filter(shown, published_at__lte=at)

    def open_at(self, at):
        """Those that may be answered at a moment."""
        still = Q(closes_at=None) | Q(closes_at__gt=at)
        return self.published(at).filter(still, ended_at=None)

    def open_among_many(self, at):
        """The same for a query that looks at thousands: it looks up who closed, instead of everybody who did not."""
        closed = Unit.objects.filter(closed_at__isnull=False).values("pk")
        of_closed = Unit.objects.filter(organisation__closed_at__isnull=False).values("pk")
        still = Q(closes_at=None) | Q(closes_at__gt=at)
        return self.filter(still, published_at__lte=at, ended_at=None).exclude(
            Q(unit__in=closed) | Q(unit__in=of_closed)
        )

    def visible_to(self, actor, at):
        """All published ones, and the drafts of the actor's own organisations."""
        own = Q(unit__organisation__in=actor.organisations_where(ExchangePermission.OPPORTUNITY_PUBLISH))
        public = Q(published_at__lte=at, unit__organisation__closed_at=None, unit__closed_at=None)
        return self.filter(public | own)

    def for_change(self, actor):
        """Those of the actor's own organisations, locked: seen and locked in one step."""
        own = actor.organisations_where(ExchangePermission.OPPORTUNITY_PUBLISH)
        return self.filter(unit__organisation__in=own).select_for_update(of=("self",))

    def one(self, pk):
        """The row of that id.

        Raises:
            NotFound: there is none, or the actor may not see it.
        """
        found = self.filter(pk=pk).first()
        if found is None:
            raise NotFound
        return found
