"""What the path's table cannot know: a step of the exchange needs what stands in the application."""

from django.utils.translation import gettext as _

from virtualclusters.areas.finance.models import Decline, Disbursement, Facility, LoanApplication, Purpose, Stage
from virtualclusters.areas.finance.packages.telling import months
from virtualclusters.foundation.errors import Refused
from virtualclusters.ui.formatters import inr_short

PLAIN_MOVES = {
    Stage.RECEIVED: (Stage.DOCUMENTS, Stage.VISIT, Stage.DECISION),
    Stage.DOCUMENTS: (Stage.VISIT, Stage.DECISION),
    Stage.QUERY: (Stage.DOCUMENTS, Stage.VISIT, Stage.DECISION),
    Stage.VISIT: (Stage.DOCUMENTS, Stage.DECISION),
    Stage.DECISION: (Stage.DOCUMENTS, Stage.VISIT),
}
"""To which stages a lender may put an application with nothing more to say. A question, a sanction and money have verbs of their own."""
BEFORE_SANCTION = frozenset(PLAIN_MOVES)


def refuse_step_without_its_facts(engagement, verb, at):
    """A step of a loan that was not taken on the application's own page; None when its facts are there."""
    objection = _OBJECTIONS.get(verb)
    return objection(LoanApplication.objects.filter(pk=engagement.pk)) if objection else None


def _no_application(rows):
    if not rows.exists():
        return Refused("apply_first", _("The lender needs your amount and your papers."), _("Fill in the application."))
    return None


def _not_begun(rows):
    if not rows.exclude(stage=Stage.RECEIVED).exists():
        return _elsewhere("not_begun", _("Say first what you do with it."))
    return None


def _not_sanctioned(rows):
    if not rows.filter(sanctioned_at__isnull=False).exists():
        return _elsewhere("not_sanctioned", _("Say how much, at which rate, for how long."))
    return None


def _no_way_back(rows):
    if not Decline.objects.filter(application__in=rows).exists():
        return _elsewhere("decline_incomplete", _("Say why, how to mend it, and when to come back."))
    return None


def _nothing_paid(rows):
    if not Disbursement.objects.filter(application__in=rows).exists():
        return _elsewhere("nothing_paid", _("The lender notes first how much it paid out, and when."))
    return None


def _elsewhere(code, sentence):
    return Refused(code, sentence, _("Do it on the page of the application."))


_OBJECTIONS = {
    "take_up": _no_application,
    "shortlist": _not_begun,
    "choose": _not_sanctioned,
    "decline": _no_way_back,
    "start": _nothing_paid,
}


def what_does_not_fit(package, *, amount, term, purpose, facility) -> list[str]:
    """Why a package cannot be applied for so: one sentence each; none when it can. ``term`` in months."""
    found = []
    if not package.amount_min <= amount <= package.amount_max:
        limits = {"least": inr_short(package.amount_min), "most": inr_short(package.amount_max)}
        found.append(_("It lends from %(least)s to %(most)s.") % limits)
    if term > package.months_max:
        found.append(_("It lends for %(months)s at most.") % {"months": months(package.months_max)})
    if purpose not in package.purposes:
        found.append(_("It is not for this purpose: %(purpose)s.") % {"purpose": Purpose(purpose).label})
    if facility not in package.facilities:
        found.append(_("It is not given in this form: %(form)s.") % {"form": Facility(facility).label})
    return found
