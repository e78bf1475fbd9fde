"""Who sees which round, and one row of a round by its id: a foreign id and one that nobody has answer alike."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from virtualclusters.areas.student_projects.college.finding import colleges_of
from virtualclusters.areas.student_projects.models.rounds import AllocationRound, RoundTeam, RoundUnit, TeamWish
from virtualclusters.areas.student_projects.rounds.permissions import RoundPermission
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.foundation.errors import NotFound


def rounds_run_by(actor) -> models.QuerySet:
    """Rounds of the organisations for which she may run one."""
    return AllocationRound.objects.filter(organisation__in=actor.organisations_where(RoundPermission.ROUND_RUN))


def rounds_open_to(actor) -> models.QuerySet:
    """Rounds into which she may enter teams of her college: its own, and those for all colleges."""
    own = colleges_of(actor)
    everybodys = Q(for_all_colleges=True) if own else Q(pk=None)
    return AllocationRound.objects.filter(Q(organisation__in=own) | everybodys)


def rounds_seen_by(actor) -> models.QuerySet:
    """Rounds she runs, and those in which a unit or a team of hers takes part; newest first."""
    units = RoundUnit.objects.filter(_own_unit(actor), round=OuterRef("pk"))
    teams = RoundTeam.objects.filter(_own_team(actor), round=OuterRef("pk"))
    runs = Q(organisation__in=actor.organisations_where(RoundPermission.ROUND_RUN))
    seen = runs | Q(pk__in=rounds_open_to(actor).values("pk")) | Exists(units) | Exists(teams)
    return AllocationRound.objects.filter(seen).order_by("-created_at", "-pk")


def round_seen(actor, pk):
    """One she sees. Raises NotFound."""
    return _one(rounds_seen_by(actor).select_related("organisation"), pk)


def round_run(actor, pk):
    """One she runs. Raises NotFound."""
    return _one(rounds_run_by(actor).select_related("organisation"), pk)


def round_run_locked(actor, pk):
    """One she runs, locked until the end of the transaction. Raises NotFound."""
    return _one(rounds_run_by(actor).select_for_update(of=("self",)), pk)


def round_open_to_locked(actor, pk):
    """One into which she may enter teams, locked. Raises NotFound."""
    return _one(rounds_open_to(actor).select_for_update(of=("self",)), pk)


def own_round_unit(actor, pk):
    """A unit of hers in a round, with the round. Raises NotFound."""
    return _one(RoundUnit.objects.filter(_own_unit(actor)).select_related("round__organisation", "unit"), pk)


def own_round_team(actor, pk):
    """A team of hers in a round: of her college, one she looks after, or one she is in. Raises NotFound."""
    rows = RoundTeam.objects.filter(_own_team(actor)).distinct()
    return _one(rows.select_related("round__organisation", "team__course__department__unit", "team__supervisor"), pk)


def units_of_round_for(actor, allocation_round) -> list:
    """Her units in a round."""
    rows = RoundUnit.objects.filter(_own_unit(actor), round=allocation_round).select_related("unit__organisation")
    return list(rows.order_by("pk"))


def teams_of_round_for(actor, allocation_round) -> list:
    """Her teams in a round."""
    rows = RoundTeam.objects.filter(_own_team(actor), round=allocation_round).distinct()
    rows = rows.annotate(has_wishes=Exists(TeamWish.objects.filter(team=OuterRef("pk"))))
    return list(rows.select_related("team__course", "project__opportunity").order_by("pk"))


def _own_unit(actor):
    return Q(unit__organisation__in=actor.organisations_where(ExchangePermission.OPPORTUNITY_PUBLISH))


def _own_team(actor):
    person = actor.person_id or 0
    college = Q(team__course__department__unit__organisation__in=colleges_of(actor))
    taught = Q(
        team__supervisor__person=person, team__supervisor__joined_at__isnull=False, team__supervisor__left_at=None
    )
    return college | taught | Q(team__members__student__person=person, team__members__left_at=None)


def _one(rows, pk):
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotFound
    return found
