"""How an engagement begins: by an answer, or by an invitation."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from virtualclusters.capabilities.jobs.declaring import enqueue
from virtualclusters.capabilities.threads.operations import open_thread, post
from virtualclusters.exchange.engagements.holding import awaits_yes
from virtualclusters.exchange.engagements.jobs import move_up
from virtualclusters.exchange.engagements.models import Engagement, OpenedBy, Party
from virtualclusters.exchange.engagements.operations.advance import advance, record_of, set_phase
from virtualclusters.exchange.engagements.people import people_of
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.exchange.kinds.paths import ANSWERER, CLOCK, PUBLISHER, Phase
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.needs.models import Need
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.exchange.opportunities.scarce import give_back_answer, take_answer, take_places
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.organisations.models import Unit


@transaction.atomic
def answer(*, opportunity_id, unit_id, actor, at, words="", places=1, series="", need_id=None):
    """Answer an opportunity for one of the actor's units, and return the engagement.

    When as many as are heard at once have answered already, it joins the queue. A kind that accepts by itself takes places at
    once, or queues when none is left. A second click on the same button returns the engagement of the first; an answer to what she
    was invited to is her yes.

    Args:
        need_id: the unit's own need for which it answers, if one made it ask.

    Raises:
        NotFound: no such opportunity is open to her, or she does not act for that unit, or the need is not that unit's.
        Refused: it is closed; it is her own; her kind of organisation does not answer it.
    """
    opportunity = _opportunity(actor, opportunity_id, at)
    unit = _own_unit(actor, unit_id)
    need = _own_need(unit, need_id)
    _refuse_unfit(opportunity, unit, at)
    if found := _live(opportunity, unit, series):
        _tie(found, need)
        return _say_yes(found, actor=actor, at=at) if awaits_yes(found) else found
    engagement = _create(opportunity, unit, OpenedBy.ANSWERER, at=at, places=places, series=series, need=need)
    if engagement is None:
        return _live(opportunity, unit, series)
    _begin_talk(engagement, actor=actor, words=words, at=at)
    record_of(f"engagement.{_opening(opportunity, ANSWERER).verb}", engagement, actor=actor, at=at, side=ANSWERER)
    return _take_what_is_scarce(engagement, actor=actor, at=at)


@transaction.atomic
def invite(*, opportunity_id, unit_id, actor, at, words=""):
    """Invite a unit to answer one of the actor's opportunities, and return the engagement.

    Raises:
        NotFound: she does not publish for it, or the unit does not show.
        Refused: it is closed; the unit does not want to be approached; its kind does not answer it; a guard of the kind objects.
    """
    opportunity = Opportunity.objects.for_change(actor).one(opportunity_id)
    unit = Unit.objects.shown(at).select_related("organisation").filter(pk=unit_id).first()
    if unit is None:
        raise NotFound
    if not unit.may_be_approached:
        raise Refused("not_approached", _("This unit does not want to be approached."))
    _refuse_unfit(opportunity, unit, at)
    if found := _live(opportunity, unit, ""):
        return found
    _refuse_by_guards(opportunity, unit, at)
    engagement = _create(opportunity, unit, OpenedBy.PUBLISHER, at=at, places=1, series="")
    if engagement is None:
        return _live(opportunity, unit, "")
    _begin_talk(engagement, actor=actor, words=words, at=at)
    record_of("engagement.invite", engagement, actor=actor, at=at, side=PUBLISHER)
    return engagement


def _say_yes(engagement, *, actor, at):
    invited = Engagement.objects.for_change(actor).select_related("opportunity", "lead").one(engagement.pk)
    if not awaits_yes(invited):
        return invited
    return advance(invited, "take_up", side=ANSWERER, actor=actor, at=at)


def _opportunity(actor, opportunity_id, at):
    return Opportunity.objects.visible_to(actor, at).select_related("unit__organisation").one(opportunity_id)


def _own_unit(actor, unit_id):
    own = actor.organisations_where(ExchangePermission.ENGAGEMENT_ANSWER)
    unit = Unit.objects.select_related("organisation").filter(pk=unit_id, organisation__in=own, closed_at=None).first()
    if unit is None:
        raise NotFound
    return unit


def _refuse_unfit(opportunity, unit, at):
    if not opportunity.is_open(at):
        raise Refused("closed", _("This is closed: no more answers are taken."), _("See what is open now."))
    if unit.organisation_id == opportunity.unit.organisation_id:
        raise Refused("own", _("This is your own: you cannot answer it yourself."))
    if unit.organisation.claimed_at is None:
        raise Refused("not_claimed", _("The owner has not confirmed this organisation yet."))
    if unit.organisation.kind not in kind_of(opportunity.kind).answerer_kinds:
        raise Refused("wrong_answerer", _("Your kind of organisation cannot answer this."))


def _refuse_by_guards(opportunity, unit, at):
    invited = Engagement(opportunity=opportunity, lead=unit, opened_by=OpenedBy.PUBLISHER)
    for guard in kind_of(opportunity.kind).guards:
        if objection := guard(invited, "invite", at):
            raise objection


def _live(opportunity, unit, series):
    return Engagement.objects.live().filter(opportunity=opportunity, lead=unit, series=series).first()


def _opening(opportunity, side):
    return next(s for s in kind_of(opportunity.kind).path.steps if s.before is None and s.side == side)


def _own_need(unit, need_id):
    return Need.objects.filter(unit=unit).one(need_id) if need_id is not None else None


def _tie(engagement, need):
    if need is not None:
        Engagement.objects.filter(pk=engagement.pk, need=None).update(need=need)


def _create(opportunity, unit, opened_by, *, at, places, series, need=None):
    """The new row with its two principals, or None when a second click came first."""
    engagement = Engagement(
        opportunity=opportunity,
        lead=unit,
        opened_by=opened_by,
        places=places,
        series=series,
        need=need,
        phase=Phase.ASKED,
        opened_at=at,
        moved_at=at,
    )
    set_phase(engagement, _opening(opportunity, PUBLISHER if opened_by == OpenedBy.PUBLISHER else ANSWERER), at=at)
    try:
        with transaction.atomic():
            engagement.save()
    except IntegrityError:
        return None
    principal = {"engagement": engagement, "role": Party.Role.PRINCIPAL}
    Party.objects.create(side=OpenedBy.PUBLISHER, unit=opportunity.unit, **principal)
    Party.objects.create(side=OpenedBy.ANSWERER, unit=unit, **principal)
    return engagement


def _begin_talk(engagement, *, actor, words, at):
    people = people_of(engagement)
    engagement.thread = open_thread(people_ids=people, at=at)
    engagement.save(update_fields=["thread"])
    if words.strip() and actor.person:
        post(
            thread_id=engagement.thread_id,
            author=actor.person,
            words=words.strip(),
            language=actor.person.language,
            at=at,
        )


def _take_what_is_scarce(engagement, *, actor, at):
    kind = kind_of(engagement.opportunity.kind)
    if not take_answer(engagement.opportunity_id):
        return advance(engagement, "queue", side=CLOCK, actor=actor, at=at)
    if not kind.accepts_by_itself:
        return engagement
    if _others_wait(engagement) or not take_places(engagement.opportunity_id, engagement.places):
        give_back_answer(engagement.opportunity_id)
        # A place may have come free while this row could not be seen yet: look once more when it can.
        enqueue(move_up, opportunity_id=engagement.opportunity_id)
        return advance(engagement, "queue", side=CLOCK, actor=actor, at=at)
    return advance(engagement, "accept", side=CLOCK, actor=actor, at=at)


def _others_wait(engagement):
    """Nobody passes those who came before: a place that falls free is theirs."""
    waiting = Engagement.objects.filter(opportunity=engagement.opportunity_id, waiting_since__isnull=False)
    return waiting.exists()
