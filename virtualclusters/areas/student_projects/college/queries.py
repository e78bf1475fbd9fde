"""What a coordinator sees of her college: as many queries for fifty rows as for one."""

from dataclasses import dataclass

from django.db.models import BooleanField, Count, ExpressionWrapper, Prefetch, Q

from virtualclusters.areas.student_projects.college.rules import has_consented, is_minor, standing
from virtualclusters.areas.student_projects.models import (
    Course,
    CreditRule,
    Department,
    FacultyMember,
    Student,
    Team,
    TeamMember,
)
from virtualclusters.network.organisations.models import Unit
from virtualclusters.network.vocabulary.models import Concept
from virtualclusters.network.vocabulary.queries import names_of

MOST_SHOWN = 100
STAYS = Q(left_at=None, erased_at=None)
SILENT = ExpressionWrapper(Q(consented_at=None), output_field=BooleanField())


def campuses_of(college_id):
    """The places of a college, the first one first."""
    return Unit.objects.filter(organisation=college_id, closed_at=None).order_by("pk")


def departments_of(college_id, *, language):
    """Open departments with ``named_subjects``. Three queries."""
    rows = Department.objects.filter(unit__organisation=college_id, closed_at=None).order_by("name", "pk")
    return with_named_subjects(rows.select_related("unit").prefetch_related("subjects")[:MOST_SHOWN], language)


def faculty_of(college_id, *, language):
    """Teachers who have not left, with ``named_subjects``. Three queries."""
    rows = FacultyMember.objects.filter(department__unit__organisation=college_id, left_at=None)
    ordered = rows.select_related("department").prefetch_related("subjects").order_by("name", "pk")
    return with_named_subjects(ordered[:MOST_SHOWN], language)


def with_named_subjects(rows, language):
    """Give each row the names of its fetched ``subjects`` as ``named_subjects``. One query."""
    rows = list(rows)
    names = names_of({subject.pk for row in rows for subject in row.subjects.all()}, language)
    for row in rows:
        row.named_subjects = sorted(names[subject.pk] for subject in row.subjects.all() if subject.pk in names)
    return rows


def subject_choices(row, *, language) -> list[tuple[int, str]]:
    """Id and name of the subjects of a department or teacher."""
    ids = list(row.subjects.values_list("pk", flat=True))
    names = names_of(ids, language)
    return [(pk, names[pk]) for pk in ids if pk in names]


def rules_of(college_id):
    """The college's rules of hours a credit. One query."""
    return CreditRule.objects.filter(organisation=college_id).order_by("name")[:MOST_SHOWN]


def courses_of(college_id, *, on):
    """Open courses, with how many students they have, how many said yes, and how many teams. One query."""
    rows = Course.objects.filter(department__unit__organisation=college_id, closed_at=None)
    return (
        rows.select_related("department__unit", "rule").annotate(**_counts(on)).order_by("begins_on", "pk")[:MOST_SHOWN]
    )


def _counts(on):
    stays = Q(students__left_at=None, students__erased_at=None)
    agreed = Q(students__in=Student.objects.filter(has_consented(on=on)))
    return {
        "students_known": Count("students", filter=stays, distinct=True),
        "students_agreed": Count("students", filter=agreed, distinct=True),
        "teams_open": Count("teams", filter=Q(teams__closed_at=None), distinct=True),
    }


def students_of(course):
    """Students of a course by roll number, with their team of now fetched; ``told`` says the rest. Two queries."""
    members = TeamMember.objects.filter(left_at=None).select_related("team")
    rows = course.students.filter(STAYS).order_by("roll_number", "pk")
    return rows.prefetch_related(Prefetch("team_memberships", members, to_attr="teams_now"))


def told(students, *, on):
    """Give each row of ``students_of`` what a list says of it: ``standing``, ``minor`` and ``team_now``."""
    for student in students:
        student.standing = standing(student, on=on)
        student.minor = is_minor(student, on=on)
        student.team_now = student.teams_now[0].team if student.teams_now else None
    return students


@dataclass(frozen=True)
class ClassFigures:
    """How a class stands: counts of its students."""

    known: int
    to_ask: int
    never_asked: int
    without_contact: int
    waiting: int
    agreed: int


def figures_of(course, *, on) -> ClassFigures:
    """The counts of one class. One query."""
    silent, unreached = Q(consented_at=None, refused_at=None), Q(phone="", email="")
    counts = course.students.filter(STAYS).aggregate(
        known=Count("pk"),
        to_ask=Count("pk", filter=silent & ~unreached),
        never_asked=Count("pk", filter=silent & ~unreached & Q(asked_at=None)),
        without_contact=Count("pk", filter=silent & unreached),
        said_yes=Count("pk", filter=Q(consented_at__isnull=False)),
        agreed=Count("pk", filter=has_consented(on=on)),
    )
    waiting = counts.pop("said_yes") - counts["agreed"]
    return ClassFigures(waiting=waiting, **counts)


def teams_of(college_id):
    """Open teams with course, supervisor and how many they are. One query."""
    rows = Team.objects.filter(course__department__unit__organisation=college_id, closed_at=None)
    counted = rows.annotate(size=Count("members", filter=Q(members__left_at=None)))
    return counted.select_related("course__department", "supervisor").order_by("course__name", "name", "pk")


def members_of(team):
    """A team's students of now, by roll number. One query."""
    now = team.members.filter(left_at=None).select_related("student__course")
    return [member.student for member in now.order_by("student__roll_number", "pk")]


def who_may_join(course):
    """Students of a course who were asked or said yes, and are in no team; who said yes first. One query."""
    asked = Q(asked_at__isnull=False) | Q(consented_at__isnull=False)
    rows = course.students.filter(STAYS & asked, refused_at=None)
    return rows.exclude(team_memberships__in=TeamMember.objects.filter(left_at=None)).order_by(
        SILENT, "roll_number", "pk"
    )


def supervisors_of(college_id):
    """Teachers of a college who have said yes and not left. One query."""
    joined = {"joined_at__isnull": False, "left_at": None}
    rows = FacultyMember.objects.filter(department__unit__organisation=college_id, **joined)
    return rows.order_by("name", "pk")[:MOST_SHOWN]


def subjects_of_college(college_id) -> set[int]:
    """Concepts in which the college's departments can help, with the members of those that are groups. Two queries."""
    own = set(
        Department.subjects.through.objects.filter(
            department__unit__organisation=college_id, department__closed_at=None
        ).values_list("concept", flat=True)
    )
    return own | set(Concept.objects.filter(group__in=own).values_list("pk", flat=True))
