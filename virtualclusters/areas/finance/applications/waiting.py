"""What waits for either side of an application, in this area's words."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.exchange.kinds.paths import ANSWERER, PUBLISHER, Phase
from virtualclusters.exchange.kinds.turns import TurnWords

WORK = "loan_work"
TURNS = {
    (PUBLISHER, Phase.ASKED): TurnWords(_("New loan application: %(firm)s"), WORK),
    (PUBLISHER, Phase.SHORTLISTED): TurnWords(_("Go on with the loan application of %(firm)s"), WORK),
    (PUBLISHER, Phase.AGREED): TurnWords(_("Pay out the loan of %(firm)s"), WORK),
    (PUBLISHER, Phase.UNDER_WAY): None,
    (ANSWERER, Phase.ASKED): TurnWords(_("%(firm)s offers you a loan"), WORK),
    (ANSWERER, Phase.SHORTLISTED): TurnWords(_("Answer %(firm)s about your loan"), WORK),
    (ANSWERER, Phase.AGREED): TurnWords(_("%(firm)s says yes: read the loan and answer"), WORK),
}
