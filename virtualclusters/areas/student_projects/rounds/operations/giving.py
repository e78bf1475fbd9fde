"""Giving the seats of a round: rehearsed as often as one likes, applied once, in one transaction."""

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.areas.student_projects.models.rounds import RoundProject, RoundTeam, RoundUnit
from virtualclusters.areas.student_projects.projects.operations.applying import apply_with_team
from virtualclusters.areas.student_projects.rounds import finding
from virtualclusters.areas.student_projects.rounds.gathering import gather
from virtualclusters.areas.student_projects.rounds.waiting import awaited
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.matching.allocation import allocate, first_come
from virtualclusters.matching.stability import breaches
from virtualclusters.network.actors import actor_for


class NotStable(Exception):
    """The checker found a breach in an allocation: nothing may be given."""


@transaction.atomic
def rehearse(*, round_id, actor, at):
    """Work out who would get what, keep the figures, and give nothing. Returns the round.

    Raises:
        NotFound: she does not run it.
        Refused: it was applied or cancelled.
        NotStable: the checker disagrees with the allocation.
    """
    allocation_round = finding.round_run_locked(actor, round_id)
    if allocation_round.applied_at or allocation_round.cancelled_at:
        raise Refused("round_over", _("This round is over: wishes and ranks stay as they are."))
    gathered, placed = _allocated(allocation_round, at)
    allocation_round.rehearsed_at = at
    allocation_round.rehearsal = _figures(gathered, placed)
    allocation_round.save(update_fields=["rehearsed_at", "rehearsal"])
    return allocation_round


@transaction.atomic
def apply_round(*, round_id, actor, at):
    """Give every seat, in the names of the units and colleges that said yes. Returns the round; a second click gives nothing twice.

    A seat that cannot be given now (a project taken back, a person who left) is left out with its reason; the others are given.

    Raises:
        NotFound: she does not run it.
        Refused: wishes are still open; it was cancelled.
        NotStable: the checker disagrees with the allocation.
    """
    allocation_round = _to_be_given(actor, round_id)
    if allocation_round.applied_at is None and at < allocation_round.closes_at:
        raise Refused("round_open", _("Wishes and ranks are still open."), _("Wait until the last day is over."))
    return _applied(allocation_round, at)


@transaction.atomic
def give_now(*, round_id, actor, at):
    """Give every seat before the last day, once every team has wished and every unit has ranked them all. Returns the round.

    Raises:
        NotFound: she does not run it.
        Refused: a team or a unit has not answered; it was cancelled.
        NotStable: the checker disagrees with the allocation.
    """
    allocation_round = _to_be_given(actor, round_id)
    if allocation_round.applied_at is None and not awaited(allocation_round).nobody:
        raise Refused(
            "answers_missing",
            _("Not all teams and units have answered."),
            _("Wait for them, or until the last day is over."),
        )
    return _applied(allocation_round, at)


def _to_be_given(actor, round_id):
    allocation_round = finding.round_run_locked(actor, round_id)
    if allocation_round.cancelled_at:
        raise Refused("round_cancelled", _("This round was cancelled."))
    return allocation_round


def _applied(allocation_round, at):
    if allocation_round.applied_at:
        return allocation_round
    gathered, placed = _allocated(allocation_round, at)
    _note_left_out(gathered)
    _give(allocation_round, gathered, placed, at)
    allocation_round.applied_at = at
    allocation_round.rehearsal = _figures(gathered, placed)
    allocation_round.save(update_fields=["applied_at", "rehearsal"])
    return allocation_round


def _allocated(allocation_round, at):
    gathered = gather(allocation_round, at=at)
    placed = allocate(gathered.given).placed
    if found := breaches(gathered.given, placed):
        raise NotStable(f"round {allocation_round.pk}: {found[:3]}")
    return gathered, placed


def _note_left_out(gathered):
    for pk, code in gathered.left_out.items():
        RoundTeam.objects.filter(pk=pk).update(left_out=code)


def _give(allocation_round, gathered, placed, at):
    """First every answer, then every choice by the id of its engagement: the order in which the house locks."""
    projects = RoundProject.objects.select_related("opportunity__unit").in_bulk(placed.values())
    agreed = RoundUnit.objects.filter(round=allocation_round).select_related("agreed_by").in_bulk(field_name="pk")
    said_yes = {row.unit_id: row for row in agreed.values()}
    answered = []
    for pk in sorted(placed):
        row, project = gathered.teams[pk], projects[placed[pk]]
        wish_number = list(row.wishes.values_list("project", flat=True)).index(project.pk) + 1
        engagement = _answer(row, project, at)
        if engagement is not None:
            answered.append((engagement.pk, row, project, wish_number))
    for engagement_id, row, project, wish_number in sorted(answered, key=lambda one: one[0]):
        _choose(engagement_id, row, project, wish_number, said_yes[project.opportunity.unit_id], at)


def _answer(row, project, at):
    return _try(
        row,
        lambda: apply_with_team(
            opportunity_id=project.opportunity_id,
            team_id=row.team_id,
            words="",
            actor=actor_for(row.entered_by, organisation_id=row.team.course.department.unit.organisation_id),
            at=at,
        ),
        missing=row.entered_by is None,
    )


def _choose(engagement_id, row, project, wish_number, round_unit, at):
    unit_actor = actor_for(round_unit.agreed_by, organisation_id=project.opportunity.unit.organisation_id)
    chosen = _try(row, lambda: act(engagement_id=engagement_id, verb="choose", actor=unit_actor, at=at))
    if chosen is not None:
        row.project, row.wish, row.engagement_id = project, wish_number, engagement_id
        row.save(update_fields=["project", "wish", "engagement"])


def _try(row, step, *, missing=False):
    """What a step of one seat gives, undone and noted with its reason when it is refused."""
    if missing:
        return _left_out(row, "person_gone")
    try:
        with transaction.atomic():
            return step()
    except Refused as refusal:
        return _left_out(row, refusal.code)
    except NotFound:
        return _left_out(row, "person_gone")


def _left_out(row, code):
    row.left_out = code
    row.save(update_fields=["left_out"])


def _figures(gathered, placed) -> dict:
    """Counts by rank of wish, beside what first come, first served would have given. ``pairs`` is [team, project] by id."""
    given = gathered.given
    by_arrival = first_come(
        given,
        arrivals=[row.pk for row in sorted(gathered.teams.values(), key=_arrival) if row.pk not in gathered.left_out],
    ).placed
    return {
        "teams": len(given.teams),
        "without_wishes": sum(not team.wishes for team in given.teams),
        "projects": len(given.projects),
        "by_wish": _by_wish(given, placed),
        "by_wish_first_come": _by_wish(given, by_arrival),
        "unplaced": len(given.teams) - len(placed),
        "unplaced_first_come": len(given.teams) - len(by_arrival),
        "reserved_seats": sum(project.reserved for project in given.projects),
        "of_reserved_districts": sum(team.reserved and team.id in placed for team in given.teams),
        "breaches": len(breaches(given, placed)),
        "pairs": sorted([team, project] for team, project in placed.items()),
        "left_out": {str(pk): code for pk, code in gathered.left_out.items()},
    }


def _arrival(row):
    return row.entered_at, row.pk


def _by_wish(given, placed):
    ranks = [team.wishes.index(placed[team.id]) + 1 for team in given.teams if team.id in placed]
    return [ranks.count(rank) for rank in range(1, max(ranks, default=0) + 1)]
