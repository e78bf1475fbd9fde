"""Bank rates with their sources, and late payments that an enterprise keeps with its evidence. Money in rupees."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.files.models import File
from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.organisations.models import Organisation


class BankRate(models.Model):
    """The Reserve Bank's bank rate from a day on, in percent a year. What nobody compared with its circular says so."""

    day = models.DateField(unique=True)
    percent = models.DecimalField(max_digits=5, decimal_places=2)
    source = models.CharField(max_length=200, help_text="number or name of the circular")
    address = models.URLField(max_length=500, blank=True, help_text="where it can be read")
    is_checked = models.BooleanField(default=False, help_text="a person compared it with the circular")
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    set_at = models.DateTimeField(null=True, help_text="null: it came with the portal")

    class Meta:
        ordering = ["-day"]
        constraints = [
            models.CheckConstraint(name="bank_rate_in_percent", condition=Q(percent__gt=0, percent__lte=100)),
            models.CheckConstraint(name="bank_rate_checked_has_a_page", condition=Q(is_checked=False) | ~Q(address="")),
        ]

    def __str__(self):
        return f"{self.percent} from {self.day}"


class LatePaymentQuerySet(models.QuerySet):
    """Late payments of the actor's own enterprise."""

    def visible_to(self, actor, permission):
        """Those of organisations in which her role holds the permission."""
        return self.filter(organisation__in=actor.organisations_where(permission))

    def for_change(self, actor, permission):
        """The same, locked."""
        return self.visible_to(actor, permission).select_for_update(of=("self",))

    def one(self, pk):
        """The row of that id.

        Raises:
            NotFound: there is none, or it is not hers.
        """
        found = self.filter(pk=pk).first()
        if found is None:
            raise NotFound
        return found


class LatePayment(models.Model):
    """One invoice that was not paid in time, in the supplier's own words. The buyer is a name here and never told."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="late_payments")
    buyer = models.CharField(max_length=200)
    invoice_number = models.CharField(max_length=60)
    invoiced_on = models.DateField()
    amount = models.DecimalField(max_digits=16, decimal_places=2)
    delivered_on = models.DateField(help_text="goods delivered or service rendered")
    objection_removed_on = models.DateField(null=True, help_text="null: no objection in writing within 15 days")
    agreed_days = models.PositiveSmallIntegerField(null=True, help_text="from acceptance; null: nothing in writing")
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    objects = LatePaymentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="late_payment_positive", condition=Q(amount__gt=0)),
            models.CheckConstraint(
                name="late_payment_objection_after_delivery",
                condition=Q(objection_removed_on=None) | Q(objection_removed_on__gte=F("delivered_on")),
            ),
            models.UniqueConstraint(
                fields=["organisation", "buyer", "invoice_number"], name="late_payment_once_an_invoice"
            ),
        ]
        indexes = [models.Index(fields=["organisation", "-written_at"], name="late_payment_of")]

    def __str__(self):
        return f"invoice {self.invoice_number} of {self.organisation_id}"


class PartPayment(models.Model):
    """What the buyer paid of one invoice on a day."""

    late_payment = models.ForeignKey(LatePayment, models.CASCADE, related_name="payments")
    day = models.DateField()
    amount = models.DecimalField(max_digits=16, decimal_places=2)

    class Meta:
        ordering = ["day", "pk"]
        constraints = [models.CheckConstraint(name="part_payment_positive", condition=Q(amount__gt=0))]

    def __str__(self):
        return f"{self.amount} on {self.day}"


class Evidence(models.Model):
    """A paper that proves something about one invoice."""

    class Kind(models.TextChoices):
        INVOICE = "invoice", _("Invoice")
        ORDER = "order", _("Order or agreement")
        ACCEPTANCE = "acceptance", _("Proof of delivery or acceptance")
        REMINDER = "reminder", _("Reminder you sent")
        OTHER = "other", _("Another paper")

    NEEDED = (Kind.INVOICE, Kind.ORDER, Kind.ACCEPTANCE, Kind.REMINDER)

    late_payment = models.ForeignKey(LatePayment, models.CASCADE, related_name="evidence")
    kind = models.CharField(max_length=10, choices=Kind)
    file = models.OneToOneField(File, models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return f"{self.kind} of {self.late_payment_id}"
