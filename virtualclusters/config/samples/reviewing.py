"""Sample reviews: figures of colleges' and advisers' help, and an entry about the college that waits for its answer."""

from functools import partial

from virtualclusters.areas.reviews.operations import write_entry
from virtualclusters.areas.reviews.queries import By, about_of
from virtualclusters.areas.reviews.telling import tell_figures
from virtualclusters.config.samples.making import actor_of, once, organisation_of

ENTRY = {
    "seen": "Of the projects in the last half year one was measured before and after; the other has no figure yet.",
    "decided": "We ask the college to enter the first figure before the work begins.",
    "rule": "Days without a week's log before the teacher is asked to look",
    "old_value": "21",
    "new_value": "14",
    "no_rule_because": "",
}


def load_reviews(now):
    """What every night does; then the administrator's entry, once."""
    tell_figures(at=now)
    once("review:college", partial(_entry, now), now=now)


def _entry(now):
    about = about_of(By.INSTITUTION, str(organisation_of("college").pk))
    write_entry(about=about, language="en", actor=actor_of("institute"), at=now, **ENTRY)
