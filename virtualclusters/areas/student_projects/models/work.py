"""The record of the work: terms with their versions, the weekly log, the mid review, what was handed over, the last words."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.student_projects.models.college import Student
from virtualclusters.capabilities.certificates.models import Certificate
from virtualclusters.capabilities.files.models import File
from virtualclusters.exchange.engagements.models import Engagement, OpenedBy


class Terms(models.Model):
    """One version of what both sides agree to. Never changed: another choice is another version, to be said yes to again."""

    class Ownership(models.TextChoices):
        UNIT = "unit", _("What the team makes belongs to the unit")
        SHARED = "shared", _("It belongs to both")
        COLLEGE_PUBLISHES = "college_publishes", _("It belongs to the unit, and the college may publish it later")

    class Secrecy(models.TextChoices):
        NONE = "none", _("Nothing is secret")
        NAMES_HIDDEN = "names_hidden", _("Name and figures of the unit stay hidden")
        NON_DISCLOSURE = "non_disclosure", _("What the team sees stays secret")

    class Insurance(models.TextChoices):
        UNIT = "unit", _("The unit insures the students")
        COLLEGE = "college", _("The college insures the students")
        NONE = "none", _("There is no insurance")

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="terms")
    version = models.PositiveSmallIntegerField()
    ownership = models.CharField(max_length=20, choices=Ownership)
    publish_after_months = models.PositiveSmallIntegerField(null=True)
    secrecy = models.CharField(max_length=16, choices=Secrecy)
    insurance = models.CharField(max_length=8, choices=Insurance)
    visits = models.PositiveSmallIntegerField(help_text="of the team to the unit")
    objectives = models.TextField(blank=True, max_length=2000, help_text="what the team shall reach, in their words")
    names_unit = models.BooleanField(default=False, help_text="the unit may be named on the students' certificates")
    words = models.JSONField(help_text="the texts as both read them: language to a list of paragraphs")
    proposed_by = models.CharField(max_length=9, choices=OpenedBy)
    proposed_at = models.DateTimeField()
    unit_agreed_at = models.DateTimeField(null=True)
    college_agreed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name_plural = "terms"
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["engagement", "version"], name="terms_version_once"),
            models.CheckConstraint(
                name="publishing_waits_some_months",
                condition=~Q(ownership="college_publishes", publish_after_months=None),
            ),
        ]

    def __str__(self):
        return f"{self.engagement_id} v{self.version}"

    @property
    def stand(self):
        """Whether both sides said yes to this version."""
        return self.unit_agreed_at is not None and self.college_agreed_at is not None


class WeekLog(models.Model):
    """What one student did in one week; ``week`` is its Monday in India."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="logs")
    student = models.ForeignKey(Student, models.PROTECT, related_name="logs")
    week = models.DateField()
    hours = models.DecimalField(max_digits=4, decimal_places=1)
    done = models.TextField(max_length=1000, help_text="empty: erased", blank=True)
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["-week", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["engagement", "student", "week"], name="one_log_a_week"),
            models.CheckConstraint(name="log_hours_in_a_week", condition=Q(hours__gt=0, hours__lte=60)),
        ]

    def __str__(self):
        return f"{self.student_id} {self.week}"


class LogComment(models.Model):
    """A word of the unit or of the mentor on a week."""

    log = models.ForeignKey(WeekLog, models.CASCADE, related_name="comments")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    side = models.CharField(max_length=9, choices=OpenedBy)
    words = models.CharField(max_length=500)
    said_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return f"comment {self.pk}"


class MidReview(models.Model):
    """Half way: is it on track? One of each side."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="reviews")
    side = models.CharField(max_length=9, choices=OpenedBy)
    on_track = models.BooleanField()
    words = models.CharField(max_length=1000, blank=True)
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["engagement", "side"], name="one_mid_review_a_side"),
            models.CheckConstraint(name="not_on_track_says_why", condition=Q(on_track=True) | ~Q(words="")),
        ]

    def __str__(self):
        return f"{self.engagement_id} {self.side}"


class Deliverable(models.Model):
    """What the team handed over, and the number after it as the team measured it."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="deliverables")
    title = models.CharField(max_length=200)
    file = models.ForeignKey(File, models.SET_NULL, null=True, related_name="+")
    number_after = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    handed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    handed_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.title


class Evaluation(models.Model):
    """The last word of the unit, of the faculty, or of one student: three marks from 1 to 5, and words.

    Blind: nobody reads another's before unit and faculty both gave theirs, or 14 days after the end.
    """

    class By(models.TextChoices):
        UNIT = "unit"
        FACULTY = "faculty"
        STUDENT = "student"

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="evaluations")
    by = models.CharField(max_length=8, choices=By)
    student = models.ForeignKey(Student, models.PROTECT, null=True, related_name="+")
    first = models.PositiveSmallIntegerField()
    second = models.PositiveSmallIntegerField()
    third = models.PositiveSmallIntegerField()
    words = models.TextField(blank=True, max_length=1000)
    given_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["engagement", "by", "student"], name="one_evaluation_each", nulls_distinct=False
            ),
            models.CheckConstraint(
                name="marks_from_1_to_5",
                condition=Q(first__range=(1, 5), second__range=(1, 5), third__range=(1, 5)),
            ),
            models.CheckConstraint(
                name="only_students_give_as_students",
                condition=Q(by="student", student__isnull=False) | ~Q(by="student") & Q(student=None),
            ),
        ]

    def __str__(self):
        return f"{self.engagement_id} {self.by}"


class ProjectCertificate(models.Model):
    """The certificate of one student for one project."""

    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="project_certificates")
    student = models.ForeignKey(Student, models.PROTECT, related_name="certificates")
    certificate = models.OneToOneField(Certificate, models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["engagement", "student"], name="one_certificate_a_student_and_project")
        ]

    def __str__(self):
        return f"{self.student_id}: {self.certificate_id}"
