"""Bands in which a firm says its yearly figures. Their edges fall on the limits of the size classes (domain notes §3.2)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SalesBand(models.TextChoices):
    """Turnover of a financial year, in rupees."""

    UP_TO_10_LAKH = "to_10l", _("Up to ₹10 lakh")
    UP_TO_40_LAKH = "to_40l", _("₹10 lakh to ₹40 lakh")
    UP_TO_1_CRORE = "to_1cr", _("₹40 lakh to ₹1 crore")
    UP_TO_5_CRORE = "to_5cr", _("₹1 crore to ₹5 crore")
    UP_TO_10_CRORE = "to_10cr", _("₹5 crore to ₹10 crore")
    UP_TO_50_CRORE = "to_50cr", _("₹10 crore to ₹50 crore")
    UP_TO_100_CRORE = "to_100cr", _("₹50 crore to ₹100 crore")
    UP_TO_250_CRORE = "to_250cr", _("₹100 crore to ₹250 crore")
    UP_TO_500_CRORE = "to_500cr", _("₹250 crore to ₹500 crore")
    OVER_500_CRORE = "over_500cr", _("Over ₹500 crore")


class InvestmentBand(models.TextChoices):
    """What stands in the books for plant, machinery and equipment, in rupees."""

    UP_TO_10_LAKH = "to_10l", _("Up to ₹10 lakh")
    UP_TO_1_CRORE = "to_1cr", _("₹10 lakh to ₹1 crore")
    UP_TO_2_5_CRORE = "to_2_5cr", _("₹1 crore to ₹2.5 crore")
    UP_TO_10_CRORE = "to_10cr", _("₹2.5 crore to ₹10 crore")
    UP_TO_25_CRORE = "to_25cr", _("₹10 crore to ₹25 crore")
    UP_TO_50_CRORE = "to_50cr", _("₹25 crore to ₹50 crore")
    UP_TO_125_CRORE = "to_125cr", _("₹50 crore to ₹125 crore")
    OVER_125_CRORE = "over_125cr", _("Over ₹125 crore")


class ProfitBand(models.TextChoices):
    """Profit of a financial year, in rupees."""

    LOSS = "loss", _("A loss")
    UP_TO_1_LAKH = "to_1l", _("Up to ₹1 lakh")
    UP_TO_5_LAKH = "to_5l", _("₹1 lakh to ₹5 lakh")
    UP_TO_25_LAKH = "to_25l", _("₹5 lakh to ₹25 lakh")
    UP_TO_1_CRORE = "to_1cr", _("₹25 lakh to ₹1 crore")
    OVER_1_CRORE = "over_1cr", _("Over ₹1 crore")


class JobsBand(models.TextChoices):
    """People who work there, the owner included."""

    ONE = "1", _("Only me")
    UP_TO_5 = "to_5", _("2 to 5 people")
    UP_TO_10 = "to_10", _("6 to 10 people")
    UP_TO_20 = "to_20", _("11 to 20 people")
    UP_TO_50 = "to_50", _("21 to 50 people")
    OVER_50 = "over_50", _("More than 50 people")
