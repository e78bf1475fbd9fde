"""The catalogue's two kinds: what units offer, and what units want to buy. Read this first."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.catalogue import forms, from_need, operations, queries
from virtualclusters.exchange.kinds.kind import Indicator, Kind, KindScreens
from virtualclusters.exchange.kinds.paths import CONTEST, ENQUIRE
from virtualclusters.network.organisations.roles import EVERY_KIND

MOST_ANSWERERS = 5
"""A buyer hears at most five sellers at once, so that neither side drowns (features C3)."""

_DECLINE_REASONS = {
    "price": _("The price does not fit"),
    "quantity": _("The quantity does not fit"),
    "time": _("The delivery day does not fit"),
    "place": _("It is too far away"),
    "quality": _("The quality or a certificate does not fit"),
    "capacity": _("No capacity is free now"),
    "other_chosen": _("Another was chosen"),
}

_INDICATORS = (
    Indicator("monthly_sales", _("Sales of this product or service in a month"), "rupees", "publisher"),
    Indicator("order_value", _("Value of the orders that came of this"), "rupees", "publisher", from_nothing=True),
    Indicator("people_at_work", _("People who work in the unit"), "people", "publisher"),
)

OFFER = Kind(
    slug="offer",
    words=_("Offer"),
    words_plural=_("Offers"),
    path=ENQUIRE,
    wants="offers",
    publisher_kinds=EVERY_KIND,
    answerer_kinds=EVERY_KIND,
    indicators=_INDICATORS,
    decline_reasons=_DECLINE_REASONS,
    matching="offer",
)

OFFER_SCREENS = KindScreens(
    answer_words=_("Ask for a price"),
    verbs={
        ("publisher", "offer"): _("Send my price and terms"),
        ("publisher", "decline"): _("Decline"),
        ("publisher", "withdraw"): _("Step back"),
        ("publisher", "start"): _("Work has begun"),
        ("publisher", "finish"): _("Delivered and paid: finish"),
        ("publisher", "invite"): _("Invite"),
        ("answerer", "ask"): _("Ask for a price"),
        ("answerer", "take_up"): _("Yes, I am interested"),
        ("answerer", "refuse"): _("Not for me"),
        ("answerer", "agree"): _("Agree: share contacts"),
        ("answerer", "ask_again"): _("Ask for other terms"),
        ("answerer", "withdraw"): _("Step back"),
        ("answerer", "start"): _("Work has begun"),
        ("answerer", "finish"): _("Received: finish"),
    },
    speaks=frozenset({"offer", "ask_again"}),
    detail_template="catalogue/offer.html",
    form=forms.OfferForm,
    publish_words=_("Offer something: a product, a service, a machine"),
    publish_position=10,
    publish=operations.publish_offer,
    facts=queries.offer_facts,
    own_row="offer_detail",
    from_need=from_need.offer_from_need,
)

REQUIREMENT = Kind(
    slug="requirement",
    words=_("Wanted"),
    words_plural=_("Wanted"),
    path=CONTEST,
    wants="asks",
    publisher_kinds=EVERY_KIND,
    answerer_kinds=EVERY_KIND,
    most_answers=MOST_ANSWERERS,
    indicators=(
        Indicator("monthly_sales", _("Sales of this product or service in a month"), "rupees", "answerer"),
        Indicator("order_value", _("Value of the orders that came of this"), "rupees", "answerer", from_nothing=True),
        Indicator("people_at_work", _("People who work in the unit"), "people", "answerer"),
    ),
    decline_reasons=_DECLINE_REASONS,
    matching="requirement",
    asks_for_needs=True,
)

REQUIREMENT_SCREENS = KindScreens(
    answer_words=_("I can supply this"),
    verbs={
        ("publisher", "shortlist"): _("Keep on the short list"),
        ("publisher", "choose"): _("Choose: share contacts"),
        ("publisher", "decline"): _("Decline"),
        ("publisher", "withdraw"): _("Step back"),
        ("publisher", "start"): _("Work has begun"),
        ("publisher", "finish"): _("Received: finish"),
        ("publisher", "invite"): _("Invite"),
        ("answerer", "apply"): _("I can supply this"),
        ("answerer", "take_up"): _("Yes, I am interested"),
        ("answerer", "refuse"): _("Not for me"),
        ("answerer", "withdraw"): _("Step back"),
        ("answerer", "start"): _("Work has begun"),
        ("answerer", "finish"): _("Delivered and paid: finish"),
    },
    detail_template="catalogue/requirement.html",
    form=forms.RequirementForm,
    publish_words=_("Ask for something you want to buy"),
    publish_position=20,
    publish=operations.publish_requirement,
    facts=queries.requirement_facts,
    own_row="requirement_detail",
    answer_facts=queries.requirement_answer_facts,
    from_need=from_need.requirement_from_need,
)
