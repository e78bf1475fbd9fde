"""The registered texts of notices: one a kind, the office and the title are gaps (TRAI, TCCCPR 2018: no free text in an SMS)."""

from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.targeted_notices.models import NoticeKind
from virtualclusters.capabilities.messaging.registry import Category, MessageTemplate, Urgency, Variable, register
from virtualclusters.ui.formatters import long_date

MAIN = "en"
_SMS = {
    NoticeKind.INFORMATION: (
        "Notice from {office} on Virtual Clusters: {title}. Read: {link} Stop: {stop}",
        "{office} की सूचना, Virtual Clusters पर: {title}। पढ़ें: {link} बंद करें: {stop}",
    ),
    NoticeKind.INVITATION: (
        "{office} invites you on Virtual Clusters: {title}. Read: {link} Stop: {stop}",
        "{office} का न्योता, Virtual Clusters पर: {title}। पढ़ें: {link} बंद करें: {stop}",
    ),
    NoticeKind.DEADLINE: (
        "{office} on Virtual Clusters: {title}. Last day {day}. Read: {link} Stop: {stop}",
        "{office}, Virtual Clusters पर: {title}। आखिरी दिन {day}। पढ़ें: {link} बंद करें: {stop}",
    ),
}
_LINES = {
    NoticeKind.INFORMATION: _("Notice from {office}: {title}"),
    NoticeKind.INVITATION: _("{office} invites you: {title}"),
    NoticeKind.DEADLINE: _("{office}: {title}. Last day {day}."),
}


def key_of(kind) -> str:
    """The message of a kind of notice."""
    return f"targeted_notices.{kind}"


def in_readers_language(titles: dict) -> str:
    """The title in the language that is active, else in English, else in any; ``titles`` maps languages to titles."""
    return titles.get(get_language()) or titles.get(MAIN) or next(iter(titles.values()), "")


def shown_day(iso: str) -> str:
    """A stored day in words."""
    return long_date(date.fromisoformat(iso))


def variables_of(notice, texts) -> dict:
    """What fills the gaps: ``texts`` are the notice's, in all its languages."""
    titles = {text.language: text.title for text in texts}
    return {"office": notice.organisation.name, "title": titles, "day": notice.valid_until.isoformat()}


def register_all() -> None:
    """Let them be sent; called from ``ready()``."""
    gaps = (
        Variable("office"),
        Variable("title", max_length=60, shown=in_readers_language),
        Variable("day", shown=shown_day),
    )
    for kind in NoticeKind:
        english, hindi = _SMS[kind]
        register(
            MessageTemplate(
                key=key_of(kind),
                category=Category.NOTICE,
                urgency=Urgency.INSTANT,
                sms={"en": english, "hi": hindi},
                line=_LINES[kind],
                body=_("Read it on Virtual Clusters, with the reason why you got it."),
                variables=gaps,
            )
        )
