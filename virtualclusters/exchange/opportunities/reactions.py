"""What opportunities do when something happens."""

from virtualclusters.capabilities.events.reactions import react
from virtualclusters.exchange.opportunities.jobs import gather_for_new_cluster

react("cluster.published", gather_for_new_cluster)
