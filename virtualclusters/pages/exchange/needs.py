"""Say what you need in your own words; then the drafts, what lies there already, and the answers side by side."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.exchange.engagements.operations.opening import answer as answer_it
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.needs.models import Need
from virtualclusters.exchange.needs.operations import correct_need, mark_met, state_need
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import NotFound
from virtualclusters.pages.answering import own_answer_page
from virtualclusters.pages.exchange.common import answered_sentence, sent, units_where
from virtualclusters.pages.exchange.forms import NeedForm, UnitForm
from virtualclusters.pages.exchange.helping import changing, sending
from virtualclusters.pages.exchange.helping.answers import count_by_need
from virtualclusters.pages.exchange.helping.correcting import understood_form
from virtualclusters.pages.exchange.helping.page import need_page

PUBLISH = ExchangePermission.OPPORTUNITY_PUBLISH
A_PAGE = 10


@policy(PUBLISH)
def need(request):
    """One box. The words are kept as they were said."""
    units = units_where(request.actor, PUBLISH)
    if not units:
        raise NotFound
    form = NeedForm(sent(request))
    place = UnitForm(sent(request) if len(units) > 1 else {"unit": units[0].pk}, units=units)
    if request.method == "POST" and form.is_valid() and place.is_valid():
        stated = state_need(
            unit_id=place.cleaned_data["unit"],
            words=form.cleaned_data["words"],
            language=get_language(),
            actor=request.actor,
            at=timezone.now(),
        )
        return redirect("need_shown", pk=stated.pk)
    facts = {"form": form, "place": place if len(units) > 1 else None}
    return render(request, "exchange_pages/need.html", facts)


@policy(PUBLISH)
def needs(request):
    """What my units said that they need, the open ones first."""
    own = Need.objects.visible_to(request.actor).select_related("unit__organisation")
    page = Paginator(own.order_by("met_at", "-stated_at", "-pk"), A_PAGE).get_page(request.GET.get("page"))
    counts = count_by_need([one.pk for one in page])
    rows = [(one, counts.get(one.pk, 0)) for one in page]
    return render(request, "exchange_pages/needs.html", {"rows": rows, "page": page})


@policy(PUBLISH)
def shown(request, pk):
    """What we understood, a draft of every kind that can help, what lies there already, and the answers."""
    now = timezone.now()
    page = need_page(pk, actor=request.actor, at=now)
    form = understood_form(page.need, page.view)
    return render(request, "exchange_pages/need_shown.html", {"page": page, "form": form, "now": now})


@require_POST
@policy(PUBLISH)
def correct(request, pk):
    """The chips that stay, and words for what is missing."""
    now = timezone.now()
    page = need_page(pk, actor=request.actor, at=now)
    form = understood_form(page.need, page.view, request.POST)
    if not form.is_valid():
        return render(request, "exchange_pages/need_shown.html", {"page": page, "form": form, "now": now})
    kept = {concept: form.roles[concept] for concept in form.cleaned_data.get("concepts", [])}
    correct_need(need_id=pk, kept=kept, added=form.cleaned_data["added"], actor=request.actor, at=now)
    return redirect("need_shown", pk=pk)


@require_POST
@policy(PUBLISH)
def send(request, pk, kind):
    """One tap: the draft is published, or goes where the kind sends it."""
    sending.send(need_id=pk, kind=kind, actor=request.actor, at=timezone.now())
    messages.success(request, _("Sent. You can undo it for 10 minutes."))
    return redirect("need_shown", pk=pk)


@require_POST
@policy(PUBLISH)
def undo(request, pk, kind):
    """Take back what was just sent."""
    sending.take_back(need_id=pk, kind=kind, actor=request.actor, at=timezone.now())
    messages.success(request, _("Taken back. Nobody can answer it any more."))
    return redirect("need_shown", pk=pk)


@require_POST
@policy(PUBLISH)
def change(request, pk, kind):
    """The kind's own form, filled from the need."""
    if not changing.begin(need_id=pk, kind=kind, actor=request.actor, at=timezone.now()):
        messages.warning(request, _("You had begun this before. Publish it first, then come back to your need."))
    return redirect("publish_form", kind=kind)


@require_POST
@policy(PUBLISH)
def answer(request, pk, opportunity):
    """Answer what lies there already, for this need."""
    own = Need.objects.visible_to(request.actor).one(pk)
    asked = Opportunity.objects.visible_to(request.actor, timezone.now()).one(opportunity)
    if page := own_answer_page(asked):
        return redirect(page)
    engagement = answer_it(
        opportunity_id=opportunity, unit_id=own.unit_id, need_id=pk, actor=request.actor, at=timezone.now()
    )
    messages.success(request, answered_sentence(engagement))
    return redirect("need_shown", pk=pk)


@require_POST
@policy(PUBLISH)
def mark(request, pk):
    """Solved, or still a trouble."""
    met = request.POST.get("met") == "yes"
    mark_met(need_id=pk, met=met, actor=request.actor, at=timezone.now())
    messages.success(request, _("Good. We keep it as solved.") if met else _("It is open again."))
    return redirect("need_shown", pk=pk)
