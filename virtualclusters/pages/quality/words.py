"""How a match reads at the desk: how strong it is, what speaks for and against it, and what ends it."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.matching.ranking import Damped
from virtualclusters.matching.reasons import About, Match, Reason
from virtualclusters.matching.rules import Answer
from virtualclusters.matching.rules.words import condition_sentence
from virtualclusters.matching.scoring import WORTH_SHOWING
from virtualclusters.pages.finding.words import Words

STRENGTHS = [
    (0.6, gettext_lazy("strong"), "leaf"),
    (0.4, gettext_lazy("fair"), "marigold"),
    (WORTH_SHOWING, gettext_lazy("weak"), "grey"),
]
"""From which score on a match is called so, and the colour of its tag; from the weakest on people are told. The score is about how
likely an adviser would call it relevant (matching/scoring.py)."""
ANSWERS = {
    Answer.YES: gettext_lazy("They meet it."),
    Answer.NO: gettext_lazy("They do not meet it."),
    Answer.NOT_KNOWN: gettext_lazy("We do not know if they meet it."),
}
LOWERED = {
    Damped.CROWDED: gettext_lazy("Lower in the list: nearly all answers are taken."),
    Damped.SAME_PUBLISHER: gettext_lazy("Lower in the list: more of the same publisher stands above."),
    Damped.GENERAL: gettext_lazy("Lower in the list: another offer for everybody stands above."),
    Damped.LIKE_DISMISSED: gettext_lazy("Lower in the list: it is like something they put away."),
    Damped.MADE_ROOM: gettext_lazy("Lower in the list: what is about their own things goes first."),
}


def strength(match: Match):
    """How strong a match is, in a word, and the colour of its tag."""
    for least, words, colour in STRENGTHS:
        if match.would_be >= least:
            return words, colour
    return _("very weak"), "grey"


def reasons_at_the_desk(match: Match, words: Words) -> list[str]:
    """What speaks for it, then what against it. Of the unit's figures only whether a condition is met, never the figure."""
    return [_sentence(reason, words) for reason in (*match.reasons_for, *match.reasons_against)]


def what_ends_it(match: Match, words: Words) -> list[str]:
    """Each condition that says no, or the distance or the last day that does."""
    noes = match.eligibility.of(Answer.NO, hard=True)
    if noes:
        return [condition_sentence(verdict.rule, words.show) for verdict in noes]
    ending = (reason for reason in match.reasons_against if reason.about in (About.PLACE, About.CLOSED))
    return [words.sentence(reason) for reason in ending]


def lowered(damped) -> list[str]:
    """What moved it down the unit's list, in sentences."""
    return [str(LOWERED[why]) for why in Damped if why in damped]


def _sentence(reason: Reason, words: Words) -> str:
    if reason.about is About.CONDITION and reason.verdict is not None:
        return f"{condition_sentence(reason.verdict.rule, words.show)} {ANSWERS[reason.verdict.answer]}"
    return words.sentence(reason)
