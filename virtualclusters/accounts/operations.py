"""Verbs about a person herself: enter, consent, change, export, leave."""

from datetime import timedelta

from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from virtualclusters.accounts.erasure import all_erasers
from virtualclusters.accounts.exporting import everything_about
from virtualclusters.accounts.models import Consent, Person, SignIn
from virtualclusters.accounts.withdrawing import enders_of
from virtualclusters.foundation.errors import Refused

MADE_BY_WRITING = frozenset({"person", "messages"})
"""Sections of an export that an account has as soon as somebody was written to."""
GRACE = timedelta(days=14)
"""How long a role that needs a second factor may be held without one (conventions, "second factor")."""


def person_with(*, phone=None, email=None, name="", language="en"):
    """The person who has this number or address; made when there is none. Nothing says that it is hers until her code does."""
    reached = {"phone": phone} if phone else {"email__iexact": email}
    found = Person.objects.filter(**reached, is_active=True).first()
    if found:
        return found
    try:
        with transaction.atomic():
            return Person.objects.create_user(phone=phone, email=email, name=name, language=language)
    except IntegrityError:
        return Person.objects.get(**reached)


def describe_self(*, person, name=None, language=None):
    """Keep her name and the language she reads."""
    changed = {key: value for key, value in (("name", name), ("language", language)) if value is not None}
    Person.objects.filter(pk=person.pk, erased_at=None).update(**changed)


def change_phone(*, person, phone, at):
    """Set a number that she has just proved to be hers.

    Raises:
        Refused: another person signs in with it.
    """
    _change_contact(person, phone=phone, phone_verified_at=at)


def change_email(*, person, email):
    """Set an address that she has just proved to be hers.

    Raises:
        Refused: another person signs in with it.
    """
    _change_contact(person, email=email)


def _change_contact(person, **contact):
    try:
        with transaction.atomic():
            Person.objects.filter(pk=person.pk, erased_at=None).update(**contact)
    except IntegrityError as taken:
        raise Refused(
            "contact_taken",
            _("Somebody already signs in with this."),
            _("Sign in with it instead, or use another one."),
        ) from taken
    person.refresh_from_db()


@transaction.atomic
def consent(*, person, purposes, notice, language, channel, at):
    """Keep that she said yes to these purposes after reading this notice."""
    Consent.objects.bulk_create(
        Consent(person=person, purpose=purpose, given=True, notice=notice, language=language, channel=channel, at=at)
        for purpose in purposes
    )


@transaction.atomic
def withdraw_consent(*, person, purpose, language, channel, at):
    """Keep that she takes her yes back. Whoever registered for the purpose ends what it allowed; history stays.

    Raises:
        Refused: the account cannot be kept without it; she may erase the account instead.
    """
    if purpose == Consent.Purpose.REGISTER:
        raise Refused(
            "account_needs_it",
            _("We cannot keep an account without this."),
            _("If you want us to forget you, delete your account."),
        )
    latest = Consent.objects.filter(person=person, purpose=purpose).order_by("-at", "-pk").first()
    if latest is None or not latest.given:
        return
    Consent.objects.create(
        person=person, purpose=purpose, given=False, notice=latest.notice, language=language, channel=channel, at=at
    )
    for end in enders_of(purpose):
        end(person=person, at=at)


def start_grace(*, person, at):
    """Begin the 14 days after which her role needs a second factor; a running grace is not begun again."""
    Person.objects.filter(pk=person.pk, second_factor_due_at=None).update(second_factor_due_at=at + GRACE)


@transaction.atomic
def signed_in(*, person, session_key, device, at):
    """Keep that she signed in on a device, so that she can see it and end it from another."""
    Person.objects.filter(pk=person.pk).update(sign_ins=F("sign_ins") + 1)
    SignIn.objects.update_or_create(session_key=session_key, defaults={"person": person, "device": device, "at": at})


def end_session(*, person, session_key):
    """Forget the sign-in of a session that ends."""
    SignIn.objects.filter(person=person, session_key=session_key).delete()


@transaction.atomic
def end_sessions(*, person, but="", only=None):
    """Sign her out everywhere, everywhere but in one session, or only from the sign-in of that id."""
    ended = SignIn.objects.filter(person=person).exclude(session_key=but)
    if only is not None:
        ended = ended.filter(pk=only)
    Session.objects.filter(session_key__in=list(ended.values_list("session_key", flat=True))).delete()
    ended.delete()


@transaction.atomic
def erase(*, person, at):
    """Forget her: every ring forgets its part, then her row is emptied. The row stays, so that history keeps its shape."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    for eraser in all_erasers():
        eraser(person=person, at=at)
    Authenticator.objects.filter(user=person).delete()
    end_sessions(person=person)
    Person.objects.filter(pk=person.pk).update(
        phone=None,
        email=None,
        name="",
        phone_verified_at=None,
        is_active=False,
        erased_at=at,
        language="en",
        last_login=None,
    )


@transaction.atomic
def erase_if_unused(*, person, at) -> bool:
    """Forget an account that was made by writing to a wrong number; whether it was. One of which anything else is kept stays."""
    kept = everything_about(person)
    if any(rows for section, rows in kept if section.name not in MADE_BY_WRITING):
        return False
    erase(person=person, at=at)
    return True
