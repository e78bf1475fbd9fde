"""A college's own rows: departments, courses, the rule of hours a credit, faculty, students, teams. Nobody else ever sees them.

A unit sees a student's name only when the student consented and her team works with that unit.
"""

import secrets

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from virtualclusters.network.organisations.models import Organisation, Unit
from virtualclusters.network.vocabulary.models import Concept


def new_key() -> str:
    """A key nobody can guess: whoever has it has the link."""
    return secrets.token_urlsafe(24)


def new_series() -> str:
    """The word by which a team's answers are told from those of the college's other teams."""
    return secrets.token_hex(8)


class Level(models.TextChoices):
    """What a course leads to."""

    CERTIFICATE = "certificate", _("ITI certificate")
    DIPLOMA = "diploma", _("Diploma")
    BACHELOR = "bachelor", _("Bachelor's degree")
    MASTER = "master", _("Master's degree")
    DOCTORATE = "doctorate", _("Doctorate")


class Department(models.Model):
    """A department at one campus, and the subjects in which it can help."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="departments", help_text="the campus")
    name = models.CharField(max_length=120)
    subjects = models.ManyToManyField(Concept, related_name="+")
    laboratory = models.TextField(blank=True, max_length=1000, help_text="what can be tried or measured there")
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "name"], condition=Q(closed_at=None), name="one_department_a_name")
        ]

    def __str__(self):
        return self.name


class CreditRule(models.Model):
    """How many hours make one credit here: AICTE counts 40 to 45, the UGC 30, and colleges keep rules of their own."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="credit_rules")
    name = models.CharField(max_length=120)
    hours_a_credit = models.DecimalField(max_digits=5, decimal_places=2)
    source = models.CharField(max_length=300, blank=True, help_text="the order or page in which it stands")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "name"], name="one_credit_rule_a_name"),
            models.CheckConstraint(name="credit_has_hours", condition=Q(hours_a_credit__gt=0)),
        ]

    def __str__(self):
        return f"{self.name}: {self.hours_a_credit}"


class Course(models.Model):
    """A class whose students do projects between two days, with the credits they earn by it."""

    department = models.ForeignKey(Department, models.PROTECT, related_name="courses")
    name = models.CharField(max_length=160)
    level = models.CharField(max_length=12, choices=Level)
    head_count = models.PositiveIntegerField(help_text="students in the class")
    begins_on = models.DateField(help_text="first day of the project work")
    ends_on = models.DateField(help_text="last day of the project work")
    rule = models.ForeignKey(CreditRule, models.PROTECT, null=True, related_name="courses")
    credits = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="course_ends_after_it_begins", condition=Q(ends_on__gte=F("begins_on"))),
            models.CheckConstraint(name="course_has_students", condition=Q(head_count__gte=1)),
            models.CheckConstraint(
                name="course_credits_have_a_rule",
                condition=Q(rule=None, credits=None) | Q(rule__isnull=False, credits__gt=0),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def hours(self):
        """Hours of work that a student owes, by the college's own rule; None where no credits are given."""
        return None if self.rule is None else self.rule.hours_a_credit * self.credits


class FacultyMember(models.Model):
    """A teacher who looks after projects, and no more of them at once than ``most_projects``."""

    department = models.ForeignKey(Department, models.PROTECT, related_name="faculty")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    name = models.CharField(max_length=120, blank=True, help_text="empty: erased")
    most_projects = models.PositiveSmallIntegerField(default=4)
    projects_taken = models.PositiveSmallIntegerField(default=0)
    hours_a_month = models.PositiveSmallIntegerField(default=0, help_text="of her own that she offers to units, free")
    subjects = models.ManyToManyField(Concept, related_name="+")
    language = models.CharField(max_length=8, default="en")
    asked_at = models.DateTimeField(null=True)
    joined_at = models.DateTimeField(null=True, help_text="when she said yes herself; before that she sees nothing")
    left_at = models.DateTimeField(null=True)
    question_key = models.CharField(max_length=40, unique=True, default=new_key, help_text="the link of her message")

    class Meta:
        constraints = [
            models.CheckConstraint(name="supervisor_load_kept", condition=Q(projects_taken__lte=F("most_projects"))),
            models.UniqueConstraint(
                fields=["department", "person"],
                condition=Q(left_at=None, person__isnull=False),
                name="teaches_once_a_department",
            ),
        ]

    def __str__(self):
        return self.name or f"faculty member {self.pk}"


class Student(models.Model):
    """A student as her college knows her. She shows to nobody else before ``consented_at``; erasure empties the row.

    Below 18 her own yes is not enough: a guardian says yes with a code of his own, and the college has seen who he is.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="students")
    course = models.ForeignKey(Course, models.PROTECT, related_name="students")
    roll_number = models.CharField(max_length=40, blank=True, help_text="empty: erased")
    name = models.CharField(max_length=120, blank=True, help_text="empty: erased")
    phone = models.CharField(max_length=16, blank=True, help_text="E.164")
    email = models.EmailField(blank=True)
    born_on = models.DateField(null=True)
    language = models.CharField(max_length=8, default="en")
    skills = ArrayField(models.CharField(max_length=80), default=list, help_text="in the college's words")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    consent_key = models.CharField(max_length=40, unique=True, default=new_key)
    asked_at = models.DateTimeField(null=True)
    consented_at = models.DateTimeField(null=True)
    refused_at = models.DateTimeField(null=True)
    guardian_name = models.CharField(max_length=120, blank=True)
    guardian_phone = models.CharField(max_length=16, blank=True, help_text="E.164")
    guardian_key = models.CharField(max_length=40, unique=True, default=new_key)
    guardian = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    guardian_consented_at = models.DateTimeField(null=True)
    guardian_refused_at = models.DateTimeField(null=True, help_text="empty again as soon as he is asked again")
    guardian_checked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", help_text="who saw the guardian's papers"
    )
    guardian_checked_at = models.DateTimeField(null=True)
    import_id = models.BigIntegerField(
        null=True, help_text="the file that brought her; no foreign key: imports are tidied away"
    )
    told_by_import = models.BigIntegerField(null=True, help_text="the file that told of her last, and its line:")
    told_on_line = models.IntegerField(null=True, help_text="so two lines of one file for one roll number are noticed")
    created_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["organisation", "course"], name="student_of_college"),
            models.Index(fields=["person"], name="student_of_person", condition=Q(person__isnull=False)),
            models.Index(fields=["import_id"], name="student_of_file", condition=Q(import_id__isnull=False)),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "roll_number"], condition=~Q(roll_number=""), name="one_student_a_roll_number"
            ),
            models.CheckConstraint(
                name="student_named_unless_erased",
                condition=Q(erased_at=None) & ~Q(name="") & ~Q(roll_number="")
                | Q(erased_at__isnull=False, name="", roll_number="", phone="", email="", person=None, born_on=None),
            ),
            models.UniqueConstraint(
                fields=["organisation", "phone"], condition=~Q(phone=""), name="one_student_a_number"
            ),
            models.CheckConstraint(
                name="guardian_has_own_number", condition=Q(guardian_phone="") | ~Q(guardian_phone=F("phone"))
            ),
            models.CheckConstraint(name="student_said_one_thing", condition=Q(consented_at=None) | Q(refused_at=None)),
            models.CheckConstraint(
                name="guardian_said_one_thing",
                condition=Q(guardian_consented_at=None) | Q(guardian_refused_at=None),
            ),
            models.CheckConstraint(
                name="guardian_check_is_whole",
                condition=Q(guardian_checked_at=None, guardian_checked_by=None)
                | Q(guardian_checked_at__isnull=False, guardian_checked_by__isnull=False),
            ),
        ]

    def __str__(self):
        return self.name or f"student {self.pk}"


class WrongNumber(models.Model):
    """A number or address whose owner said that it is not this student's or her guardian's: it is not written to for her again."""

    student = models.ForeignKey(Student, models.CASCADE, related_name="wrong_numbers")
    seal = models.CharField(max_length=64, help_text="HMAC-SHA256 of number or address; it cannot be read back")
    said_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["student", "seal"], name="number_said_wrong_once")]

    def __str__(self):
        return f"wrong number of student {self.student_id}"


class Team(models.Model):
    """Students of one course who do a project together, looked after by a member of the faculty."""

    course = models.ForeignKey(Course, models.PROTECT, related_name="teams")
    name = models.CharField(max_length=80)
    series = models.CharField(max_length=16, unique=True, default=new_series, editable=False)
    supervisor = models.ForeignKey(FacultyMember, models.PROTECT, null=True, related_name="teams")
    created_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["course", "name"], condition=Q(closed_at=None), name="one_team_a_name")
        ]

    def __str__(self):
        return self.name


class TeamMember(models.Model):
    """A student in a team; in one team at a time."""

    team = models.ForeignKey(Team, models.CASCADE, related_name="members")
    student = models.ForeignKey(Student, models.PROTECT, related_name="team_memberships")
    since = models.DateTimeField()
    left_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["student"], condition=Q(left_at=None), name="in_one_team_at_a_time")
        ]

    def __str__(self):
        return f"{self.student_id} in {self.team_id}"
