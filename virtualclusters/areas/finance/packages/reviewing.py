"""One of the lender's packages with what may be done with it by whom."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.areas.finance.packages.fields import PercentField
from virtualclusters.areas.finance.packages.fitting import count_told
from virtualclusters.areas.finance.packages.listing import OPEN, STATES, WAITS, state_of
from virtualclusters.areas.finance.packages.looking import owners_card
from virtualclusters.areas.finance.packages.operations import wants_two_persons
from virtualclusters.areas.finance.packages.wording import contradiction_in_words
from virtualclusters.areas.finance.permissions import PackagePermission
from virtualclusters.foundation.errors import Refused
from virtualclusters.matching.rules import contradictions

_DONE = {
    "submit": gettext_lazy("Sent. The package is published, or waits for a second person."),
    "approve": gettext_lazy("Published. We now look for units that fit."),
    "return": gettext_lazy("Sent back. Whoever wrote it can change it."),
    "confirm": gettext_lazy("Confirmed. Owners see today as the day."),
    "withdraw": gettext_lazy("Withdrawn. Nobody can apply any more."),
    "discard": gettext_lazy("Thrown away."),
}


def done(verb) -> str:
    """What the lender reads after a step."""
    return str(_DONE[verb])


def review(one, actor, *, at) -> dict:
    """What the page of a package shows."""
    state, published = state_of(one, at), one.opportunity.published_at is not None
    wrote = one.detail.drafted_by_id == actor.person_id
    return {
        "one": one,
        "as_owner": owners_card(one, at=at),
        "fits": count_told(one.scope, at=at),
        "words": STATES[state][0],
        "colour": STATES[state][1],
        "contradictions": [contradiction_in_words(found) for found in contradictions(one.scope.rules, at)],
        "may_change": not published and actor.may(PackagePermission.PACKAGE_WRITE),
        "may_submit": not published and state != WAITS,
        "two_persons": wants_two_persons(one.opportunity.unit.organisation_id),
        "may_approve": state == WAITS and not wrote,
        "waits_for_another": state == WAITS and wrote,
        "is_open": state == OPEN,
    }


def told_with(verb, posted) -> dict:
    """What a step is told beside the package: words with a return, today's benchmark with a confirmation.

    Raises:
        Refused: the rate is no number; nothing was said with a return.
    """
    if verb == "return":
        words = posted.get("words", "").strip()
        if not words:
            raise Refused("no_words", _("Say what should change."))
        return {"words": words}
    if verb == "confirm" and posted.get("benchmark_percent", "").strip():
        return {"benchmark_percent": _rate(posted["benchmark_percent"])}
    return {}


def _rate(typed):
    field = PercentField()
    try:
        return field.clean(typed)
    except ValidationError as wrong:
        raise Refused("not_a_rate", _("Enter the rate as a number, like 8.25.")) from wrong
