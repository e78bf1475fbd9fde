"""What stands beside the package form: how many units fit so far, what contradicts what, and the owner's view."""

from django.template.loader import render_to_string
from django.utils import translation

from virtualclusters.areas.finance.packages import offers
from virtualclusters.areas.finance.packages.fitting import count_told
from virtualclusters.areas.finance.packages.offers import Borrower
from virtualclusters.areas.finance.packages.telling import arising, rows_about, span
from virtualclusters.areas.finance.packages.terms import Wish, rates_of
from virtualclusters.areas.finance.packages.views_of import package_told
from virtualclusters.areas.finance.packages.wishing import usual_wish
from virtualclusters.areas.finance.packages.wording import contradiction_in_words
from virtualclusters.areas.finance.packages.writing import scope_told
from virtualclusters.matching.rules import contradictions

LANGUAGES = {"en": "English", "hi": "हिन्दी"}


def beside(form, request, *, at) -> dict:
    """What the template ``_beside.html`` shows; ``form`` None: nothing was typed yet."""
    language = request.POST.get("look_in")
    language = language if language in LANGUAGES else translation.get_language()
    facts = {"look_in": language, "languages": LANGUAGES.items(), "count": None, "as_owner": ""}
    if form is None:
        return facts
    stored = scope_told(form.cleaned_data, source=request.actor.organisation.name, at=at)
    told = [contradiction_in_words(one) for one in contradictions(stored.rules, at)]
    return facts | {
        "count": count_told(stored, at=at),
        "contradictions": told,
        "as_owner": _as_owner(form, request.actor.organisation.name, language, at) if form.is_valid() else "",
    }


def _as_owner(form, lender, language, at):
    with translation.override(language):
        one = package_told(form.cleaned_data, lender=lender, language=language, at=at)
        return owners_card(one, at=at)


def owners_card(one, *, at) -> str:
    """A package as an owner of no particular unit sees it, with the cost of an example that it lends."""
    offer = offers.offer_about(one, Borrower(), example_for(one.detail), at=at)
    low, high = rates_of(one.detail)
    facts = {"one": one, "offer": offer, "rate": span(low, high), "rows": rows_about(one)}
    if offer.high and offer.high.yearly_percent is not None:
        facts["yearly"] = span(offer.low.yearly_percent, offer.high.yearly_percent)
        facts["rupees"] = round(offer.high.rupees_a_year)
        facts["arising"] = arising(offer.high, one, high)
    return render_to_string("finance/lender/_as_owner.html", facts)


def example_for(detail) -> Wish:
    """The usual wish, moved into what the package lends."""
    usual = usual_wish()
    amount = max(detail.amount_min, min(usual.amount, detail.amount_max))
    return Wish(amount, min(usual.months, detail.months_max))
