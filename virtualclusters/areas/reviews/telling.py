"""Which figures people read, and when they change: never so that a difference gives a single answer away.

A group's figures are told from three requests on, and anew when at least three more came; closing words the same, for themselves.
What stays untold beside them in the same grouping is nothing, or at least three too: else who adds the groups up and subtracts them
from another grouping would be left with one answer. Until then the former figures stand, with the day they were counted on.
"""

from dataclasses import asdict, dataclass

from django.db import transaction

from virtualclusters.areas.reviews.figures import FEWEST, Figures, answers_ever, figures_by
from virtualclusters.areas.reviews.models import ReviewEntry, ToldFigures

By = ReviewEntry.By
NOTHING = Figures(0, 0, 0, 0, 0, 0, None)
TOO_FEW = {"too_few": True}


@dataclass(frozen=True)
class Told:
    """What is told of a group, and on which moment it was counted (None: nothing yet)."""

    figures: Figures
    counted_at: object


@dataclass
class _Group:
    """A group as it stands and as it is told; ``asked`` and ``words`` since the beginning."""

    row: ToldFigures
    now: Figures
    asked: int
    words: int

    @property
    def new_asked(self):
        return self.asked - self.row.asked_ever

    @property
    def new_words(self):
        return self.words - self.row.words_ever


def told_by(by) -> dict[tuple, Told]:
    """What is told of every group of a grouping. One query."""
    rows = ToldFigures.objects.filter(by=by)
    return {_key(row): Told(_read(row.figures), row.counted_at) for row in rows}


def told_of(by, key) -> Figures:
    """What is told of one group. One query."""
    row = ToldFigures.objects.filter(by=by, group=[str(part) for part in key]).first()
    return _read(row.figures) if row else NOTHING


def tell_figures(*, at):
    """Count anew, and tell what may be told. Safe to run twice: what is told already is not new."""
    for by in By.values:
        _tell(by, at)


@transaction.atomic
def _tell(by, at):
    groups = _groups(by, at)
    counts = _tellable(groups, "new_asked", lambda group: group.now.asked)
    for group in counts:
        words = {name: group.row.figures.get(name, 0) for name in ("words", "again")}
        group.row.figures = asdict(group.now) | words
        group.row.asked_ever, group.row.counted_at = group.asked, at
    for group in _tellable(groups, "new_words", lambda group: group.now.words):
        if "asked" in group.row.figures:
            group.row.figures |= {"words": group.now.words, "again": group.now.again}
            group.row.words_ever = group.words
    for group in groups:
        _forget_what_is_over(group)
        group.row.save()


def _groups(by, at):
    told = {_key(row): row for row in ToldFigures.objects.select_for_update().filter(by=by)}
    counted, ever = figures_by(by, at=at), answers_ever(by, at=at)
    return [_Group(told.get(key) or _new_row(by, key), counted.get(key, NOTHING), *ever[key]) for key in sorted(ever)]


def _new_row(by, key):
    return ToldFigures(by=by, group=[str(part) for part in key], figures=TOO_FEW)


def _tellable(groups, new, counted):
    """The groups of which enough is new; of these the smallest are held until what stays untold is nothing or enough."""
    ready = [group for group in groups if counted(group) >= FEWEST and getattr(group, new) >= FEWEST]
    ready.sort(key=lambda group: getattr(group, new))
    untold = sum(getattr(group, new) for group in groups if group not in ready)
    while ready and 0 < untold < FEWEST:
        untold += getattr(ready.pop(0), new)
    return ready


def _forget_what_is_over(group):
    """Of what is older than twelve months nothing is told."""
    if group.now.asked < FEWEST:
        group.row.figures = TOO_FEW
    elif group.now.words < FEWEST and "words" in group.row.figures:
        group.row.figures |= {"words": 0, "again": 0}


def _key(row):
    return (int(row.group[0]),) if row.by == By.INSTITUTION else tuple(row.group)


def _read(kept):
    return NOTHING if kept.get("too_few") else Figures(**kept)
