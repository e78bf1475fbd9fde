"""What targeted notices add to the portal at start-up; called from ``ready()``."""

from virtualclusters.accounts import erasure, exporting, withdrawing
from virtualclusters.areas.targeted_notices import notices
from virtualclusters.areas.targeted_notices.consent import PURPOSE
from virtualclusters.areas.targeted_notices.entries import ENTRY
from virtualclusters.areas.targeted_notices.operations.receiving import forget_owners
from virtualclusters.areas.targeted_notices.own_data import EXPORT
from virtualclusters.areas.targeted_notices.permissions import grant_all
from virtualclusters.network.desk_entries import add_desk_entry


def register_all() -> None:
    """Messages, rights, the desk's entry, and what ends with a consent or a person."""
    notices.register_all()
    grant_all()
    add_desk_entry(ENTRY)
    exporting.register(EXPORT)
    withdrawing.ends(PURPOSE, forget_owners)
    erasure.register(forget_owners)
