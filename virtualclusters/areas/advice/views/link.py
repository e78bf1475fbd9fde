"""The page behind the link in an adviser's message: three answers, without signing in."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from virtualclusters.accounts.policy import PUBLIC, policy
from virtualclusters.areas.advice.asking.link import behind, read_link
from virtualclusters.areas.advice.cases import meeting
from virtualclusters.areas.advice.cases.forms import NoForm, QuestionForm, YesForm
from virtualclusters.areas.advice.views.trying import attempt, sent
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.exchange.kinds.paths import Phase


@policy(PUBLIC)
@require_http_methods(["GET", "POST"])
@never_cache
def asked(request, token):
    """One request for the adviser to whom the link was sent. Opening it changes nothing; after seven days she signs in."""
    link, now = read_link(token), timezone.now()
    if link.is_over(now):
        return redirect("advice_case", pk=link.engagement_id)
    actor, page = behind(link, at=now)
    chosen = request.GET.get("answer", "")
    form = _form(chosen, request, page) if _is_asked(page) else None
    if form and request.method == "POST" and form.is_valid() and _answer(chosen, form, page, actor, now):
        messages.success(request, _said(chosen))
        return redirect("advice_asked", token=token)
    facts = {"page": page, "form": form, "chosen": chosen, "is_asked": _is_asked(page)}
    return render(request, "advice/asked.html", facts)


def _is_asked(page):
    return page.engagement.phase == Phase.ASKED and page.my_turn and page.may_act


def _form(chosen, request, page):
    """The form of the answer she chose, or None before she chose one."""
    bound = sent(request)
    if chosen == "yes":
        return YesForm(bound, has_times=bool(page.free))
    if chosen == "question":
        return QuestionForm(bound)
    if chosen == "no":
        return NoForm(bound, reasons=kind_of(page.engagement.opportunity.kind).decline_reasons)
    return None


def _answer(chosen, form, page, actor, now):
    """Whether the verb was done; what it refused stands in the form. A number left empty stays as it was."""
    told, who = form.cleaned_data, {"engagement_id": page.engagement.pk, "actor": actor, "at": now}
    if chosen == "question":
        return attempt(form, meeting.ask_question, words=told["words"], **who)
    if chosen == "no":
        return attempt(form, act, verb="decline", reason=told["reason"], words=told["words"], **who)
    words = {name: told[name] for name in ("fee_line", "way", "words")}
    contact = told["contact"] or page.case.adviser_contact
    return attempt(form, meeting.say_yes, times=form.times, contact=contact, **words, **who)


def _said(chosen):
    return {
        "yes": _("Sent. They now choose a time."),
        "question": _("Sent. You have more time to answer now."),
        "no": _("Sent. The next adviser is asked."),
    }[chosen]
