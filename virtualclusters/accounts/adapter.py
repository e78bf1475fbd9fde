"""What django-allauth asks of us: where numbers are kept, which steps a sign-in has, what happens after it.

Codes, forms and pages are our own (``codes``, ``sign_in``, ``pages/joining``); allauth keeps the steps of a sign-in, the record of
what was proved in a session, its limits, and the second factors.
"""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts import codes, operations
from virtualclusters.accounts.devices import device_of
from virtualclusters.accounts.models import Person
from virtualclusters.accounts.sign_in import person_reached_by
from virtualclusters.ui.formatters import long_date

OWN_WORDS = {
    "incorrect_code": _("This code is not right. Check it and try again."),
    "rate_limited": _("Too many tries. Wait a few minutes."),
    "too_many_login_attempts": _("Too many tries. Wait a few minutes."),
    "account_inactive": _("This account was closed."),
    "invalid_or_expired_key": _("This no longer works. Start again."),
    "phone_taken": _("Somebody already signs in with this number."),
    "email_taken": _("Somebody already signs in with this address."),
}


class AccountAdapter(DefaultAccountAdapter):
    """Accounts without passwords: a number or an address, and a code."""

    error_messages = {**DefaultAccountAdapter.error_messages, **OWN_WORDS}

    def get_login_stages(self):
        """A number or address is proved by the code itself, so only the code and the second factor are steps."""
        return ["allauth.account.stages.LoginByCodeStage", "virtualclusters.accounts.stages.SecondFactorStage"]

    def is_open_for_signup(self, request):
        """Not by allauth's own page: ``sign_in`` is the one door."""
        return False

    def get_phone(self, user):
        """The number and whether it was proved, or None."""
        return (user.phone, user.phone_verified_at is not None) if user.phone else None

    def get_user_by_phone(self, phone):
        """The person who signs in with this number, or None."""
        return person_reached_by(phone)

    def set_phone(self, user, phone, verified):
        """Keep a number; allauth calls this only from its own forms."""
        Person.objects.filter(pk=user.pk).update(phone=phone, phone_verified_at=timezone.now() if verified else None)

    def set_phone_verified(self, user, phone):
        """The number was proved now."""
        operations.change_phone(person=user, phone=phone, at=timezone.now())

    def send_verification_code_sms(self, user, phone, code, **kwargs):
        """A code to a number."""
        codes.send(code=code, language=user.language, at=timezone.now(), phone=phone)

    def send_unknown_account_sms(self, phone, **kwargs):
        """Nothing: ``sign_in`` sends a code to unknown numbers too, so there is no such case."""

    def send_account_already_exists_sms(self, phone, **kwargs):
        """Nothing, for the same reason."""

    def add_message(self, request, level, message_template=None, message_context=None, extra_tags="", message=None):
        """Nothing: our pages say what happened, in the person's language."""

    def post_login(self, request, user, **kwargs):
        """Keep on which device she signed in; speak her language; go where she was going."""
        operations.signed_in(
            person=user,
            session_key=request.session.session_key,
            device=device_of(request.headers.get("User-Agent", "")),
            at=timezone.now(),
        )
        return super().post_login(request, user, **kwargs)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Words of the second factor."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": OWN_WORDS["incorrect_code"],
        "cannot_delete_authenticator": _("Your role needs a second lock. Add another one first."),
    }

    def generate_authenticator_name(self, user, type):
        """How a person knows the phone again in her list: by the day she added it."""
        return _("Added on %(day)s") % {"day": long_date(timezone.now())}

    def get_totp_label(self, user):
        """How the person's app names this account."""
        return user.email or user.phone or str(user)

    def get_totp_issuer(self):
        """How her app names us."""
        return settings.SITE_NAME
