"""Districts that a lender types, with the states they lie in: rules compare names, and two states may have a district of one name."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from virtualclusters.network.vocabulary.districts import District, districts, in_words, like, meant_by


def placed(typed: list[str], states: list[str]) -> tuple[list[str], list[str]]:
    """The directory's names, and the states that a unit must then lie in: those that were chosen, else those of the districts.

    Raises:
        ValidationError: nobody knows a name; it can mean several districts; it lies in none of the chosen states; another of the
            states has a district of that name which is not meant.
    """
    if not typed:
        return [], states
    meant = [one for name in typed for one in _meant(name, states)]
    within = states or sorted({one.state for one in meant})
    _refuse_namesakes(meant, within)
    return list(dict.fromkeys(one.name for one in meant)), within


def _meant(name, states) -> list[District]:
    found = meant_by(name)
    if not found:
        near = ", ".join(one.name for one in like(name)) or "–"
        told = {"names": name, "near": near}
        raise ValidationError(_("We do not know these districts: %(names)s. Did you mean: %(near)s?") % told)
    chosen = [one for one in found if one.state in states] if states else found
    if not chosen:
        raise ValidationError(_("%(name)s lies in none of the states that you chose.") % {"name": name})
    if len(chosen) > 1:
        told = {"names": ", ".join(in_words(one) for one in chosen)}
        raise ValidationError(_("Which one do you mean: %(names)s? Write the state too.") % told)
    return chosen


def _refuse_namesakes(meant, states):
    names = {one.name for one in meant}
    others = [one for one in districts() if one.name in names and one.state in states and one not in meant]
    if others:
        told = {"names": ", ".join(in_words(one) for one in sorted(others))}
        raise ValidationError(_("This would let in %(names)s too. Write a package of its own for that state.") % told)
