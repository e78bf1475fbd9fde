"""An adviser's own pages: her profile, her times; offers of help to many."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.areas.advice.models import WeeklyTime
from virtualclusters.areas.advice.outreach import operations as outreach
from virtualclusters.areas.advice.outreach.audience import audience_of
from virtualclusters.areas.advice.outreach.forms import SendForm
from virtualclusters.areas.advice.outreach.queries import own_offer, reached_by
from virtualclusters.areas.advice.profiles import operations, times
from virtualclusters.areas.advice.profiles.forms import ProfileForm, TimeForm
from virtualclusters.areas.advice.profiles.queries import (
    hours_this_month,
    load_in_words,
    own_profile,
    unknown_districts,
)
from virtualclusters.areas.advice.views.trying import attempt, sent
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.network.vocabulary import reading

PUBLISH = ExchangePermission.OPPORTUNITY_PUBLISH
DETAIL = (
    "languages", "districts", "fee_band", "hours_a_month", "qualifications", "references", "empanelments", "conflicts",
)  # fmt: skip
MOST_CONCEPTS = 12


@policy(PUBLISH)
@require_GET
def profile(request, pk):
    """My profile, my times, the hours that are left."""
    return _profile(request, own_profile(request.actor, pk), TimeForm())


def _profile(request, opportunity, form):
    now = timezone.now()
    facts = {
        "opportunity": opportunity,
        "detail": opportunity.adviser,
        "unknown": unknown_districts(opportunity.adviser),
        "load": load_in_words(
            opportunity.adviser, hours_this_month([opportunity.unit_id], at=now).get(opportunity.unit_id)
        ),
        "weekly": WeeklyTime.objects.filter(unit=opportunity.unit_id, ended_at=None).order_by("weekday", "starts"),
        "free": times.free_slots(opportunity.unit_id, at=now),
        "form": form,
    }
    return render(request, "advice/profile.html", facts)


@policy(PUBLISH)
@require_http_methods(["GET", "POST"])
def edit(request, pk):
    """Change the profile; it stays one."""
    opportunity = own_profile(request.actor, pk)
    form = ProfileForm(sent(request), initial=_kept(opportunity))
    if request.method == "POST" and form.is_valid():
        told = form.columns()
        words = f"{told['title']}. {told['summary']}"
        named = [found.concept_id for found in reading.read(words, language=get_language()).named]
        concepts = list(dict.fromkeys(named))[:MOST_CONCEPTS]
        about = {"language": get_language(), "concept_ids": concepts, "actor": request.actor, "at": timezone.now()}
        if attempt(form, operations.change_profile, opportunity_id=pk, **about, **told):
            messages.success(request, _("Saved."))
            return redirect("advice_profile", pk=pk)
    return render(request, "advice/profile_edit.html", {"form": form, "opportunity": opportunity})


def _kept(opportunity):
    own = {name: getattr(opportunity, name) for name in ("title", "summary", "remote")}
    return own | {name: getattr(opportunity.adviser, name) for name in DETAIL}


@policy(PUBLISH)
@require_POST
def add_time(request, pk):
    """Offer a time, or one of every week."""
    opportunity, form = own_profile(request.actor, pk), TimeForm(request.POST)
    if not form.is_valid() or not _offered(form, opportunity.unit_id, request.actor):
        return _profile(request, opportunity, form)
    messages.success(request, _("Saved. Units you say yes to can take it."))
    return redirect("advice_profile", pk=pk)


def _offered(form, unit_id, actor):
    told, who = form.cleaned_data, {"unit_id": unit_id, "actor": actor, "at": timezone.now()}
    if told["day"]:
        starts_at, ends_at = form.times
        return attempt(form, times.offer_time, starts_at=starts_at, ends_at=ends_at, **who)
    weekly = {name: told[name] for name in ("weekday", "starts", "minutes")}
    return attempt(form, times.offer_weekly, **weekly, **who)


@policy(PUBLISH)
@require_POST
def take_back(request, pk):
    """A free time is not free any more."""
    times.take_back(slot_id=pk, actor=request.actor, at=timezone.now())
    messages.success(request, _("Taken back."))
    return redirect("advice_mine")


@policy(PUBLISH)
@require_POST
def end_weekly(request, pk):
    """No more times of this day of the week."""
    times.end_weekly(weekly_id=pk, actor=request.actor, at=timezone.now())
    messages.success(request, _("Ended. What was taken of it stands."))
    return redirect("advice_mine")


@policy(PUBLISH)
@require_http_methods(["GET", "POST"])
def reach(request, pk):
    """Whom an offer of help is for; send it; what came of it."""
    opportunity, now = own_offer(request.actor, pk), timezone.now()
    form = SendForm(sent(request), initial={"words": opportunity.summary[:500] or opportunity.title})
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data["words"]
        if attempt(form, outreach.send, opportunity_id=pk, words=words, actor=request.actor, at=now):
            messages.success(request, _("It goes out now, a few units at a time. Nobody gets too many."))
            return redirect("advice_outreach", pk=pk)
    facts = {
        "opportunity": opportunity,
        "offer": opportunity.help_offer,
        "audience": audience_of(opportunity, at=now),
        "reached": reached_by(opportunity) if opportunity.help_offer.sent_at else None,
        "form": form,
        "is_open": opportunity.is_open(now),
    }
    return render(request, "advice/outreach.html", facts)
