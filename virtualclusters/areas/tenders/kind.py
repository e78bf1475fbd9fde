"""The kind *tender*: a notice of the outside world that a unit follows. One bids on the buyer's portal, never here. Read this first."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.tenders import notices, queries
from virtualclusters.exchange.kinds.kind import Indicator, Kind, KindScreens
from virtualclusters.exchange.kinds.paths import FOLLOW
from virtualclusters.network.organisations.models import OrganisationKind
from virtualclusters.network.organisations.roles import EVERY_KIND

WON = "won"

TENDER = Kind(
    slug="tender",
    words=_("Tender"),
    words_plural=_("Tenders"),
    path=FOLLOW,
    wants="asks",
    publisher_kinds=frozenset({OrganisationKind.GOVERNMENT_BODY, OrganisationKind.PUBLIC_UNDERTAKING}),
    answerer_kinds=EVERY_KIND,
    milestones={"preparing": _("Papers are being prepared"), "submitted": _("The bid was sent")},
    indicators=(Indicator("value_won", _("Value of the order you won"), "rupees", "answerer"),),
    decline_reasons={
        WON: _("We won"),
        "lost": _("We did not win"),
        "not_submitted": _("We did not bid"),
        "cancelled": _("The buyer took the tender back"),
    },
    matching="tender",
    won_by=frozenset({WON}),
)

TENDER_SCREENS = KindScreens(
    answer_words=_("Follow"),
    verbs={
        ("answerer", "follow"): _("Follow"),
        ("answerer", "finish"): _("Say how it ended"),
        ("answerer", "withdraw"): _("Stop following"),
    },
    detail_template="tenders/detail.html",
    facts=queries.tender_facts,
    own_row="tender_detail",
    notices={"opportunity.changed": notices.CORRIGENDUM},
)
