"""The kinds of finance: a lender's package for a trade, and a unit's request for a loan. Read this first."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.finance.applications.rules import refuse_step_without_its_facts
from virtualclusters.areas.finance.models import OWN_REASONS, DeclineReason
from virtualclusters.areas.finance.packages.cards import package_facts, package_titles
from virtualclusters.areas.finance.requests.forms import RequestForm
from virtualclusters.areas.finance.requests.from_need import request_from_need
from virtualclusters.areas.finance.requests.operations import publish_request
from virtualclusters.areas.finance.requests.queries import request_facts
from virtualclusters.areas.finance.slugs import PACKAGE, REQUEST
from virtualclusters.exchange.kinds.kind import Indicator, Kind, KindScreens
from virtualclusters.exchange.kinds.paths import CONTEST
from virtualclusters.network.organisations.models import OrganisationKind

LENDERS = frozenset({OrganisationKind.FINANCIAL_INSTITUTION})
BORROWERS = frozenset({OrganisationKind.ENTERPRISE})


OWN_MESSAGES = dict.fromkeys(
    (
        f"engagement.{verb}"
        for verb in ("apply", "take_up", "shortlist", "choose", "decline", "withdraw", "lapse", "close_out", "start")
    ),
    "",
)
"""Steps of which an application's own messages tell, with its number."""

LOAN_PACKAGE = Kind(
    slug=PACKAGE,
    words=_("Loan"),
    words_plural=_("Loans"),
    path=CONTEST,
    wants="offers",
    publisher_kinds=LENDERS,
    answerer_kinds=BORROWERS,
    indicators=(
        Indicator("monthly_sales", _("Sales in a month"), "rupees", "answerer"),
        Indicator("people_at_work", _("People at work"), "people", "answerer"),
        Indicator("interest_rate", _("Interest that you pay on loans in a year, in per cent"), "percent", "answerer"),
    ),
    guards=(refuse_step_without_its_facts,),
    decline_reasons={**dict(DeclineReason.choices), **OWN_REASONS},
    matching="loan",
)

LOAN_PACKAGE_SCREENS = KindScreens(
    answer_words=_("Apply"),
    verbs={
        ("publisher", "invite"): _("Offer it to this unit"),
        ("publisher", "shortlist"): _("Look into it"),
        ("publisher", "choose"): _("Say yes: share contacts"),
        ("publisher", "decline"): _("Say no"),
        ("publisher", "start"): _("The money is paid out"),
        ("publisher", "finish"): _("The loan is paid back"),
        ("publisher", "withdraw"): _("Step back"),
        ("answerer", "apply"): _("Apply"),
        ("answerer", "take_up"): _("Yes, I am interested"),
        ("answerer", "refuse"): _("Not for me"),
        ("answerer", "start"): _("The money has come"),
        ("answerer", "finish"): _("The loan is paid back"),
        ("answerer", "withdraw"): _("Step back"),
    },
    detail_template="finance/_package.html",
    facts=package_facts,
    own_row="loan_package",
    read_with=("loan_package__words",),
    titles=package_titles,
    own_page="lender_package",
    own_page_words=_("The package, to confirm or withdraw"),
    answer_page="apply_for_loan",
    work_page="loan_work",
    work_page_words=_("Open the application"),
    notices=OWN_MESSAGES,
)

LOAN_REQUEST = Kind(
    slug=REQUEST,
    words=_("Search for a loan"),
    words_plural=_("Searches for loans"),
    path=CONTEST,
    wants="asks",
    publisher_kinds=BORROWERS,
    answerer_kinds=LENDERS,
    most_answers=5,
    indicators=(
        Indicator("monthly_sales", _("Sales in a month"), "rupees", "publisher"),
        Indicator("people_at_work", _("People at work"), "people", "publisher"),
    ),
    decline_reasons={
        "cost": _("The cost does not fit"),
        "amount": _("The amount does not fit"),
        "time": _("The time does not fit"),
        "security": _("The security does not fit"),
        "rules": _("Our rules do not allow it"),
        "other_chosen": _("Another was chosen"),
        "plans_changed": _("Our plans have changed"),
    },
    matching="loan",
)

LOAN_REQUEST_SCREENS = KindScreens(
    answer_words=_("We can lend this"),
    verbs={
        ("publisher", "invite"): _("Ask this lender"),
        ("publisher", "shortlist"): _("Keep on the short list"),
        ("publisher", "choose"): _("Choose: share contacts"),
        ("publisher", "decline"): _("Decline"),
        ("publisher", "start"): _("The money has come"),
        ("publisher", "finish"): _("The loan is paid back"),
        ("publisher", "withdraw"): _("Step back"),
        ("answerer", "apply"): _("We can lend this"),
        ("answerer", "take_up"): _("Yes, we are interested"),
        ("answerer", "refuse"): _("Not for us"),
        ("answerer", "start"): _("The money is paid out"),
        ("answerer", "finish"): _("The loan is paid back"),
        ("answerer", "withdraw"): _("Step back"),
    },
    detail_template="finance/request.html",
    foot_template="finance/_request_foot.html",
    form=RequestForm,
    publish_words=_("Say what loan you look for"),
    publish_position=40,
    publish=publish_request,
    facts=request_facts,
    own_row="loan_request",
    from_need=request_from_need,
)
