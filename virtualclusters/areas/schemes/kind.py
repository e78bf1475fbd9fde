"""The kinds *scheme* (one applies at the office's own place) and *scheme decided here*. Read this first."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.schemes import notices, queries
from virtualclusters.areas.schemes.slugs import SCHEME, SCHEME_HERE
from virtualclusters.exchange.kinds.kind import Indicator, Kind, KindScreens
from virtualclusters.exchange.kinds.paths import CONTEST, FOLLOW
from virtualclusters.network.organisations.models import OrganisationKind

OFFICES = frozenset({OrganisationKind.GOVERNMENT_BODY, OrganisationKind.PUBLIC_UNDERTAKING, OrganisationKind.NGO})
APPLICANTS = frozenset({OrganisationKind.ENTERPRISE, OrganisationKind.NGO, OrganisationKind.INDUSTRY_ASSOCIATION})
GOT = "got"

SCHEME_KIND = Kind(
    slug=SCHEME,
    words=_("Scheme"),
    words_plural=_("Schemes"),
    path=FOLLOW,
    wants="offers",
    publisher_kinds=OFFICES,
    answerer_kinds=APPLICANTS,
    milestones={"preparing": _("Papers are being prepared"), "submitted": _("The application was sent")},
    indicators=(
        Indicator("support_received", _("Money you got from the scheme"), "rupees", "answerer", from_nothing=True),
    ),
    decline_reasons={
        GOT: _("We got it"),
        "refused": _("We did not get it"),
        "not_sent": _("We did not apply"),
        "ended_early": _("The scheme was ended"),
    },
    matching="scheme",
)

SCHEME_SCREENS = KindScreens(
    answer_words=_("Follow"),
    verbs={
        ("answerer", "follow"): _("Follow"),
        ("answerer", "finish"): _("Say how it ended"),
        ("answerer", "withdraw"): _("Stop following"),
    },
    detail_template="schemes/_scheme.html",
    facts=queries.scheme_facts,
    own_row="scheme__in_force",
    read_with=queries.READ_WITH_A_CARD,
    titles=queries.scheme_titles,
    notices={"opportunity.changed": notices.CHANGED},
)

SCHEME_HERE_KIND = Kind(
    slug=SCHEME_HERE,
    words=_("Scheme, decided here"),
    words_plural=_("Schemes, decided here"),
    path=CONTEST,
    wants="offers",
    publisher_kinds=OFFICES,
    answerer_kinds=APPLICANTS,
    milestones={
        "papers_checked": _("The papers were checked"),
        "visited": _("The unit was visited"),
        "paid": _("The money was paid"),
    },
    indicators=(
        Indicator("support_received", _("Money that the scheme paid"), "rupees", "answerer", from_nothing=True),
        Indicator("monthly_sales", _("Sales in a month"), "rupees", "answerer"),
        Indicator("people_at_work", _("People at work"), "people", "answerer"),
    ),
    decline_reasons={
        "papers": _("Papers are missing. Send them and apply again."),
        "rule": _("A rule of the scheme is not met. When that changes, apply again."),
        "plan": _("The plan does not show how it pays. Write it with an adviser and apply again."),
        "money_used_up": _("This year's money is used up. Apply again next year."),
        "other_scheme": _("Another scheme fits better. Look under Schemes."),
        "plans_changed": _("Our plans have changed"),
    },
    matching="scheme",
)

SCHEME_HERE_SCREENS = KindScreens(
    answer_words=_("Apply"),
    verbs={
        ("publisher", "invite"): _("Ask this unit to apply"),
        ("publisher", "shortlist"): _("Look into it"),
        ("publisher", "choose"): _("Approve: share contacts"),
        ("publisher", "decline"): _("Decline, with the reason"),
        ("publisher", "start"): _("The work has begun"),
        ("publisher", "finish"): _("Paid and done: finish"),
        ("publisher", "withdraw"): _("Step back"),
        ("answerer", "apply"): _("Apply"),
        ("answerer", "take_up"): _("Yes, I apply"),
        ("answerer", "refuse"): _("Not for me"),
        ("answerer", "start"): _("The work has begun"),
        ("answerer", "finish"): _("The money has come: finish"),
        ("answerer", "withdraw"): _("Step back"),
    },
    speaks=frozenset({"shortlist", "decline"}),
    detail_template="schemes/_scheme.html",
    facts=queries.scheme_facts,
    own_row="scheme__in_force",
    read_with=queries.READ_WITH_A_CARD,
    titles=queries.scheme_titles,
    own_page="scheme_applications",
    own_page_words=_("All applications"),
)
