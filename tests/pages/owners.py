"""Rows of the sample data that addresses can name, each with the people to whom it belongs."""

from dataclasses import dataclass, field
from types import SimpleNamespace

from django.db.models import Model

MOST_ROWS = 6


@dataclass
class Sample:
    """Stands in for a ``Side``: its rows as an address names them."""

    unit: Model | None = None
    rows: dict = field(default_factory=dict)


def owners_of(rows):
    """(sample, ids of its people or None for anybody) for the rows that one address names, the newest first."""
    keys = [row.key for row in rows]
    for row, people in _candidates(keys[0]):
        sample = Sample(unit=row if keys[0] == "unit" else None, rows={keys[0]: row})
        if all(_complete(sample, key, row) for key in keys[1:]):
            yield sample, people


def _complete(sample, key, row):
    """Add a row that belongs to the first one; False when there is none."""
    from virtualclusters.capabilities.files.models import File
    from virtualclusters.capabilities.wallet.models import Paper
    from virtualclusters.exchange.engagements.models import Engagement
    from virtualclusters.exchange.opportunities.models import Opportunity

    if key == "file":
        found = File.objects.filter(pk__in=row.thread.posts.values("file")).first()
    elif key == "helped_paper":
        found = Paper.objects.kept().filter(wallet=row.wallet, file__state=File.State.CHECKED).first()
    elif key == "loan_paper":
        found = row.dossier.papers.filter(file__state=File.State.CHECKED).first()
    elif key == "published":
        found = Opportunity.objects.filter(unit=row.unit).first()
    else:
        found = Engagement.objects.filter(opportunity=row).first()
    sample.rows[key] = found
    return found is not None


def _candidates(key):
    queryset, path = _tables()[key]
    if path is None:
        return [(row, None) for row in queryset[:MOST_ROWS]]
    pairs = [(row, _people_at(row, path)) for row in queryset.order_by("-pk")[: MOST_ROWS * 4]]
    return [(row, people) for row, people in pairs if people]


def _people_at(row, path):
    """Ids of the people whom a row belongs to: the person at the path's end, or all of the organisation there."""
    from virtualclusters.accounts.models import Person
    from virtualclusters.network.organisations.models import Membership

    for step in filter(None, path.split(".")):
        row = getattr(row, step)
    if isinstance(row, Person):
        return {row.pk}
    return set(Membership.objects.filter(organisation=row, ended_at=None).values_list("person", flat=True))


def _tables():
    """Row key of ``tests.attacks.routes`` → (rows, attributes that lead to the owner; None: anybody may look)."""
    from allauth.mfa.models import Authenticator

    from virtualclusters.areas.reviews.models import ReviewEntry
    from virtualclusters.areas.schemes.models import Scheme, SchemeVersion
    from virtualclusters.areas.student_projects.models import (
        Course,
        CreditRule,
        Department,
        FacultyMember,
        Student,
        Team,
    )
    from virtualclusters.areas.student_projects.models.rounds import AllocationRound, RoundTeam, RoundUnit
    from virtualclusters.areas.targeted_notices.models import Notice, Receiver
    from virtualclusters.areas.trainings.models import Attendee, Session
    from virtualclusters.capabilities.certificates.models import Certificate
    from virtualclusters.capabilities.imports.models import Import
    from virtualclusters.exchange.alerts.models import SavedSearch
    from virtualclusters.exchange.engagements.models import Engagement
    from virtualclusters.exchange.needs.models import Need
    from virtualclusters.exchange.opportunities.models import Opportunity
    from virtualclusters.exchange.outcomes.models import Measure
    from virtualclusters.network.clusters.models import Cluster
    from virtualclusters.network.organisations.models import Invitation, Membership, Organisation, Unit
    from virtualclusters.network.verification.models import Case, Identifier

    own, classes = Opportunity.objects.exclude(kind="training"), Opportunity.objects.filter(kind="training")
    talks, bookings = (
        Engagement.objects.exclude(opportunity__kind="training"),
        Engagement.objects.filter(opportunity__kind="training"),
    )
    trainer = "opportunity.unit.organisation"
    return {
        "authenticator": (Authenticator.objects.all(), "user"),
        "booking": (bookings, "lead.organisation"),
        "case": (Case.objects.all(), None),
        "certificate": (Certificate.objects.all(), "holder"),
        "class": (classes, "unit.organisation"),
        "cluster": (Cluster.objects.all(), None),
        "colleague": (Membership.objects.all(), "organisation"),
        "comer": (Attendee.objects.all(), "engagement.lead.organisation"),
        "course": (Course.objects.all(), "department.unit.organisation"),
        "credit_rule": (CreditRule.objects.all(), "organisation"),
        "department": (Department.objects.all(), "unit.organisation"),
        "draft": (own, "unit.organisation"),
        "engagement": (talks, "lead.organisation"),
        "figure": (Measure.objects.all(), "said_by.unit.organisation"),
        "guest": (Attendee.objects.all(), f"engagement.{trainer}"),
        "identifier": (Identifier.objects.all(), "organisation"),
        "import": (Import.objects.all(), "person"),
        "invitation": (Invitation.objects.filter(answered_at=None), "person"),
        "need": (Need.objects.all(), "unit.organisation"),
        "notice_draft": (Notice.objects.filter(submitted_at=None), "organisation"),
        "notice_got": (Receiver.objects.filter(outcome="sms"), "unit.organisation"),
        "organisation": (Organisation.objects.exclude(claimed_at=None), None),
        "package": (Opportunity.objects.filter(kind="loan_package"), "unit.organisation"),
        "package_draft": (
            Opportunity.objects.filter(kind="loan_package", published_at=None),
            "unit.organisation",
        ),
        "plan": (Opportunity.objects.filter(kind="purchase_plan"), "unit.organisation"),
        "published": (
            own.filter(published_at__isnull=False, ended_at=None).exclude(clusters=None).order_by("-pk"),
            None,
        ),
        "round": (AllocationRound.objects.all(), "organisation"),
        "round_team": (RoundTeam.objects.all(), "round.organisation"),
        "round_unit": (RoundUnit.objects.all(), "unit.organisation"),
        "review": (ReviewEntry.objects.all(), "organisation"),
        "scheme": (Scheme.objects.filter(in_force__isnull=False), "opportunity.unit.organisation"),
        "scheme_draft": (SchemeVersion.objects.filter(published_at=None), "scheme.opportunity.unit.organisation"),
        "search": (SavedSearch.objects.all(), "person"),
        "session": (Session.objects.all(), "training.opportunity.unit.organisation"),
        "wish": (Opportunity.objects.filter(kind="training_wish"), None),
        "student": (Student.objects.filter(erased_at=None), "organisation"),
        "teacher": (FacultyMember.objects.all(), "department.unit.organisation"),
        "team": (Team.objects.all(), "course.department.unit.organisation"),
        "ward": (Student.objects.exclude(guardian=None), "guardian"),
        "unit": (Unit.objects.all(), "organisation"),
        **_of_advice(),
        **_of_projects(),
        **_of_wallets(),
        **_of_buying(),
        **_of_loans(),
    }


def _of_advice():
    from virtualclusters.areas.advice.models import AdviceRequest, Session, Slot, WeeklyTime
    from virtualclusters.exchange.engagements.models import Engagement
    from virtualclusters.exchange.opportunities.models import Opportunity

    return {
        "asked_link": (_links(), None),
        "calendar_feed": ([], None),
        "adviser": (Opportunity.objects.filter(kind="advice"), "unit.organisation"),
        "advice_request": (AdviceRequest.objects.all(), "unit.organisation"),
        "case_of_advice": (Engagement.objects.filter(opportunity__kind="advice"), "lead.organisation"),
        "held_session": (Session.objects.all(), "engagement.opportunity.unit.organisation"),
        "help_offer": (Opportunity.objects.filter(kind="help_offer"), "unit.organisation"),
        "slot": (Slot.objects.all(), "unit.organisation"),
        "waiting_request": (AdviceRequest.objects.exclude(passed_on_at=None), None),
        "weekly": (WeeklyTime.objects.all(), "unit.organisation"),
    }


def _links():
    """The links that advisers were sent for requests that wait for them: whoever has one looks."""
    from django.utils import timezone

    from virtualclusters.areas.advice.asking.link import token_for
    from virtualclusters.exchange.engagements.models import Engagement
    from virtualclusters.exchange.engagements.people import people_of

    asked = Engagement.objects.filter(opportunity__kind="advice", phase="asked", turn="publisher")[:MOST_ROWS]
    sent = [(talk.pk, person) for talk in asked for person in people_of(talk, side="publisher")]
    return [SimpleNamespace(token=token_for(engagement_id=pk, person_id=one, at=timezone.now())) for pk, one in sent]


def _of_projects():
    from virtualclusters.areas.student_projects.models import (
        CallItem,
        Deliverable,
        FeeReport,
        ProjectCertificate,
        StillInUse,
        WeekLog,
    )
    from virtualclusters.exchange.engagements.models import Engagement
    from virtualclusters.exchange.opportunities.models import Opportunity

    unit = "engagement.opportunity.unit.organisation"
    return {
        "call": (CallItem.objects.all(), None),
        "fee_report": (FeeReport.objects.all(), None),
        "handed_over": (Deliverable.objects.all(), unit),
        "in_use": (StillInUse.objects.all(), unit),
        "project": (Opportunity.objects.filter(kind="student_project"), "unit.organisation"),
        "project_certificate": (ProjectCertificate.objects.all(), "student.person"),
        "week": (WeekLog.objects.all(), unit),
        "work": (Engagement.objects.filter(opportunity__kind="student_project"), "opportunity.unit.organisation"),
    }


def _of_wallets():
    from virtualclusters.capabilities.wallet.models import Grant, Helper, Paper

    return {
        "helping": (Helper.objects.exclude(agreed_at=None).filter(withdrawn_at=None), "person"),
        "wallet_grant": (Grant.objects.filter(withdrawn_at=None), "dossier.wallet.organisation"),
        "wallet_helper": (Helper.objects.filter(withdrawn_at=None), "wallet.organisation"),
        "wallet_paper": (Paper.objects.current().filter(file__state="checked"), "wallet.organisation"),
    }


def _of_loans():
    from virtualclusters.areas.finance.models import LoanApplication
    from virtualclusters.capabilities.wallet.models import Paper
    from virtualclusters.exchange.opportunities.models import Opportunity

    live = LoanApplication.objects.filter(engagement__ended_at=None)
    shown = Paper.objects.current().filter(file__state="checked", dossiers__grants__withdrawn_at=None)
    return {
        "loan_offer": (
            Opportunity.objects.filter(kind="loan_package", published_at__isnull=False, ended_at=None),
            None,
        ),
        "loan_got": (live, "engagement.opportunity.unit.organisation"),
        "loan_paper": (shown.filter(dossiers__in=live.values("dossier")), None),
        "loan_sent": (live, "engagement.lead.organisation"),
    }


def _of_buying():
    from virtualclusters.areas.late_payments.models import LatePayment
    from virtualclusters.exchange.opportunities.models import Opportunity

    return {
        "late_payment": (LatePayment.objects.all(), "organisation"),
        "tender": (Opportunity.objects.filter(kind="tender"), None),
    }
