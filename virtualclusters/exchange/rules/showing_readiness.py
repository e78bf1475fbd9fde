"""How readiness reads: a row of a task list for each paper, and one sentence for all."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from virtualclusters.exchange.rules.readiness import Asked, Readiness, State
from virtualclusters.ui.components import Task
from virtualclusters.ui.formatters import number

STATES = {
    State.VERIFIED: gettext_lazy("You have it: checked here"),
    State.KEPT: gettext_lazy("You have it: in My papers"),
    State.STATED: gettext_lazy("You gave us the number"),
    State.SAID: gettext_lazy("You say you have it"),
    State.EXPIRED: gettext_lazy("It has expired"),
    State.MISSING: gettext_lazy("Missing"),
}


def tasks_of(papers: tuple[Asked, ...]) -> list[Task]:
    """A row for each paper; each leads to where the unit adds it."""
    href = reverse("papers")
    return [Task(one.name, href, str(STATES[one.state]), not one.is_missing, time_words(one)) for one in papers]


def time_words(paper: Asked) -> str:
    """How long a missing paper usually takes, by what that is known, and whether there is time; empty for one that is there."""
    if not paper.is_missing:
        return ""
    if paper.days is None:
        return _("Nobody here knows how long this takes. Ask where you get it.")
    told = ngettext("Usually %(days)s day.", "Usually %(days)s days.", paper.days) % {"days": number(paper.days)}
    late = _("That is longer than the days left.") if paper.comes_too_late else ""
    return " ".join(filter(None, [told, late, _source_words(paper)]))


def _source_words(paper):
    if not paper.is_checked:
        return _("Not checked.")
    return _("Source: %(source)s.") % {"source": paper.source}


def verdict_of(ready: Readiness) -> str:
    """One sentence for the whole list. It says what can be ready in time, never who will be chosen."""
    if not ready.missing:
        return _("You have every paper that is surely asked.")
    if ready.too_late:
        names = ", ".join(one.name for one in ready.too_late)
        return _("Not in time, as it looks: %(names)s.") % {"names": names}
    if ready.longest is None:
        return _("Some papers are missing. For one of them nobody here knows how long it takes.")
    told = {"days": number(ready.longest)}
    return ngettext("You can be ready in %(days)s day.", "You can be ready in %(days)s days.", ready.longest) % told
