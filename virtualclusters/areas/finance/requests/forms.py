"""What a unit types to say what loan it looks for, and what a lender looks through."""

from django import forms as django_forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.areas.finance.models import Purpose
from virtualclusters.areas.finance.packages.fields import MonthsField
from virtualclusters.exchange.opportunities.forms import OpportunityForm
from virtualclusters.ui import forms
from virtualclusters.ui.state_tiles import STATE_NAMES


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


class RequestFilter(forms.Form):
    """Which searches for a loan a lender sees."""

    every = django_forms.BooleanField(label=gettext_lazy("Also those that none of our packages fits"), required=False)
    purpose = django_forms.ChoiceField(
        label=gettext_lazy("What is it for?"),
        choices=[("", gettext_lazy("Anything")), *Purpose.choices],
        required=False,
    )
    state = django_forms.ChoiceField(
        label=gettext_lazy("State"),
        choices=lambda: [("", gettext_lazy("All states")), *sorted(STATE_NAMES.items(), key=lambda one: str(one[1]))],
        required=False,
    )

    def chosen(self) -> dict:
        """The filters that are set and known; a code that is none is passed over."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
