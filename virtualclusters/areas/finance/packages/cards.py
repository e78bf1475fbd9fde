"""What a card shows of a package: one query however many."""

from django.db.models import OuterRef, Subquery
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from virtualclusters.areas.finance.models import PackageDetail, PackageWords
from virtualclusters.areas.finance.packages.telling import months, span
from virtualclusters.areas.finance.packages.terms import rates_of
from virtualclusters.ui.formatters import inr_short


def package_facts(opportunity_ids) -> dict[int, dict]:
    """Per package how much, and at which rate for how long; its title where the lender wrote one in the reader's language."""
    titles = PackageWords.objects.filter(package=OuterRef("pk"), language=get_language()).values("title")
    details = PackageDetail.objects.filter(opportunity__in=opportunity_ids).annotate(title=Subquery(titles))
    return {one.opportunity_id: _facts(one) for one in details}


def package_titles(opportunity_ids) -> dict[int, str]:
    """Titles of packages in the reader's language, where the lender wrote one in it. One query."""
    rows = PackageWords.objects.filter(package__in=opportunity_ids, language=get_language())
    return dict(rows.values_list("package", "title"))


def _facts(one):
    facts = {"money": _much(one), "line": _terms(one)}
    return {"title": one.title, **facts} if one.title else facts


def _much(one):
    return _("%(least)s to %(most)s") % {"least": inr_short(one.amount_min), "most": inr_short(one.amount_max)}


def _terms(one):
    told = {"rate": span(*rates_of(one)), "months": months(one.months_max)}
    return _("Interest %(rate)s a year, up to %(months)s") % told
