"""Messages about trainings, as they read by SMS, in lists and by e-mail."""

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.trainings.models import CancelReason
from virtualclusters.capabilities.messaging.registry import Category, MessageTemplate, Tag, Urgency, Variable, register
from virtualclusters.ui.formatters import long_date, moment

PLACE_FREE, TOMORROW, CANCELLED, CHANGED = (
    "training.place_free",
    "training.tomorrow",
    "training.cancelled",
    "training.changed",
)
REMOVED, NO_PLACE, CERTIFICATE, NOTE = (
    "training.removed",
    "training.no_place",
    "training.certificate",
    "training.note",
)

NOTES = {
    "bring_papers": _("Bring a paper with your photo, such as a driving licence."),
    "bring_sample": _("Bring a sample of your product."),
    "come_early": _("Come 15 minutes early."),
    "look_at_page": _("Look at the page of the training: something is new."),
    "bring_phone": _("Bring your phone, charged."),
}


REMOVALS = {
    "other_audience": _("The training is made for others"),
    "not_reached": _("We could not reach you"),
    "fee_not_paid": _("The fee was not paid"),
}
"""Why a trainer takes a place back."""

REASONS = REMOVALS | {
    "not_attended": _("Nobody came often enough"),
    "class_began": _("The class began and no place came free"),
    "cannot_come": _("They cannot come"),
}
"""Why a booking can end before its time."""


def shown_day(value) -> str:
    """A stored ISO day in words."""
    return long_date(date.fromisoformat(value))


def shown_moment(value) -> str:
    """A stored ISO moment in words, Indian time."""
    return moment(datetime.fromisoformat(value))


def shown_note(code) -> str:
    return str(NOTES[code])


def shown_cancel_reason(code) -> str:
    return str(CancelReason(code).label) if code else str(_("No reason was given"))


def shown_reason(code) -> str:
    return str(REASONS.get(code) or _("No reason was given"))


TITLE = Variable("title", Tag.ALPHANUMERIC, max_length=30)
DAY = Variable("day", Tag.ALPHANUMERIC, max_length=20, shown=shown_day)
WHEN = Variable("when", Tag.ALPHANUMERIC, max_length=30, shown=shown_moment)

TEMPLATES = (
    MessageTemplate(
        key=PLACE_FREE,
        category=Category.DEADLINE,
        urgency=Urgency.INSTANT,
        sms={
            "en": "A place came free: you are in. {title}, {day}. Cannot come? Give it back: {link} Stop: {stop}",
            "hi": "सीट खाली हुई, आपको मिल गई। {title}, {day}। नहीं आ सकते? लौटाएँ: {link} बंद करें: {stop}",
        },
        line=_("A place came free: you are in. {title}, {day}."),
        body=_("If you cannot come, give the place back: others wait for it."),
        variables=(TITLE, DAY),
    ),
    MessageTemplate(
        key=TOMORROW,
        category=Category.DEADLINE,
        urgency=Urgency.INSTANT,
        sms={
            "en": "Tomorrow: {title}. {when}. Place and link: {link} Stop: {stop}",
            "hi": "कल: {title}। {when}। जगह और लिंक: {link} बंद करें: {stop}",
        },
        line=_("Tomorrow: {title}. {when}."),
        body=_("If you cannot come, give the place back now: others wait for it."),
        variables=(TITLE, WHEN),
    ),
    MessageTemplate(
        key=CANCELLED,
        category=Category.DECISION,
        urgency=Urgency.INSTANT,
        sms={
            "en": "Cancelled: {title}, {day}. {why}. See others: {link} Stop: {stop}",
            "hi": "रद्द: {title}, {day}। {why}। और देखें: {link} बंद करें: {stop}",
        },
        line=_("Cancelled: {title}, {day}. {why}."),
        variables=(TITLE, DAY, Variable("why", Tag.ALPHANUMERIC, max_length=60, shown=shown_cancel_reason)),
    ),
    MessageTemplate(
        key=CHANGED,
        category=Category.DEADLINE,
        urgency=Urgency.INSTANT,
        sms={
            "en": "Time or place changed: {title}. It begins {when}. See: {link} Stop: {stop}",
            "hi": "समय या जगह बदली: {title}। शुरू {when}। देखें: {link} बंद करें: {stop}",
        },
        line=_("Time or place changed: {title}. It begins {when}."),
        variables=(TITLE, WHEN),
    ),
    MessageTemplate(
        key=REMOVED,
        category=Category.DECISION,
        urgency=Urgency.INSTANT,
        sms={
            "en": "The trainer took a place back: {title}, {day}. {why}. {link} Stop: {stop}",
            "hi": "ट्रेनर ने सीट वापस ली: {title}, {day}। {why}। {link} बंद करें: {stop}",
        },
        line=_("The trainer took a place back: {title}, {day}. {why}."),
        variables=(TITLE, DAY, Variable("why", Tag.ALPHANUMERIC, max_length=60, shown=shown_reason)),
    ),
    MessageTemplate(
        key=NO_PLACE,
        category=Category.DECISION,
        urgency=Urgency.INSTANT,
        sms={
            "en": "No place came free: {title} has begun. See other trainings: {link} Stop: {stop}",
            "hi": "कोई सीट खाली नहीं हुई: {title} शुरू हो गई। और देखें: {link} बंद करें: {stop}",
        },
        line=_("No place came free: {title} has begun."),
        variables=(TITLE,),
    ),
    MessageTemplate(
        key=CERTIFICATE,
        category=Category.DECISION,
        urgency=Urgency.DIGEST,
        sms={},
        line=_("Your certificate is ready: {title}."),
        variables=(TITLE,),
    ),
    MessageTemplate(
        key=NOTE,
        category=Category.DEADLINE,
        urgency=Urgency.INSTANT,
        sms={
            "en": "{title}, {day}: {note} {link} Stop: {stop}",
            "hi": "{title}, {day}: {note} {link} बंद करें: {stop}",
        },
        line=_("{title}, {day}: {note}"),
        variables=(TITLE, DAY, Variable("note", Tag.ALPHANUMERIC, max_length=60, shown=shown_note)),
    ),
)


def register_all() -> None:
    """Let these messages be sent; called from ``ready()``."""
    for template in TEMPLATES:
        register(template)
