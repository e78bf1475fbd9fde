"""What a tender notice carries beyond an opportunity (domain notes §4.2). Money in rupees, moments shown in Indian time."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.imports.models import Import
from virtualclusters.exchange.opportunities.models import Opportunity


class BuyerType(models.TextChoices):
    """Whose buyer it is: the law gives small firms other rights at each."""

    CENTRAL = "central", _("Central government")
    CENTRAL_UNDERTAKING = "cpse", _("Central public undertaking")
    STATE = "state", _("State government or its undertaking")
    OTHER = "other", _("Other")
    UNKNOWN = "unknown", _("Not known")


class Category(models.TextChoices):
    GOODS = "goods", _("Goods")
    SERVICES = "services", _("Services")
    WORKS = "works", _("Works")
    UNKNOWN = "", _("Not said")


class TenderDetail(models.Model):
    """A tender's own facts. What a notice does not say is empty or null, never guessed; the value stands on the opportunity."""

    opportunity = models.OneToOneField(Opportunity, models.CASCADE, primary_key=True, related_name="tender_detail")
    tender_id = models.CharField(max_length=120, blank=True, db_index=True, help_text="the portal's number")
    reference = models.CharField(max_length=200, blank=True, help_text="the buyer's own file number")
    twin_key = models.CharField(max_length=64, db_index=True, help_text="fingerprint of buyer and closing day")
    organisation_chain = ArrayField(models.CharField(max_length=200), default=list)
    buyer_type = models.CharField(max_length=8, choices=BuyerType, default=BuyerType.UNKNOWN)
    category = models.CharField(max_length=8, choices=Category, blank=True, default=Category.UNKNOWN)
    tender_type = models.CharField(max_length=60, blank=True)
    form_of_contract = models.CharField(max_length=60, blank=True)
    product_category = models.CharField(max_length=120, blank=True)
    fee = models.DecimalField(max_digits=16, decimal_places=2, null=True, help_text="price of the papers, rupees")
    emd_amount = models.DecimalField(
        max_digits=16, decimal_places=2, null=True, help_text="earnest money deposit, rupees"
    )
    emd_percent = models.DecimalField(
        max_digits=5, decimal_places=2, null=True, help_text="earnest money deposit, percent"
    )
    emd_words = models.CharField(max_length=120, blank=True, help_text="earnest money deposit, when it is no figure")
    emd_exemption = models.BooleanField(null=True, help_text="null: not said")
    papers_from = models.DateTimeField(null=True)
    papers_until = models.DateTimeField(null=True)
    questions_from = models.DateTimeField(null=True)
    questions_until = models.DateTimeField(null=True)
    bids_from = models.DateTimeField(null=True)
    bids_until = models.DateTimeField(null=True)
    bids_open_at = models.DateTimeField(null=True)
    price_bids_open_at = models.DateTimeField(null=True)
    pre_bid_meeting_at = models.DateTimeField(null=True)
    contract_at = models.DateTimeField(null=True)
    bids_received = models.PositiveIntegerField(null=True)
    bid_validity_days = models.PositiveIntegerField(null=True)
    period_of_work = models.CharField(max_length=120, blank=True)
    location = models.CharField(max_length=300, blank=True)
    pin = models.CharField(max_length=6, blank=True)
    payment_mode = models.CharField(max_length=60, blank=True)
    two_stage = models.BooleanField(null=True, help_text="null: not said")
    authority = models.CharField(max_length=300, blank=True, help_text="post and address, never a person's name")
    status = models.CharField(max_length=60, blank=True)
    stage = models.CharField(max_length=60, blank=True)
    documents = models.JSONField(default=list, help_text="name and address of each")
    brought_by = models.ForeignKey(Import, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(name="tender_fee_positive", condition=Q(fee=None) | Q(fee__gt=0)),
            models.CheckConstraint(name="tender_emd_positive", condition=Q(emd_amount=None) | Q(emd_amount__gt=0)),
            models.CheckConstraint(
                name="tender_emd_in_percent", condition=Q(emd_percent=None) | Q(emd_percent__gt=0, emd_percent__lte=100)
            ),
            models.CheckConstraint(
                name="tender_pin_is_six_digits", condition=Q(pin="") | Q(pin__regex=r"^[1-9][0-9]{5}$")
            ),
        ]

    def __str__(self):
        return f"tender {self.tender_id or self.opportunity_id}"


class Corrigendum(models.Model):
    """A change of a notice after it was published: its number in order, when it reached us, what changed."""

    tender = models.ForeignKey(TenderDetail, models.CASCADE, related_name="corrigenda")
    number = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    changes = models.JSONField(help_text="field, before and after of each, as words")

    class Meta:
        verbose_name_plural = "corrigenda"
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["tender", "number"], name="corrigendum_number_once")]

    def __str__(self):
        return f"corrigendum {self.number} of {self.tender_id}"
