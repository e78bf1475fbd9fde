"""The searches a person keeps: save one, hear of it more or less often, let it go."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from virtualclusters.accounts.policy import SIGNED_IN, policy
from virtualclusters.exchange.alerts import operations
from virtualclusters.exchange.alerts.models import SavedSearch
from virtualclusters.exchange.alerts.saved_searches import address_of
from virtualclusters.exchange.kinds.kind import kinds
from virtualclusters.foundation.errors import NotFound
from virtualclusters.pages.directory.asked import FACETS, kept_of, read_question
from virtualclusters.pages.directory.facets import codes_named, in_words, words_of_facets
from virtualclusters.pages.finding.tabs import tabs


@policy(SIGNED_IN)
def saved_searches(request):
    """All that she keeps, each with its way to the results."""
    kept = list(SavedSearch.objects.filter(person=request.user).order_by("-pk"))
    codes = {code for row in kept for code in codes_named(row.filters, {})}
    words, _names = words_of_facets(SavedSearch.Source.ORGANISATIONS, codes, at=timezone.now())
    words["kind"] |= {kind.slug: str(kind.words_plural) for kind in kinds()}
    facts = {
        "kept": [_shown(row, words) for row in kept],
        "often": SavedSearch.Frequency.choices,
        "tabs": tabs("saved_searches"),
    }
    return render(request, "finding/saved_searches.html", facts)


def _shown(row, words):
    href = f"/{get_language()}{address_of(row)}"
    return {"row": row, "href": href, "words": in_words(row.text, row.filters, words)}


@require_POST
@policy(SIGNED_IN)
def add(request):
    """Keep the search of the page she comes from."""
    source = request.POST.get("source", "")
    if source not in FACETS:
        raise NotFound
    asked = read_question(request, source, request.POST)
    operations.save_search(
        source=source,
        text=asked.text,
        filters=kept_of(asked),
        unit_id=asked.middle.unit_id if asked.kilometres else None,
        actor=request.actor,
        at=timezone.now(),
        frequency=SavedSearch.Frequency.DAILY,
    )
    messages.success(request, _("Saved. We write to you when something new comes."))
    return redirect("saved_searches")


@require_POST
@policy(SIGNED_IN)
def change(request, pk):
    """How often she wants to hear of it."""
    operations.change_frequency(saved_search_id=pk, frequency=request.POST.get("frequency", ""), actor=request.actor)
    messages.success(request, _("Changed."))
    return redirect(reverse("saved_searches"))


@require_POST
@policy(SIGNED_IN)
def delete(request, pk):
    """Let it go."""
    operations.forget_search(saved_search_id=pk, actor=request.actor)
    messages.success(request, _("Deleted."))
    return redirect("saved_searches")
