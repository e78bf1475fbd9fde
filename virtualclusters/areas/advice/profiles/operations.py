"""Publishing an adviser's profile and changing it. A unit has one: publishing again changes it."""

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.areas.advice.kinds import ADVICE
from virtualclusters.areas.advice.models import AdviserDetail
from virtualclusters.areas.advice.rules import cases_at_once
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityConcept
from virtualclusters.exchange.opportunities.operations import publish, record_of, set_concepts, words_unread_in
from virtualclusters.foundation.errors import Refused
from virtualclusters.network.organisations.models import Unit


@transaction.atomic
def publish_profile(
    *, actor, at, unit_id, title, summary, language, concept_ids, clusters=(), remote=False, closes_at=None, **detail
):
    """Publish an adviser's profile for a unit, and return its opportunity; one that stands already is changed instead.

    Args:
        closes_at: not used: a profile stands until it is ended.
        detail: columns of ``AdviserDetail``.

    Raises:
        NotFound: the actor does not publish for that unit.
        Refused: her kind of organisation does not advise.
    """
    Unit.objects.for_change(actor, ExchangePermission.OPPORTUNITY_PUBLISH).one(unit_id)
    said = {"title": title, "summary": summary, "language": language, "concept_ids": concept_ids, "remote": remote}
    former = AdviserDetail.objects.filter(unit=unit_id, is_current=True).select_related("opportunity").first()
    if former is not None and former.opportunity.ended_at is None:
        return change_profile(opportunity_id=former.pk, actor=actor, at=at, **said, **detail)
    AdviserDetail.objects.filter(unit=unit_id, is_current=True).update(is_current=False)
    opportunity = publish(
        kind=ADVICE,
        unit_id=unit_id,
        title=title,
        summary=summary,
        language=language,
        concepts=_about(concept_ids),
        clusters=clusters,
        remote=remote,
        most_answers=cases_at_once(detail["hours_a_month"]),
        actor=actor,
        at=at,
    )
    AdviserDetail.objects.create(opportunity=opportunity, unit_id=unit_id, **detail)
    return opportunity


@transaction.atomic
def change_profile(*, opportunity_id, actor, at, title, summary, language, concept_ids, remote, **detail):
    """Change a profile; it stays one and keeps its record.

    Raises:
        NotFound: she does not publish it.
        Refused: it has ended; more requests are heard now than the new hours allow.
    """
    opportunity = Opportunity.objects.for_change(actor).filter(kind=ADVICE).one(opportunity_id)
    if opportunity.ended_at is not None:
        raise Refused("ended", _("This profile has ended."), _("Publish a new one."))
    opportunity.title, opportunity.summary, opportunity.language = title[:300], summary[:5000], language
    opportunity.remote, opportunity.unread_words = remote, words_unread_in(title, language)
    opportunity.most_answers = max(cases_at_once(detail["hours_a_month"]), opportunity.answers_taken)
    opportunity.save(update_fields=["title", "summary", "language", "remote", "unread_words", "most_answers"])
    set_concepts(opportunity, _about(concept_ids))
    AdviserDetail.objects.filter(pk=opportunity.pk).update(**detail)
    record_of("opportunity.updated", opportunity, actor=actor, at=at)
    return opportunity


def _about(concept_ids):
    return [(OpportunityConcept.Role.ABOUT, concept) for concept in concept_ids]
