"""The verbs of needs: state one, correct what was understood, say that it is met."""

from datetime import timedelta

from django.db import transaction

from virtualclusters.capabilities.events.recording import record
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.needs.models import Need, NeedConcept
from virtualclusters.network.organisations.models import Unit
from virtualclusters.network.vocabulary import reading
from virtualclusters.network.vocabulary.unknown import note_unknown

A_SECOND_CLICK = timedelta(minutes=10)


@transaction.atomic
def state_need(*, unit_id, words, language, actor, at, source=Need.Source.TYPED):
    """Keep a unit's own words about what it needs, and return the row. The same words within ten minutes are one need.

    Raises:
        NotFound: the actor does not act for that unit.
    """
    unit = Unit.objects.for_change(actor, ExchangePermission.OPPORTUNITY_PUBLISH).one(unit_id)
    same = Need.objects.filter(unit=unit, words=words.strip(), stated_at__gt=at - A_SECOND_CLICK).first()
    if same is not None:
        return same
    need = Need.objects.create(unit=unit, words=words.strip(), language=language, source=source, stated_at=at)
    note_unknown(words, person_id=actor.person_id, language=language, at=at)
    _record("need.stated", need, actor, at)
    return need


@transaction.atomic
def correct_need(*, need_id, kept, added, actor, at):
    """Keep what a unit says its need is about; the words stay as they were said.

    Args:
        kept: concept id to role (``NeedConcept.Role``) of what was understood rightly.
        added: words of her own for what is missing; what they name is wanted.

    Raises:
        NotFound: the actor does not act for the need's unit.
    """
    need = Need.objects.for_change(actor).one(need_id)
    named = reading.read(added, language=need.language).named
    roles = dict.fromkeys((one.concept_id for one in named), NeedConcept.Role.WANTED) | dict(kept)
    NeedConcept.objects.filter(need=need).delete()
    NeedConcept.objects.bulk_create(NeedConcept(need=need, concept_id=pk, role=role) for pk, role in roles.items())
    need.corrected_at = at
    need.save(update_fields=["corrected_at"])
    _record("need.corrected", need, actor, at)
    return need


@transaction.atomic
def mark_met(*, need_id, met, actor, at):
    """Say that a need is solved, or that it is still a trouble. Said twice it changes nothing.

    Raises:
        NotFound: the actor does not act for the need's unit.
    """
    need = Need.objects.for_change(actor).one(need_id)
    if met == (need.met_at is not None):
        return need
    need.met_at = at if met else None
    need.save(update_fields=["met_at"])
    _record("need.met" if met else "need.reopened", need, actor, at)
    return need


def _record(code, need, actor, at):
    record(code, actor=actor, at=at, subject="need", subject_id=need.pk, state=need.unit.state)
