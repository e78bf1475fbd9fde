"""The ways that lead on from the desk of a person."""

from django.db.models import BigIntegerField, DateTimeField
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from virtualclusters.areas.finance.permissions import LoanPermission, PackagePermission
from virtualclusters.areas.late_payments.permissions import LatePaymentPermission
from virtualclusters.areas.purchase_plans.permissions import PlanPermission
from virtualclusters.areas.reviews.permissions import ReviewPermission
from virtualclusters.areas.student_projects.college import own_pages
from virtualclusters.areas.student_projects.permissions import CollegePermission
from virtualclusters.areas.targeted_notices.permissions import NoticePermission
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.foundation.built_once import BuiltOnce, Given, OneOf
from virtualclusters.network.clusters.models import Cluster, ClusterMembership
from virtualclusters.network.organisations.models import OrganisationKind
from virtualclusters.network.organisations.roles import OrganisationPermission
from virtualclusters.ui.navigation import Link

MOST_ROOMS = 5


def rooms_of(actor, *, at) -> list[Link]:
    """The members' rooms of the clusters that a unit of hers is in. One query."""
    clusters = _ROOMS.ask(own=[held.organisation_id for held in actor.memberships], at=at)
    language = get_language()
    return [
        Link(
            _("Members' room: %(cluster)s") % {"cluster": cluster.words("name", language) or cluster.slug},
            reverse("cluster_room", args=[cluster.slug]),
        )
        for cluster in clusters
    ]


def _rooms():
    joined = ClusterMembership.objects.live().filter(unit__organisation=OneOf("own", BigIntegerField()))
    open_now = Cluster.objects.open_at(Given("at", DateTimeField()))
    return open_now.filter(pk__in=joined.values("cluster")).order_by("published_at")[:MOST_ROOMS]


_ROOMS = BuiltOnce(_rooms)


def ways_of(actor, *, at) -> list[Link]:
    """Rooms, needs, advice, plans, trainings, certificates and reviews, as far as they concern her."""
    papers = [Link(_("My papers"), reverse("wallet"))] if actor.may(OrganisationPermission.WALLET_KEEP) else []
    late = (
        [Link(_("Late payments"), reverse("late_payments"))]
        if actor.may(LatePaymentPermission.LATE_PAYMENT_KEEP)
        else []
    )
    needs = [Link(_("My needs"), reverse("needs"))] if actor.may(ExchangePermission.OPPORTUNITY_PUBLISH) else []
    reviews = [Link(_("Reviews of our help"), reverse("reviews"))] if actor.may(ReviewPermission.REVIEW_ANSWER) else []
    return [
        *rooms_of(actor, at=at),
        *papers,
        *needs,
        *late,
        *_notices_of(actor),
        *_buying_of(actor),
        *_loans_of(actor),
        *_college_of(actor),
        Link(_("My advice"), reverse("advice_mine")),
        Link(_("Buyers' plans"), reverse("purchase_plans")),
        Link(_("My trainings"), reverse("my_trainings")),
        Link(_("My certificates"), reverse("my_certificates")),
        *reviews,
    ]


def doors_of(actor) -> list[Link]:
    """What most people of her kind of organisation come for: shown above all else."""
    if actor.organisation.kind == OrganisationKind.ENTERPRISE:
        return _when(actor.may(ExchangePermission.OPPORTUNITY_PUBLISH), _("Say your trouble, find help"), "need")
    if actor.organisation.kind == OrganisationKind.ACADEMIC_INSTITUTION:
        return _when(actor.may(CollegePermission.COLLEGE_MANAGE), _("My college: students, teams, projects"), "college")
    if actor.may(LoanPermission.LOAN_WORK):
        return [Link(_("Loan applications"), reverse("lender_loans"))]
    helps = actor.organisation.kind in kind_of("advice").publisher_kinds
    return _when(helps, _("My advice: who asks me, what I offer"), "advice_mine")


def _when(holds, words, page):
    return [Link(words, reverse(page))] if holds else []


def _notices_of(actor):
    """What offices told an enterprise; to who writes notices hers."""
    if actor.may(NoticePermission.NOTICE_WRITE):
        return [Link(_("Notices to units"), reverse("desk_notices"))]
    is_enterprise = actor.organisation is not None and actor.organisation.kind == OrganisationKind.ENTERPRISE
    return [Link(_("Notices for you"), reverse("notices"))] if is_enterprise else []


def _buying_of(actor):
    """A purchase officer's own work."""
    if not actor.may(PlanPermission.BUYING_DO):
        return []
    return [
        Link(_("Send a file"), reverse("desk_import_send")),
        Link(_("Find makers"), reverse("vendors")),
        Link(_("What you bought from small firms"), reverse("purchase_statement")),
    ]


def own_ways_of(actor) -> list[Link]:
    """Her own pages as a student, a teacher, a guardian. One query."""
    return [Link(words, address) for words, address in own_pages.ways_of(actor.person)]


def _loans_of(actor):
    """A lender's own packages; to an enterprise what it could borrow."""
    if actor.may(PackagePermission.PACKAGE_WRITE):
        return [
            Link(_("Our loan packages"), reverse("lender_packages")),
            Link(_("Our book"), reverse("lender_board")),
            Link(_("Units that look for a loan"), reverse("lender_requests")),
        ]
    is_borrower = actor.organisation is not None and actor.organisation.kind == OrganisationKind.ENTERPRISE
    return [Link(_("Loans for you"), reverse("loans"))] if is_borrower else []


def _college_of(actor) -> list[Link]:
    """Her college, and what she has there herself; others find their own pages beside their data."""
    if not actor.may(CollegePermission.COLLEGE_MANAGE):
        return []
    return [Link(_("My college"), reverse("college")), *own_ways_of(actor)]
