"""Reads of a conversation."""

from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType

from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts.exporting import Section
from virtualclusters.capabilities.threads.contacts import mask_contacts
from virtualclusters.capabilities.threads.models import Participant, Post


@dataclass(frozen=True)
class Line:
    """One post as a reader sees it.

    Attributes:
        unread: it came from another person since her last visit.
        partly_hidden: it is her own, and the others do not see the numbers and addresses in it yet.
    """

    post_id: int
    author_id: int
    author_name: str
    words: str
    language: str
    file: object
    sent_at: datetime
    edited: bool
    erased: bool
    mine: bool
    unread: bool
    partly_hidden: bool


def conversation(*, thread_id, reader, contacts_hidden, named=MappingProxyType({})):
    """All posts of one thread, oldest first; an empty list when the reader does not take part in it.

    Args:
        contacts_hidden: True until the parties agreed: numbers and addresses in the words are then masked.
        named: what stands in place of an author's own name, by her id, where the reader may not read it.
    """
    posts = Post.objects.visible_to(reader).filter(thread_id=thread_id).select_related("author", "file").order_by("pk")
    read_up_to = (
        Participant.objects.filter(thread_id=thread_id, person=reader).values_list("read_up_to", flat=True).first()
    )
    return [_line(post, reader, read_up_to or 0, contacts_hidden, named) for post in posts]


def _line(post, reader, read_up_to, contacts_hidden, named):
    mine = post.author_id == reader.pk
    shown = mask_contacts(post.words) if contacts_hidden else post.words
    return Line(
        post_id=post.pk,
        author_id=post.author_id,
        author_name=named.get(post.author_id, post.author.name),
        words=post.words if mine else shown,
        language=post.language,
        file=post.file,
        sent_at=post.sent_at,
        edited=post.edited_at is not None,
        erased=post.erased_at is not None,
        mine=mine,
        unread=not mine and post.pk > read_up_to,
        partly_hidden=mine and shown != post.words,
    )


def unread_counts(*, person, thread_ids):
    """How many posts of others the person has not seen yet, by thread; threads without any are left out."""
    unseen = Q(thread__posts__pk__gt=F("read_up_to")) & ~Q(thread__posts__author=person)
    places = Participant.objects.filter(person=person, thread__in=thread_ids, left_at=None)
    counted = places.annotate(unseen=Count("thread__posts", filter=unseen)).filter(unseen__gt=0)
    return dict(counted.values_list("thread_id", "unseen"))


def readers_of(*, thread_id, but):
    """The ids of the people who take part in a thread now, without one of them."""
    return list(
        Participant.objects.filter(thread_id=thread_id, left_at=None)
        .exclude(person_id=but)
        .order_by("person_id")
        .values_list("person_id", flat=True)
    )


def _written(person):
    return Post.objects.filter(author=person).order_by("pk").values("sent_at", "words")


WRITTEN = Section("posts", _("What you wrote to others"), _written, {"sent_at": _("When"), "words": _("Words")})
