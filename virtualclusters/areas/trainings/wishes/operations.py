"""Publishing a wish for a training, and a trainer's answer: the exchange's verbs and the area's own rows."""

from django.db import transaction

from virtualclusters.areas.trainings.models import WishAnswer, WishDetail
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.acting import say
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.exchange.kinds.paths import BEFORE_AGREED
from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityConcept
from virtualclusters.exchange.opportunities.operations import publish

KIND = "training_wish"


@transaction.atomic
def publish_wish(
    *, actor, at, unit_id, title, summary, language, concept_ids, clusters=(), remote=False, closes_at=None, **detail
):
    """Publish a wish; one trainer is chosen. ``detail`` are columns of ``WishDetail``. Raises what ``publish`` raises."""
    opportunity = publish(
        kind=KIND,
        unit_id=unit_id,
        title=title,
        summary=summary,
        language=language,
        concepts=[(OpportunityConcept.Role.ASKS, concept) for concept in concept_ids],
        clusters=clusters,
        remote=remote,
        closes_at=closes_at,
        places=1,
        actor=actor,
        at=at,
    )
    WishDetail.objects.create(opportunity=opportunity, **detail)
    return opportunity


@transaction.atomic
def answer_wish(*, opportunity_id, unit_id, words, actor, at, **columns):
    """Say what one would hold, and return the engagement; said again before anybody chose, the newer figures stand.

    Words said again stand in the talk, also after a choice. The engagement is locked, so that no figure changes behind a choice.

    Args:
        columns: of ``WishAnswer``: hours, fee (rupees for all, 0 = free), first_day.

    Raises:
        NotFound: no such wish is open to her, or she does not act for that unit.
        Refused: it is closed; it is her own; her kind of organisation does not answer it.
    """
    Opportunity.objects.visible_to(actor, at).filter(kind=KIND).one(opportunity_id)
    opened = answer(opportunity_id=opportunity_id, unit_id=unit_id, actor=actor, at=at, words=words)
    engagement = Engagement.objects.for_change(actor).one(opened.pk)
    if words.strip():
        say(engagement_id=engagement.pk, words=words, actor=actor, at=at)
    if engagement.phase in BEFORE_AGREED:
        WishAnswer.objects.update_or_create(engagement=engagement, defaults=columns)
    return engagement
