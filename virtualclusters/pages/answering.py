"""The one act by which a card is answered: a tap, or the kind's own page where it has to ask more. Every card takes it from here."""

from django.urls import reverse

from virtualclusters.exchange.kinds.kind import screens_of
from virtualclusters.ui.cards import Act


def card_key(opportunity_id) -> str:
    """The id of an opportunity's card, the same on every page: what a tap answers is put in its place."""
    return f"opportunity-{opportunity_id}"


def own_answer_page(opportunity) -> str:
    """The address of the page on which the kind asks more before an answer; empty where one tap is enough."""
    page = screens_of(opportunity.kind).answer_page
    return reverse(page, args=[opportunity.pk]) if page else ""


def answer_act(opportunity, *, tap="") -> Act:
    """The act on a card. ``tap`` is the address of the tap when it is not the opportunity's own."""
    words = str(screens_of(opportunity.kind).answer_words)
    if page := own_answer_page(opportunity):
        return Act(words, page, post=False)
    return Act(words, tap or reverse("answer", args=[opportunity.pk]))
