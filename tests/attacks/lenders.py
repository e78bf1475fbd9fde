"""A lender's packages for a side of the matrix: a draft that nobody else may notice, and a published one that all may read."""

from tests.factories import make_opportunity
from virtualclusters.areas.finance.models import PackageDetail
from virtualclusters.areas.finance.packages.writing import detail_columns
from virtualclusters.areas.finance.tests.lending import told


def plant_packages(side, at, *, words):
    """Give a side both."""
    side.rows["package_draft"] = _package(side.unit, at, title=f"{words} package", published_at=None)
    side.rows["package"] = _package(side.unit, at, title="A package that all may read")


def _package(unit, at, **columns):
    opportunity = make_opportunity(kind="loan_package", unit=unit, at=at, **columns)
    PackageDetail.objects.create(opportunity=opportunity, drafted_by=None, **detail_columns(told()))
    return opportunity
