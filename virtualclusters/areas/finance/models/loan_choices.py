"""The closed tables of an application: where it stands, why a lender says no, why the portal itself ends one."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """Where an application stands at the lender. The exchange's phases stay; a stage says more."""

    RECEIVED = "received", _("New")
    DOCUMENTS = "documents", _("Papers are read")
    QUERY = "query", _("A question is open")
    VISIT = "visit", _("Visit")
    DECISION = "decision", _("Being decided")
    SANCTIONED = "sanctioned", _("Sanctioned")
    DISBURSED = "disbursed", _("Money paid out")
    CLOSED = "closed", _("Over")


class DeclineReason(models.TextChoices):
    """Why a lender says no; each leaves something that can be mended."""

    PAPERS = "papers", _("Papers are missing")
    RULES = "rules", _("A rule of the package is not met")
    REPAYMENT = "repayment", _("The instalments are too high for the earnings")
    SECURITY = "security", _("The security is not enough")
    RECORD = "record", _("An earlier loan was not paid on time")
    PURPOSE = "purpose", _("The package is not for this purpose")
    VISIT = "visit", _("The visit showed something else than the papers")


OWN_REASONS = {
    "cost": _("The cost does not fit"),
    "other_chosen": _("Another was chosen"),
    "plans_changed": _("Our plans have changed"),
}
"""Why an owner steps back, or a lender takes back what it sanctioned."""
