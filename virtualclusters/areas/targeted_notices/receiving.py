"""What the receiver's pages show."""

from virtualclusters.areas.targeted_notices.audience import read_audience
from virtualclusters.areas.targeted_notices.describing import reasons_for
from virtualclusters.areas.targeted_notices.models import OwnersFound, Silence
from virtualclusters.areas.targeted_notices.notices import in_readers_language
from virtualclusters.areas.targeted_notices.operations.receiving import mark_opened
from virtualclusters.areas.targeted_notices.queries import received_by
from virtualclusters.capabilities.messaging.links import in_language
from virtualclusters.foundation.errors import NotFound
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.organisations.models import OrganisationKind
from virtualclusters.network.organisations.roles import OrganisationPermission


def received(actor):
    """What her units were told, each notice once a unit, the newest first."""
    rows = received_by(actor).select_related("notice__organisation", "unit__organisation")
    return rows.prefetch_related("notice__texts").order_by("-settled_at", "-pk")


def rows_of(receivers) -> list[dict]:
    """Rows of the list, with the title in the reader's language."""
    return [
        {"got": one, "notice": one.notice, "text": _text(one.notice), "is_new": one.opened_at is None}
        for one in receivers
    ]


def open_notice(notice_id, actor, *, at) -> dict:
    """A notice with its reasons; that it was opened is remembered.

    Raises:
        NotFound: none of her units got it.
    """
    got = received(actor).filter(notice=notice_id).first()
    if got is None:
        raise NotFound
    mark_opened(notice_id=notice_id, actor=actor, at=at)
    notice = got.notice
    text = _text(notice)
    return {
        "got": got,
        "notice": notice,
        "text": text,
        "leads_to": _leads_to(notice, text.language),
        "is_over": notice.valid_until < day_in_india(at),
        "reasons": reasons_for(got.unit, read_audience(notice.audience)),
        "may_decide": got.unit.organisation_id in actor.organisations_where(OrganisationPermission.PROFILE_EDIT),
        "silenced": _is_silenced(notice, got.unit),
    }


def _text(notice):
    texts = {text.language: text for text in notice.texts.all()}
    return in_readers_language(texts)


def _leads_to(notice, language):
    path = f"/opportunities/{notice.opportunity_id}/" if notice.opportunity_id else notice.page
    return in_language(path, language)


def _is_silenced(notice, unit):
    return Silence.objects.filter(office=notice.organisation_id, organisation=unit.organisation_id).exists()


def may_be_found(actor) -> bool:
    """Whether the actor decides for an enterprise by which ownership offices find it."""
    enterprise = actor.organisation is not None and actor.organisation.kind == OrganisationKind.ENTERPRISE
    return enterprise and actor.may(OrganisationPermission.PROFILE_EDIT)


def owners_found(actor) -> dict:
    """By which ownership offices find her organisation now, and whether helpers do too: as the form's first values."""
    row = OwnersFound.objects.filter(organisation=actor.organisation_id).first()
    owners = [name for name in ("women", "sc_st", "minority") if row and getattr(row, name)]
    return {"owners": owners, "for_help": bool(row and row.for_help)}
