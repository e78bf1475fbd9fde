"""Sentences about packages: what contradicts what, and how a state reads."""

from django.utils.translation import gettext as _

from virtualclusters.exchange.rules.showing import shown
from virtualclusters.matching.rules import condition_sentence


def contradiction_in_words(contradiction) -> str:
    """Between which rules no unit can be."""
    first, *others = (condition_sentence(rule, shown) for rule in contradiction.rules)
    if not others:
        return _("No unit can meet this rule: %(rule)s") % {"rule": first}
    return _("No unit can meet both of these rules: “%(first)s” and “%(second)s”") % {
        "first": first,
        "second": " ".join(others),
    }
