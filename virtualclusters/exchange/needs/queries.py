"""Reads of needs."""

from django.db import models

from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.foundation.errors import NotFound


class NeedQuerySet(models.QuerySet):
    """Needs as an actor may see or change them: those of the units she publishes for."""

    def visible_to(self, actor):
        """Needs of her own units."""
        own = actor.organisations_where(ExchangePermission.OPPORTUNITY_PUBLISH)
        return self.filter(unit__organisation__in=own, unit__closed_at=None)

    def for_change(self, actor):
        """The same, locked: seen and locked in one step."""
        return self.visible_to(actor).select_for_update(of=("self",))

    def one(self, pk):
        """The row of that id.

        Raises:
            NotFound: there is none, or the actor may not see it.
        """
        found = self.filter(pk=pk).first()
        if found is None:
            raise NotFound
        return found
