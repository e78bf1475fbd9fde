"""Which notices an actor reaches."""

from django.db import models

from virtualclusters.areas.targeted_notices.permissions import NoticePermission
from virtualclusters.foundation.errors import NotFound


class NoticeQuerySet(models.QuerySet):
    """Notices of offices."""

    def of_office(self, actor):
        """Those of the organisation the actor acts for, if she writes notices there."""
        if not actor.may(NoticePermission.NOTICE_WRITE):
            return self.none()
        return self.filter(organisation=actor.organisation_id)

    def for_change(self, actor):
        """The same, locked: seen and locked in one step."""
        return self.of_office(actor).select_for_update(of=("self",))

    def one(self, pk):
        """The notice of that id.

        Raises:
            NotFound: there is none, or it is not among these: the same answer.
        """
        found = self.filter(pk=pk).first()
        if found is None:
            raise NotFound
        return found
