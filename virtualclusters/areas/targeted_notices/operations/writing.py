"""Verbs of a draft: keep it, throw it away, say whether a second person is wanted."""

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.areas.targeted_notices.models import Notice, NoticeText, Office
from virtualclusters.areas.targeted_notices.permissions import NoticePermission
from virtualclusters.capabilities.events.recording import record
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import NotFound, Refused


@transaction.atomic
def keep_draft(
    *, kind, audience, texts, valid_until, opportunity_id=None, page="", actor, at, notice_id=None
) -> Notice:
    """Keep a draft, a new one or the one named.

    Args:
        audience: ``audience.Audience``.
        texts: ``{language: (title, words)}``; languages with neither are left out.
        valid_until: the last day on which it is shown.
        opportunity_id: what it leads to, if to an opportunity; else ``page``, a path of this portal.

    Raises:
        NotFound: the actor writes no notices; no such draft of her office.
        Refused: it was sent or waits for a second person; no such open opportunity.
    """
    notice = _draft(notice_id, actor)
    if opportunity_id and not Opportunity.objects.open_at(at).filter(pk=opportunity_id).exists():
        raise Refused("no_such_opportunity", _("There is no such page here."), _("Copy its address once more."))
    notice.kind, notice.audience, notice.valid_until = kind, audience.stored(), valid_until
    notice.opportunity_id, notice.page = opportunity_id, page
    notice.written_by, notice.written_at, notice.returned_words = actor.person, at, ""
    notice.save()
    notice.texts.all().delete()
    NoticeText.objects.bulk_create(
        NoticeText(notice=notice, language=language, title=title, words=words)
        for language, (title, words) in texts.items()
        if title and words
    )
    record_of("notice.kept", notice, actor=actor, at=at)
    return notice


def _draft(notice_id, actor):
    if notice_id is None:
        if not actor.may(NoticePermission.NOTICE_WRITE):
            raise NotFound
        return Notice(organisation=actor.organisation)
    return unsent(notice_id, actor)


def unsent(notice_id, actor) -> Notice:
    """A draft of the actor's office, locked.

    Raises:
        NotFound: there is none of hers.
        Refused: it was sent, or waits for a second person.
    """
    notice = Notice.objects.for_change(actor).one(notice_id)
    if notice.submitted_at is not None:
        raise Refused(
            "not_a_draft", _("This notice is not a draft any more."), _("Write a new one; you can copy this.")
        )
    return notice


@transaction.atomic
def discard(*, notice_id, actor, at) -> None:
    """Throw a draft away.

    Raises:
        NotFound: no such notice of her office.
        Refused: it was sent or waits for a second person.
    """
    notice = unsent(notice_id, actor)
    record_of("notice.discarded", notice, actor=actor, at=at)
    notice.delete()


@transaction.atomic
def set_two_persons(*, wanted, actor, at) -> None:
    """Say whether notices of the actor's office need the yes of a second person.

    Raises:
        NotFound: she does not decide that.
    """
    if not actor.may(NoticePermission.NOTICE_OFFICE_SET):
        raise NotFound
    Office.objects.update_or_create(organisation=actor.organisation, defaults={"two_persons": wanted})
    record(
        "notice_office.set", actor=actor, at=at, subject="organisation", subject_id=actor.organisation_id, two=wanted
    )


def wants_two_persons(organisation_id) -> bool:
    """Whether an office wants the yes of a second person."""
    return Office.objects.filter(organisation=organisation_id, two_persons=True).exists()


def record_of(code, notice, *, actor, at, **dimensions):
    """Write down that something happened to a notice."""
    record(code, actor=actor, at=at, subject="notice", subject_id=notice.pk, kind=notice.kind, **dimensions)
