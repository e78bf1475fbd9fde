"""An import: one file, what its columns were taken for, how far it got; and those of its rows that need remembering."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from virtualclusters.capabilities.files.models import File

ENDED = ["done", "undoing", "undone"]


class Import(models.Model):
    """A file on its way into the portal.

    ``received`` → ``guessed`` (waits for a person) → ``running`` → ``done`` → ``undoing`` → ``undone``; ``refused``
    when the file as a whole cannot be read.
    """

    class State(models.TextChoices):
        RECEIVED = "received"
        GUESSED = "guessed"
        RUNNING = "running"
        DONE = "done"
        REFUSED = "refused"
        UNDOING = "undoing"
        UNDONE = "undone"

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", help_text="null: the command line"
    )
    spec = models.CharField(max_length=40, help_text="name of the registered RowSpec")
    file = models.ForeignKey(File, models.PROTECT, related_name="+")
    origin = models.CharField(max_length=80, blank=True, help_text="where the file comes from, as the person says")
    subject = models.CharField(
        max_length=60, blank=True, help_text="what the file is about, in the spec's own words, such as course:12"
    )
    state = models.CharField(max_length=10, choices=State, default=State.RECEIVED)
    reason = models.CharField(max_length=40, blank=True, help_text="why the file as a whole was refused")
    layout = models.JSONField(default=dict, help_text="kind, headings, line of the headings, encoding or sheet")
    guesses = models.JSONField(default=list, help_text="column, field and confidence of each guess")
    mapping = models.JSONField(default=dict, help_text="column number → field, as confirmed")
    as_of = models.DateTimeField(null=True, help_text="the day the file is replayed as")
    same_file_as = models.ForeignKey(
        "self", models.SET_NULL, null=True, related_name="+", help_text="an earlier import of the same bytes"
    )
    rows_in_file = models.IntegerField(default=0)
    last_line = models.IntegerField(default=0, help_text="the last line dealt with; a broken run goes on behind it")
    added = models.IntegerField(default=0)
    changed = models.IntegerField(default=0)
    same = models.IntegerField(default=0)
    refused = models.IntegerField(default=0)
    created_at = models.DateTimeField()
    finished_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["person", "-created_at"], name="import_of_person"),
            models.Index(fields=["spec", "-created_at"], name="import_of_spec"),
        ]
        constraints = [
            models.CheckConstraint(
                name="import_counts_fit",
                condition=Q(added__gte=0, changed__gte=0, same__gte=0, refused__gte=0)
                & Q(rows_in_file__gte=F("added") + F("changed") + F("same") + F("refused")),
            ),
            models.CheckConstraint(
                name="import_refused_has_reason",
                condition=(Q(state="refused") & ~Q(reason="")) | (~Q(state="refused") & Q(reason="")),
            ),
            models.CheckConstraint(
                name="import_ended_has_time",
                condition=Q(state__in=ENDED, finished_at__isnull=False) | (~Q(state__in=ENDED) & Q(finished_at=None)),
            ),
        ]

    def __str__(self):
        return f"{self.spec}: {self.file}"

    @property
    def rows_done(self) -> int:
        """Rows dealt with, refused ones among them."""
        return self.added + self.changed + self.same + self.refused


class ImportRow(models.Model):
    """A row that was refused, kept for mending, or one that changed a record, kept for undo. Rows that were added
    leave no trace here.
    """

    class Outcome(models.TextChoices):
        REFUSED = "refused"
        CHANGED = "changed"

    of = models.ForeignKey(Import, models.CASCADE, related_name="rows")
    line = models.IntegerField(help_text="as a spreadsheet counts, from 1")
    outcome = models.CharField(max_length=8, choices=Outcome)
    key = models.TextField(blank=True)
    values = models.JSONField(default=dict, help_text="words of the file by field")
    problems = models.JSONField(default=list, help_text="field, code and, for a refusal by the spec, its sentence")
    before = models.JSONField(null=True, help_text="what undo puts back")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["of", "line"], name="import_row_line_unique"),
            models.CheckConstraint(
                name="import_row_refused_has_problems",
                condition=(Q(outcome="refused") & ~Q(problems=[])) | (Q(outcome="changed") & Q(problems=[])),
            ),
        ]

    def __str__(self):
        return f"line {self.line}"
