"""A buyer's purchases of a year, and the statement made of them."""

from virtualclusters.areas.purchase_plans.models import Purchase
from virtualclusters.areas.purchase_plans.permissions import PlanPermission
from virtualclusters.areas.purchase_plans.statement import Bought, Statement, statement_of
from virtualclusters.capabilities.imports.giving_back import guarded

COLUMNS = (
    "bought_on",
    "reference",
    "item",
    "vendor",
    "amount",
    "category",
    "size",
    "trades_only",
    "sc_st_owned",
    "women_owned",
)


def purchases_of(actor, year):
    """What the organisation she acts for bought in a financial year, the newest first."""
    if not actor.may(PlanPermission.BUYING_DO):
        return Purchase.objects.none()
    own = Purchase.objects.filter(organisation=actor.organisation_id, financial_year=year)
    return own.order_by("-bought_on", "-pk")


def statement_for(actor, year) -> Statement:
    """The statement of the organisation she acts for. One query."""
    facts = ("amount", "category", "size", "trades_only", "sc_st_owned", "women_owned")
    return statement_of(Bought(*row) for row in purchases_of(actor, year).values_list(*facts))


def table_of(actor, year) -> list[list]:
    """The shares, then every purchase behind them: plain numbers, for any program."""
    found = statement_for(actor, year)
    rows = [["target", "asked_percent", "bought", "percent", "lacking"]]
    rows += [[one.target, one.asked, one.amount, one.percent, one.lacking] for one in found.shares]
    rows += [["total", "", found.total, "", ""], ["works_outside", "", found.works, "", ""], [], list(COLUMNS)]
    return rows + [[guarded(str(value)) for value in row] for row in purchases_of(actor, year).values_list(*COLUMNS)]
