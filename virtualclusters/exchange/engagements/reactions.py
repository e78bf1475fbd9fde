"""What engagements do when something happens."""

from virtualclusters.capabilities.events.reactions import react
from virtualclusters.exchange.engagements.jobs import close_out

react("opportunity.ended", close_out)
