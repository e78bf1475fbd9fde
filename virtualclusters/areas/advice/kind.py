"""The kinds of advice: an adviser's standing offer, asked in turn; and help that is offered to many. Read this first."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.advice.asking.from_need import draft_of, send_need, sent_need, take_back_need
from virtualclusters.areas.advice.cases.answers import answer_facts
from virtualclusters.areas.advice.kinds import ADVICE, ADVISERS, ASKERS, HELP_OFFER, HELPERS
from virtualclusters.areas.advice.outreach import operations as outreach
from virtualclusters.areas.advice.outreach.caps import refuse_flooding
from virtualclusters.areas.advice.outreach.forms import HelpOfferForm
from virtualclusters.areas.advice.outreach.queries import help_offer_facts
from virtualclusters.areas.advice.profiles import operations as profiles
from virtualclusters.areas.advice.profiles.forms import AdviserForm
from virtualclusters.areas.advice.profiles.queries import adviser_facts
from virtualclusters.areas.advice.rules import refuse_starting_without_scope
from virtualclusters.exchange.kinds.kind import Indicator, Kind, KindScreens
from virtualclusters.exchange.kinds.paths import CONTEST, ENQUIRE

INDICATORS = (
    Indicator("monthly_sales", _("Sales in a month"), "rupees", "answerer"),
    Indicator("monthly_loss", _("Goods that are spoilt or sent back in a month"), "rupees", "answerer"),
    Indicator("people_at_work", _("People who work in the unit"), "people", "answerer"),
)
DECLINE_REASONS = {
    "no_time": _("No time is free now"),
    "not_my_field": _("This is not my field"),
    "too_far": _("It is too far away"),
    "language": _("We have no language in common"),
    "conflict": _("I have an interest of my own in this"),
    "fee": _("The fee does not fit"),
    "plans_changed": _("Our plans have changed"),
}

ADVICE_KIND = Kind(
    slug=ADVICE,
    words=_("Advice"),
    words_plural=_("Advisers"),
    path=ENQUIRE,
    wants="offers",
    publisher_kinds=ADVISERS,
    answerer_kinds=ASKERS,
    guards=(refuse_starting_without_scope, refuse_flooding),
    indicators=INDICATORS,
    decline_reasons=DECLINE_REASONS,
    matching="advice",
)

ADVICE_SCREENS = KindScreens(
    answer_words=_("Ask for advice"),
    verbs={
        ("publisher", "invite"): _("Invite"),
        ("publisher", "offer"): _("Yes, I can"),
        ("publisher", "decline"): _("Not for me"),
        ("publisher", "withdraw"): _("Step back"),
        ("publisher", "start"): _("Work has begun"),
        ("publisher", "finish"): _("The help is given: finish"),
        ("answerer", "ask"): _("Ask for advice"),
        ("answerer", "take_up"): _("Yes, I am interested"),
        ("answerer", "refuse"): _("Not for me"),
        ("answerer", "agree"): _("Agree: share contacts"),
        ("answerer", "ask_again"): _("Ask for other times"),
        ("answerer", "withdraw"): _("Step back"),
        ("answerer", "start"): _("Work has begun"),
        ("answerer", "finish"): _("We were helped: finish"),
    },
    speaks=frozenset({"offer", "ask_again"}),
    detail_template="advice/adviser.html",
    form=AdviserForm,
    publish_words=_("Offer advice: write your adviser's profile"),
    publish=profiles.publish_profile,
    facts=adviser_facts,
    own_row="adviser",
    notices={"engagement.ask": ""},
    answer_page="advice_ask_one",
    own_page="advice_profile",
    own_page_words=_("Open my profile and times"),
    work_page="advice_case",
    work_page_words=_("Open the case: times, plan, sessions"),
    from_need=draft_of,
    send_need=send_need,
    sent_need=sent_need,
    take_back_need=take_back_need,
    need_page="advice_ask",
    answer_facts=answer_facts,
)

HELP_OFFER_KIND = Kind(
    slug=HELP_OFFER,
    words=_("Offer of help"),
    words_plural=_("Offers of help"),
    path=CONTEST,
    wants="offers",
    publisher_kinds=HELPERS,
    answerer_kinds=ASKERS,
    guards=(refuse_starting_without_scope, refuse_flooding),
    indicators=INDICATORS,
    decline_reasons=DECLINE_REASONS,
    matching="advice",
)

HELP_OFFER_SCREENS = KindScreens(
    answer_words=_("Yes, help us"),
    verbs={
        ("publisher", "invite"): _("Invite"),
        ("publisher", "shortlist"): _("Keep on the short list"),
        ("publisher", "choose"): _("Help them: share contacts"),
        ("publisher", "decline"): _("Decline"),
        ("publisher", "withdraw"): _("Step back"),
        ("publisher", "start"): _("Work has begun"),
        ("publisher", "finish"): _("The help is given: finish"),
        ("answerer", "apply"): _("Yes, help us"),
        ("answerer", "take_up"): _("Yes, help us"),
        ("answerer", "refuse"): _("Not for us"),
        ("answerer", "withdraw"): _("Step back"),
        ("answerer", "start"): _("Work has begun"),
        ("answerer", "finish"): _("We were helped: finish"),
    },
    detail_template="advice/help_offer.html",
    form=HelpOfferForm,
    publish_words=_("Offer help to many units"),
    publish=outreach.publish_help_offer,
    facts=help_offer_facts,
    own_row="help_offer",
    own_page="advice_outreach",
    own_page_words=_("See whom it reaches, and send it"),
    answer_facts=answer_facts,
    work_page="advice_case",
    work_page_words=_("Open the case: times, plan, sessions"),
)
