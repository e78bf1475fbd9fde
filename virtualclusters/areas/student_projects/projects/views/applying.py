"""Teams that applied, as the unit sees them; a college applies; somebody asks for money."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from virtualclusters.accounts.policy import SIGNED_IN, policy
from virtualclusters.areas.student_projects.projects import queries
from virtualclusters.areas.student_projects.projects.cards import students_in_words
from virtualclusters.areas.student_projects.projects.forms import ApplyForm
from virtualclusters.areas.student_projects.projects.nearby import kilometres_between
from virtualclusters.areas.student_projects.projects.operations.applying import apply_with_team
from virtualclusters.areas.student_projects.projects.operations.reporting import report_fee
from virtualclusters.areas.student_projects.projects.work_forms import MoneyForm
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import Refused
from virtualclusters.foundation.time import day_in_india


@policy(ExchangePermission.OPPORTUNITY_PUBLISH)
@require_GET
def applicants(request, pk):
    """The teams that applied for a project of mine."""
    now, opportunity = timezone.now(), queries.own_project(request.actor, pk)
    facts = {
        "opportunity": opportunity,
        "applicants": queries.applicants_of(opportunity, at=now),
        "is_open": opportunity.is_open(now),
        "places_left": opportunity.places is None or opportunity.places_taken < opportunity.places,
    }
    return render(request, "student_projects/projects/applicants.html", facts)


@policy(ExchangePermission.ENGAGEMENT_ANSWER)
@require_http_methods(["GET", "POST"])
def apply(request, pk):
    """Apply with one of my college's teams."""
    now = timezone.now()
    opportunity = queries.open_project(request.actor, pk, at=now)
    sent = queries.sent_already(opportunity, request.actor)
    teams = [team for team in queries.teams_to_send(request.actor, day=day_in_india(now)) if team.series not in sent]
    form = ApplyForm(request.POST or None, teams=[(team.pk, _team_in_words(team)) for team in teams])
    if request.method == "POST" and form.is_valid():
        try:
            told = form.cleaned_data
            engagement = apply_with_team(
                opportunity_id=pk, team_id=told["team"], words=told["words"], actor=request.actor, at=now
            )
        except Refused as refusal:
            form.add_error("team", f"{refusal.sentence} {refusal.change}".strip())
        else:
            messages.success(request, _("Sent. The unit has 14 days to answer."))
            return redirect("engagement", pk=engagement.pk)
    facts = {
        "form": form,
        "opportunity": opportunity,
        "teams": teams,
        "sent": len(sent),
        "kilometres": kilometres_between(opportunity, teams[0].course.department.unit) if teams else None,
        "is_open": opportunity.is_open(now),
    }
    return render(request, "student_projects/projects/apply.html", facts)


def _team_in_words(team):
    told = {"name": team.name, "course": team.course.name, "size": students_in_words(team.size)}
    return _("%(name)s: %(course)s, %(size)s") % told


@policy(SIGNED_IN)
@require_http_methods(["GET", "POST"])
def money(request, pk):
    """Tell the administrator that somebody asks for money."""
    now = timezone.now()
    kinds = ("student_project", "college_offer")
    opportunity = Opportunity.objects.visible_to(request.actor, now).filter(kind__in=kinds).one(pk)
    form = MoneyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        report_fee(opportunity_id=pk, actor=request.actor, at=now, **form.cleaned_data)
        messages.success(
            request, _("Thank you. We look into it and tell you. Nobody in the project is told who you are.")
        )
        return redirect("opportunity", pk=pk)
    return render(request, "student_projects/projects/money.html", {"form": form, "opportunity": opportunity})
