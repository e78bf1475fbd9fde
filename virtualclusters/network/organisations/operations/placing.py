"""A unit at a place, and the year for which its profile stands."""

from virtualclusters.network.organisations.models import Unit
from virtualclusters.network.organisations.places import place_at
from virtualclusters.network.organisations.profile_time import expiry_after


def make_unit(organisation, *, pin, language, at, address="", name=""):
    """A unit at a PIN code: its district, state and point come from the code.

    Raises:
        Refused: no such PIN code.
    """
    where = place_at(pin)
    return Unit.objects.create(
        organisation=organisation,
        name=name,
        address=address,
        pin=pin,
        languages=[language],
        created_at=at,
        renewed_at=at,
        expires_at=expiry_after(at),
        **where,
    )


def renew(unit, *, at):
    """Start the year of a locked unit anew."""
    unit.renewed_at, unit.expires_at = at, expiry_after(at)
    unit.save(update_fields=["renewed_at", "expires_at"])
