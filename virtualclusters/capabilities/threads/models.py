"""Rows of a conversation: the thread, who takes part, and what each wrote."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

LONGEST_POST = 4000
"""Characters. A page of writing; longer papers are sent as a file."""


class ThreadQuerySet(models.QuerySet):
    def visible_to(self, person):
        """The threads in which this person takes part now."""
        mine = Participant.objects.filter(thread=OuterRef("pk"), person=person, left_at=None)
        return self.filter(Exists(mine))


class Thread(models.Model):
    """One conversation."""

    opened_at = models.DateTimeField()

    objects = ThreadQuerySet.as_manager()

    def __str__(self):
        return f"thread {self.pk}"


class Participant(models.Model):
    """A person's place in a thread, and the last post she has seen."""

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="participants")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    joined_at = models.DateTimeField()
    left_at = models.DateTimeField(null=True, blank=True)
    read_up_to = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["thread", "person"], name="threads_participant_once"),
            models.CheckConstraint(
                condition=Q(left_at=None) | Q(left_at__gte=F("joined_at")),
                name="threads_participant_leaves_after_joining",
            ),
        ]

    def __str__(self):
        return f"person {self.person_id} in thread {self.thread_id}"


class PostQuerySet(models.QuerySet):
    def visible_to(self, person):
        """The posts of the threads in which this person takes part now."""
        mine = Participant.objects.filter(thread=OuterRef("thread"), person=person, left_at=None)
        return self.filter(Exists(mine))


class Post(models.Model):
    """What one person wrote, in her own language, with at most one file.

    `erased_at` marks a post whose author asked to be forgotten: its words and file are gone, its place stays.
    """

    thread = models.ForeignKey(Thread, on_delete=models.CASCADE, related_name="posts")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(max_length=LONGEST_POST, blank=True)
    language = models.CharField(max_length=12)
    file = models.ForeignKey("files.File", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["thread", "id"], name="threads_post_in_order")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(words="") | Q(file__isnull=False) | Q(erased_at__isnull=False),
                name="threads_post_says_something",
            ),
            models.CheckConstraint(
                condition=Q(erased_at=None) | Q(words="", file=None), name="threads_post_erased_is_empty"
            ),
        ]

    def __str__(self):
        return f"post {self.pk} in thread {self.thread_id}"
