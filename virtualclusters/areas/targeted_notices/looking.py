"""What the office's pages show: the live count, a notice before it is sent, and after."""

from django.conf import settings
from django.utils.translation import gettext as _

from virtualclusters.areas.targeted_notices.audience import read_audience
from virtualclusters.areas.targeted_notices.counting import HIDDEN_WORDS, remember_told, size_of
from virtualclusters.areas.targeted_notices.describing import rows_about
from virtualclusters.areas.targeted_notices.examples import examples_of
from virtualclusters.areas.targeted_notices.figures import figures_of
from virtualclusters.areas.targeted_notices.forecast import forecast_of
from virtualclusters.areas.targeted_notices.forms import AudienceForm, GiveBackForm
from virtualclusters.areas.targeted_notices.notices import in_readers_language
from virtualclusters.exchange.audiences import few_hidden
from virtualclusters.ui.components import Column
from virtualclusters.ui.formatters import long_date, number


def beside(form, actor, *, at) -> dict:
    """The count beside the form; nothing before something was typed, and as long as a box of the group is wrong."""
    if not form.is_bound or any(name in form.errors for name in AudienceForm.base_fields):
        return {"size": None}
    return counted(form.audience(), actor, at=at)


def counted(audience, actor, *, at) -> dict:
    """A group's size in words; what was told is remembered."""
    size = size_of(audience, actor=actor, at=at)
    if size.hidden:
        return {"size": size, "hidden_words": HIDDEN_WORDS[size.hidden]}
    remember_told(audience, actor=actor, at=at)
    return {"size": size, "without_consent": few_hidden(size.without_consent)}


def review(notice, actor, *, at) -> dict:
    """A notice as its page shows it."""
    audience = read_audience(notice.audience)
    facts = {"notice": notice, "texts": list(notice.texts.order_by("pk")), "about": rows_about(audience)}
    if notice.sent_at:
        return facts | _what_came_of(notice)
    facts |= counted(audience, actor, at=at)
    if not facts["size"].hidden:
        facts |= {
            "header": settings.SMS_HEADER,
            "forecast": forecast_of(notice, audience, at=at),
            "examples": examples_of(audience, sender_id=notice.organisation_id, at=at),
        }
    return facts | {"own": notice.written_by_id == actor.person_id, "give_back": GiveBackForm()}


def _what_came_of(notice):
    figures = figures_of(notice)
    columns = [Column(_("Day")), *(Column(label, numeric=True) for label in (_("Told"), _("Opened"), _("Acted")))]
    days = [[long_date(day), *map(number, counts)] for day, *counts in figures.by_day]
    return {"figures": figures, "no_consent": few_hidden(figures.no_consent), "columns": columns, "days": days}


def rows_of(notices) -> list[dict]:
    """Notices of a list, each with the title in the reader's language."""
    return [{"notice": one, "title": in_readers_language(_titles(one))} for one in notices]


def typed(notice) -> dict:
    """A kept notice as the form's first values."""
    audience = read_audience(notice.audience)
    texts = {text.language: text for text in notice.texts.all()}
    words = {f"{part}_{code}": getattr(text, part) for code, text in texts.items() for part in ("title", "words")}
    path = f"/opportunities/{notice.opportunity_id}/" if notice.opportunity_id else notice.page
    return {
        **{name: getattr(audience, name) for name in ("concepts", "roles", "needs", "state", "sizes", "owners")},
        "districts": [list(pair) for pair in audience.districts],
        "cluster": audience.cluster,
        "kind": notice.kind,
        "leads_to": path,
        "valid_until": notice.valid_until,
        **words,
    }


def _titles(notice):
    return {text.language: text.title for text in notice.texts.all()} or {"en": ""}
