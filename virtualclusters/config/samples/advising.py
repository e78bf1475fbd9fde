"""Sample advice: three advisers with open, booked and finished cases, and one offer of help that went out."""

from datetime import datetime, time, timedelta
from decimal import Decimal
from functools import partial

from virtualclusters.areas.advice.asking.operations import begin_request, send_request
from virtualclusters.areas.advice.asking.relay import ask_next
from virtualclusters.areas.advice.cases import meeting, working
from virtualclusters.areas.advice.models import AdviserDetail, Slot
from virtualclusters.areas.advice.outreach import operations as outreach
from virtualclusters.areas.advice.outreach.audience import units_meant
from virtualclusters.areas.advice.profiles.operations import publish_profile
from virtualclusters.areas.advice.profiles.times import offer_weekly
from virtualclusters.config.samples.dealing import concept_ids, measure
from virtualclusters.config.samples.making import actor_of, once, unit_of
from virtualclusters.config.samples.tables import before, table
from virtualclusters.exchange.engagements.jobs import ring
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.foundation.time import IST, day_in_india
from virtualclusters.network.actors import actor_for
from virtualclusters.network.clusters.models import Cluster
from virtualclusters.network.organisations.models import Membership

HALF_AN_HOUR, TWO_O_CLOCK = timedelta(minutes=30), time(14)


def load_advice(now):
    """Profiles, then requests and their cases, then the offer that goes out."""
    told = table("advising")
    for row in told["profiles"]:
        once(f"adviser:{row['by']}", partial(_profile, row, now), now=now)
    for row in told["requests"]:
        once(f"advice:{row['key']}", partial(_request, row, now), now=now)
    for row in told["offers"]:
        once(f"help-offer:{row['key']}", partial(_offer, row, now), now=now)


def _said(row, now):
    """What publishing takes of every row."""
    return {
        "unit_id": unit_of(row["by"]).pk,
        "title": row["title"],
        "summary": row["summary"],
        "language": "en",
        "concept_ids": concept_ids(row["concepts"]),
        "clusters": list(Cluster.objects.filter(published_at__isnull=False).values_list("pk", flat=True)),
        "actor": actor_of(row["by"]),
        "at": before(now, row),
    }


def _profile(row, now):
    profile = publish_profile(**_said(row, now), remote=row["remote"], **row["detail"])
    for one in row["weekly"]:
        weekly = {"weekday": one["weekday"], "starts": time(one["hour"]), "minutes": one["minutes"]}
        offer_weekly(unit_id=profile.unit_id, actor=actor_of(row["by"]), at=now, **weekly)


def _request(row, now):
    at, asker = before(now, row), actor_of(row["by"])
    request = begin_request(
        unit_id=unit_of(row["by"]).pk,
        words=row["words"],
        language=row["language"],
        spoken=row["spoken"],
        urgency="this_month",
        pays="free",
        remote_fits=True,
        first=_profile_of(row["to"]).pk if row["to"] else None,
        actor=asker,
        at=at,
    )
    if not row["to"]:
        return send_request(request_id=request.pk, actor=asker, at=at)
    return _go_round(row, request, asker, at)


def _go_round(row, request, asker, at):
    """Send it to those whom the row names, with what they then did."""
    then = [_profile_of(key).pk for key in (row["to"], row.get("then")) if key]
    others = [turn.opportunity_id for turn in request.turns.all()]
    send_request(request_id=request.pk, order=[*then, *others], actor=asker, at=at)
    case = request.turns.get(opportunity=then[0]).engagement
    if "silent_days" in row:
        ring(engagement_id=case.pk, at=at + timedelta(days=row["silent_days"]))
        ask_next(request_id=request.pk, at=at + timedelta(days=row["silent_days"]))
    if "yes_after" in row:
        _case(row, case, at)
    if "nobody_free" in row:
        _everybody_declines(request, row["nobody_free"], at)
    return request


def _everybody_declines(request, reason, at):
    """Each who is asked says no after half a day, until nobody is left and a facilitator looks for help."""
    asked = request.turns.exclude(engagement=None).get()
    while asked is not None:
        at += timedelta(hours=12)
        adviser = Membership.objects.live().filter(organisation=asked.opportunity.unit.organisation_id)
        actor = actor_for(adviser.order_by("pk")[0].person)
        act(engagement_id=asked.engagement_id, verb="decline", reason=reason, actor=actor, at=at)
        asked = ask_next(request_id=request.pk, at=at)


def _profile_of(key):
    return AdviserDetail.objects.get(unit=unit_of(key), is_current=True).opportunity


def _case(row, case, at):
    """Yes, a time taken, and what came of it when the row says so."""
    adviser, asker = actor_of(row["to"]), actor_of(row["by"])
    said, starts_at = at + timedelta(hours=row["yes_after"]), _in_the_afternoon(at + timedelta(hours=row["meet_after"]))
    meeting.say_yes(
        engagement_id=case.pk,
        times=[(starts_at, starts_at + HALF_AN_HOUR)],
        fee_line="all_free",
        way="phone",
        contact=adviser.person.phone,
        words="Yes, I can help. Choose a time.",
        actor=adviser,
        at=said,
    )
    slot = Slot.objects.get(unit=case.opportunity.unit_id, starts_at=starts_at)
    contact = asker.person.phone
    meeting.take_time(engagement_id=case.pk, slot_id=slot.pk, contact=contact, actor=asker, at=said + HALF_AN_HOUR)
    if "scope" in row:
        _work(row, case, at)


def _in_the_afternoon(moment):
    """Two o'clock of that day: nobody meets at night because the samples were loaded at night."""
    return datetime.combine(day_in_india(moment), TWO_O_CLOCK, tzinfo=IST)


def _work(row, case, at):
    adviser, asker, agreed = actor_of(row["to"]), actor_of(row["by"]), at + timedelta(days=1)
    free = {"fee": 0, "paid_by": "nobody", "conflict": "none"}
    working.write_scope(engagement_id=case.pk, actor=adviser, at=agreed, **free, **row["scope"])
    working.agree_scope(engagement_id=case.pk, actor=asker, at=agreed)
    for one in row["sessions"]:
        told = {"hours": Decimal(str(one["hours"])), "way": one["way"], "notes": one["notes"]}
        held = at + timedelta(days=one["days_after"])
        working.log_session(engagement_id=case.pk, held_on=day_in_india(held), actor=adviser, at=held, **told)
    finished = at + timedelta(days=row["finish_after"])
    act(engagement_id=case.pk, verb="finish", actor=adviser, at=finished)
    ended = Engagement.objects.select_related("opportunity", "lead").get(pk=case.pk)
    measure(row, ended, {"publisher": adviser, "answerer": asker})
    working.say_share(
        engagement_id=case.pk,
        share=row["share"],
        value_now=row["value_now"],
        actor=asker,
        at=finished + timedelta(days=1),
    )


def _offer(row, now):
    at, helper = before(now, row), actor_of(row["by"])
    offer = outreach.publish_help_offer(**_said(row, now), places=row["places"], **row["detail"])
    outreach.send(opportunity_id=offer.pk, words=row["words"], actor=helper, at=at)
    for unit in units_meant(offer, at=at):
        outreach.approach(opportunity_id=offer.pk, unit_id=unit.pk, at=at)
    for key in row["said_yes"]:
        invited = Engagement.objects.get(opportunity=offer, lead=unit_of(key))
        act(engagement_id=invited.pk, verb="take_up", actor=actor_of(key), at=at + timedelta(hours=20))
