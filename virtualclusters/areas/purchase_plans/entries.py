"""The plans' entries on the desk."""

from django.utils.translation import gettext_lazy

from virtualclusters.areas.purchase_plans.permissions import PlanPermission
from virtualclusters.network.desk_entries import DeskEntry

ENTRIES = (
    DeskEntry(
        url_name="purchase_plan_file",
        label=gettext_lazy("File a purchase plan"),
        about=gettext_lazy("For a buyer who gave it to you on paper, or whose plan stands on its own site."),
        permission=PlanPermission.PLAN_FILE,
        position=40,
    ),
    DeskEntry(
        url_name="purchase_plan_filing",
        label=gettext_lazy("Who has filed a plan"),
        about=gettext_lazy("Buyers with and without a plan this year. Remind those without."),
        permission=PlanPermission.PLAN_FILE,
        position=41,
    ),
    DeskEntry(
        url_name="paper_days",
        label=gettext_lazy("How long papers take"),
        about=gettext_lazy("The days that units read when a paper is missing."),
        permission=PlanPermission.PLAN_FILE,
        position=71,
    ),
    DeskEntry(
        url_name="vendors",
        label=gettext_lazy("Find makers"),
        about=gettext_lazy("By item, amount a month, place and owner, with what was checked."),
        permission=PlanPermission.BUYING_DO,
        position=20,
    ),
    DeskEntry(
        url_name="purchase_statement",
        label=gettext_lazy("What you bought from small firms"),
        about=gettext_lazy("The shares of 25, 4 and 3 percent, with the purchases behind them."),
        permission=PlanPermission.BUYING_DO,
        position=21,
    ),
)
