"""How papers, grants and helpers are picked."""

from datetime import timedelta

from django.db import models

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


class PaperQuerySet(_OneOrNotFound):
    def kept(self):
        """Those that were not removed; one that was replaced is among them."""
        return self.filter(removed_at=None)

    def current(self):
        """Those that were neither removed nor replaced."""
        return self.kept().filter(replaced_by=None)

    def shown_at(self, moment):
        """Those that somebody may read at a moment."""
        return self.filter(pk__in=self._under_live_grants(moment))

    def not_shown_at(self, moment):
        """Those that nobody may read at a moment."""
        return self.exclude(pk__in=self._under_live_grants(moment))

    def _under_live_grants(self, moment):
        shown = self.model.objects.filter(
            chosen__dossier__grants__withdrawn_at=None,
            chosen__dossier__grants__given_at__lte=moment,
            chosen__dossier__grants__until__gt=moment,
        )
        return shown.values("pk")

    def expiring_in(self, days, *, day):
        """Current ones whose last day is so many days after a day in India."""
        return self.current().filter(expires_on=day + timedelta(days=days))


class GrantQuerySet(_OneOrNotFound):
    def live_at(self, moment):
        """Those under which somebody may read at a moment."""
        return self.filter(withdrawn_at=None, given_at__lte=moment, until__gt=moment)

    def of_paper(self, paper_id):
        """Those whose dossier holds a paper."""
        return self.filter(dossier__chosen__paper=paper_id)


class HelperQuerySet(_OneOrNotFound):
    def open_at(self, moment):
        """Those asked or agreed that nobody ended and whose day has not come."""
        return self.filter(withdrawn_at=None, until__gt=moment)

    def live_at(self, moment):
        """Those who agreed and may help at a moment."""
        return self.open_at(moment).filter(agreed_at__isnull=False)
