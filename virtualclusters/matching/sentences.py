"""Reasons in plain sentences, in the reader's language.

Names of concepts come from the caller (`name`), and so does how a distance and a rule's values read.
"""

from collections.abc import Callable, Mapping
from typing import Final, cast

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from virtualclusters.matching.answers import Step
from virtualclusters.matching.fairness import Moved
from virtualclusters.matching.peers import PeerReason, Tie
from virtualclusters.matching.place import Band
from virtualclusters.matching.reasons import About, Reason
from virtualclusters.matching.relations import Link
from virtualclusters.matching.rules import sentence
from virtualclusters.matching.rules.facts import Words
from virtualclusters.matching.rules.words import Show, plain
from virtualclusters.matching.values import ConceptId, UnitRole

Name = Callable[[ConceptId], str]
"""How a concept is called in the reader's language."""
NAMES_SHOWN: Final = 2

_SAME: Final[Mapping[UnitRole, Words]] = {
    UnitRole.MAKES: gettext_lazy("You make this: %(own)s."),
    UnitRole.CAN: gettext_lazy("You can do this: %(own)s."),
    UnitRole.USES: gettext_lazy("You work with this: %(own)s."),
    UnitRole.HOLDS: gettext_lazy("You have this: %(own)s."),
    UnitRole.NEEDS: gettext_lazy("You need this: %(own)s."),
}
_NEAR_IT: Final[Mapping[UnitRole, Words]] = {
    UnitRole.MAKES: gettext_lazy("You make %(own)s. This is about %(asked)s."),
    UnitRole.CAN: gettext_lazy("You can do %(own)s. This is about %(asked)s."),
    UnitRole.USES: gettext_lazy("You work with %(own)s. This is about %(asked)s."),
    UnitRole.HOLDS: gettext_lazy("You have %(own)s. This is about %(asked)s."),
    UnitRole.NEEDS: gettext_lazy("You need %(own)s. This is about %(asked)s."),
}
_IS_FOR: Final[Mapping[Link, Words]] = {
    Link.MACHINE_FOR: gettext_lazy("%(asked)s: this machine is for %(own)s."),
    Link.MATERIAL_FOR: gettext_lazy("%(asked)s: this goes into %(own)s."),
    Link.SERVICE_FOR: gettext_lazy("%(asked)s: this work is done for %(own)s."),
    Link.CERTIFICATE_FOR: gettext_lazy("%(asked)s: this certificate is for %(own)s."),
    Link.SKILL_FOR: gettext_lazy("%(asked)s: this skill is for %(own)s."),
}
_IS_FOR_WHAT_YOU: Final[Mapping[UnitRole, Words]] = {
    UnitRole.MAKES: gettext_lazy("%(is_for)s You make that."),
    UnitRole.USES: gettext_lazy("%(is_for)s You work with that."),
    UnitRole.CAN: gettext_lazy("%(is_for)s You can do that."),
    UnitRole.HOLDS: gettext_lazy("%(is_for)s You have that."),
    UnitRole.NEEDS: gettext_lazy("%(is_for)s You need that."),
}
_PLACES: Final[Mapping[Band, Words]] = {
    Band.SAME_DISTRICT: gettext_lazy("It is in your district."),
    Band.SAME_STATE: gettext_lazy("It is in your state."),
    Band.OTHER_STATE: gettext_lazy("It is in another state."),
    Band.ANYWHERE: gettext_lazy("It can be done from anywhere."),
    Band.NOT_KNOWN: gettext_lazy("We do not know how far away it is."),
}
_TIES: Final[Mapping[Tie, Words]] = {
    Tie.SAME_PRODUCT: gettext_lazy("They make this too: %(theirs)s."),
    Tie.SUPPLIES_YOU: gettext_lazy("They make %(theirs)s. It is for %(own)s, which you make."),
    Tie.YOU_SUPPLY: gettext_lazy("They make %(theirs)s. Your %(own)s is for that."),
    Tie.SAME_MACHINE: gettext_lazy("They work with this machine too: %(theirs)s."),
    Tie.SAME_DISTRICT: gettext_lazy("They are in your district."),
}

_MOVED: Final[Mapping[Moved, Words]] = {
    Moved.ROTATED: gettext_lazy("Many firms fit this equally well. It was your turn to be told."),
    Moved.RAISED: gettext_lazy("We told you of little lately. So a place was kept for you."),
}


def moved_sentence(moved: Moved) -> str:
    """Why a unit was told of something although there were more that fit than could be told."""
    return str(_MOVED[moved])


def kilometres(distance: float) -> str:
    """A distance in whole kilometres, at least one."""
    whole = max(1, round(distance))
    return ngettext("%(number)s km", "%(number)s km", whole) % {"number": whole}


def reason_sentence(
    reason: Reason, name: Name, show: Show = plain, show_distance: Callable[[float], str] = kilometres
) -> str:
    """One reason, for or against, as a sentence for the owner."""
    if reason.about is About.CONCEPT:
        return _of_concept(reason, name)
    if reason.about is About.PLACE:
        return _of_place(reason, show_distance)
    if reason.about is About.CONDITION and reason.verdict is not None:
        return sentence(reason.verdict, show)
    if reason.about is About.WORDS:
        return _("You both use these words: %(words)s.") % {"words": ", ".join(reason.words[:NAMES_SHOWN])}
    return _of_the_rest(reason)


def peer_sentence(reason: PeerReason, name: Name, show_distance: Callable[[float], str] = kilometres) -> str:
    """Why a unit is suggested as a peer."""
    if reason.distance_km is not None:
        return _("They are %(distance)s away.") % {"distance": show_distance(reason.distance_km)}
    own = "" if reason.own is None else name(reason.own)
    theirs = "" if reason.theirs is None else name(reason.theirs)
    return str(_TIES[reason.tie]) % {"own": own, "theirs": theirs}


def _of_concept(reason: Reason, name: Name) -> str:
    role, asked = cast(UnitRole, reason.role), cast(ConceptId, reason.asked)
    values = {"own": ", ".join(name(own) for own in reason.own[:NAMES_SHOWN]), "asked": name(asked)}
    if reason.step is Step.SAME:
        return str(_SAME[role]) % values
    if reason.step is Step.SERVES and reason.link is not None:
        return str(_IS_FOR_WHAT_YOU[role]) % {"is_for": str(_IS_FOR[reason.link]) % values}
    return str(_NEAR_IT[role]) % values


def _of_place(reason: Reason, show_distance: Callable[[float], str]) -> str:
    if reason.distance_km is None:
        return str(_PLACES[reason.band or Band.NOT_KNOWN])
    away = show_distance(reason.distance_km)
    if reason.radius_km is not None:
        limit = show_distance(reason.radius_km)
        return _("It is %(distance)s away. It is only for units within %(limit)s.") % {"distance": away, "limit": limit}
    return _("It is %(distance)s away.") % {"distance": away}


def _of_the_rest(reason: Reason) -> str:
    if reason.about is About.OPEN_TO_ALL:
        return _("It is for everybody who meets the conditions.")
    if reason.about is About.CLOSED:
        return _("The last day is over.")
    if reason.about is About.PHRASE:
        return _("It is called like what you make or do.")
    if reason.about is About.WON:
        return _("It is like what you won before.")
    return _("It is held in your language.") if reason.effect > 0 else _("It is held in another language.")
