"""What finding does when something happens."""

from virtualclusters.capabilities.events.reactions import react
from virtualclusters.exchange.alerts.jobs import find_units

react("opportunity.published", find_units)
react("opportunity.changed", find_units)
