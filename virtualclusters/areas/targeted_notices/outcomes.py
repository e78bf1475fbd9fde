"""What comes of a notice for one unit, in words."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Outcome(models.TextChoices):
    """The first six told it, each by another way; the others did not."""

    SMS = "sms", _("By SMS")
    EMAIL = "email", _("By e-mail")
    SUMMARY = "summary", _("With her daily or weekly summary")
    ONLY_NO_NUMBER = "only_no_number", _("Only here: no proven number, no e-mail")
    ONLY_NO_YES = "only_no_yes", _("Only here: did not agree to messages")
    ONLY_STOPPED = "only_stopped", _("Only here: ended such messages")
    ENOUGH = "enough", _("Got enough notices this week")
    NO_CONSENT = "no_consent", _("Does not agree to be asked any more")
    NO_MORE = "no_more", _("Wants no more from your office")
    NOBODY = "nobody", _("Nobody of the unit is here any more")
    STOPPED = "stopped", _("You stopped it before, or it was over")
    WAITING = "waiting", _("Still to be told")


MESSAGES = frozenset({Outcome.SMS, Outcome.EMAIL, Outcome.SUMMARY})
TOLD = MESSAGES | {Outcome.ONLY_NO_NUMBER, Outcome.ONLY_NO_YES, Outcome.ONLY_STOPPED}
