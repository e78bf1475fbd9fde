"""Advisers, a unit that asks, and cases at every stage, made through the real verbs."""

from datetime import timedelta

from django.utils import timezone

from tests.factories import give_concept, make_concept, make_organisation, make_owner, make_unit
from virtualclusters.areas.advice.asking.operations import begin_request, send_request
from virtualclusters.areas.advice.cases.meeting import say_yes, take_time
from virtualclusters.areas.advice.cases.working import agree_scope, write_scope
from virtualclusters.areas.advice.models import Slot
from virtualclusters.areas.advice.profiles.operations import publish_profile
from virtualclusters.network.organisations.models import ConceptRole, OrganisationKind
from virtualclusters.network.vocabulary.models import Concept, ConceptName

NOW = timezone.now().replace(microsecond=0)
PROFILE = {"languages": ["hi", "en"], "districts": [], "fee_band": "free", "hours_a_month": 8}
FAR = {"pin": "781001", "district": "Kamrup Metro", "state": "AS", "latitude": 26.18, "longitude": 91.75}
SCOPE = {
    "goal": "Fewer broken biscuits",
    "baseline_of": "broken biscuits in a hundred",
    "baseline": 6,
    "tasks": "We measure the oven. You keep a list.",
    "visits": 1,
    "fee": 0,
    "paid_by": "nobody",
    "confidential": "nameless",
}


def make_trade(slug="biscuits"):
    """A product that advisers help with and units make, with a name that is read."""
    found = Concept.objects.filter(slug=slug).first()
    if found is None:
        found = make_concept(slug)
        ConceptName.objects.create(concept=found, language="en", text=slug, preferred=True)
    return found


def make_adviser(*, kind=OrganisationKind.EXPERT_PRACTICE, trade=None, at=NOW, place=None, remote=False, **detail):
    """(profile, owner): an adviser in Pune for a trade."""
    unit = make_unit(organisation=make_organisation(kind=kind, at=at), at=at, **(place or {}))
    owner = make_owner(unit)
    profile = publish_profile(
        actor=owner,
        at=at,
        unit_id=unit.pk,
        title="Biscuits, ovens and packing",
        summary="",
        language="en",
        concept_ids=[(trade or make_trade()).pk],
        remote=remote,
        **PROFILE | detail,
    )
    return profile, owner


def make_asker(*, trade=None, at=NOW, **place):
    """(unit, owner): a maker of the trade in Pune."""
    unit = make_unit(at=at, **place)
    give_concept(unit, trade or make_trade(), ConceptRole.MAKES)
    return unit, make_owner(unit)


def make_request(asker, *, at=NOW, words="Our biscuits break in the packet", **wishes):
    """A request that was begun and not sent."""
    unit, owner = asker
    told = {"spoken": "hi", "urgency": "this_month", "pays": "free", "remote_fits": True} | wishes
    return begin_request(unit_id=unit.pk, words=words, language="en", actor=owner, at=at, **told)


def ask_round(asker, *, at=NOW, order=None, **wishes):
    """A request that goes round: its first adviser is asked."""
    request = make_request(asker, at=at, **wishes)
    return send_request(request_id=request.pk, order=order, actor=asker[1], at=at)


def live_turn(request):
    """The turn of whoever is asked now, or None."""
    return request.turns.filter(engagement__ended_at=None, engagement__isnull=False).first()


def yes_of(engagement, adviser, *, at=NOW, hours=(48,)):
    """The adviser's yes with times so many hours ahead."""
    times = [(at + timedelta(hours=h), at + timedelta(hours=h, minutes=30)) for h in hours]
    return say_yes(
        engagement_id=engagement.pk,
        times=times,
        fee_line="first_free",
        way="phone",
        contact="+91 60000 00054",
        words="Yes, I can help.",
        actor=adviser,
        at=at,
    )


def make_agreed(*, at=NOW):
    """(engagement, asker, adviser's owner): a case with a meeting in two days."""
    _profile, adviser = make_adviser(at=at)
    asker = make_asker(at=at)
    engagement = live_turn(ask_round(asker, at=at)).engagement
    yes_of(engagement, adviser, at=at)
    slot = Slot.objects.filter(unit=engagement.opportunity.unit_id, taken_by=None).first()
    take_time(engagement_id=engagement.pk, slot_id=slot.pk, actor=asker[1], at=at, contact="+91 60000 00001")
    engagement.refresh_from_db()
    return engagement, asker, adviser


def make_under_way(*, at=NOW, **columns):
    """The same with a plan to which both said yes."""
    engagement, asker, adviser = make_agreed(at=at)
    write_scope(engagement_id=engagement.pk, actor=adviser, at=at, conflict="none", **SCOPE | columns)
    agree_scope(engagement_id=engagement.pk, actor=asker[1], at=at)
    engagement.refresh_from_db()
    return engagement, asker, adviser
