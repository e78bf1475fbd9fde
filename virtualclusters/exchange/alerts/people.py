"""Which units may be told of an opportunity, and which of their people hear of it."""

from collections import Counter
from datetime import timedelta

from django.conf import settings
from django.db import connection

from virtualclusters.accounts.models import Consent
from virtualclusters.exchange.alerts.matcher.completing import Asked
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.people import people_of_organisations
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.foundation.among import among, array_of
from virtualclusters.network.organisations.models import Unit

TOLD = """
    SELECT unit_id, opportunity_id FROM alerts_alert
    WHERE unit_id = ANY(%s::bigint[]) AND written_at > %s AND score > 0
"""
"""Not joined: of a table that grew much since it was counted last PostgreSQL thinks it small, and compares each with each."""
MOST_A_WEEK = 20
"""So many new things a unit is told of in seven days; the others it finds on its page. Nobody is drowned."""


def may_be_told(opportunity, unit_ids, at) -> list[Asked]:
    """Those that show, may answer it and did not yet; the publisher's own are not among them. One query."""
    answered = Engagement.objects.filter(opportunity=opportunity).values("lead")
    shown = Unit.objects.shown(at).filter(pk__in=among(unit_ids))
    others = shown.exclude(organisation=opportunity.unit.organisation_id)
    may_answer = others.filter(organisation__kind__in=kind_of(opportunity.kind).answerer_kinds)
    rows = may_answer.exclude(pk__in=answered).values_list("pk", "organisation_id", "organisation__kind")
    return [Asked(*row) for row in sorted(rows)]


def seldom_told(unit_ids, *, besides, at) -> set[int]:
    """Those of these units that were told of nothing lately, besides one opportunity. One query."""
    since = at - timedelta(days=settings.ALERTS_SELDOM_DAYS)
    return set(unit_ids) - {unit_id for unit_id, opportunity_id in _told(unit_ids, since) if opportunity_id != besides}


def _told(unit_ids, since) -> list[tuple[int, int]]:
    """What these units were told of since a moment, as (unit id, opportunity id)."""
    with connection.cursor() as cursor:
        cursor.execute(TOLD, [array_of(unit_ids), since])
        return [(unit_id, opportunity_id) for unit_id, opportunity_id in cursor.fetchall()]


def people_to_tell(unit_ids, *, at) -> list[int]:
    """People who answer for those of these units that were not told much lately, and who said yes to messages. Four queries."""
    told = Counter(unit_id for unit_id, _opportunity_id in _told(unit_ids, at - timedelta(days=7)))
    rested = [unit_id for unit_id in unit_ids if told[unit_id] <= MOST_A_WEEK]
    organisations = Unit.objects.filter(pk__in=among(rested)).values_list("organisation", flat=True)
    return consenting(people_of_organisations(set(organisations)), Consent.Purpose.MESSAGES)


def consenting(person_ids, purpose) -> list[int]:
    """Those of these people who said yes to a purpose and did not take it back. One query."""
    said = Consent.objects.filter(person__in=among(person_ids), purpose=purpose).order_by("person", "-at", "-pk")
    return sorted(person for person, given in said.distinct("person").values_list("person", "given") if given)
