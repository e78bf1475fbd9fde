"""A unit with a project, a college with a team: rows for tests, one call each."""

from datetime import date, timedelta
from itertools import count

from tests.factories import NOON, make_member, make_organisation, make_owner, make_person, make_unit
from virtualclusters.areas.student_projects.models import (
    Course,
    CreditRule,
    Department,
    FacultyMember,
    Student,
    Team,
    TeamMember,
)
from virtualclusters.areas.student_projects.projects.operations.applying import apply_with_team
from virtualclusters.areas.student_projects.projects.operations.publishing import publish_project
from virtualclusters.capabilities.jobs.running import run_jobs
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.network.actors import actor_for
from virtualclusters.network.organisations.models import OrganisationKind, Role

DAY = timedelta(days=1)
BRIEF = {
    "number_counts": "biscuits that break, in 100",
    "number_today": 6,
    "number_wished": 2,
    "where": "both",
    "visits": 2,
    "students": 3,
}
CHOSEN = {
    "ownership": "unit",
    "publish_after_months": None,
    "secrecy": "none",
    "insurance": "college",
    "visits": 2,
    "names_unit": True,
}
_rolls = count(1)


class College:
    """A college with a department, a course that runs, a teacher who has joined, and its coordinator."""

    def __init__(self, *, at=NOON, **place):
        organisation = make_organisation(kind=OrganisationKind.ACADEMIC_INSTITUTION, at=at)
        self.unit = make_unit(organisation=organisation, at=at, **place)
        self.coordinator = make_member(organisation, role=Role.COORDINATOR)
        self.department = Department.objects.create(unit=self.unit, name="Food technology")
        rule = CreditRule.objects.create(organisation=organisation, name="Ours", hours_a_credit=30)
        self.course = Course.objects.create(
            department=self.department,
            name="B.Tech Food",
            level="bachelor",
            head_count=60,
            begins_on=date(2026, 7, 1),
            ends_on=date(2027, 5, 31),
            rule=rule,
            credits=3,
        )
        self.person = make_person(name="Teacher Sample")
        self.teacher = FacultyMember.objects.create(
            department=self.department, person=self.person, name="Dr Sample", joined_at=at, most_projects=4
        )

    @property
    def mentor(self):
        return actor_for(self.person)

    def student(self, *, consented=True, born_on=date(2004, 1, 1), **columns):
        """A student of the course; with a person when she has consented."""
        number = next(_rolls)
        return Student.objects.create(
            organisation=self.unit.organisation,
            course=self.course,
            roll_number=f"R{number}",
            name=f"Student {number} Sample",
            born_on=born_on,
            created_at=NOON,
            asked_at=NOON,
            person=make_person(name=f"Student {number} Sample") if consented else None,
            consented_at=NOON if consented else None,
            skills=["baking", "measuring"],
            **columns,
        )

    def team(self, *students, **columns):
        """A team of these students, or of two who have consented."""
        columns = {"supervisor": self.teacher, **columns}
        team = Team.objects.create(course=self.course, name=f"Team {next(_rolls)}", created_at=NOON, **columns)
        for student in students or (self.student(), self.student()):
            TeamMember.objects.create(team=team, student=student, since=NOON)
        return team


class Project:
    """A published project and its owner."""

    def __init__(self, *, at=NOON, brief=None, **publishing):
        self.unit = make_unit(at=at)
        self.owner = make_owner(self.unit)
        self.opportunity = publish_project(
            actor=self.owner,
            at=at,
            unit_id=self.unit.pk,
            title="Our biscuits break on the way",
            summary="",
            language="en",
            concept_ids=[],
            **(brief or BRIEF),
            **publishing,
        )

    def applied(self, college, team=None, *, at=NOON):
        """The engagement of a college's team."""
        team = team or college.team()
        return apply_with_team(
            opportunity_id=self.opportunity.pk, team_id=team.pk, words="", actor=college.coordinator, at=at
        )

    def chosen(self, college, team=None, *, at=NOON):
        """The same, chosen, with its people in their seats."""
        engagement = self.applied(college, team, at=at)
        act(engagement_id=engagement.pk, verb="choose", actor=self.owner, at=at)
        run_jobs()
        return engagement
