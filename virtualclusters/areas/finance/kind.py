"""The kinds of finance: a lender's package for a trade, and a unit's request for a loan. Read this first."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.exchange.kinds.kind import Indicator, Kind, KindScreens
from virtualclusters.exchange.kinds.paths import CONTEST
from virtualclusters.network.organisations.models import OrganisationKind

LENDERS = frozenset({OrganisationKind.FINANCIAL_INSTITUTION})
BORROWERS = frozenset({OrganisationKind.ENTERPRISE})
PACKAGE, REQUEST = "loan_package", "loan_request"

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
    ),
    decline_reasons={
        "papers": _("Papers are missing"),
        "rules": _("A rule of the package is not met"),
        "repayment": _("The instalments are too high for the earnings"),
        "security": _("The security is not enough"),
        "cost": _("The cost does not fit"),
        "other_chosen": _("Another was chosen"),
        "plans_changed": _("Our plans have changed"),
    },
    matching="loan",
)

LOAN_PACKAGE_SCREENS = KindScreens(
    answer_words=_("I'm interested"),
    verbs={
        ("publisher", "invite"): _("Offer it to this unit"),
        ("publisher", "shortlist"): _("Look into it"),
        ("publisher", "choose"): _("Say yes: share contacts"),
        ("publisher", "decline"): _("Say no"),
        ("publisher", "start"): _("The money is paid out"),
        ("publisher", "finish"): _("The loan is paid back"),
        ("publisher", "withdraw"): _("Step back"),
        ("answerer", "apply"): _("I'm interested"),
        ("answerer", "take_up"): _("Yes, I am interested"),
        ("answerer", "refuse"): _("Not for me"),
        ("answerer", "start"): _("The money has come"),
        ("answerer", "finish"): _("The loan is paid back"),
        ("answerer", "withdraw"): _("Step back"),
    },
    detail_template="finance/_package.html",
)
