"""The administrator's figures and review log, and the institution's page of reviews about it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.areas.reviews import operations, queries, tables, telling
from virtualclusters.areas.reviews.forms import AnswerForm, EntryForm
from virtualclusters.areas.reviews.permissions import ReviewPermission
from virtualclusters.ui.navigation import Tab

WRITE, ANSWER = ReviewPermission.REVIEW_WRITE, ReviewPermission.REVIEW_ANSWER
A_PAGE, A_LOG = 50, 20


@policy(WRITE)
@require_GET
def listed(request):
    """Figures by institution, by district or by kind, those most asked first."""
    by, words = request.GET.get("by", queries.By.INSTITUTION), queries.tabs_words()
    if by not in words:
        raise Http404
    told = telling.told_by(by)
    keys = sorted(told, key=lambda key: (-told[key].figures.asked, str(key)))
    page = Paginator(keys, A_PAGE).get_page(request.GET.get("page"))
    named = queries.abouts_of(by, page.object_list)
    facts = {
        "tabs": [Tab(str(label), f"?by={code}", code == by) for code, label in words.items()],
        "columns": tables.columns(queries.By(by).label),
        "rows": [tables.row(named[key], told[key]) for key in page.object_list if key in named],
        "page": page,
    }
    return render(request, "reviews/figures.html", facts)


@policy(WRITE)
@require_GET
def log(request):
    """Every entry, the newest first, with its answer."""
    page = Paginator(queries.log(), A_LOG).get_page(request.GET.get("page"))
    return render(request, "reviews/log.html", {"page": page, "entries": _shown(page)})


@policy(WRITE)
@require_http_methods(["GET", "POST"])
def write(request):
    """An entry about an institution, a district or a kind, with its figures of this moment."""
    now, about = timezone.now(), queries.about_of(request.GET.get("by", ""), request.GET.get("of", ""))
    form = EntryForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        operations.write_entry(
            about=about,
            corrects_id=_corrected(request),
            language=get_language(),
            actor=request.actor,
            at=now,
            **form.words(),
        )
        messages.success(request, _("Written. It stays as it is; a later entry can put it right."))
        return redirect("desk_review_log")
    figures = tables.summary(telling.told_of(about.by, about.key).kept())
    facts = {"form": form, "about": about, "figures": figures, "corrects": _corrected(request)}
    return render(request, "reviews/write.html", facts)


@policy(ANSWER)
@require_GET
def own(request):
    """What was written about my institution."""
    return _own(request, AnswerForm(), None)


@policy(ANSWER)
@require_POST
def answer(request, pk):
    """The institution's answer, once. What was typed is kept on error."""
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _own(request, form, pk)
    operations.answer_entry(
        entry_id=pk, words=form.cleaned_data["words"], language=get_language(), actor=request.actor, at=timezone.now()
    )
    messages.success(request, _("Your answer stands beside the review now."))
    return redirect("reviews")


def _own(request, form, answered):
    page = Paginator(queries.about_own(request.actor), A_LOG).get_page(request.GET.get("page"))
    facts = {"page": page, "entries": _shown(page), "form": form, "answered": answered}
    return render(request, "reviews/own.html", facts)


def _shown(page):
    return [
        {"entry": entry, "about": queries.about_entry(entry), "figures": tables.summary(entry.figures)}
        for entry in page
    ]


def _corrected(request):
    corrected = request.GET.get("corrects", "")
    return int(corrected) if corrected.isdecimal() and len(corrected) < 19 else None
