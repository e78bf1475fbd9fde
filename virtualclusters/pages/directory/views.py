"""The two lists."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from virtualclusters.accounts.policy import PUBLIC, policy
from virtualclusters.capabilities.search.searching import DEEPEST
from virtualclusters.network.vocabulary.unknown import note_unknown
from virtualclusters.pages.directory.asked import A_PAGE, ask, kept_of, read_question
from virtualclusters.pages.directory.cards import opportunity_cards, organisation_cards
from virtualclusters.pages.directory.facets import LABELS, choices_of, codes_named, in_words, words_of_facets
from virtualclusters.pages.directory.farther import farther_of, is_pin_unknown
from virtualclusters.pages.directory.forms import FilterForm
from virtualclusters.pages.directory.why import Why


@policy(PUBLIC)
def directory(request):
    """Organisations: by what they make, can or have, where, of which kind."""
    now, asked, words, why, facts = _found(request, "organisations")
    states = words["state"]
    facts["cards"] = organisation_cards(why.ids, middle=asked.middle, states=states, reasons=why.of_hits, at=now)
    return render(request, "directory/directory.html", facts)


@policy(PUBLIC)
def opportunities(request):
    """Opportunities: what is open, and on demand what is closed."""
    now, asked, _words, why, facts = _found(request, "opportunities")
    facts["cards"] = opportunity_cards(why.ids, middle=asked.middle, at=now, reasons=why.of_hits)
    return render(request, "directory/opportunities.html", facts)


def _found(request, source):
    now = timezone.now()
    asked = read_question(request, source)
    answered = ask(asked, at=now)
    if asked.page == 1:
        note_unknown(asked.words, person_id=request.actor.person_id, language=get_language(), at=now)
    counts = answered.results.facets
    words, names = words_of_facets(source, codes_named(asked.filters, counts), at=now, more=answered.concept_ids)
    why = Why(answered, names)
    facts = {
        "now": now,
        "asked": asked,
        "found": answered.results,
        "understood": [names[pk] for pk in answered.concept_ids if pk in names],
        "shown_for": why.shown_for,
        "farther": farther_of(asked, answered.results, request.GET),
        "pin_unknown": is_pin_unknown(asked, answered.results),
        "exact": answered.results.total - answered.results.close,
        "searched": in_words(asked.text, kept_of(asked), words),
        "filter": FilterForm(asked=asked, choices=choices_of(asked, counts, words), labels=LABELS[source]),
        "kept": [(name, value) for name, values in kept_of(asked).items() for value in values],
        "page": Paginator(range(min(answered.results.total, DEEPEST)), A_PAGE).get_page(asked.page),
        "signed_in": bool(request.actor.person),
    }
    return now, asked, words, why, facts
