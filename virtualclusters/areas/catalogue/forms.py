"""What a person types to publish an offer or a requirement. The forms parse and check; they never save."""

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.catalogue.models import Quantity
from virtualclusters.exchange.opportunities.forms import OpportunityForm
from virtualclusters.ui import forms

_NOT_SAID = [("", _("Choose"))]


class OfferForm(OpportunityForm):
    """What a unit offers."""

    price_from = forms.AmountField(
        label=_("Price from"), required=False, above_zero=True, help_text=_("Leave empty for “price on request”.")
    )
    price_per = django_forms.ChoiceField(label=_("Price for one"), choices=_NOT_SAID + Quantity.choices, required=False)
    least_quantity = forms.QuantityField(label=_("Smallest order"), required=False, max_digits=12)
    delivery_days = django_forms.IntegerField(label=_("Days to deliver"), required=False, min_value=0, max_value=365)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("price_from") and not cleaned.get("price_per"):
            self.add_error("price_per", _("Say for how much this price is: one kg, one piece …"))
        if cleaned.get("price_from") is None:
            cleaned["price_per"] = ""
        return cleaned


class RequirementForm(OpportunityForm):
    """What a unit wants to buy."""

    quantity = forms.QuantityField(label=_("How much"), required=False, max_digits=12)
    quantity_unit = django_forms.ChoiceField(
        label=_("Counted in"), choices=_NOT_SAID + Quantity.choices, required=False
    )
    needed_by = forms.DateField(label=_("Needed by"), required=False)
    budget = forms.AmountField(
        label=_("About how much you want to spend in all"),
        required=False,
        above_zero=True,
        help_text=_("Leave empty if you do not want to say."),
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("quantity") and not cleaned.get("quantity_unit"):
            self.add_error("quantity_unit", _("Say what the number counts: kg, pieces …"))
        if cleaned.get("quantity") is None:
            cleaned["quantity_unit"] = ""
        return cleaned
