"""What schemes do when something happens."""

from virtualclusters.areas.schemes.jobs import ask_support_received, tell_of_change
from virtualclusters.capabilities.events.reactions import react

react("opportunity.changed", tell_of_change)
react("engagement.finish", ask_support_received)
