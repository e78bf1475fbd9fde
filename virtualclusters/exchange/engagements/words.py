"""How an engagement reads: its reasons, verbs and turns in plain words."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.exchange.kinds.kind import kind_of, screens_of

END_REASONS = {
    "another_chosen": _("Another was chosen: all places are taken."),
    "opportunity_ended": _("The other side ended it for everybody."),
    "lapse": _("Nobody answered in time."),
    "withdraw": _("They stepped back."),
    "finish": _("The work is finished."),
    "decline": _("They said no."),
    "refuse": _("Nobody said yes to the invitation."),
}
"""Ends that no person chose a reason for."""

GENERAL_REASONS = {
    "time": _("The time does not fit"),
    "price": _("The price does not fit"),
    "changed": _("Our plans have changed"),
    "other": _("Another reason"),
}
"""What a side may give as its reason where the kind names none of its own."""


def reasons_of(kind):
    """Code to sentence: what a person may choose from when she says no or steps back."""
    return kind.decline_reasons or GENERAL_REASONS


def end_in_words(engagement):
    """Why it ended, in one sentence; empty while it lives."""
    return reason_in_words(engagement.opportunity.kind, engagement.end_reason)


def reason_in_words(kind_slug, code):
    """The sentence of a reason code."""
    kind = kind_of(kind_slug)
    return str({**END_REASONS, **GENERAL_REASONS, **kind.decline_reasons}.get(code, ""))


def verb_in_words(engagement, side, verb):
    """What stands on the button of a verb."""
    return str(screens_of(engagement.opportunity.kind).verbs.get((side, verb), "") or VERBS.get(verb, verb))


VERBS = {
    "start": _("Work has begun"),
    "finish": _("It is finished"),
    "withdraw": _("Step back"),
    "decline": _("Decline"),
    "refuse": _("Not for me"),
    "take_up": _("Yes, I am interested"),
    "accept": _("Accept"),
    "agree": _("Agree: share contacts"),
    "choose": _("Choose: share contacts"),
    "shortlist": _("Keep on the short list"),
    "offer": _("Send my price and terms"),
    "ask_again": _("Ask for other terms"),
    "note": _("Note the interest"),
    "meet": _("Meet: share contacts"),
    "miss": _("Did not come"),
}
"""Words for a kind that names none of its own for a verb."""
