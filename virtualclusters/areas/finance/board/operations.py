"""What a lender writes down at its board."""

from django.db import transaction
from django.utils.translation import gettext as _

from virtualclusters.areas.finance.board.permissions import BookPermission
from virtualclusters.areas.finance.models import BookCaps
from virtualclusters.foundation.errors import Refused
from virtualclusters.foundation.time import day_in_india


@transaction.atomic
def set_caps(*, capital, single_name_percent, sector_percent, decided_on, actor, at) -> BookCaps:
    """Write down what the lender's board allows; None for no cap. ``at`` dates a decision that was given no day.

    Raises:
        Refused: the actor does not decide for a lender.
    """
    if not actor.may(BookPermission.BOOK_SET):
        raise Refused("not_a_decider", _("Only who decides for the lender sets its caps."))
    told = {"capital": capital, "single_name_percent": single_name_percent, "sector_percent": sector_percent}
    caps, _new = BookCaps.objects.update_or_create(
        lender=actor.organisation, defaults=told | {"decided_on": decided_on or day_in_india(at)}
    )
    return caps
