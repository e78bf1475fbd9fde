"""The kind *purchase plan*: what a department or public undertaking will buy, and who is interested. Read this first."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.purchase_plans import forms, operations, queries
from virtualclusters.exchange.kinds.kind import Indicator, Kind, KindScreens
from virtualclusters.exchange.kinds.paths import RESPOND
from virtualclusters.network.organisations.buyers import BUYER_KINDS
from virtualclusters.network.organisations.models import OrganisationKind

PURCHASE_PLAN = Kind(
    slug=operations.SLUG,
    words=_("Purchase plan"),
    words_plural=_("Purchase plans"),
    path=RESPOND,
    wants="asks",
    publisher_kinds=BUYER_KINDS,
    answerer_kinds=frozenset({OrganisationKind.ENTERPRISE}),
    indicators=(
        Indicator("monthly_sales", _("Sales of this product in a month"), "rupees", "answerer"),
        Indicator("order_value", _("Value of the orders that came of this"), "rupees", "answerer"),
        Indicator("people_at_work", _("People who work in the unit"), "people", "answerer"),
    ),
    decline_reasons={
        "quantity": _("The quantity does not fit"),
        "quality": _("The quality or a certificate does not fit"),
        "place": _("It is too far away"),
        "not_bought": _("It will not be bought this year"),
        "capacity": _("No capacity is free now"),
    },
    matching="purchase_plan",
)

PURCHASE_PLAN_SCREENS = KindScreens(
    answer_words=_("I am interested"),
    verbs={
        ("publisher", "note"): _("Note for later"),
        ("publisher", "meet"): _("Meet: share contacts"),
        ("publisher", "decline"): _("Decline"),
        ("publisher", "withdraw"): _("Step back"),
        ("publisher", "start"): _("Work has begun"),
        ("publisher", "finish"): _("Received: finish"),
        ("publisher", "invite"): _("Invite"),
        ("answerer", "respond"): _("I am interested"),
        ("answerer", "take_up"): _("Yes, I am interested"),
        ("answerer", "refuse"): _("Not for me"),
        ("answerer", "withdraw"): _("Step back"),
        ("answerer", "start"): _("Work has begun"),
        ("answerer", "finish"): _("Delivered and paid: finish"),
    },
    detail_template="purchase_plans/plan.html",
    form=forms.PlanForm,
    publish=operations.publish_plan,
    facts=queries.plan_facts,
    own_row="plan_detail",
    own_page="purchase_plan_interest",
    own_page_words=_("See who is interested"),
)
