"""What can be done with clusters beyond taking part."""

from enum import StrEnum


class ClusterPermission(StrEnum):
    """The administrator's: opening clusters and naming who looks after them."""

    CLUSTER_OPEN = "cluster:open"
