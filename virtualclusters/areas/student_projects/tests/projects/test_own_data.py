"""What is emptied when a student is erased, what ends when she takes her consent back, and what she may take away."""

from datetime import date

import pytest

from tests.factories import NOON, make_person
from virtualclusters.accounts.models import Consent
from virtualclusters.accounts.operations import erase
from virtualclusters.accounts.withdrawing import enders_of
from virtualclusters.areas.student_projects.college.operations.people import change_student
from virtualclusters.areas.student_projects.college.registering import COLUMNS
from virtualclusters.areas.student_projects.models import Student
from virtualclusters.areas.student_projects.projects.operations.reporting import report_fee
from virtualclusters.areas.student_projects.projects.own_data import SECTIONS, erase_person, unseat
from virtualclusters.areas.student_projects.tests.projects.scenes import College, Project
from virtualclusters.areas.student_projects.tests.projects.test_road import finished, judge, students_of
from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.jobs.running import run_jobs
from virtualclusters.exchange.engagements.models import Engagement, Party
from virtualclusters.network.actors import actor_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def student():
    """A student who wrote a week, gave her word and told of money."""
    project = Project()
    engagement = finished(project, College())
    person = students_of(engagement)[0].person
    judge(engagement, actor_for(person))
    report_fee(opportunity_id=project.opportunity.pk, asker="college", words="500", actor=actor_for(person), at=NOON)
    return person


def test_her_export_holds_her_weeks_her_words_and_her_reports(student):
    rows = {section.name: [dict(row) for row in section.rows(student)] for section in SECTIONS}

    assert {name: len(found) for name, found in rows.items()} == {
        "project_weeks": 1,
        "project_words": 1,
        "fee_reports": 1,
    }
    assert rows["project_weeks"][0]["done"] == "Weighed."


def test_an_erased_students_words_are_gone_and_her_hours_stay(student):
    row = Student.objects.get(person=student)

    erase_person(person=student, at=NOON)

    assert [(log.done, float(log.hours)) for log in row.logs.all()] == [("", 8.0)]
    assert [list(section.rows(student)) for section in SECTIONS if section.name == "fee_reports"] == [[]]
    assert Engagement.objects.visible_to(actor_for(student)).count() == 0


def test_a_consent_taken_back_ends_her_part_and_that_of_nobody_else(student):
    others = Party.objects.filter(role="partner", left_at=None).exclude(person=student).count()

    unseat(person=student, at=NOON)

    assert Engagement.objects.visible_to(actor_for(student)).count() == 0
    assert Party.objects.filter(role="partner", left_at=None).count() == others
    assert unseat in enders_of(Consent.Purpose.STUDENT_PROJECTS)


@pytest.fixture
def minor():
    """A student below 18 in a running project, with whose guardian all is in order; and who looks after her college."""
    college = College()
    coordinator = college.coordinator
    said = {"guardian_consented_at": NOON, "guardian_checked_at": NOON, "guardian_checked_by": coordinator.person}
    guardian = {"guardian": make_person(), "guardian_name": "Parent Sample", "guardian_phone": "+919876500099"}
    student = college.student(born_on=date(2010, 1, 1), **said, **guardian)
    Project().chosen(college, college.team(student))
    return student, coordinator


def is_seated(student):
    run_jobs()
    return Party.objects.filter(person=student.person, left_at=None).exists()


def test_below_eighteen_the_part_in_a_project_ends_when_the_guardian_is_erased(minor):
    student, _coordinator = minor
    before = is_seated(student)

    erase(person=student.guardian, at=NOON)

    assert (before, is_seated(student)) == (True, False)


def test_below_eighteen_the_part_in_a_project_ends_when_another_guardian_is_named(minor):
    student, coordinator = minor
    told = {name: getattr(student, name) for name in COLUMNS} | {"guardian_phone": "+919876500098"}
    before = is_seated(student)

    change_student(student_id=student.pk, course_id=student.course_id, actor=coordinator, at=NOON, **told)

    assert (before, is_seated(student)) == (True, False)
    assert Event.objects.get(code="student.age_or_guardian_changed").dimensions["minor"] is True
