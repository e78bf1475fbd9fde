"""What waits for a trainer: sessions for which nobody was ticked, classes to finish. Seats given are no turns of hers."""

from django.db.models import BigIntegerField, DateTimeField, Exists, F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from virtualclusters.areas.trainings.models import Attendance, Attendee, Session
from virtualclusters.areas.trainings.operations.publishing import KIND
from virtualclusters.areas.trainings.operations.teaching import IN_CLASS
from virtualclusters.exchange.kinds.paths import PUBLISHER, Phase
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.kinds.turns import tell_turns
from virtualclusters.foundation.built_once import BuiltOnce, Given
from virtualclusters.network.waiting import Waiting, waits
from virtualclusters.ui.formatters import moment

MOST = 10


def register_waiting():
    """Put the work of a class on its trainer's desk; called from ``ready()``."""
    waits(classes)
    tell_turns(KIND, {(PUBLISHER, Phase.AGREED): None, (PUBLISHER, Phase.UNDER_WAY): None})


def classes(*, actor, at):
    """Sessions that have begun and for which nobody is ticked, and classes whose last session is over. One query."""
    if ExchangePermission.OPPORTUNITY_PUBLISH not in actor.permissions:
        return []
    return [_item(one) for one in _TO_DO.ask(own=actor.organisation_id, at=at)]


def _to_do():
    at = Given("at", DateTimeField())
    begun = Session.objects.filter(
        training__opportunity__unit__organisation=Given("own", BigIntegerField()),
        training__opportunity__ended_at=None,
        training__finished_at=None,
        starts_at__lte=at,
    )
    last = Session.objects.filter(training=OuterRef("training")).order_by("-ends_at").values("ends_at")[:1]
    rows = begun.annotate(to_tick=_has_people() & ~_is_ticked(), last=Subquery(last))
    to_do = rows.filter(Q(to_tick=True) | Q(ends_at=F("last"), last__lte=at))
    return to_do.select_related("training__opportunity").order_by("starts_at", "pk")[:MOST]


_TO_DO = BuiltOnce(_to_do)


def _has_people():
    seated = Attendee.objects.filter(engagement__phase__in=IN_CLASS)
    return Exists(seated.filter(engagement__opportunity=OuterRef("training")))


def _is_ticked():
    return Exists(Attendance.objects.filter(session=OuterRef("pk")))


def _item(session):
    title = session.training.opportunity.title
    if session.to_tick:
        page = reverse("training_attendance", args=[session.pk])
        return Waiting(_("Who was there? Tick the people"), page, f"{title} · {moment(session.starts_at)}")
    page = reverse("training_class", args=[session.training_id])
    return Waiting(_("The last session is over: finish the class"), page, title)
