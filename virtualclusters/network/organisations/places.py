"""Where a unit stands, from its PIN code."""

from django.utils.translation import gettext as _

from virtualclusters.foundation.errors import Refused
from virtualclusters.network.vocabulary.places import place_of_pin


def place_at(pin):
    """District, state and point of a PIN code, as columns of a unit.

    Raises:
        Refused: India Post has no such code.
    """
    place = place_of_pin(pin)
    if place is None:
        raise Refused("no_such_pin", _("We do not know this PIN code."), _("Check the six digits and try again."))
    return {"district": place.district, "state": place.state, "latitude": place.latitude, "longitude": place.longitude}
