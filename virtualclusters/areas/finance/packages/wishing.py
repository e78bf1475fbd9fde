"""How much, for how long, in which order: kept in the address, so that it can be shared and come back to."""

from django import forms as django_forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.areas.finance.packages.fields import MonthsField
from virtualclusters.areas.finance.packages.ranking import BEST_FIT, CHEAPEST
from virtualclusters.areas.finance.packages.terms import Wish
from virtualclusters.ui import forms

USUAL = {"amount": "500000", "months": "36", "wait": "0", "order": CHEAPEST}
"""What stands in the boxes until an owner says otherwise: five lakh rupees over three years."""


class WishForm(forms.Form):
    """What an owner looks for. What is missing in the address is as usual."""

    amount = forms.AmountField(label=gettext_lazy("How much money?"))
    months = MonthsField(label=gettext_lazy("For how many months?"))
    wait = MonthsField(
        label=gettext_lazy("Months before the first instalment"), least=0, most=120, required=False, initial=0
    )
    order = django_forms.ChoiceField(
        label=gettext_lazy("What comes first?"),
        choices=[(CHEAPEST, gettext_lazy("The cheapest")), (BEST_FIT, gettext_lazy("What fits best"))],
        widget=forms.Radios,
        required=False,
    )

    def clean_amount(self):
        amount = self.cleaned_data["amount"]
        if amount <= 0:
            raise django_forms.ValidationError(_("Enter more than nothing."))
        return amount

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("wait") and cleaned.get("months") and cleaned["wait"] >= cleaned["months"]:
            self.add_error("wait", _("No month is left to pay back in. Make it shorter."))
        return cleaned

    def wish(self) -> Wish:
        """Of a valid form."""
        return Wish(self.cleaned_data["amount"], self.cleaned_data["months"], self.cleaned_data.get("wait") or 0)


def wish_form(asked) -> WishForm:
    """The form bound to an address; the usual stands where the address says nothing."""
    return WishForm({name: asked.get(name) or usual for name, usual in USUAL.items()})


def usual_wish() -> Wish:
    """The wish of an empty address."""
    form = wish_form({})
    form.is_valid()
    return form.wish()
