"""My talks: the list, one talk, and the verbs of my side."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.capabilities.files.operations import receive
from virtualclusters.capabilities.files.serving import serve
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations import acting, milestones
from virtualclusters.exchange.engagements.people import side_of
from virtualclusters.exchange.engagements.words import reasons_of, verb_in_words
from virtualclusters.exchange.kinds.kind import kind_of, screens_of
from virtualclusters.exchange.kinds.paths import Phase, Side
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.foundation.errors import NotFound
from virtualclusters.pages.exchange.common import sent
from virtualclusters.pages.exchange.forms import ActForm, SayForm
from virtualclusters.pages.exchange.talk_list import FILTERS, rows_of, tabs_of
from virtualclusters.pages.exchange.talk_page import files_of, talk_page

READ, ANSWER = ExchangePermission.ENGAGEMENT_READ, ExchangePermission.ENGAGEMENT_ANSWER
A_PAGE = 10


@policy(READ)
def engagements(request):
    """My talks, in three tabs: whose turn it is, or finished."""
    shown = request.GET.get("show", "mine")
    if shown not in FILTERS:
        raise Http404
    tabs, found = tabs_of(request.actor, shown)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    rows = rows_of(page.object_list, actor=request.actor)
    with_others = next(tab for key, tab in zip(FILTERS, tabs, strict=True) if key == "theirs")
    facts = {
        "tabs": tabs,
        "with_others": with_others,
        "page": page,
        "rows": rows,
        "shown": shown,
        "now": timezone.now(),
    }
    return render(request, "exchange_pages/engagements.html", facts)


@policy(READ)
def engagement(request, pk):
    """Where one talk stands, and what I can do."""
    return _talk(request, pk, SayForm())


def _talk(request, pk, form):
    now = timezone.now()
    page = talk_page(pk, actor=request.actor, at=now)
    return render(request, "exchange_pages/engagement.html", {"page": page, "form": form, "now": now})


@require_POST
@policy(ANSWER)
def say(request, pk):
    """Write, or send a file. What was typed is kept on error."""
    form = SayForm(request.POST, request.FILES)
    if not form.is_valid():
        return _talk(request, pk, form)
    now, file_id = timezone.now(), None
    if form.cleaned_data["file"]:
        Engagement.objects.visible_to(request.actor).one(pk)
        file_id = receive(form.cleaned_data["file"], person=request.actor.person, purpose="evidence", at=now).pk
    acting.say(engagement_id=pk, words=form.cleaned_data["words"], actor=request.actor, at=now, file_id=file_id)
    return redirect("engagement", pk=pk)


@policy(READ)
def file(request, pk, key):
    """A file of the talk, for those who take part in it."""
    talk = Engagement.objects.visible_to(request.actor).one(pk)
    return serve(files_of(talk, key=key))


@policy(ANSWER)
def act(request, pk, verb):
    """One step of my side. A step that needs a reason or words asks for them on a page of its own."""
    talk = (
        Engagement.objects.visible_to(request.actor).select_related("opportunity__unit", "lead__organisation").one(pk)
    )
    side = side_of(talk, request.actor)
    step = kind_of(talk.opportunity.kind).path.find(Phase(talk.phase), verb, Side(side))
    speaks = verb in screens_of(talk.opportunity.kind).speaks
    reasons = reasons_of(kind_of(talk.opportunity.kind)) if step and step.needs_reason else None
    form = ActForm(sent(request), reasons=reasons, speaks=speaks)
    if request.method != "POST" or (step and not form.is_valid()):
        if step is None:
            raise NotFound
        facts = {"form": form, "talk": talk, "words": verb_in_words(talk, side, verb), "ends": not step.turn}
        return render(request, "exchange_pages/act.html", facts)
    told = getattr(form, "cleaned_data", {})
    acting.act(
        engagement_id=pk,
        verb=verb,
        reason=told.get("reason", ""),
        words=told.get("words", ""),
        actor=request.actor,
        at=timezone.now(),
    )
    messages.success(request, _("Done. The other side is told."))
    return redirect("engagement", pk=pk)


@require_POST
@policy(ANSWER)
def reach(request, pk, code):
    """A milestone is reached."""
    milestones.reach(engagement_id=pk, code=code, actor=request.actor, at=timezone.now())
    return redirect("engagement", pk=pk)
