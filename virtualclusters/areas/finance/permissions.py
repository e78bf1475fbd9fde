"""What is guarded in finance beyond the exchange's own."""

from enum import StrEnum


class PackagePermission(StrEnum):
    """A lender's own packages: writing them, giving the second yes, and saying whether one is wanted."""

    PACKAGE_WRITE = "loan_package:write"
    PACKAGE_APPROVE = "loan_package:approve"
    LENDER_SET = "lender:set"


class LoanPermission(StrEnum):
    """Applications: an owner's own, and a lender's work on those it received."""

    LOAN_APPLY = "loan:apply"
    LOAN_WORK = "loan:work"
