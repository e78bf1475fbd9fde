"""The rule-by-rule answers under a package, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from virtualclusters.areas.finance.packages.terms import fits_amount
from virtualclusters.exchange.rules.showing import shown
from virtualclusters.matching.rules import Answer, change_sentence, condition_sentence, evaluate_all
from virtualclusters.ui.formatters import inr_short, number


@dataclass(frozen=True)
class Line:
    """One thing a package asks. ``answer`` is yes, no or not_known, empty when no unit is asked; ``change`` what would turn it."""

    asked: str
    answer: str = ""
    change: str = ""


def lines_about(package, wish, about_products, facts, at):
    """What the package asks: of the products, of the unit, of the amount and the time. ``facts`` None: nobody is asked."""
    if package.scope.concepts:
        yield _products(package, about_products)
    for verdict in evaluate_all(package.scope.rules, facts or {}, at).verdicts:
        asked = condition_sentence(verdict.rule, shown)
        if facts is None:
            yield Line(asked)
        else:
            yield Line(asked, str(verdict.answer), change_sentence(verdict.change, shown) if verdict.change else "")
    yield _amount(package.detail, wish)
    yield _time(package.detail, wish)


def _products(package, answer):
    several = len(package.scope.concepts) > 1
    words = _("What you make: one of these: %(names)s.") if several else _("What you make: %(names)s.")
    asked = words % {"names": scope_in_words(package)}
    if answer is None:
        return Line(asked)
    changes = {
        Answer.NOT_KNOWN: _("Tell us in your profile what you make."),
        Answer.NO: _("It is for units that make this."),
    }
    return Line(asked, str(answer), changes.get(answer, ""))


def scope_in_words(package) -> str:
    """What units make that the package is for; empty when it is for whatever they make."""
    return ", ".join(package.names[pk] for pk in package.scope.concepts if pk in package.names)


def _amount(detail, wish):
    limits = {"least": inr_short(detail.amount_min), "most": inr_short(detail.amount_max)}
    asked = _("Loans of %(least)s to %(most)s.") % limits
    if fits_amount(detail, wish):
        return Line(asked, str(Answer.YES))
    return Line(asked, str(Answer.NO), _("It fits when you choose an amount between these two."))


def _time(detail, wish):
    asked = ngettext("Up to %(months)s month.", "Up to %(months)s months.", detail.months_max) % {
        "months": number(detail.months_max)
    }
    if wish.months > detail.months_max:
        return Line(asked, str(Answer.NO), _("It fits when you choose a shorter time."))
    if wish.wait > detail.moratorium_months_max:
        longest = {"months": number(detail.moratorium_months_max)}
        return Line(asked, str(Answer.NO), _("The first instalment can wait %(months)s months at most.") % longest)
    return Line(asked, str(Answer.YES))
