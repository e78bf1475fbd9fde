"""What a card shows of a package: one query however many."""

from django.utils.translation import gettext as _

from virtualclusters.areas.finance.models import PackageDetail
from virtualclusters.areas.finance.packages.telling import months, span
from virtualclusters.areas.finance.packages.terms import rates_of
from virtualclusters.ui.formatters import inr_short


def package_facts(opportunity_ids) -> dict[int, dict]:
    """Per package how much, and at which rate for how long."""
    details = PackageDetail.objects.filter(opportunity__in=opportunity_ids)
    return {one.opportunity_id: {"money": _much(one), "line": _terms(one)} for one in details}


def _much(one):
    return _("%(least)s to %(most)s") % {"least": inr_short(one.amount_min), "most": inr_short(one.amount_max)}


def _terms(one):
    told = {"rate": span(*rates_of(one)), "months": months(one.months_max)}
    return _("Interest %(rate)s a year, up to %(months)s") % told
