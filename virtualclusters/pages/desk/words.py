"""Words that people type and the vocabulary does not know: each gets a meaning in one step, or none."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.network.vocabulary.permissions import VocabularyPermission
from virtualclusters.network.vocabulary.queries import names_of
from virtualclusters.network.vocabulary.reading import from_which_words, read
from virtualclusters.network.vocabulary.unknown import as_waiting, attach_word, set_aside, waiting_words
from virtualclusters.pages.desk.forms import MeaningForm

A_PAGE = 20


@policy(VocabularyPermission.WORD_DECIDE)
@require_GET
def listed(request):
    """Twenty a page, the most typed first."""
    return _show(request)


@policy(VocabularyPermission.WORD_DECIDE)
@require_POST
def decide(request, pk):
    """The word is another name of a thing that was tapped or typed, or it names nothing."""
    if "nothing" in request.POST:
        set_aside(word_id=pk, actor=request.actor, at=timezone.now())
        messages.success(request, _("This word is not shown again."))
        return redirect("desk_words")
    form = MeaningForm(request.POST, prefix=str(pk))
    if not form.is_valid():
        return _show(request, wrong=(pk, form), status=422)
    word = attach_word(word_id=pk, concept_id=form.meant, actor=request.actor, at=timezone.now())
    name = names_of([form.meant], get_language())[form.meant]
    messages.success(request, _("%(word)s is now read as %(name)s.") % {"word": word.word, "name": name})
    return redirect("desk_words")


def _show(request, *, wrong=(None, None), status=200):
    page = Paginator(waiting_words(at=timezone.now()), A_PAGE).get_page(request.GET.get("page"))
    waiting = as_waiting(page)
    beside = {word.pk: _beside(word) for word in waiting}
    shown = [near.concept_id for word in waiting for near in word.near] + [pk for one in beside.values() for pk in one]
    names = names_of(shown, get_language())
    rows = [
        {
            "word": word,
            "beside": [(names[pk], why) for pk, why in beside[word.pk].items()],
            "near": [(near.concept_id, names[near.concept_id]) for near in word.near],
            "form": wrong[1] if word.pk == wrong[0] else MeaningForm(prefix=str(word.pk)),
            "href": reverse("desk_word_decide", args=[word.pk]),
        }
        for word in waiting
    ]
    return render(request, "desk/words.html", {"page": page, "rows": rows}, status=status)


def _beside(word):
    """By concept, from which of the words around it something else was understood."""
    found = [(one, example) for example in word.examples for one in read(example).named]
    return {one.concept_id: from_which_words(one, example) for one, example in found}
