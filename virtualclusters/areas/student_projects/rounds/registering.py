"""What allocation rounds make known at start-up."""

from virtualclusters.areas.student_projects.rounds import permissions, telling
from virtualclusters.areas.student_projects.rounds.entries import ENTRY
from virtualclusters.network.desk_entries import add_desk_entry


def register_rounds() -> None:
    """Rights, messages and the entry on the desk; called from ``ready()``."""
    permissions.grant_all()
    telling.register_all()
    add_desk_entry(ENTRY)
