"""Rows of finance: packages of lenders, requests of units, applications at lenders."""

from virtualclusters.areas.finance.models.applications import (
    Decline,
    Disbursement,
    LoanApplication,
    LoanQuery,
    Visit,
)
from virtualclusters.areas.finance.models.board import BookCaps, BookLoan
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
from virtualclusters.areas.finance.models.loan_choices import OWN_REASONS, DeclineReason, Stage
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
    "OWN_REASONS",
    "Benchmark",
    "BookCaps",
    "BookLoan",
    "BorrowerType",
    "Decline",
    "DeclineReason",
    "Disbursement",
    "Facility",
    "FeeKind",
    "FeePayer",
    "LenderSetting",
    "LoanApplication",
    "LoanQuery",
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
    "Stage",
    "Subsidy",
    "Visit",
]
