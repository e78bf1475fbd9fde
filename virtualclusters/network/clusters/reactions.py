"""When units come into clusters by themselves."""

from virtualclusters.capabilities.events.reactions import react
from virtualclusters.network.clusters.jobs import bring_in_unit, bring_in_units

react("organisation.registered", bring_in_units)
react("organisation.claimed", bring_in_units)
react("unit.opened", bring_in_unit)
react("unit.described", bring_in_unit)
