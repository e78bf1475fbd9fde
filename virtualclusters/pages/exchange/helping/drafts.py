"""Every kind's draft for a need: its form filled as if the owner had sent it, so that one tap publishes it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.forms import MultiWidget
from django.http import QueryDict

from virtualclusters.exchange.kinds.from_need import NeedDraft, NeedView
from virtualclusters.exchange.kinds.kind import Kind, kinds, screens_of
from virtualclusters.foundation.time import day_in_india

TITLE_LETTERS = 110
OPEN_FOR = timedelta(days=30)


@dataclass(frozen=True)
class Filled:
    """A kind's draft for a need. ``form`` is None for a kind that is sent by its area's own operation."""

    kind: Kind
    draft: NeedDraft
    form: Any
    posted: QueryDict

    @property
    def is_whole(self) -> bool:
        """Whether nothing is missing that only the owner knows."""
        return self.form is None or self.form.is_valid()

    @property
    def columns(self) -> dict:
        """What the kind's own publishing takes; only of a whole one."""
        return self.form.columns()


def drafts_for(view: NeedView) -> list[Filled]:
    """The drafts of all kinds that can help with a need and that its unit may use, the best first. No query."""
    found = [filled for kind in kinds() if (filled := draft_for(view, kind)) is not None]
    return sorted(found, key=lambda filled: -filled.draft.fits)


def draft_for(view: NeedView, kind: Kind) -> Filled | None:
    """One kind's draft; None when it cannot help with this need, or the unit may not use it."""
    screens = screens_of(kind.slug)
    if screens.from_need is None or not _may_use(view, kind, screens):
        return None
    draft = screens.from_need(view)
    if draft is None:
        return None
    if screens.send_need is not None:
        return Filled(kind, draft, None, QueryDict())
    posted = posted_as(screens.form, _usual(view) | dict(draft.values))
    return Filled(kind, draft, screens.form(posted), posted)


def posted_as(form_class, values) -> QueryDict:
    """Cleaned values as a browser would send them in that form; fields not named keep what the form begins with."""
    blank, posted = form_class(), QueryDict(mutable=True)
    for name, form_field in blank.fields.items():
        value = values.get(name, blank.get_initial_for_field(form_field, name))
        for key, sent in _sent(name, form_field.widget, value):
            posted.setlist(key, sent)
    return posted


def _may_use(view, kind, screens):
    """A unit publishes with the kind's form; what it cannot publish it is sent to by the area's own operation."""
    side = kind.answerer_kinds if screens.send_need is not None else kind.publisher_kinds
    return view.unit.organisation.kind in side and bool(screens.send_need or screens.form)


def _usual(view):
    """What every form asks: the words, and a last day in thirty days."""
    words = " ".join(view.words.split())
    title = words if len(words) <= TITLE_LETTERS else words[:TITLE_LETTERS].rsplit(" ", 1)[0] + " …"
    summary = view.words if title != words else ""
    return {"title": title, "summary": summary, "closes_on": day_in_india(view.at + OPEN_FOR)}


def _sent(name, widget, value):
    if value is None or value is False:
        return
    if isinstance(widget, MultiWidget):
        parts = zip(widget.widgets_names, widget.decompress(value), strict=True)
        yield from ((f"{name}{suffix}", [str(part)]) for suffix, part in parts if part is not None)
    elif isinstance(value, list | tuple):
        yield name, [str(one) for one in value]
    else:
        yield name, ["on" if value is True else value.isoformat() if isinstance(value, date) else str(value)]
