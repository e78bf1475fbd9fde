"""The two of a case: the adviser's three answers, a time, what shall be done."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from virtualclusters.accounts.policy import policy
from virtualclusters.areas.advice.cases import meeting
from virtualclusters.areas.advice.cases.calendar import calendar_of
from virtualclusters.areas.advice.cases.forms import CallOffForm, ContactForm, QuestionForm, TakeForm, YesForm
from virtualclusters.areas.advice.cases.queries import case_page
from virtualclusters.areas.advice.views.trying import attempt, sent
from virtualclusters.capabilities.threads.queries import conversation
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.ui.formatters import moment

READ, ANSWER = ExchangePermission.ENGAGEMENT_READ, ExchangePermission.ENGAGEMENT_ANSWER
ICS = "text/calendar; charset=utf-8"
LINES = 5


@policy(READ)
@require_GET
def shown(request, pk):
    """Where the case stands, and the one next step of my side."""
    now = timezone.now()
    page = case_page(request.actor, pk, at=now)
    lines = conversation(
        thread_id=page.engagement.thread_id, reader=request.actor.person, contacts_hidden=not page.contact_open
    )
    return render(request, "advice/case.html", {"page": page, "lines": lines[-LINES:], "now": now})


@policy(ANSWER)
@require_http_methods(["GET", "POST"])
def say_yes(request, pk):
    """Yes, I can: times, money, how and where."""
    now = timezone.now()
    page = case_page(request.actor, pk, at=now)
    form = YesForm(sent(request), has_times=bool(page.free), initial={"contact": page.case.adviser_contact})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        words = {name: told[name] for name in ("fee_line", "way", "contact", "words")}
        done = attempt(form, meeting.say_yes, engagement_id=pk, times=form.times, actor=request.actor, at=now, **words)
        if done:
            messages.success(request, _("Sent. They now choose a time."))
            return redirect("advice_case", pk=pk)
    return render(request, "advice/yes.html", {"page": page, "form": form})


@policy(ANSWER)
@require_http_methods(["GET", "POST"])
def question(request, pk):
    """A question before the answer."""
    now = timezone.now()
    page, form = case_page(request.actor, pk, at=now), QuestionForm(sent(request))
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data["words"]
        if attempt(form, meeting.ask_question, engagement_id=pk, words=words, actor=request.actor, at=now):
            messages.success(request, _("Sent. You have more time to answer now."))
            return redirect("advice_case", pk=pk)
    return render(request, "advice/question.html", {"page": page, "form": form})


@policy(ANSWER)
@require_http_methods(["GET", "POST"])
def take(request, pk):
    """Take a time; with the first one both sides have agreed."""
    now = timezone.now()
    page = case_page(request.actor, pk, at=now)
    slots = [(slot.pk, moment(slot.starts_at)) for slot in page.free]
    if request.method == "POST" and (lost := _lost(request.POST.get("slot", ""), slots)):
        slots = [*slots, lost]
    form = TakeForm(sent(request), slots=slots, initial={"contact": page.case.unit_contact})
    if request.method == "POST" and form.is_valid():
        told = {"slot_id": form.cleaned_data["slot"], "contact": form.cleaned_data["contact"]}
        if attempt(form, meeting.take_time, engagement_id=pk, actor=request.actor, at=now, **told):
            messages.success(request, _("You have an appointment. Both of you are reminded the day before."))
            return redirect("advice_case", pk=pk)
        form.fields["slot"].choices = [
            (slot.pk, moment(slot.starts_at)) for slot in page.free if slot.pk != told["slot_id"]
        ]
    return render(request, "advice/take.html", {"page": page, "form": form})


def _lost(wanted, slots):
    """A time that stood on the page and is not free any more, so that the verb can say so."""
    if not wanted.isdecimal() or len(wanted) > 18 or int(wanted) in dict(slots):
        return None
    return int(wanted), ""


@policy(ANSWER)
@require_http_methods(["GET", "POST"])
def call_off(request, pk):
    """The meeting cannot be."""
    now = timezone.now()
    page, form = case_page(request.actor, pk, at=now), CallOffForm(sent(request))
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        if attempt(form, meeting.call_off, engagement_id=pk, reason=reason, actor=request.actor, at=now):
            messages.success(request, _("Called off. The other side is told why."))
            return redirect("advice_case", pk=pk)
    return render(request, "advice/call_off.html", {"page": page, "form": form})


@policy(ANSWER)
@require_http_methods(["GET", "POST"])
def contact(request, pk):
    """The number or link at which my side is reached."""
    now = timezone.now()
    page = case_page(request.actor, pk, at=now)
    own = page.case.adviser_contact if page.is_adviser else page.case.unit_contact
    form = ContactForm(sent(request), initial={"contact": own})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data["contact"]
        meeting.say_contact(engagement_id=pk, contact=told, actor=request.actor, at=now)
        messages.success(request, _("Saved."))
        return redirect("advice_case", pk=pk)
    return render(request, "advice/contact.html", {"page": page, "form": form})


@policy(READ)
@require_GET
@never_cache
def calendar_file(request, pk):
    """The meeting as a calendar file."""
    now = timezone.now()
    content = calendar_of(case_page(request.actor, pk, at=now), at=now)
    name = f'attachment; filename="advice-{pk}.ics"'
    return HttpResponse(content, content_type=ICS, headers={"Content-Disposition": name})
