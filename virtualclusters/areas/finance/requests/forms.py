"""What a unit types to say what loan it looks for."""

from django import forms as django_forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.areas.finance.models import Purpose
from virtualclusters.areas.finance.packages.fields import MonthsField
from virtualclusters.exchange.opportunities.forms import OpportunityForm
from virtualclusters.ui import forms


class RequestForm(OpportunityForm):
    """How much, for what, for how long."""

    amount = forms.AmountField(label=gettext_lazy("How much money?"))
    purpose = django_forms.ChoiceField(
        label=gettext_lazy("What is it for?"), choices=Purpose.choices, widget=forms.Radios
    )
    months = MonthsField(label=gettext_lazy("In how many months would you pay it back?"), required=False)

    def clean_amount(self):
        amount = self.cleaned_data["amount"]
        if amount <= 0:
            raise django_forms.ValidationError(_("Enter more than nothing."))
        return amount
