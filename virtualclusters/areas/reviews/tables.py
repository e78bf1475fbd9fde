"""Figures as rows of a table, with "too few" where a group is too small."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from virtualclusters.areas.reviews.figures import Figures
from virtualclusters.ui.components import Column, Row
from virtualclusters.ui.formatters import long_date, number


def columns(first):
    """The headings; ``first`` is what the rows are."""
    return [
        Column(first),
        Column(_("Asked"), numeric=True),
        Column(_("Answered in time"), numeric=True),
        Column(_("Days to the first answer"), numeric=True),
        Column(_("Started"), numeric=True),
        Column(_("Finished"), numeric=True),
        Column(_("Nobody answered"), numeric=True),
        Column(_("Would again"), numeric=True),
        Column(_("Confirmed changes"), numeric=True),
        Column(_("Counted on")),
        Column(_("Review")),
    ]


def row(about, told):
    """The cells of one group, from a ``telling.Told``."""
    return [about.words, *_cells(told.figures), long_date(told.counted_at) if told.counted_at else "–", _link(about)]


def summary(kept) -> list[Row]:
    """What an entry keeps, as a summary list; empty when the group was too small."""
    if kept.get("too_few"):
        return []
    labels = [column.label for column in columns("")[1:-2]]
    return [Row(label, cell) for label, cell in zip(labels, _cells(Figures(**kept)), strict=True)]


def _cells(figures):
    few = _("too few")
    if figures.too_few:
        return [few] * 8
    return [
        number(figures.asked),
        number(figures.in_time),
        "–" if figures.median_days is None else _days(figures.median_days),
        number(figures.started),
        number(figures.finished),
        number(figures.lapsed),
        few if figures.too_few_words else _("%(again)s of %(words)s") % _counts(figures),
        number(figures.confirmed),
    ]


def _counts(figures):
    return {"again": number(figures.again), "words": number(figures.words)}


def _days(days):
    shown = round(days, 1)
    told = number(shown, 0 if shown == int(shown) else 1)
    return ngettext("%(n)s day", "%(n)s days", 1 if shown == 1 else 2) % {"n": told}


def _link(about):
    address = f"{reverse('desk_review_write')}?{urlencode({'by': about.by, 'of': about.token})}"
    return format_html(
        '<a class="vc-link" href="{}">{}<span class="vc-visually-hidden">: {}</span></a>',
        address,
        _("Write"),
        about.words,
    )
