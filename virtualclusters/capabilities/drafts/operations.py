"""Keeping what a person types until it is sent: save, load, discard, and a sweep of what was forgotten.

The holder is a person, or a session key while nobody is signed in. Codes, passwords, files and identity numbers of
people are never kept: `save` drops every value whose name says that it is one (`NEVER_KEPT`).
"""

import hashlib
import re
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.capabilities.drafts.models import Draft
from virtualclusters.foundation.errors import Refused

NEVER_KEPT = re.compile(r"code|otp|password|secret|token|aadhaar|csrf", re.IGNORECASE)
KEPT_FOR = timedelta(days=90)
KEPT_FOR_A_SESSION = timedelta(days=7)
MOST_CHARACTERS = 50_000


def save(
    *,
    form: str,
    values: Mapping[str, object],
    at: datetime,
    person=None,
    session_key: str = "",
    subject: str = "",
    version: int | None = None,
) -> Draft:
    """Keep what was typed in a form; what was kept of it before is replaced.

    Args:
        values: words and lists of words by field.
        subject: what the form is about, when a person may have it open for several things.
        version: the version the page was made from. Saving the same page twice is harmless; a page older than what is
            kept is refused.

    Raises:
        Refused: it was changed elsewhere since (``draft_changed``), or is too long (``draft_too_long``).
    """
    kept = kept_values(values)
    if sum(len(str(value)) for value in kept.values()) > MOST_CHARACTERS:
        raise Refused("draft_too_long", _("This is too long to keep. Shorten your answers."))
    with transaction.atomic():
        draft, new = Draft.objects.select_for_update().get_or_create(
            **_holder(person, session_key), form=form, subject=subject, defaults={"values": kept, "updated_at": at}
        )
        return draft if new else _replace(draft, kept, version, at)


def _replace(draft: Draft, values: dict[str, object], version: int | None, at: datetime) -> Draft:
    if draft.values == values:
        return draft
    if version is not None and version < draft.version:
        change = _("Load the page again to see what was saved last.")
        raise Refused("draft_changed", _("You changed these answers on another page or phone."), change)
    draft.values, draft.version, draft.updated_at = values, draft.version + 1, at
    draft.save()
    return draft


def kept_values(values: Mapping[str, object]) -> dict[str, object]:
    """The values that may be kept: words, numbers and lists of them, under names that do not speak of a secret."""
    return {name: value for name, value in values.items() if not NEVER_KEPT.search(name) and _is_plain(value)}


def _is_plain(value: object) -> bool:
    if isinstance(value, list | tuple):
        return all(isinstance(part, str | int) for part in value)
    return value is None or isinstance(value, str | int | float | bool)


def load(*, form: str, person=None, session_key: str = "", subject: str = "") -> Draft | None:
    """What was kept of a form, or None."""
    return Draft.objects.filter(**_holder(person, session_key), form=form, subject=subject).first()


def discard(*, form: str, person=None, session_key: str = "", subject: str = "") -> None:
    """Forget what was kept of a form: it was sent, or is not wanted."""
    Draft.objects.filter(**_holder(person, session_key), form=form, subject=subject).delete()


@transaction.atomic
def hand_over(*, session_key: str, person) -> None:
    """Give a session's drafts to the person who signed in. What she kept herself stays; the session's newer words win
    over older ones.
    """
    for draft in Draft.objects.select_for_update().filter(session=digest(session_key)).order_by("pk"):
        own = Draft.objects.select_for_update().filter(person=person, form=draft.form, subject=draft.subject).first()
        if own and own.updated_at >= draft.updated_at:
            draft.delete()
            continue
        if own:
            own.delete()
        draft.person, draft.session = person, ""
        draft.save()


def discard_session(*, session_key: str) -> None:
    """Forget all of a session's drafts: a shared phone is handed on."""
    Draft.objects.filter(session=digest(session_key)).delete()


def sweep(*, at: datetime) -> int:
    """Forget drafts untouched for 90 days, those of sessions for 7; returns how many went."""
    people, _details = Draft.objects.filter(updated_at__lt=at - KEPT_FOR).delete()
    sessions, _details = Draft.objects.filter(person=None, updated_at__lt=at - KEPT_FOR_A_SESSION).delete()
    return people + sessions


def digest(session_key: str) -> str:
    """How a session is written down: never its key, which signs a person in."""
    return hashlib.sha256(f"drafts:{session_key}".encode()).hexdigest()


def _holder(person, session_key: str) -> dict[str, object]:
    """A signed-in person holds her own drafts; else the session does."""
    if person is not None:
        return {"person": person, "session": ""}
    if not session_key:
        raise ValueError("A draft needs a person or a session key.")
    return {"person": None, "session": digest(session_key)}
