"""What a number, an address and a paper tell by themselves. Pure: values in, findings out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from virtualclusters.foundation.identifiers import (
    IdentifierKind,
    Malformed,
    normal_form,
    pan_in_gstin,
    state_in_gstin,
    state_in_udyam,
)
from virtualclusters.foundation.states import states_of_pin

FREE_MAIL = frozenset(
    [
        "gmail.com",
        "yahoo.com",
        "yahoo.in",
        "yahoo.co.in",
        "rediffmail.com",
        "hotmail.com",
        "outlook.com",
        "live.com",
        "icloud.com",
        "aol.com",
        "protonmail.com",
        "proton.me",
        "zoho.com",
        "zohomail.in",
        "ymail.com",
    ]
)
OFFICIAL_ENDINGS = (".gov.in", ".nic.in", ".ac.in", ".edu.in", ".res.in", ".bank.in")


class Outcome(StrEnum):
    """``OK`` and ``NOTE`` are green; ``LOOK`` and ``WRONG`` want a person's eye."""

    OK = "ok"
    NOTE = "note"
    LOOK = "look"
    WRONG = "wrong"


@dataclass(frozen=True)
class Check:
    """One finding: what was looked at, how it came out, and the sentence a verifier reads."""

    code: str
    outcome: Outcome
    sentence: str | Promise


@dataclass(frozen=True)
class Facts:
    """All that the checks of one case look at.

    Args:
        kind: of the number, or None when the organisation as such is looked at.
        number: in normal form, or "".
        others: the organisation's other live numbers, by kind.
        places: state letters and PIN of each unit that is open.
        mailboxes: e-mail addresses of the organisation's people.
        website: of the organisation, or "".
        paper: state of the evidence ("checked", "quarantined", "refused"), or "" when none was sent.
        lookalikes: how many other organisations look like this one.
    """

    kind: IdentifierKind | None
    number: str
    others: Mapping[IdentifierKind, Sequence[str]]
    places: Sequence[tuple[str, str]]
    mailboxes: Sequence[str]
    website: str
    paper: str
    lookalikes: int


def findings(facts: Facts) -> list[Check]:
    """Every check that says something about this case, in the order a verifier reads them."""
    found = [_paper(facts), _format(facts), _pan(facts), _state(facts), _pin(facts), _mail(facts), _lookalikes(facts)]
    return [check for check in found if check]


def all_green(checks: Sequence[Check]) -> bool:
    """Whether nothing wants a person's eye."""
    return all(check.outcome in (Outcome.OK, Outcome.NOTE) for check in checks)


def cross_check(
    kind: IdentifierKind, number: str, *, others: Mapping[IdentifierKind, Sequence[str]], states: Sequence[str]
) -> bool | None:
    """Whether a number agrees with the organisation's other numbers and with the states of its units.

    None when there is nothing to compare it with.
    """
    answers = [_same_pan(kind, number, others), _same_state(kind, number, states)]
    said = [answer for answer in answers if answer is not None]
    return all(said) if said else None


def _same_pan(kind, number, others) -> bool | None:
    mine, theirs = _pans(kind, [number]), [pan for other, numbers in others.items() for pan in _pans(other, numbers)]
    return mine[0] in theirs if mine and theirs else None


def _pans(kind, numbers) -> list[str]:
    """The PANs that numbers of a kind carry."""
    if kind == IdentifierKind.GSTIN:
        return [pan_in_gstin(number) for number in numbers]
    if kind in (IdentifierKind.PAN, IdentifierKind.IEC):
        return [number for number in numbers if not number.isdigit()]
    return []


def _same_state(kind, number, states) -> bool | None:
    state = _state_in(kind, number)
    known = [one for one in states if one]
    return state in known if state and known else None


def _state_in(kind, number) -> str | None:
    if kind == IdentifierKind.GSTIN:
        return state_in_gstin(number)
    return state_in_udyam(number) if kind == IdentifierKind.UDYAM else None


def _paper(facts: Facts) -> Check | None:
    if facts.kind is None:
        return None
    if facts.paper == "checked":
        return Check("paper", Outcome.OK, _("A paper is here and safe to open."))
    return Check("paper", Outcome.LOOK, _("No paper that can be opened."))


def _format(facts: Facts) -> Check | None:
    if facts.kind is None:
        return None
    try:
        normal_form(facts.kind, facts.number)
    except Malformed as error:
        return Check("format", Outcome.WRONG, error.sentence)
    if facts.kind == IdentifierKind.GSTIN:
        return Check("format", Outcome.OK, _("The form and the check sign are right."))
    return Check("format", Outcome.OK, _("The form is right."))


def _pan(facts: Facts) -> Check | None:
    if facts.kind is None:
        return None
    same = _same_pan(facts.kind, facts.number, facts.others)
    if same is None:
        return None
    if same:
        return Check("pan", Outcome.OK, _("The PAN is the same in all numbers they stated."))
    return Check("pan", Outcome.WRONG, _("The PAN differs between the numbers they stated."))


def _state(facts: Facts) -> Check | None:
    if facts.kind is None or not _state_in(facts.kind, facts.number):
        return None
    same = _same_state(facts.kind, facts.number, [state for state, _pin_code in facts.places])
    if same is None:
        return Check("state", Outcome.LOOK, _("We do not know the state of the unit."))
    if same:
        return Check("state", Outcome.OK, _("The state in the number is the state of the unit."))
    return Check("state", Outcome.WRONG, _("The state in the number is not the state of the unit."))


def _pin(facts: Facts) -> Check | None:
    known = [(state, pin) for state, pin in facts.places if state and pin]
    if not known:
        return Check("pin", Outcome.LOOK, _("There is no PIN code to compare with the state."))
    if all(state in states_of_pin(pin) for state, pin in known):
        return Check("pin", Outcome.OK, _("The PIN code lies in the state."))
    return Check("pin", Outcome.LOOK, _("The PIN code does not look like one of this state. Look again."))


def _mail(facts: Facts) -> Check:
    domains = {mailbox.rpartition("@")[2].lower() for mailbox in facts.mailboxes if mailbox}
    site = facts.website.partition("//")[2].partition("/")[0].lower().removeprefix("www.")
    if site and site in domains:
        return Check("mail", Outcome.OK, _("Their e-mail and their website have the same name."))
    if any(domain.endswith(OFFICIAL_ENDINGS) for domain in domains):
        return Check("mail", Outcome.OK, _("Their e-mail is at an official address."))
    if not domains:
        return Check("mail", Outcome.NOTE, _("They gave no e-mail address."))
    if domains <= FREE_MAIL:
        return Check("mail", Outcome.NOTE, _("Their e-mail is a free mailbox, as of most small units."))
    return Check(
        "mail", Outcome.NOTE, _("Their e-mail has a name of its own and there is no website to compare it with.")
    )


def _lookalikes(facts: Facts) -> Check:
    if not facts.lookalikes:
        return Check("lookalikes", Outcome.OK, _("No other organisation looks like this one."))
    return Check("lookalikes", Outcome.LOOK, _("Another organisation looks like this one. Compare them below."))
