"""Pages of allocation rounds: the coordinator's, a unit's, a team's."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from virtualclusters.accounts.policy import SIGNED_IN, policy
from virtualclusters.areas.student_projects.college.views.common import status_of, tried
from virtualclusters.areas.student_projects.permissions import CollegePermission
from virtualclusters.areas.student_projects.rounds import finding, queries
from virtualclusters.areas.student_projects.rounds.forms import (
    ProjectsForm,
    RanksForm,
    RoundForm,
    TeamsForm,
    WishesForm,
)
from virtualclusters.areas.student_projects.rounds.operations import giving, preparing
from virtualclusters.areas.student_projects.rounds.permissions import RoundPermission
from virtualclusters.areas.student_projects.rounds.waiting import awaited
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.ui.components import Column

RUN, A_PAGE = RoundPermission.ROUND_RUN, 10


@policy(SIGNED_IN)
@require_GET
def listed(request):
    """Rounds that concern her, newest first."""
    page = Paginator(finding.rounds_seen_by(request.actor).select_related("organisation"), A_PAGE)
    facts = {"page": page.get_page(request.GET.get("page")), "may_run": request.actor.may(RUN), "now": timezone.now()}
    return render(request, "student_projects/rounds/list.html", facts)


@policy(RUN)
@require_http_methods(["GET", "POST"])
def add(request):
    """Open a round."""
    form = RoundForm(request.POST or None, districts=queries.college_districts())
    if not request.actor.may(RoundPermission.ROUND_RUN_FOR_ALL):
        del form.fields["for_all_colleges"]
    if form.is_valid():
        told = form.cleaned_data
        made = tried(
            form,
            preparing.open_round,
            fields={"closing_day_over": "closes_on"},
            organisation_id=request.actor.organisation_id,
            title=told["title"],
            closes_at=told["closes_on"],
            reserved_districts=told["reserved_districts"],
            for_all_colleges=told.get("for_all_colleges", False),
            **_by(request),
        )
        if made:
            return redirect("round", pk=made.pk)
    return render(request, "student_projects/rounds/add.html", {"form": form}, status=status_of(form))


@policy(SIGNED_IN)
@require_GET
def shown(request, pk):
    """One round: what it is, what she can do in it now, what came of it."""
    now = timezone.now()
    allocation_round = finding.round_seen(request.actor, pk)
    runs = finding.rounds_run_by(request.actor).filter(pk=pk).exists()
    teams = queries.teams_of_round(allocation_round) if runs else []
    listed_projects = queries.projects_of_round(allocation_round) if runs else []
    queries.tell_rehearsed(allocation_round, teams, listed_projects)
    for row in teams:
        row.why = queries.why_not_dearer(row, allocation_round)
    is_over = bool(allocation_round.applied_at or allocation_round.cancelled_at)
    is_open = not is_over and now < allocation_round.closes_at
    facts = {
        "round": allocation_round,
        "runs": runs,
        "awaited": awaited(allocation_round) if runs and is_open else None,
        "enters": finding.rounds_open_to(request.actor).filter(pk=pk).exists(),
        "is_open": is_open,
        "projects": listed_projects,
        "teams": teams,
        "units": finding.units_of_round_for(request.actor, allocation_round),
        "own_teams": finding.teams_of_round_for(request.actor, allocation_round),
        "columns": [
            Column(_("Teams that got")),
            Column(_("In this round"), True),
            Column(_("First come, first served"), True),
        ],
        "shares": queries.shares(allocation_round.rehearsal) if runs and allocation_round.rehearsal else [],
        "now": now,
    }
    return render(request, "student_projects/rounds/round.html", facts)


@policy(RUN)
@require_http_methods(["GET", "POST"])
def projects(request, pk):
    """Put projects on the list; their units are asked."""
    allocation_round = finding.round_run(request.actor, pk)
    offered = queries.projects_to_offer(allocation_round, request.actor, at=timezone.now())
    choices = [(str(one.pk), f"{one.title} · {one.unit.organisation.name}, {one.unit.district}") for one in offered]
    form = ProjectsForm(request.POST or None, projects=choices)
    if form.is_valid():
        ids = [int(one) for one in form.cleaned_data["projects"]]
        options = {"opportunity_ids": ids, "reserved": form.cleaned_data["reserved"], **_by(request)}
        new = tried(form, preparing.ask_projects_in, round_id=pk, **options)
        if new:
            messages.success(request, _("Their units are asked. Wishes can be made at once."))
            return redirect("round", pk=pk)
    facts = {"form": form, "round": allocation_round, "offered": offered}
    return render(request, "student_projects/rounds/projects.html", facts, status=status_of(form))


@policy(CollegePermission.COLLEGE_MANAGE)
@require_http_methods(["GET", "POST"])
def teams(request, pk):
    """Enter teams of her college."""
    allocation_round = finding.round_seen(request.actor, pk)
    free = queries.teams_to_enter(allocation_round, request.actor, at=timezone.now())
    form = TeamsForm(request.POST or None, teams=[(str(one.pk), f"{one.name} · {one.course.name}") for one in free])
    if form.is_valid():
        ids = [int(one) for one in form.cleaned_data["teams"]]
        if tried(form, preparing.enter_teams, round_id=pk, team_ids=ids, **_by(request)):
            count = len(ids)
            said = ngettext("%(count)s team is in.", "%(count)s teams are in.", count) % {"count": count}
            messages.success(request, said)
            return redirect("round", pk=pk)
    facts = {"form": form, "round": allocation_round, "offered": free}
    return render(request, "student_projects/rounds/teams.html", facts, status=status_of(form))


@policy(SIGNED_IN)
@require_http_methods(["GET", "POST"])
def wishes(request, pk):
    """What a team wishes for, the dearest first."""
    row = finding.own_round_team(request.actor, pk)
    offered = queries.projects_of_round(row.round)
    wished = [str(project) for project in row.wishes.values_list("project", flat=True)]
    choices = [(str(one.pk), _wish_words(one, row)) for one in offered]
    ranks = min(len(choices), preparing.MOST_WISHES)
    form = WishesForm(request.POST or None, projects=choices, ranks=ranks, wished=wished)
    if form.is_valid() and _keep_wishes(request, form, pk):
        messages.success(request, _("Kept. You can change it until the last day."))
        return redirect("round", pk=row.round_id)
    facts = {"form": form, "row": row, "round": row.round, "offered": offered, "now": timezone.now()}
    return render(request, "student_projects/rounds/wishes.html", facts, status=status_of(form))


def _keep_wishes(request, form, pk):
    return tried(form, preparing.wish, round_team_id=pk, project_ids=form.project_ids(), **_by(request))


def _wish_words(round_project, row):
    campus, unit = row.team.course.department.unit, round_project.opportunity.unit
    far = queries.kilometres_between_units(campus, unit)
    place = f"{unit.district}, {queries.km(far)}" if far is not None else unit.district
    return f"{round_project.opportunity.title} · {place}"


@policy(ExchangePermission.OPPORTUNITY_PUBLISH)
@require_http_methods(["GET", "POST"])
def unit(request, pk):
    """A unit's yes, and how it likes the teams."""
    row, now = finding.own_round_unit(request.actor, pk), timezone.now()
    own = [one for one in queries.projects_of_round(row.round) if one.opportunity.unit_id == row.unit_id]
    entered = queries.teams_of_round(row.round)
    lines = queries.told_of_teams(entered, row.unit, at=now)
    form = RanksForm(
        request.POST or None,
        projects=[(one.pk, one.opportunity.title) for one in own],
        teams=[(one.pk, one.team.name, lines[one.pk]) for one in entered],
        said=queries.ranks_of(row),
        initial={"capacity": row.capacity or 1},
    )
    if form.is_valid():
        said = {"capacity": form.cleaned_data["capacity"], "levels": form.levels(), "refused": form.refused()}
        if tried(form, preparing.take_part, round_unit_id=pk, **said, **_by(request)):
            messages.success(request, _("Kept. You take part. You can change it until the last day."))
            return redirect("round", pk=row.round_id)
    facts = {"form": form, "row": row, "round": row.round, "projects": own, "entered": entered, "now": now}
    return render(request, "student_projects/rounds/unit.html", facts, status=status_of(form))


@policy(RUN)
@require_POST
def rehearse(request, pk):
    """Who would get what; nothing is given."""
    giving.rehearse(round_id=pk, **_by(request))
    messages.success(request, _("This is how it would go now. Nothing has been given."))
    return redirect("round", pk=pk)


@policy(RUN)
@require_POST
def apply(request, pk):
    """Give the seats."""
    giving.apply_round(round_id=pk, **_by(request))
    messages.success(request, _("Given. Units and teams are being told."))
    return redirect("round", pk=pk)


@policy(RUN)
@require_POST
def give_now(request, pk):
    """Give the seats before the last day, when all have answered."""
    giving.give_now(round_id=pk, **_by(request))
    messages.success(request, _("Given. Units and teams are being told."))
    return redirect("round", pk=pk)


@policy(RUN)
@require_POST
def cancel(request, pk):
    """End the round without giving a seat."""
    preparing.cancel_round(round_id=pk, **_by(request))
    messages.success(request, _("The round has ended. Nothing was given."))
    return redirect("round", pk=pk)


def _by(request):
    return {"actor": request.actor, "at": timezone.now()}
