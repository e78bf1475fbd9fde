"""What waits for the two of a case, in this area's words. Her last word is asked for as in every kind."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.advice.kinds import ADVICE, HELP_OFFER
from virtualclusters.exchange.kinds.paths import ANSWERER, PUBLISHER, Phase
from virtualclusters.exchange.kinds.turns import TurnWords, tell_turns

CASE = "advice_case"
WORK = {
    (PUBLISHER, Phase.AGREED): TurnWords(_("Plan the help for %(firm)s"), CASE),
    (PUBLISHER, Phase.UNDER_WAY): TurnWords(_("How is the help for %(firm)s going?"), CASE),
}
TURNS = {
    (PUBLISHER, Phase.ASKED): TurnWords(_("%(firm)s asks you for advice"), CASE),
    (ANSWERER, Phase.SHORTLISTED): TurnWords(_("Choose a time with %(firm)s"), CASE),
    **WORK,
}
HELP_TURNS = {(ANSWERER, Phase.AGREED): TurnWords(_("Choose a time with %(firm)s"), CASE), **WORK}


def register_turns():
    """Give the turns of both kinds their words; called from ``ready()``."""
    tell_turns(ADVICE, TURNS)
    tell_turns(HELP_OFFER, HELP_TURNS)
