"""What is asked to work out a late payment, to keep it, and to keep the table of bank rates. The forms parse and check."""

from django import forms as django_forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.areas.late_payments.interest import DAY, Payment, accepted_on, due_on, more_than_owed
from virtualclusters.areas.late_payments.models import Evidence
from virtualclusters.areas.late_payments.operations import too_much
from virtualclusters.foundation.time import day_in_india
from virtualclusters.ui import forms
from virtualclusters.ui.formatters import long_date

MOST_PAYMENTS = 3
TAKEN = "image/jpeg,image/png,image/webp,application/pdf"


def _not_to_come(form, name):
    """An error beside a day that is still to come."""
    day = form.cleaned_data.get(name)
    if day and day > day_in_india(timezone.now()):
        form.add_error(name, _("This day is still to come."))


class InvoiceForm(forms.Form):
    """The facts from which a last day to pay follows."""

    amount = forms.AmountField(label=gettext_lazy("How much is the invoice?"), above_zero=True)
    delivered_on = forms.DateField(
        label=gettext_lazy("On which day did the buyer get the goods or the service?"),
    )
    agreed_days = django_forms.IntegerField(
        label=gettext_lazy("In how many days was the buyer to pay?"),
        help_text=gettext_lazy("As agreed in writing. Leave empty if nothing was agreed in writing."),
        required=False,
        min_value=0,
        max_value=999,
    )
    objection_removed_on = forms.DateField(
        label=gettext_lazy("Did the buyer complain in writing within 15 days? On which day was it settled?"),
        help_text=gettext_lazy("Leave empty if there was no complaint."),
        required=False,
    )

    def __init__(self, *args, known_from, **kwargs):
        super().__init__(*args, **kwargs)
        self.known_from = known_from

    def clean(self):
        cleaned = super().clean()
        for name in ("delivered_on", "objection_removed_on"):
            _not_to_come(self, name)
        delivered, settled = cleaned.get("delivered_on"), cleaned.get("objection_removed_on")
        if delivered and settled and settled < delivered:
            self.add_error("objection_removed_on", _("This is before the buyer got the goods. Change one of the two."))
        if not self.errors:
            self._check_known()
        return cleaned

    def due_on(self):
        """The last day to pay in time, once the form is valid."""
        told = self.cleaned_data
        return due_on(accepted_on(told["delivered_on"], told["objection_removed_on"]), told["agreed_days"])

    def _check_known(self):
        if self.known_from is None or self.due_on() + DAY < self.known_from:
            told = {"day": long_date(self.known_from) if self.known_from else "-"}
            self.add_error("delivered_on", _("We know the bank rate from %(day)s only. Ask the help line.") % told)


class CalculatorForm(InvoiceForm):
    """The same with what was paid since, and the last day that counts."""

    until = forms.DateField(
        label=gettext_lazy("Count until which day?"),
        help_text=gettext_lazy("Leave empty for today."),
        required=False,
    )

    def __init__(self, *args, rates, **kwargs):
        super().__init__(*args, known_from=rates[0].day if rates else None, **kwargs)
        self.rates = rates
        for number in range(1, MOST_PAYMENTS + 1):
            words = {"number": number}
            self.fields[f"paid_{number}"] = forms.AmountField(
                label=_("Part payment %(number)s") % words, required=False
            )
            self.fields[f"paid_{number}_on"] = forms.DateField(
                label=_("Day of part payment %(number)s") % words, required=False
            )

    def clean(self):
        cleaned = super().clean()
        _not_to_come(self, "until")
        for number in range(1, MOST_PAYMENTS + 1):
            self._check_payment(f"paid_{number}", f"paid_{number}_on")
        if not self.errors:
            self._check_excess()
        return cleaned

    def _check_excess(self):
        excess = more_than_owed(
            self.cleaned_data["amount"], due=self.due_on(), rates=self.rates, payments=self.payments()
        )
        if excess:
            told = (excess[0].day, excess[0].amount)
            names = [f"paid_{number}" for number in range(1, MOST_PAYMENTS + 1)]
            first = [name for name in names if (self.cleaned_data[f"{name}_on"], self.cleaned_data[name]) == told][-1]
            self.add_error(first, too_much(excess))

    def _check_payment(self, amount, day):
        told = self.cleaned_data
        if told.get(amount) and not told.get(day) and day not in self.errors:
            self.add_error(day, _("Say on which day this was paid."))
        if told.get(day) and not told.get(amount) and amount not in self.errors:
            self.add_error(amount, _("Say how much was paid on this day."))
        _not_to_come(self, day)

    @property
    def errs_in_more(self):
        """Whether something is wrong in what stands folded away."""
        return bool(self.errors.keys() - {"amount", "delivered_on", "agreed_days"})

    def payments(self):
        """Part payments that were told."""
        told = self.cleaned_data
        pairs = [(told[f"paid_{number}_on"], told[f"paid_{number}"]) for number in range(1, MOST_PAYMENTS + 1)]
        return [Payment(day, amount) for day, amount in pairs if day and amount]


class KeepForm(InvoiceForm):
    """An invoice to be kept with its evidence."""

    buyer = django_forms.CharField(label=gettext_lazy("Name of the buyer"), max_length=200)
    invoice_number = django_forms.CharField(label=gettext_lazy("Number of the invoice"), max_length=60)
    invoiced_on = forms.DateField(label=gettext_lazy("Date of the invoice"))
    field_order = ["buyer", "invoice_number", "invoiced_on"]

    def clean(self):
        cleaned = super().clean()
        _not_to_come(self, "invoiced_on")
        return cleaned


class PaymentForm(forms.Form):
    """A part payment that came in."""

    amount = forms.AmountField(label=gettext_lazy("How much did the buyer pay?"), above_zero=True)
    day = forms.DateField(label=gettext_lazy("On which day?"))

    def clean(self):
        cleaned = super().clean()
        _not_to_come(self, "day")
        return cleaned


class EvidenceForm(forms.Form):
    """A paper that proves something."""

    kind = django_forms.ChoiceField(
        label=gettext_lazy("What is it?"), choices=Evidence.Kind.choices, widget=forms.Radios
    )
    file = django_forms.FileField(label=gettext_lazy("Take a photo or choose a file"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = TAKEN


class BankRateForm(forms.Form):
    """A bank rate and where it can be read."""

    day = forms.DateField(label=gettext_lazy("From which day on?"))
    percent = django_forms.DecimalField(
        label=gettext_lazy("Percent a year"), min_value=0.01, max_value=100, max_digits=5, decimal_places=2
    )
    source = django_forms.CharField(label=gettext_lazy("Number of the circular"), max_length=200)
    address = django_forms.URLField(
        label=gettext_lazy("Page where it can be read"), max_length=500, assume_scheme="https"
    )
