"""Verbs of finding: put an opportunity away and take it back; keep a search and let it go."""

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.capabilities.events.recording import record
from virtualclusters.exchange.alerts.models import Alert, SavedSearch
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.matching.ranking import NotForMe
from virtualclusters.network.organisations.models import Unit

MOST_SAVED = 20


@transaction.atomic
def dismiss(*, unit_id, opportunity_id, actor, at, reason=""):
    """ "Not for me": a unit puts an opportunity away; others like it are shown lower down.

    Args:
        reason: one of ``matching.ranking.NotForMe``, or empty when she does not say why. Said later, it replaces the first.

    Raises:
        NotFound: she does not act for the unit, or no such opportunity is open to her.
        Refused: no such reason.
    """
    if reason and reason not in set(NotForMe):
        raise Refused("no_such_reason", _("Choose one of the reasons."))
    unit, opportunity = _own_unit(actor, unit_id), Opportunity.objects.visible_to(actor, at).one(opportunity_id)
    Alert.objects.update_or_create(
        unit_id=unit.pk,
        opportunity_id=opportunity.pk,
        defaults={"dismissed_at": at, "dismissed": reason},
        create_defaults={"dismissed_at": at, "dismissed": reason, "score": 0, "written_at": at},
    )
    _record("alert.dismissed", unit, opportunity, actor, at, reason=reason)


@transaction.atomic
def take_back(*, unit_id, opportunity_id, actor, at):
    """Undo "Not for me". An opportunity that was not put away stays as it is.

    Raises:
        NotFound: she does not act for the unit, or no such opportunity is open to her.
    """
    unit, opportunity = _own_unit(actor, unit_id), Opportunity.objects.visible_to(actor, at).one(opportunity_id)
    put_away = Alert.objects.filter(unit_id=unit.pk, opportunity_id=opportunity.pk, dismissed_at__isnull=False)
    if put_away.update(dismissed_at=None, dismissed=""):
        _record("alert.taken_back", unit, opportunity, actor, at)


@transaction.atomic
def save_search(*, source, text, filters, actor, at, unit_id=None, frequency=SavedSearch.Frequency.DAILY):
    """Keep a search for the actor, and return it. Saved again it only changes how often she hears of it.

    Args:
        unit_id: her own unit from which ``near`` among the filters is measured.

    Raises:
        NotFound: the unit is not hers.
        Refused: it asks for nothing in particular, or she keeps many already.
    """
    unit = _own_place(actor, unit_id)
    text, filters = text.strip()[:200], {name: sorted(values) for name, values in filters.items() if values}
    if not text and not filters:
        raise Refused("searches_all", _("Search for something first."), _("Type a word or choose a filter."))
    if SavedSearch.objects.filter(person=actor.person).count() >= MOST_SAVED:
        raise Refused("too_many_searches", _("You keep many searches already."), _("Delete one first."))
    kept, _made = SavedSearch.objects.update_or_create(
        person=actor.person,
        source=source,
        text=text,
        filters=filters,
        defaults={"frequency": frequency, "unit": unit},
        create_defaults={"frequency": frequency, "unit": unit, "saved_at": at, "last_sent_at": at},
    )
    return kept


@transaction.atomic
def change_frequency(*, saved_search_id, frequency, actor):
    """Hear of a saved search more or less often.

    Raises:
        NotFound: it is not hers.
        Refused: no such frequency.
    """
    if frequency not in SavedSearch.Frequency.values:
        raise Refused("no_such_frequency", _("Choose how often."))
    if not SavedSearch.objects.filter(pk=saved_search_id, person=actor.person).update(frequency=frequency):
        raise NotFound


@transaction.atomic
def forget_search(*, saved_search_id, actor):
    """Let a saved search go.

    Raises:
        NotFound: it is not hers.
    """
    gone, _rows = SavedSearch.objects.filter(pk=saved_search_id, person=actor.person).delete()
    if not gone:
        raise NotFound


def forget_person(*, person, at):
    """Let all searches of an erased person go. Registered with ``accounts.erasure``."""
    SavedSearch.objects.filter(person=person).delete()


def _own_place(actor, unit_id):
    if unit_id is None:
        return None
    return (
        Unit.objects.working()
        .filter(organisation__in=[held.organisation_id for held in actor.memberships])
        .one(unit_id)
    )


def _own_unit(actor, unit_id):
    return Unit.objects.editable_by(actor, ExchangePermission.ENGAGEMENT_ANSWER).one(unit_id)


def _record(code, unit, opportunity, actor, at, **dimensions):
    record(
        code,
        actor=actor,
        at=at,
        subject="alert",
        subject_id=opportunity.pk,
        kind=opportunity.kind,
        unit=unit.pk,
        **dimensions,
    )
