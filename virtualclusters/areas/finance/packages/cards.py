"""What a card shows of a package, from the row that was read with its words; titles alone by one query."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from virtualclusters.areas.finance.models import PackageWords
from virtualclusters.areas.finance.packages.telling import months, span
from virtualclusters.areas.finance.packages.terms import rates_of
from virtualclusters.ui.formatters import inr_short


def package_facts(detail) -> dict:
    """How much, and at which rate for how long; its title where the lender wrote one in the reader's language."""
    facts = {"money": _much(detail), "line": _terms(detail)}
    words = words_of_reader(detail)
    return {"title": words.title, **facts} if words else facts


def words_of_reader(detail) -> PackageWords | None:
    """What the lender wrote in the reader's language besides the language of the package; its words were read with it."""
    return next((words for words in detail.words.all() if words.language == get_language()), None)


def package_titles(opportunity_ids) -> dict[int, str]:
    """Titles of packages in the reader's language, where the lender wrote one in it. One query."""
    rows = PackageWords.objects.filter(package__in=opportunity_ids, language=get_language())
    return dict(rows.values_list("package", "title"))


def _much(one):
    return _("%(least)s to %(most)s") % {"least": inr_short(one.amount_min), "most": inr_short(one.amount_max)}


def _terms(one):
    told = {"rate": span(*rates_of(one)), "months": months(one.months_max)}
    return _("Interest %(rate)s a year, up to %(months)s") % told
