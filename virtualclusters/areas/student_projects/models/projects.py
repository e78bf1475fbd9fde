"""A project's own rows: the brief, what a college offers, the team at work, and who called whom when nothing moved.

No row of a project holds money: help from students is free, and whoever asks for a fee is told of here.
"""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.student_projects.models.college import Department, FacultyMember, Team
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.opportunities.models import Opportunity


class Where(models.TextChoices):
    AT_UNIT = "at_unit", _("At our unit")
    REMOTE = "remote", _("From the college, by phone and computer")
    BOTH = "both", _("Both")


class Bearer(models.TextChoices):
    """Who gives or bears something that a project needs."""

    UNIT = "unit", _("The unit")
    COLLEGE = "college", _("The college")
    NOT_NEEDED = "not_needed", _("Not needed")


class ProjectBrief(models.Model):
    """What a unit wants a team to work on, besides the opportunity's title and words. Its places count teams."""

    opportunity = models.OneToOneField(Opportunity, models.CASCADE, primary_key=True, related_name="project")
    number_counts = models.CharField(
        max_length=80, blank=True, help_text="what the number counts, with its unit: per cent of biscuits that break"
    )
    number_today = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    number_wished = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    where = models.CharField(max_length=8, choices=Where)
    visits = models.PositiveSmallIntegerField(null=True, help_text="how many visits of the team to the unit")
    materials_by = models.CharField(max_length=10, choices=Bearer, blank=True)
    travel_by = models.CharField(max_length=10, choices=Bearer, blank=True)
    confidential = models.BooleanField(default=False)
    ends_on = models.DateField(null=True, help_text="the wished end")
    students = models.PositiveSmallIntegerField(null=True, help_text="how many students are wished in a team")
    languages = ArrayField(models.CharField(max_length=8), default=list)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="project_students_few", condition=Q(students=None) | Q(students__range=(1, 12))
            ),
            models.CheckConstraint(
                name="project_numbers_count_something",
                condition=~Q(number_counts="") | Q(number_today=None, number_wished=None),
            ),
        ]

    def __str__(self):
        return f"project {self.opportunity_id}"


class CollegeOffer(models.Model):
    """What a department or a member of the faculty offers to units, free: hours, a laboratory, a subject."""

    opportunity = models.OneToOneField(Opportunity, models.CASCADE, primary_key=True, related_name="college_offer")
    department = models.ForeignKey(Department, models.PROTECT, null=True, related_name="+")
    faculty = models.ForeignKey(FacultyMember, models.PROTECT, null=True, related_name="+")
    hours_a_month = models.PositiveSmallIntegerField(null=True)
    laboratory = models.CharField(max_length=500, blank=True, help_text="what can be tried or measured there")
    languages = ArrayField(models.CharField(max_length=8), default=list)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="college_offers_something", condition=Q(hours_a_month__gte=1) | ~Q(laboratory="")
            )
        ]

    def __str__(self):
        return f"college offer {self.opportunity_id}"


class ProjectWork(models.Model):
    """A chosen team at work under the teacher who looked after it then. ``held`` until the work ends: a team does one at a time."""

    engagement = models.OneToOneField(Engagement, models.CASCADE, primary_key=True, related_name="project_work")
    team = models.ForeignKey(Team, models.PROTECT, related_name="works")
    supervisor = models.ForeignKey(FacultyMember, models.PROTECT, related_name="works")
    held = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["team"], condition=Q(held=True), name="team_in_one_project_at_a_time")
        ]

    def __str__(self):
        return f"work {self.engagement_id}"


class Widening(models.Model):
    """Colleges up to a distance were told of a project that nobody had answered."""

    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="widenings")
    kilometres = models.PositiveSmallIntegerField()
    widened_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["opportunity", "kilometres"], name="widened_once_a_band")]

    def __str__(self):
        return f"{self.opportunity_id} up to {self.kilometres} km"


class CallItem(models.Model):
    """Somebody should call: a project that nobody answers, or a unit that says nothing. Settled by whoever called."""

    class Why(models.TextChoices):
        NO_APPLICATION = "no_application", _("No college has applied")
        UNIT_SILENT = "unit_silent", _("The unit says nothing")

    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="calls")
    engagement = models.ForeignKey(Engagement, models.CASCADE, null=True, related_name="calls")
    why = models.CharField(max_length=16, choices=Why)
    raised_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    note = models.CharField(max_length=500, blank=True, help_text="what came of the call")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["opportunity", "engagement", "why"],
                condition=Q(settled_at=None),
                name="one_open_call",
                nulls_distinct=False,
            ),
            models.CheckConstraint(name="settled_call_says_what", condition=Q(settled_at=None) | ~Q(note="")),
        ]

    def __str__(self):
        return f"{self.why} {self.opportunity_id}"


class FeeReport(models.Model):
    """Somebody asked for money in a project. For the administrator's people only; the work goes on untouched."""

    class Asker(models.TextChoices):
        COLLEGE = "college", _("Somebody of the college")
        UNIT = "unit", _("Somebody of the unit")
        OTHER = "other", _("Somebody else")

    opportunity = models.ForeignKey(Opportunity, models.CASCADE, related_name="fee_reports")
    reporter = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    asker = models.CharField(max_length=8, choices=Asker)
    words = models.TextField(blank=True, max_length=1000)
    reported_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    settlement = models.CharField(max_length=1000, blank=True, help_text="what was found and done")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["opportunity", "reporter"],
                condition=Q(settled_at=None, reporter__isnull=False),
                name="one_open_report_a_person",
            ),
            models.CheckConstraint(name="settled_report_says_what", condition=Q(settled_at=None) | ~Q(settlement="")),
        ]

    def __str__(self):
        return f"report {self.pk} on {self.opportunity_id}"


class StillInUse(models.Model):
    """Ninety days after the end: is what the team made still in use? Whoever has the link may answer, once."""

    engagement = models.OneToOneField(Engagement, models.CASCADE, primary_key=True, related_name="still_in_use")
    key = models.CharField(max_length=40, unique=True)
    asked_at = models.DateTimeField()
    in_use = models.BooleanField(null=True)
    words = models.CharField(max_length=500, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="in_use_is_said_whole",
                condition=Q(in_use=None, answered_at=None) | Q(in_use__isnull=False, answered_at__isnull=False),
            ),
            models.CheckConstraint(
                name="in_use_asked_before_answered",
                condition=Q(answered_at=None) | Q(answered_at__gte=F("asked_at")),
            ),
        ]

    def __str__(self):
        return f"{self.engagement_id}: {self.in_use}"
