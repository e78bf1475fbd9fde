"""What tenders do when something happens."""

from virtualclusters.areas.tenders.jobs import ask_value_won, tell_of_change, tell_of_plan
from virtualclusters.capabilities.events.reactions import react

react("opportunity.changed", tell_of_change)
react("engagement.finish", ask_value_won)
react("opportunity.led_to", tell_of_plan)
