"""Verbs of outcomes: a reading is asked, said, confirmed; each side gives a last word."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from virtualclusters.exchange.engagements.models import Engagement, Party
from virtualclusters.exchange.engagements.operations.advance import record_of
from virtualclusters.exchange.engagements.people import side_of
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.exchange.kinds.paths import ENDED
from virtualclusters.exchange.outcomes.models import ClosingWord, Measure
from virtualclusters.exchange.outcomes.queries import BLIND_FOR
from virtualclusters.foundation.errors import NotFound, Refused

FOLLOW_UPS = {Measure.Moment.THREE_MONTHS: timedelta(days=91), Measure.Moment.TWELVE_MONTHS: timedelta(days=365)}


@transaction.atomic
def ask(*, engagement_id, moment, at):
    """Ask each side for the indicators it can know at a moment; asking twice changes nothing. Returns the rows that wait."""
    engagement = Engagement.objects.select_related("opportunity", "lead").get(pk=engagement_id)
    principals = {party.side: party for party in engagement.parties.filter(role=Party.Role.PRINCIPAL, left_at=None)}
    rows = [
        Measure(
            engagement=engagement,
            indicator=indicator.code,
            moment=moment,
            said_by=principals[indicator.said_by],
            asked_at=at,
        )
        for indicator in kind_of(engagement.opportunity.kind).indicators
        if indicator.said_by in principals and not (indicator.from_nothing and moment == Measure.Moment.BASELINE)
    ]
    Measure.objects.bulk_create(rows, ignore_conflicts=True)
    return Measure.objects.filter(engagement=engagement, moment=moment, taken_at=None)


@transaction.atomic
def state(*, measure_id, value, actor, at, evidence_id=None):
    """Say a reading; None means "not said". A reading that the other side has confirmed stays as it is.

    Raises:
        NotFound: the actor's side was not asked.
        Refused: it was confirmed already.
    """
    measure = _for_change(measure_id, actor)
    side = side_of(measure.engagement, actor)
    if side != measure.said_by.side:
        raise NotFound
    if measure.confirmed_by_id:
        raise Refused("confirmed_already", _("The other side has confirmed this figure: it stays."))
    measure.value, measure.taken_at, measure.evidence_id = value, at, evidence_id
    measure.save()
    code = "measure.stated" if value is not None else "measure.not_said"
    record_of(code, measure.engagement, actor=actor, at=at, side=side)
    return measure


@transaction.atomic
def confirm(*, measure_id, actor, at):
    """Confirm what the other side said.

    Raises:
        NotFound: the actor takes no part.
        Refused: nothing was said yet; or it is her own side's word.
    """
    measure = _for_change(measure_id, actor)
    side = side_of(measure.engagement, actor)
    if side == measure.said_by.side:
        raise Refused("own_word", _("You cannot confirm your own figure. The other side does."))
    if measure.value is None:
        raise Refused("nothing_said", _("Nothing was said yet, so there is nothing to confirm."))
    measure.confirmed_by = measure.engagement.parties.get(side=side, role=Party.Role.PRINCIPAL)
    measure.save(update_fields=["confirmed_by"])
    record_of("measure.confirmed", measure.engagement, actor=actor, at=at)
    return measure


@transaction.atomic
def give_closing_word(*, engagement_id, would_again, words, actor, at):
    """A side's last word, once. The other side reads it when both gave one, or 14 days after the end.

    Raises:
        NotFound: the actor takes no part.
        Refused: the engagement has not ended, or never came to work, or ended 14 days ago, when words are no longer blind; or the
            side gave its word already.
    """
    engagement = Engagement.objects.for_change(actor).select_related("opportunity", "lead").one(engagement_id)
    if engagement.phase not in ENDED or engagement.agreed_at is None:
        raise Refused("not_ended", _("You can say this when the work has ended."))
    if at - engagement.ended_at >= BLIND_FOR:
        raise Refused("too_late", _("The time for a last word is over: it was 14 days."))
    party = engagement.parties.get(side=side_of(engagement, actor), role=Party.Role.PRINCIPAL)
    try:
        with transaction.atomic():
            word = ClosingWord.objects.create(party=party, would_again=would_again, words=words, given_at=at)
    except IntegrityError as twice:
        raise Refused("given_already", _("Your side has given its word already.")) from twice
    record_of("closing_word.given", engagement, actor=actor, at=at)
    return word


def _for_change(measure_id, actor):
    engagement_id = Measure.objects.filter(pk=measure_id).values_list("engagement", flat=True).first()
    if engagement_id is None or Engagement.objects.for_change(actor).filter(pk=engagement_id).first() is None:
        raise NotFound
    rows = Measure.objects.select_related("engagement__opportunity", "engagement__lead", "said_by")
    return rows.select_for_update(of=("self",)).get(pk=measure_id)
