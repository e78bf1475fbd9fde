"""A student project under way for a side of the matrix: as the unit, or as the college when the side has a team."""

from datetime import timedelta
from io import BytesIO

from tests.attacks.planting import _pass_quarantine
from tests.factories import make_member, make_opportunity, make_unit
from virtualclusters.areas.student_projects.models import (
    CallItem,
    Deliverable,
    Evaluation,
    FeeReport,
    ProjectBrief,
    ProjectCertificate,
    ProjectWork,
    StillInUse,
    Student,
    WeekLog,
)
from virtualclusters.areas.student_projects.projects.operations.agreeing import propose_terms
from virtualclusters.areas.student_projects.tests.projects.scenes import CHOSEN, College
from virtualclusters.capabilities.certificates.operations import issue
from virtualclusters.capabilities.files.operations import receive
from virtualclusters.capabilities.threads.operations import open_thread
from virtualclusters.exchange.engagements.models import Engagement, Party
from virtualclusters.network.organisations.models import OrganisationKind


def plant_project(side, at, *, words, cluster=None):
    """Give a side a project with one row of everything that an address can name."""
    is_college = side.actor.organisation.kind == OrganisationKind.ACADEMIC_INSTITUTION
    unit = make_unit(at=at) if is_college else side.unit
    team = side.rows["team"] if is_college else College(at=at).team()
    project = make_opportunity(
        kind="student_project", unit=unit, title="A project that all may see", at=at, closes_at=at + timedelta(days=9)
    )
    ProjectBrief.objects.create(opportunity=project, where="both", number_counts="broken, in 100", number_today=6)
    work = _work(project, team, at)
    publisher = make_member(unit.organisation, at=at)
    propose_terms(engagement_id=work.pk, actor=publisher, at=at, objectives=words, **CHOSEN)
    Engagement.objects.filter(pk=work.pk).update(phase="under_way")
    side.rows |= {"project": project, "work": work, **_record(work, team, side, words, at)}
    if cluster is not None:
        project.clusters.add(cluster)
    side.rows |= {
        "fee_report": FeeReport.objects.create(
            opportunity=project, reporter=publisher.person, asker="other", words=words, reported_at=at
        ),
        "call": CallItem.objects.create(opportunity=project, engagement=work, why="unit_silent", raised_at=at),
    }


def _work(project, team, at):
    engagement = Engagement.objects.create(
        opportunity=project,
        lead=team.course.department.unit,
        series=team.series,
        opened_by="answerer",
        phase="agreed",
        turn="publisher",
        due_at=at + timedelta(days=14),
        opened_at=at,
        moved_at=at,
        agreed_at=at,
        thread=open_thread(people_ids=[], at=at),
    )
    for party, unit in (("publisher", project.unit), ("answerer", engagement.lead)):
        Party.objects.create(engagement=engagement, side=party, role="principal", unit=unit, agreed_at=at)
    ProjectWork.objects.create(engagement=engagement, team=team, supervisor=team.supervisor)
    return engagement


def _record(work, team, side, words, at):
    student = Student.objects.filter(team_memberships__team=team).first()
    upload = BytesIO(f"work {work.pk}".encode())
    upload.name = "work.pdf"
    sent = receive(upload, person=side.actor.person, purpose="evidence", at=at)
    _pass_quarantine(sent, at)
    certificate = issue(
        title="A project",
        statement="has worked on it",
        holder_name="Asha Sample",
        issuer="College",
        language="en",
        at=at,
    )
    Evaluation.objects.create(engagement=work, by="student", student=student, first=1, second=1, third=1, given_at=at)
    return {
        "week": WeekLog.objects.create(
            engagement=work, student=student, week=at.date(), hours=5, done=words, written_at=at
        ),
        "handed_over": Deliverable.objects.create(engagement=work, title=words, file=sent, handed_at=at),
        "project_certificate": ProjectCertificate.objects.create(
            engagement=work, student=student, certificate=certificate
        ),
        "in_use": StillInUse.objects.create(engagement=work, key=f"in-use-{work.pk}", asked_at=at),
    }
