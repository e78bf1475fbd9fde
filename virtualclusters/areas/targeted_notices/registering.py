"""What targeted notices add to the portal at start-up; called from ``ready()``."""

from virtualclusters.accounts import erasure, exporting, withdrawing
from virtualclusters.areas.targeted_notices import notices
from virtualclusters.areas.targeted_notices.audience import found_for_help
from virtualclusters.areas.targeted_notices.consent import FOR_HELP, PURPOSE
from virtualclusters.areas.targeted_notices.entries import ENTRY
from virtualclusters.areas.targeted_notices.operations.receiving import end_for_help, forget_owners
from virtualclusters.areas.targeted_notices.own_data import EXPORT
from virtualclusters.areas.targeted_notices.permissions import grant_all
from virtualclusters.exchange.audiences import finds_for_help
from virtualclusters.network.desk_entries import add_desk_entry


def register_all() -> None:
    """Messages, rights, the desk's entry, and what ends with a consent or a person."""
    notices.register_all()
    grant_all()
    add_desk_entry(ENTRY)
    exporting.register(EXPORT)
    withdrawing.ends(PURPOSE, forget_owners)
    withdrawing.ends(FOR_HELP, end_for_help)
    finds_for_help(found_for_help)
    erasure.register(forget_owners)
