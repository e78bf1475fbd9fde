"""What can be done with purchase plans beyond publishing one's own."""

from enum import StrEnum


class PlanPermission(StrEnum):
    """The administrator's: filing a plan that a buyer gave on paper or stands on its site."""

    PLAN_FILE = "purchase_plan:file"
