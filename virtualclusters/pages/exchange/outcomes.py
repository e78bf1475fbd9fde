"""What came of it: one figure a page, confirming the other side's, and the last word."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.people import side_of
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.exchange.outcomes import operations
from virtualclusters.exchange.outcomes.queries import BLIND_FOR, asked_next, one_measure
from virtualclusters.foundation.errors import NotFound
from virtualclusters.pages.exchange.common import sent, unit_in_words
from virtualclusters.pages.exchange.figures import in_words, indicator_of
from virtualclusters.pages.exchange.forms import ClosingWordForm, figure_form

ANSWER = ExchangePermission.ENGAGEMENT_ANSWER


@policy(ANSWER)
def measure(request, pk):
    """One figure: my side says it; the other side sees it here and confirms."""
    asked = one_measure(pk, actor=request.actor)
    engagement = asked.engagement
    indicator = indicator_of(asked)
    if side_of(engagement, request.actor) != asked.said_by.side:
        return _to_confirm(request, asked, indicator)
    form = figure_form(indicator)(sent(request), indicator=indicator, initial={"value": _typed(asked.value)})
    not_said = "not_said" in request.POST
    if request.method == "POST" and (not_said or form.is_valid()):
        value = None if not_said else form.cleaned_data["value"]
        operations.state(measure_id=pk, value=value, actor=request.actor, at=timezone.now())
        return _go_on(request, engagement)
    facts = {"form": form, "asked": asked, "title": engagement.opportunity.title}
    return render(request, "exchange_pages/measure.html", facts)


def _typed(value):
    return None if value is None else f"{value.normalize():f}"


def _to_confirm(request, asked, indicator):
    if asked.value is None:
        raise NotFound
    facts = {
        "asked": asked,
        "words": indicator.words,
        "value": in_words(asked.value, indicator.unit),
        "firm": unit_in_words(asked.said_by.unit),
    }
    return render(request, "exchange_pages/measure_confirm.html", facts)


def _go_on(request, engagement):
    """The next figure that is asked of this side, or back to the talk."""
    following = asked_next(engagement, side=side_of(engagement, request.actor))
    if following is not None:
        return redirect("measure", pk=following.pk)
    messages.success(request, _("Thank you. The other side can now confirm it."))
    return redirect("engagement", pk=engagement.pk)


@require_POST
@policy(ANSWER)
def confirm(request, pk):
    """What they said is right."""
    confirmed = operations.confirm(measure_id=pk, actor=request.actor, at=timezone.now())
    messages.success(request, _("Thank you. It now stands as confirmed by you."))
    return redirect("engagement", pk=confirmed.engagement_id)


@policy(ANSWER)
def closing_word(request, pk):
    """The last word of my side; blind until both gave one, or for 14 days."""
    talk = Engagement.objects.visible_to(request.actor).select_related("opportunity").one(pk)
    if talk.ended_at is None or talk.agreed_at is None:
        raise NotFound
    form = ClosingWordForm(sent(request))
    if request.method == "POST" and form.is_valid():
        operations.give_closing_word(
            engagement_id=pk,
            would_again=form.cleaned_data["would_again"] == "yes",
            words=form.cleaned_data["words"],
            actor=request.actor,
            at=timezone.now(),
        )
        messages.success(request, _("Thank you. Your word is kept."))
        return redirect("engagement", pk=pk)
    facts = {"form": form, "talk": talk, "opens_at": talk.ended_at + BLIND_FOR}
    return render(request, "exchange_pages/closing_word.html", facts)
