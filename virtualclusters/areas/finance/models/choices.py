"""The words that lenders choose from. Which fields a package has: domain notes of lenders' own package pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Facility(models.TextChoices):
    """What kind of credit it is."""

    TERM_LOAN = "term_loan", _("Term loan")
    CASH_CREDIT = "cash_credit", _("Cash credit")
    OVERDRAFT = "overdraft", _("Overdraft")
    BANK_GUARANTEE = "bank_guarantee", _("Bank guarantee")


class Purpose(models.TextChoices):
    """What the money is for."""

    MACHINES = "machines", _("Machines")
    BUILDING = "building", _("Building or shed")
    WORKING_CAPITAL = "working_capital", _("Raw material and daily costs")
    VEHICLE = "vehicle", _("Vehicle")
    COLD_STORE = "cold_store", _("Store or cold room")
    NEW_UNIT = "new_unit", _("A new unit")
    TAKE_OVER = "take_over", _("Taking over another loan")


class BorrowerType(models.TextChoices):
    """Who may borrow, by legal form."""

    INDIVIDUAL = "individual", _("One person")
    PROPRIETOR = "proprietor", _("Proprietor")
    PARTNERSHIP = "partnership", _("Partnership")
    LIMITED_LIABILITY_PARTNERSHIP = "llp", _("Limited liability partnership")
    COMPANY = "company", _("Company")
    COOPERATIVE = "cooperative", _("Co-operative")
    SELF_HELP_GROUP = "self_help_group", _("Self-help group")
    FARMER_PRODUCER_ORGANISATION = "farmer_producer_organisation", _("Farmer producer organisation")


class Benchmark(models.TextChoices):
    """What the rate moves with."""

    REPO = "repo", _("Repo rate")
    REPO_LINKED = "repo_linked", _("The bank's repo-linked rate (RBLR)")
    COST_OF_FUNDS = "cost_of_funds", _("The bank's cost of funds (MCLR)")
    TREASURY_BILL = "treasury_bill", _("Treasury bill")
    FIXED = "fixed", _("Fixed: it does not move")


class Repayment(models.TextChoices):
    """When instalments fall."""

    MONTHLY = "monthly", _("Every month")
    QUARTERLY = "quarterly", _("Every three months")
    SEASONAL = "seasonal", _("In certain months of the year")


class MoratoriumInterest(models.TextChoices):
    """What happens to interest before the first instalment."""

    SERVED = "served", _("Interest is paid every month")
    ADDED = "added", _("Interest is added to the loan")


class FeeKind(models.TextChoices):
    """What a fee is for."""

    PROCESSING = "processing", _("Processing")
    DOCUMENTATION = "documentation", _("Papers and stamp")
    UPFRONT = "upfront", _("Upfront fee")
    INSPECTION = "inspection", _("Inspection")
    OTHER = "other", _("Other fee")


class SecurityRule(models.TextChoices):
    """What a lender wants beyond what the money buys."""

    NONE = "none", _("No further security")
    GUARANTEE = "guarantee", _("A guarantee scheme stands for it")
    COVER = "cover", _("Land, building or other property")


class FeePayer(models.TextChoices):
    """Who pays the fee of the guarantee scheme."""

    BORROWER = "borrower", _("The borrower")
    LENDER = "lender", _("The lender")


class Subsidy(models.TextChoices):
    """Government help that goes together with a package."""

    PMFME = "pmfme", "PMFME"
    PMEGP = "pmegp", "PMEGP"
    AGRICULTURE_INFRASTRUCTURE_FUND = "aif", _("Agriculture Infrastructure Fund")
    MUDRA = "mudra", _("MUDRA")
    STATE = "state", _("A scheme of the state")
