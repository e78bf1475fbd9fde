"""What can be done with purchase plans beyond publishing one's own."""

from enum import StrEnum


class PlanPermission(StrEnum):
    """The administrator's, and a buyer's purchase officers'."""

    PLAN_FILE = "purchase_plan:file"
    """Files a plan that a buyer gave on paper, sees who has not filed, reminds, keeps the days that papers take."""
    PLAN_BRING = "purchase_plan:bring"
    """Brings a whole plan or a year's purchases in a file; a buyer's people bring their own."""
    BUYING_DO = "buying:do"
    """A purchase officer's own work: search vendors, keep purchases, read the statement."""
