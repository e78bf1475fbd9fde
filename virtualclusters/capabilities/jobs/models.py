from django.db import models
from django.db.models import F, Q


class Failure(models.Model):
    """One try of a job that ended in an error. Kept without the error's words, which may hold personal text."""

    job_id = models.BigIntegerField()
    job = models.CharField(max_length=128)
    attempt = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    error = models.CharField(max_length=200)
    place = models.CharField(max_length=300)

    class Meta:
        indexes = [models.Index(fields=["job_id", "at"], name="failure_of_job")]

    def __str__(self) -> str:
        return f"{self.job} {self.job_id}: {self.error}"


class Replay(models.Model):
    """Who sent a dead letter round again, and when."""

    job_id = models.BigIntegerField()
    person_id = models.BigIntegerField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["job_id"], name="replay_of_job")]

    def __str__(self) -> str:
        return f"{self.job_id} at {self.at:%Y-%m-%d %H:%M}"


class Effect(models.Model):
    """One thing done to the outside world (a message, a call), claimed before it is done so that it is done once.

    Claimed but never marked done means that the process died in between: ask the far side, or leave it be.
    """

    key = models.CharField(max_length=200, primary_key=True)
    claimed_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(done_at=None) | Q(done_at__gte=F("claimed_at")), name="effect_done_after_claim"
            )
        ]
        indexes = [models.Index(fields=["claimed_at"], condition=Q(done_at=None), name="effect_unmarked")]

    def __str__(self) -> str:
        return self.key
