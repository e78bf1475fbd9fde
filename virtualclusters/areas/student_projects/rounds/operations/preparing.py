"""Opening a round, asking units in, entering teams, wishing and ranking. Nothing is given yet."""

import secrets
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext as _

from virtualclusters.areas.student_projects.college.finding import colleges_of
from virtualclusters.areas.student_projects.models import Team
from virtualclusters.areas.student_projects.models.rounds import (
    AllocationRound,
    RoundProject,
    RoundTeam,
    RoundUnit,
    TeamWish,
    UnitRank,
)
from virtualclusters.areas.student_projects.projects.operations.publishing import PROJECT
from virtualclusters.areas.student_projects.projects.rules import refuse_team
from virtualclusters.areas.student_projects.rounds import finding
from virtualclusters.areas.student_projects.rounds.permissions import RoundPermission
from virtualclusters.areas.student_projects.rounds.telling import tell_asked
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.organisations.models import Organisation

MOST_WISHES = 12


@transaction.atomic
def open_round(*, organisation_id, title, closes_at, reserved_districts, for_all_colleges, actor, at):
    """Open a round for wishes and ranks, and return it; its seed is drawn now and shown from now on.

    Raises:
        NotFound: she does not run rounds for that organisation, or none for all colleges.
        Refused: the last day is over already.
    """
    needed = RoundPermission.ROUND_RUN_FOR_ALL if for_all_colleges else RoundPermission.ROUND_RUN
    if organisation_id not in actor.organisations_where(needed):
        raise NotFound
    if closes_at <= at:
        raise Refused("closing_day_over", _("The last day is over already."), _("Choose a later last day."))
    return AllocationRound.objects.create(
        organisation_id=organisation_id,
        title=title,
        seed=secrets.token_hex(8),
        reserved_districts=sorted(set(reserved_districts)),
        for_all_colleges=for_all_colleges,
        created_at=at,
        closes_at=closes_at,
    )


@transaction.atomic
def ask_projects_in(*, round_id, opportunity_ids, reserved, actor, at):
    """Put open projects on the list of a round and ask their units; those on it stay. Returns how many are new.

    Args:
        reserved: places of each project that are for teams of under-served districts first.

    Raises:
        NotFound: she does not run the round.
        Refused: it is over; a unit was asked into as many rounds of this organisation as it may be in a term.
    """
    allocation_round = _preparing(actor, round_id, at)
    found = Opportunity.objects.visible_to(actor, at).filter(pk__in=opportunity_ids, kind=PROJECT)
    projects = [one for one in found.select_related("unit__organisation") if one.is_open(at)]
    before = RoundProject.objects.filter(round=allocation_round).count()
    RoundProject.objects.bulk_create(
        [RoundProject(round=allocation_round, opportunity=one, reserved=reserved) for one in projects],
        ignore_conflicts=True,
    )
    known = set(RoundUnit.objects.filter(round=allocation_round).values_list("unit", flat=True))
    new = {one.unit_id: one.unit for one in projects if one.unit_id not in known}
    _refuse_asked_often(allocation_round, new, at)
    asked = [RoundUnit(round=allocation_round, unit=unit, asked_at=at) for unit in new.values()]
    for row in RoundUnit.objects.bulk_create(asked):
        tell_asked(row, at=at)
    return RoundProject.objects.filter(round=allocation_round).count() - before


def _refuse_asked_often(allocation_round, units, at):
    """No college presses a unit: so many rounds in so many days (``ALLOCATION_ROUNDS_A_TERM``, ``ALLOCATION_TERM_DAYS``)."""
    organisation_id = allocation_round.organisation_id
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation_id)
    since = at - timedelta(days=settings.ALLOCATION_TERM_DAYS)
    asked = RoundUnit.objects.filter(round__organisation=organisation_id, unit__in=units, asked_at__gt=since)
    counted = asked.order_by("unit").values("unit").annotate(rounds=Count("pk"))
    often = counted.filter(rounds__gte=settings.ALLOCATION_ROUNDS_A_TERM).first()
    if often is not None:
        raise Refused(
            "asked_often",
            _("You have asked %(unit)s into as many rounds as you may in one term.")
            % {"unit": units[often["unit"]].organisation.name},
            _("Leave its projects out of this round."),
        )


@transaction.atomic
def enter_teams(*, round_id, team_ids, actor, at):
    """Enter teams of the actor's college; those entered stay. Returns how many are new.

    Raises:
        NotFound: her college may enter no teams there.
        Refused: it is over; a team cannot take a project now.
    """
    allocation_round = finding.round_open_to_locked(actor, round_id)
    _refuse_when_over(allocation_round, at)
    rows = Team.objects.filter(course__department__unit__organisation__in=colleges_of(actor), pk__in=team_ids)
    teams = list(rows.select_related("course", "supervisor"))
    if objection := next((found for team in teams if (found := refuse_team(team, at))), None):
        raise objection
    before = allocation_round.teams.count()
    RoundTeam.objects.bulk_create(
        [RoundTeam(round=allocation_round, team=team, entered_by=actor.person, entered_at=at) for team in teams],
        ignore_conflicts=True,
    )
    return allocation_round.teams.count() - before


@transaction.atomic
def take_part(*, round_unit_id, capacity, levels, refused, actor, at):
    """Say yes for a unit: the round may choose for it, up to so many teams. Saying it again changes its ranks.

    Args:
        levels: level (1 for the best) by (id of the project in the round, id of the team in the round).
        refused: such pairs that are not wanted.

    Raises:
        NotFound: it is not her unit.
        Refused: the round is over.
    """
    row = finding.own_round_unit(actor, round_unit_id)
    _refuse_when_over(AllocationRound.objects.select_for_update().get(pk=row.round_id), at)
    row.capacity, row.agreed_by, row.agreed_at = capacity, actor.person, at
    row.save(update_fields=["capacity", "agreed_by", "agreed_at"])
    own = RoundProject.objects.filter(round=row.round_id, opportunity__unit=row.unit_id)
    projects = set(own.values_list("pk", flat=True))
    teams = set(RoundTeam.objects.filter(round=row.round_id).values_list("pk", flat=True))
    UnitRank.objects.filter(project__in=projects).delete()
    said = {**dict.fromkeys(refused), **levels}
    UnitRank.objects.bulk_create(
        UnitRank(project_id=project, team_id=team, level=level)
        for (project, team), level in sorted(said.items(), key=lambda pair: pair[0])
        if project in projects and team in teams
    )
    return row


@transaction.atomic
def wish(*, round_team_id, project_ids, actor, at):
    """Keep a team's wishes, the dearest first; they replace those said before.

    Raises:
        NotFound: it is not her team.
        Refused: the round is over; too many wishes; one twice.
    """
    row = finding.own_round_team(actor, round_team_id)
    _refuse_when_over(AllocationRound.objects.select_for_update().get(pk=row.round_id), at)
    if len(project_ids) > MOST_WISHES:
        raise Refused("too_many_wishes", _("Wish for twelve projects at most."))
    if len(set(project_ids)) < len(project_ids):
        raise Refused("wished_twice", _("You wished for one project twice."))
    known = set(RoundProject.objects.filter(round=row.round_id).values_list("pk", flat=True))
    if set(project_ids) - known:
        raise NotFound
    row.wishes.all().delete()
    TeamWish.objects.bulk_create(
        TeamWish(team=row, project_id=project, rank=rank) for rank, project in enumerate(project_ids, start=1)
    )
    return row


@transaction.atomic
def cancel_round(*, round_id, actor, at):
    """End a round without giving any seat. Raises NotFound and, when it is over already, Refused."""
    allocation_round = finding.round_run_locked(actor, round_id)
    if allocation_round.applied_at or allocation_round.cancelled_at:
        raise _over()
    allocation_round.cancelled_at = at
    allocation_round.save(update_fields=["cancelled_at"])


def _preparing(actor, round_id, at):
    allocation_round = finding.round_run_locked(actor, round_id)
    _refuse_when_over(allocation_round, at)
    return allocation_round


def _refuse_when_over(allocation_round, at):
    if allocation_round.applied_at or allocation_round.cancelled_at or allocation_round.closes_at <= at:
        raise _over()


def _over():
    return Refused("round_over", _("This round is over: wishes and ranks stay as they are."))
