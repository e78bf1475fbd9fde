"""What a lender types at its board: what its board allows, and a fall of a price."""

from decimal import Decimal

from django import forms as django_forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.areas.finance.packages.fields import PercentField
from virtualclusters.ui import forms


class CapsForm(forms.Form):
    """What the lender's own board allows. Empty: no cap."""

    capital = forms.AmountField(
        label=gettext_lazy("Your Tier 1 capital, in rupees"),
        help_text=gettext_lazy("One borrower is measured against it."),
        required=False,
    )
    single_name_percent = PercentField(label=gettext_lazy("One borrower, at most, in per cent of it"), required=False)
    sector_percent = PercentField(label=gettext_lazy("One sector, at most, in per cent of the book"), required=False)
    decided_on = forms.DateField(label=gettext_lazy("Your board decided this on"), required=False)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("single_name_percent") and not cleaned.get("capital"):
            self.add_error("capital", _("Say the capital that the share is of."))
        for name in ("single_name_percent", "sector_percent"):
            if cleaned.get(name) == 0:
                self.add_error(name, _("Leave it empty for no cap."))
        return cleaned


class ShockForm(forms.Form):
    """Which price falls, and by how much. ``products``: those of the book, with their names in the reader's language."""

    product = django_forms.ChoiceField(label=gettext_lazy("The price of"))
    fall = PercentField(label=gettext_lazy("falls by, in per cent"), least=Decimal(1), initial=20)

    def __init__(self, *args, products, **options):
        super().__init__(*args, **options)
        self.fields["product"].choices = list(products.items())
