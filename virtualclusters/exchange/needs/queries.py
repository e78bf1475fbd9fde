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


def something_stands_on(need) -> bool:
    """Whether a row of any package points at a need: an opportunity, an engagement, a request. One query a relation."""
    relations = [field for field in need._meta.get_fields(include_hidden=True) if field.one_to_many or field.one_to_one]
    pointing = [field for field in relations if field.auto_created]
    return any(one.related_model.objects.filter(**{one.field.name: need.pk}).exists() for one in pointing)
