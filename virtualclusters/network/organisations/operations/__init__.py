"""Verbs of organisations, units and their people. A module a group of verbs; call them through this package."""

from virtualclusters.network.organisations.operations.appointing import appoint_administrator
from virtualclusters.network.organisations.operations.checking_in import check_in
from virtualclusters.network.organisations.operations.claiming import claim, register_for_owner
from virtualclusters.network.organisations.operations.describing import (
    add_concept,
    correct_chips,
    describe,
    found_in,
    remove_concept,
    set_capacity,
)
from virtualclusters.network.organisations.operations.editing import (
    change_place,
    describe_organisation,
    let_be_approached,
    renew_profile,
)
from virtualclusters.network.organisations.operations.leaving import close_organisation, leave
from virtualclusters.network.organisations.operations.members import (
    accept,
    change_role,
    decline,
    end_membership,
    invite_member,
)
from virtualclusters.network.organisations.operations.registering import (
    add_unit,
    register_enterprise,
    register_organisation,
)

__all__ = [
    "accept",
    "add_concept",
    "add_unit",
    "appoint_administrator",
    "change_place",
    "change_role",
    "check_in",
    "claim",
    "close_organisation",
    "correct_chips",
    "decline",
    "describe",
    "describe_organisation",
    "end_membership",
    "found_in",
    "invite_member",
    "leave",
    "let_be_approached",
    "register_enterprise",
    "register_for_owner",
    "register_organisation",
    "remove_concept",
    "renew_profile",
    "set_capacity",
]
