"""What tenders do when something happens."""

from virtualclusters.areas.tenders.jobs import ask_value_won, tell_of_change
from virtualclusters.capabilities.events.reactions import react

react("opportunity.changed", tell_of_change)
react("engagement.finish", ask_value_won)
