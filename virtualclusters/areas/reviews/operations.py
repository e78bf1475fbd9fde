"""The verbs of reviews: write an entry, answer it once. Nothing is ever changed."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from virtualclusters.areas.reviews.models import ReviewAnswer, ReviewEntry
from virtualclusters.areas.reviews.notices import WRITTEN
from virtualclusters.areas.reviews.permissions import ReviewPermission
from virtualclusters.areas.reviews.telling import told_of
from virtualclusters.capabilities.events.recording import record
from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.organisations.models import Membership
from virtualclusters.network.organisations.roles import roles_holding

REVIEWS_PAGE = "/reviews/"


@transaction.atomic
def write_entry(*, about, actor, at, language, corrects_id=None, **words):
    """Add an entry to the review log with the figures that are told just now, and return it. An institution is told.

    Args:
        about: what it is about, a ``queries.About``.
        corrects_id: the earlier entry that this one puts right.
        words: ``seen``, ``decided``, and either ``rule`` with ``old_value`` and ``new_value``, or ``no_rule_because``.

    Raises:
        NotFound: the actor writes no reviews; there is no entry to correct, or it is about something else.
    """
    if not actor.may(ReviewPermission.REVIEW_WRITE):
        raise NotFound
    if corrects_id is not None and not ReviewEntry.objects.filter(pk=corrects_id, **about.columns).exists():
        raise NotFound
    entry = ReviewEntry.objects.create(
        **about.columns,
        **words,
        figures=told_of(about.by, about.key).kept(),
        corrects_id=corrects_id,
        written_by=actor.person,
        written_at=at,
        language=language,
    )
    record("review.written", actor=actor, at=at, subject="review", subject_id=entry.pk, by=str(about.by))
    if entry.organisation_id:
        _tell(entry, at)
    return entry


@transaction.atomic
def answer_entry(*, entry_id, words, actor, at, language):
    """Say what the institution has to say to an entry about it, once, and return the answer. A second click changes nothing.

    Raises:
        NotFound: there is none, or the actor does not answer for that institution.
        Refused: something else was answered already.
    """
    own = actor.organisations_where(ReviewPermission.REVIEW_ANSWER)
    entry = ReviewEntry.objects.filter(pk=entry_id, organisation__in=own).first()
    if entry is None:
        raise NotFound
    columns = {"words": words, "language": language, "said_by": actor.person, "said_at": at}
    try:
        with transaction.atomic():
            answer = ReviewAnswer.objects.create(entry=entry, **columns)
    except IntegrityError:
        return _same_or_refused(entry, words)
    record("review.answered", actor=actor, at=at, subject="review", subject_id=entry.pk)
    return answer


def _same_or_refused(entry, words):
    answer = ReviewAnswer.objects.get(entry=entry)
    if answer.words != words:
        raise Refused("answered_already", _("Your institution has answered this already."))
    return answer


def _tell(entry, at):
    holding = roles_holding(ReviewPermission.REVIEW_ANSWER)
    roles = [role for kind, role in holding if kind == entry.organisation.kind]
    members = Membership.objects.filter(organisation=entry.organisation_id, ended_at=None, role__in=roles)
    notify(
        people_ids=list(members.values_list("person", flat=True)),
        key=WRITTEN,
        variables={},
        at=at,
        about=REVIEWS_PAGE,
        dedupe_key=f"review:{entry.pk}",
    )
