"""Verbs of a conversation. Who may take them beyond "takes part" is the owner's matter."""

from datetime import timedelta

from django.db import transaction
from django.db.models.functions import Greatest
from django.utils.translation import gettext as _

from virtualclusters.capabilities.threads.models import LONGEST_POST, Participant, Post, Thread
from virtualclusters.foundation.errors import NotFound, Refused

EDITABLE_FOR = timedelta(minutes=15)
"""How long an author may mend a post. Later others may have acted on it."""


@transaction.atomic
def open_thread(*, people_ids, at):
    """Begin a conversation of these people (ids of persons) and return it."""
    thread = Thread.objects.create(opened_at=at)
    join(thread_id=thread.pk, people_ids=people_ids, at=at)
    return thread


@transaction.atomic
def join(*, thread_id, people_ids, at):
    """Let these people take part. Who is in already stays as she is; who had left is back."""
    Participant.objects.filter(thread_id=thread_id, person__in=people_ids).update(left_at=None)
    newcomers = [
        Participant(thread_id=thread_id, person_id=person_id, joined_at=at) for person_id in sorted(set(people_ids))
    ]
    Participant.objects.bulk_create(newcomers, ignore_conflicts=True)


def leave(*, thread_id, people_ids, at):
    """End these people's part: they no longer see the thread. What they wrote stays."""
    Participant.objects.filter(thread_id=thread_id, person__in=people_ids, left_at=None).update(left_at=at)


@transaction.atomic
def post(*, thread_id, author, words, language, at, file_id=None):
    """Say something in a thread, with a file or without, and return the post.

    Raises:
        NotFound: there is no such thread, or the author does not take part in it.
        Refused: nothing was said (`nothing_said`), or too much at once (`too_long`).
    """
    thread = _thread_of(thread_id, author)
    words = _checked(words, has_file=file_id is not None)
    said = Post.objects.create(
        thread=thread, author=author, words=words, language=language, file_id=file_id, sent_at=at
    )
    mark_read(thread_id=thread_id, reader=author, up_to=said.pk)
    return said


@transaction.atomic
def edit(*, post_id, author, words, at):
    """Mend one's own post within 15 minutes. It is marked as edited.

    Raises:
        NotFound: there is no such post of this author.
        Refused: it is too late (`too_late`); the words are empty or too long.
    """
    said = Post.objects.visible_to(author).filter(pk=post_id, author=author, erased_at=None).select_for_update().first()
    if said is None:
        raise NotFound
    if at - said.sent_at > EDITABLE_FOR:
        raise Refused("too_late", _("You can change a message for 15 minutes only."), _("Write a new message."))
    said.words, said.edited_at = _checked(words, has_file=said.file_id is not None), at
    said.save(update_fields=["words", "edited_at"])
    return said


def mark_read(*, thread_id, reader, up_to):
    """Remember that the reader has seen the thread up to this post. The mark never goes back."""
    place = Participant.objects.filter(thread_id=thread_id, person=reader)
    place.update(read_up_to=Greatest("read_up_to", up_to))


def erase_person(*, person, at):
    """Empty all that a person wrote, and end her part in every thread. Her posts keep their place."""
    Post.objects.filter(author=person, erased_at=None).update(words="", file=None, erased_at=at)
    Participant.objects.filter(person=person, left_at=None).update(left_at=at)


def _thread_of(thread_id, person):
    thread = Thread.objects.visible_to(person).filter(pk=thread_id).first()
    if thread is None:
        raise NotFound
    return thread


def _checked(words, *, has_file):
    words = words.strip()
    if not words and not has_file:
        raise Refused("nothing_said", _("Write something, or add a file."))
    if len(words) > LONGEST_POST:
        raise Refused(
            "too_long", _("This message is too long."), _("Make it shorter than 4,000 letters, or send a file.")
        )
    return words
