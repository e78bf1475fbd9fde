"""A match by hand: whoever looks after a cluster suggests an opportunity to one unit, with a line why."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from virtualclusters.accounts.models import Consent
from virtualclusters.capabilities.events.recording import record
from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.exchange.alerts.finding import matches_of
from virtualclusters.exchange.alerts.models import Alert
from virtualclusters.exchange.alerts.notices import SUGGESTED
from virtualclusters.exchange.alerts.people import MOST_A_WEEK, consenting
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.people import people_of_organisations
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import Refused
from virtualclusters.network.clusters.models import Cluster, ClusterMembership
from virtualclusters.network.organisations.models import Unit

OVERSEE = ExchangePermission.ENGAGEMENT_OVERSEE
A_WEEK = timedelta(days=7)
SHOWN = 5
"""So many suggestions stand on top of a unit's list at once, the newest first."""


@dataclass(frozen=True)
class Suggestion:
    """What was suggested to a unit by hand; without a cluster it comes from the portal's administrator."""

    opportunity: Opportunity
    words: str
    cluster: Cluster | None


def opportunities_overseen_by(actor, at):
    """Published opportunities in the clusters the actor looks after; for the administrator's people all."""
    published = Opportunity.objects.published(at)
    if OVERSEE in actor.permissions:
        return published
    hers = Opportunity.clusters.through.objects.filter(cluster__in=actor.clusters_where(OVERSEE))
    return published.filter(Exists(hers.filter(opportunity=OuterRef("pk"))))


def units_overseen_by(actor, at):
    """Shown units that are members of the clusters the actor looks after; for the administrator's people all."""
    shown = Unit.objects.shown(at)
    if OVERSEE in actor.permissions:
        return shown
    hers = ClusterMembership.objects.live().filter(cluster__in=actor.clusters_where(OVERSEE))
    return shown.filter(Exists(hers.filter(unit=OuterRef("pk"))))


@transaction.atomic
def suggest(*, opportunity_id, unit_id, words, actor, at):
    """Suggest an opportunity to a unit in a line why, tell its people, and return the alert.

    It stands on top of the unit's "For you" until she answers or puts it away; the publisher sees nothing of it. What was
    suggested already stays as it is.

    Args:
        words: why, at most 200 letters; the unit's people read them.

    Raises:
        NotFound: the opportunity stands in no cluster the actor looks after, or the unit does not show.
        Refused: it is closed, or her own; its kind is not answered by such a unit; the unit does not want to be approached, answered
            it or put it away; enough was suggested to it this week; no words.
    """
    opportunity = opportunities_overseen_by(actor, at).select_related("unit__organisation").one(opportunity_id)
    unit = Unit.objects.shown(at).select_related("organisation").one(unit_id)
    alert = Alert.objects.filter(unit_id=unit.pk, opportunity_id=opportunity.pk).first()
    if alert and alert.by_hand_at:
        return alert
    _refuse_unfit(opportunity, unit, at)
    _refuse_unwanted(opportunity, unit, alert, at)
    return _write(opportunity, unit, _line(words), actor, at)


def suggestions_for(unit_id, *, at, only_kinds=()) -> list[Suggestion]:
    """What was suggested to a unit by hand and is open, neither answered nor put away; the newest first. One query; three when any is."""
    by_hand = Alert.objects.filter(unit_id=unit_id, by_hand_at__isnull=False, dismissed_at=None)
    alerts = {alert.opportunity_id: alert for alert in by_hand.order_by("-by_hand_at", "-pk")[: SHOWN * 4]}
    if not alerts:
        return []
    answered = Engagement.objects.filter(lead=unit_id, opportunity=OuterRef("pk"))
    waiting = Opportunity.objects.open_at(at).filter(~Exists(answered), pk__in=alerts)
    if only_kinds:
        waiting = waiting.filter(kind__in=only_kinds)
    rows = {row.pk: row for row in waiting.select_related("unit__organisation")}
    clusters = Cluster.objects.in_bulk({alert.by_hand_cluster for alert in alerts.values()} - {None})
    return [
        Suggestion(rows[pk], alert.by_hand_words, clusters.get(alert.by_hand_cluster))
        for pk, alert in alerts.items()
        if pk in rows
    ][:SHOWN]


def suggested_at(unit_id, opportunity_ids) -> dict[int, datetime]:
    """When which of these opportunities was suggested to a unit by hand. One query."""
    alerts = Alert.objects.filter(unit_id=unit_id, opportunity_id__in=opportunity_ids, by_hand_at__isnull=False)
    return {pk: when for pk, when in alerts.values_list("opportunity_id", "by_hand_at") if when}


def forget_words(*, person, at):
    """Let an erased person's suggestions become plain alerts. Registered with ``accounts.erasure``."""
    hers = Alert.objects.filter(by_hand_by=person.pk)
    hers.update(by_hand_by=None, by_hand_cluster=None, by_hand_words="", by_hand_at=None)


def _line(words):
    line = " ".join(words.split())[:200]
    if not line:
        raise Refused("no_words", _("Say in one line why you suggest it."))
    return line


def _refuse_unfit(opportunity, unit, at):
    if not opportunity.is_open(at):
        raise Refused("closed", _("This is closed: no more answers are taken."), _("See what is open now."))
    if unit.organisation_id == opportunity.unit.organisation_id:
        raise Refused("own", _("This unit published it itself."))
    if unit.organisation.kind not in kind_of(opportunity.kind).answerer_kinds:
        raise Refused("wrong_answerer", _("This kind of organisation cannot answer it."))


def _refuse_unwanted(opportunity, unit, alert, at):
    if not unit.may_be_approached:
        raise Refused("not_approached", _("This unit does not want to be approached."))
    if Engagement.objects.filter(opportunity=opportunity, lead=unit).exists():
        raise Refused("answered", _("This unit has answered it already."))
    if alert and alert.dismissed_at:
        raise Refused("put_away", _("This unit put it away: it is not for them."))
    lately = Alert.objects.filter(unit_id=unit.pk, by_hand_at__gt=at - A_WEEK).count()
    if lately >= settings.SUGGESTIONS_A_WEEK:
        raise Refused("enough", _("This unit got enough suggestions this week."), _("Try again next week."))


def _write(opportunity, unit, words, actor, at):
    """The alert, marked by hand. Of two who suggest it at once the first one does; the other changes nothing."""
    score = next((match.score for _unit, match in matches_of(opportunity.pk, [unit.pk], at=at)), 0.0)
    alert, _made = Alert.objects.get_or_create(
        unit_id=unit.pk, opportunity_id=opportunity.pk, defaults={"score": score, "written_at": at}
    )
    cluster_id = _cluster_of(opportunity, actor)
    marked = {"by_hand_by": actor.person_id, "by_hand_cluster": cluster_id, "by_hand_words": words, "by_hand_at": at}
    if Alert.objects.filter(pk=alert.pk, by_hand_at=None).update(**marked):
        told = _tell(opportunity, unit, words, at)
        _record(opportunity, unit, cluster_id, told, actor, at)
    alert.refresh_from_db()
    return alert


def _cluster_of(opportunity, actor):
    """The cluster for which she suggests it: the first of hers in which it stands; None for the administrator's people."""
    hers = opportunity.clusters.filter(pk__in=actor.clusters_where(OVERSEE))
    return hers.order_by("pk").values_list("pk", flat=True).first()


def _tell(opportunity, unit, words, at):
    """Notify the unit's people who said yes to messages, unless it was told much lately; how many people that were."""
    if Alert.objects.filter(unit_id=unit.pk, written_at__gt=at - A_WEEK, score__gt=0).count() > MOST_A_WEEK:
        return 0
    people = consenting(people_of_organisations([unit.organisation_id]), Consent.Purpose.MESSAGES)
    notify(
        people_ids=people,
        key=SUGGESTED,
        variables={"title": opportunity.title, "words": words},
        at=at,
        about=f"/opportunities/{opportunity.pk}/",
        dedupe_key=f"suggested:{opportunity.pk}:{unit.pk}",
    )
    return len(people)


def _record(opportunity, unit, cluster_id, told, actor, at):
    record(
        "alert.suggested",
        actor=actor,
        at=at,
        subject="alert",
        subject_id=opportunity.pk,
        kind=opportunity.kind,
        unit=unit.pk,
        cluster=cluster_id,
        told=told,
    )
