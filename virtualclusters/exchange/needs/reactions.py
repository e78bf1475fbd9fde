"""When needs are kept by themselves."""

from virtualclusters.capabilities.events.reactions import react
from virtualclusters.exchange.needs.jobs import keep_of_organisation, keep_of_unit

react("organisation.registered", keep_of_organisation)
react("organisation.claimed", keep_of_organisation)
react("unit.described", keep_of_unit)
