"""Rows of finance: packages of lenders, requests of units."""

from virtualclusters.areas.finance.models.choices import (
    Benchmark,
    BorrowerType,
    Facility,
    FeeKind,
    FeePayer,
    MoratoriumInterest,
    Purpose,
    Repayment,
    SecurityRule,
    Subsidy,
)
from virtualclusters.areas.finance.models.packages import (
    LONGEST_MONTHS,
    LenderSetting,
    PackageDetail,
    PackageFee,
    PackageMargin,
    PackageSecurity,
    PackageWords,
)
from virtualclusters.areas.finance.models.requests import RequestDetail

__all__ = [
    "LONGEST_MONTHS",
    "Benchmark",
    "BorrowerType",
    "Facility",
    "FeeKind",
    "FeePayer",
    "LenderSetting",
    "MoratoriumInterest",
    "PackageDetail",
    "PackageFee",
    "PackageMargin",
    "PackageSecurity",
    "PackageWords",
    "Purpose",
    "Repayment",
    "RequestDetail",
    "SecurityRule",
    "Subsidy",
]
