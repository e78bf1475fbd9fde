"""The work of a case: the plan, sessions, how much came from the help; and the hours a person gave."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from virtualclusters.accounts.policy import SIGNED_IN, policy
from virtualclusters.areas.advice.cases import hours as given
from virtualclusters.areas.advice.cases import working
from virtualclusters.areas.advice.cases.forms import AgreeForm, ScopeForm, SessionForm, ShareForm
from virtualclusters.areas.advice.cases.queries import case_page
from virtualclusters.areas.advice.views.trying import attempt, sent
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.foundation.time import day_in_india

ANSWER = ExchangePermission.ENGAGEMENT_ANSWER
SCOPE = ("goal", "baseline_of", "baseline", "tasks", "visits", "fee", "paid_by", "confidential")


def _done(request, form, verb, pk, now):
    """Whether the form was sent, is right, and the verb did not refuse."""
    if request.method != "POST" or not form.is_valid():
        return False
    return bool(attempt(form, verb, engagement_id=pk, actor=request.actor, at=now, **form.cleaned_data))


@policy(ANSWER)
@require_http_methods(["GET", "POST"])
def scope(request, pk):
    """Write the plan, or change it; the other side is asked."""
    now = timezone.now()
    page = case_page(request.actor, pk, at=now)
    form = ScopeForm(sent(request), is_adviser=page.is_adviser, initial=_kept(page.scope))
    if _done(request, form, working.write_scope, pk, now):
        messages.success(request, _("Saved. The other side now reads it and says yes."))
        return redirect("advice_case", pk=pk)
    return render(request, "advice/scope.html", {"page": page, "form": form})


def _kept(scope):
    if scope is None:
        return {}
    kept = {name: getattr(scope, name) for name in SCOPE}
    return kept | {"conflict": scope.conflict, "conflict_words": scope.conflict_words, "fee": scope.fee or None}


@policy(ANSWER)
@require_http_methods(["GET", "POST"])
def agree(request, pk):
    """Yes to the plan as it stands."""
    now = timezone.now()
    page = case_page(request.actor, pk, at=now)
    form = AgreeForm(sent(request), is_adviser=page.is_adviser)
    if _done(request, form, working.agree_scope, pk, now):
        messages.success(request, _("You said yes. When both did, sessions count."))
        return redirect("advice_case", pk=pk)
    return render(request, "advice/agree.html", {"page": page, "form": form})


@policy(ANSWER)
@require_http_methods(["GET", "POST"])
def session(request, pk):
    """Write a meeting down."""
    now = timezone.now()
    page = case_page(request.actor, pk, at=now)
    first = {"held_on": day_in_india(now), "way": page.case.way, "hours": 1}
    form = SessionForm(sent(request), initial=first)
    if _done(request, form, working.log_session, pk, now):
        messages.success(request, _("Saved. Thank you."))
        return redirect("advice_case", pk=pk)
    return render(request, "advice/session.html", {"page": page, "form": form})


@policy(ANSWER)
@require_POST
def strike(request, pk):
    """It was written down wrongly."""
    engagement = working.strike_session(session_id=pk, actor=request.actor, at=timezone.now())
    messages.success(request, _("Taken away."))
    return redirect("advice_case", pk=engagement.pk)


@policy(ANSWER)
@require_http_methods(["GET", "POST"])
def share(request, pk):
    """How much of the change came from the help."""
    now = timezone.now()
    page = case_page(request.actor, pk, at=now)
    form = ShareForm(sent(request), scope=page.scope)
    if _done(request, form, working.say_share, pk, now):
        messages.success(request, _("Saved. Thank you."))
        return redirect("advice_case", pk=pk)
    return render(request, "advice/share.html", {"page": page, "form": form})


@policy(SIGNED_IN)
@require_GET
def hours(request):
    """The hours I gave, by month and year."""
    months = given.months_of(request.user, get_language())
    return render(request, "advice/hours.html", {"months": months, "years": given.years_of(months)})


@policy(SIGNED_IN)
@require_GET
@never_cache
def hours_table(request):
    """The same, session by session, as a table to take along."""
    headers = {"Content-Disposition": 'attachment; filename="hours.csv"'}
    return HttpResponse(given.table_of(request.user), content_type="text/csv; charset=utf-8", headers=headers)
