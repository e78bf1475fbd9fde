"""Reads of engagements: parties see one whole, a facilitator sees her cluster's only from outside."""

from collections.abc import Iterable

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from virtualclusters.exchange.kinds.paths import LIVE
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.foundation.errors import NotFound


class EngagementQuerySet(models.QuerySet):
    """Engagements as an actor may see or change them."""

    def visible_to(self, actor):
        """Those in which a unit of hers, or she herself, is a party. Filtered by Exists, so that rows can be locked."""
        return self.filter(_is_party(actor, ExchangePermission.ENGAGEMENT_READ))

    def for_change(self, actor):
        """Those she may act in, locked: seen and locked in one step.

        A partner who takes part as a person (a student, a guarantor) sees and says, but takes no step for her side.
        """
        if actor.is_portal:
            return self.select_for_update(of=("self",))
        acts = _is_party(actor, ExchangePermission.ENGAGEMENT_ANSWER, role="principal")
        return self.filter(acts).select_for_update(of=("self",))

    def for_word(self, actor):
        """Those she may write in, locked: whoever may act there, and partners who take part as persons."""
        return self.filter(_is_party(actor, ExchangePermission.ENGAGEMENT_ANSWER)).select_for_update(of=("self",))

    def one(self, pk):
        """The row of that id.

        Raises:
            NotFound: there is none, or the actor may not see it.
        """
        found = self.filter(pk=pk).first()
        if found is None:
            raise NotFound
        return found

    def live(self):
        """Those that have not ended."""
        return self.filter(phase__in=LIVE)

    def turn_of(self, organisation_ids):
        """Live ones in which it is the turn of one of these organisations."""
        publishes = Q(turn="publisher", opportunity__unit__organisation__in=organisation_ids)
        return self.filter(publishes | Q(turn="answerer", lead__organisation__in=organisation_ids))

    def overseen_by(self, actor) -> Iterable[dict]:
        """Kind, phase, turn, age and names of her clusters' engagements; never thread, papers, contact or closing word.

        Who holds the right in her organisation, the administrator's people, oversees every cluster's.
        """
        everywhere = ExchangePermission.ENGAGEMENT_OVERSEE in actor.permissions
        hers = Q(opportunity__clusters__in=actor.clusters_where(ExchangePermission.ENGAGEMENT_OVERSEE))
        inside = Q(opportunity__clusters__isnull=False) if everywhere else hers
        return (
            self.filter(inside)
            .distinct()
            .values(
                "id",
                "phase",
                "turn",
                "due_at",
                "opened_at",
                "moved_at",
                "opportunity__kind",
                "opportunity__title",
                "opportunity__unit__organisation__name",
                "lead__organisation__name",
            )
        )


def _is_party(actor, permission, **as_person):
    """Whether one of her organisations takes part, or she herself does and her party is as ``as_person`` says."""
    party = apps.get_model("engagements", "Party")
    hers = Q(unit__organisation__in=actor.organisations_where(permission)) | Q(
        person=actor.person_id, person__isnull=False, **as_person
    )
    return Exists(party.objects.filter(hers, engagement=OuterRef("pk"), left_at=None))
