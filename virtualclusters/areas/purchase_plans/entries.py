"""The plans' entry on the desk."""

from django.utils.translation import gettext_lazy

from virtualclusters.areas.purchase_plans.permissions import PlanPermission
from virtualclusters.network.desk_entries import DeskEntry

ENTRY = DeskEntry(
    url_name="purchase_plan_file",
    label=gettext_lazy("File a purchase plan"),
    about=gettext_lazy("For a buyer who gave it to you on paper, or whose plan stands on its own site."),
    permission=PlanPermission.PLAN_FILE,
    position=40,
)
