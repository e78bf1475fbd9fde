"""The kinds of papers a wallet keeps: a closed table, so that a lender's list of papers and a unit's can be compared."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PaperKind(models.TextChoices):
    """What a paper is. Banks ask for these (`WANTED_FOR_A_LOAN`), other programmes for some of them."""

    IDENTITY = "identity", _("Who you are and where you live (KYC)")
    UDYAM = "udyam", _("Udyam certificate")
    GST_REGISTRATION = "gst_registration", _("GST registration")
    GST_RETURNS = "gst_returns", _("GST returns")
    INCOME_TAX_RETURN = "income_tax_return", _("Income-tax return")
    BANK_STATEMENT = "bank_statement", _("Bank statement")
    BALANCE_SHEET = "balance_sheet", _("Balance sheet")
    FSSAI = "fssai", _("FSSAI licence")
    QUOTATION = "quotation", _("Quotation for what you want to buy")
    PROJECT_REPORT = "project_report", _("Project report")
    LAND = "land", _("Land papers or lease")
    PHOTO = "photo", _("Photo of your place or machines")
    OTHER = "other", _("Another paper")


WANTED_FOR_A_LOAN = (
    PaperKind.IDENTITY,
    PaperKind.UDYAM,
    PaperKind.GST_RETURNS,
    PaperKind.INCOME_TAX_RETURN,
    PaperKind.BANK_STATEMENT,
    PaperKind.FSSAI,
    PaperKind.QUOTATION,
    PaperKind.PROJECT_REPORT,
)
"""What banks mostly ask of a small food maker, when no package says otherwise: the pack that the public loan portals ask
for (KYC, Udyam, GST returns, income-tax return, bank statements, FSSAI, quotations, project report).
"""
HAS_PERIOD = frozenset(
    {PaperKind.GST_RETURNS, PaperKind.INCOME_TAX_RETURN, PaperKind.BANK_STATEMENT, PaperKind.BALANCE_SHEET}
)
"""Kinds that speak of a time: a year, some months."""
MAY_EXPIRE = frozenset({PaperKind.IDENTITY, PaperKind.FSSAI, PaperKind.QUOTATION, PaperKind.LAND, PaperKind.OTHER})
"""Kinds that may bear a last day."""
