"""What a purchase officer says of the tender that comes of a plan. The form parses and checks; it never saves."""

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.tenders.models import BuyerType, Category
from virtualclusters.exchange.opportunities.forms import OpportunityForm
from virtualclusters.ui import forms

SAID_TYPES = [(kind.value, kind.label) for kind in BuyerType if kind != BuyerType.UNKNOWN]
SAID_CATEGORIES = [(one.value, one.label) for one in (Category.GOODS, Category.SERVICES, Category.WORKS)]


class TenderForm(OpportunityForm):
    """Where one bids, until when, and what it takes."""

    names_contacts = True
    portal = django_forms.CharField(
        label=_("Portal on which one bids"), max_length=80, help_text=_("As people know it: GeM, eProcure …")
    )
    number = django_forms.CharField(label=_("Number of the tender there"), max_length=120)
    address = django_forms.URLField(label=_("Its page there"), max_length=500, assume_scheme="https")
    buyer_type = django_forms.ChoiceField(
        label=_("What kind of buyer are you?"), choices=SAID_TYPES, widget=forms.Radios
    )
    category = django_forms.ChoiceField(label=_("What is bought?"), choices=SAID_CATEGORIES, widget=forms.Radios)
    value = forms.AmountField(label=_("Estimated value"), required=False, above_zero=True)
    emd_amount = forms.AmountField(label=_("Earnest money deposit"), required=False)
    fee = forms.AmountField(label=_("Price of the papers"), required=False)
    field_order = ["title", "summary", "portal", "number", "address", "closes_on"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["closes_on"].required = True
        self.fields["closes_on"].label = _("Last day for bids")
        self.fields["closes_on"].help_text = ""
