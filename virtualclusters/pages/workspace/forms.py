"""Forms of the desk: they parse and say what is wrong, and never save."""

import re

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from virtualclusters.foundation.identifiers import normalise_mobile
from virtualclusters.network.organisations.bands import InvestmentBand, JobsBand, ProfitBand, SalesBand
from virtualclusters.network.organisations.models import CapabilityWords, Role
from virtualclusters.network.vocabulary.places import place_of_pin
from virtualclusters.ui import forms

Part = CapabilityWords.Part
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
HINTS = {
    Part.PRODUCTS: _("For example: mango pickle, papad, turmeric powder."),
    Part.MACHINES: _("For example: spice grinder, pouch packing machine, bakery oven."),
    Part.MATERIALS: _("For example: raw honey, glass jars, cartons."),
    Part.SERVICES: _("What you do for others. For example: packing, grinding on order."),
    Part.SKILLS: _("For example: baker, machine operator."),
    Part.CERTIFICATES: _("For example: FSSAI, ISO 22000, organic."),
    Part.NEEDS: _("For example: buyers, a loan, training, a machine."),
}


class PartForm(forms.Form):
    """One part of the profile: the owner's words and the chips understood from them."""

    words = django_forms.CharField(
        label=_("In your own words"), max_length=1000, required=False, widget=django_forms.Textarea(attrs={"rows": 3})
    )
    chips = django_forms.TypedMultipleChoiceField(
        label=_("We understood"),
        help_text=_("Tap a word to take it away or to put it back."),
        required=False,
        coerce=int,
        widget=forms.Chips,
    )

    def __init__(self, *args, part, chips, from_where, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["words"].help_text = HINTS[part]
        self.fields["chips"].choices = chips
        self.fields["chips"].widget.hints = from_where
        self.fields["words"].unmarked = self.fields["chips"].unmarked = True
        if not chips:
            del self.fields["chips"]

    @property
    def has_new_words(self):
        """Whether the words were changed, so that they must be read again."""
        return self.cleaned_data["words"].strip() != (self.initial.get("words") or "").strip()


UNITS = [("", "–"), ("kg", _("kg")), ("litre", _("litres")), ("piece", _("pieces")), ("hour", _("hours"))]


class CapacityForm(forms.Form):
    """How much of one thing a month."""

    amount = django_forms.DecimalField(
        required=False,
        min_value=0,
        max_digits=12,
        decimal_places=2,
        widget=django_forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    unit = django_forms.ChoiceField(label=_("Unit"), required=False, choices=UNITS)

    def __init__(self, *args, chip, **kwargs):
        initial = {"amount": chip.capacity, "unit": chip.capacity_unit}
        super().__init__(*args, prefix=f"chip{chip.id}", initial=initial, **kwargs)
        self.chip = chip
        self.fields["amount"].label = chip.name
        self.fields["amount"].unmarked = self.fields["unit"].unmarked = True

    def clean(self):
        """An amount has a unit."""
        told = super().clean()
        if told.get("amount") and not told.get("unit"):
            self.add_error("unit", _("Choose kg, litres, pieces or hours."))
        return told

    @property
    def said(self):
        """Amount and unit, or None when it is not said."""
        amount = self.cleaned_data.get("amount")
        return (amount, self.cleaned_data["unit"]) if amount else None


class PlaceForm(forms.Form):
    name = django_forms.CharField(
        label=_("Name of this place"),
        required=False,
        max_length=200,
        help_text=_("Only if you have several. For example: Plant 2."),
    )
    address = django_forms.CharField(
        label=_("Address"),
        required=False,
        max_length=300,
        widget=django_forms.TextInput(attrs={"autocomplete": "street-address"}),
    )
    pin = forms.PinField(label=_("PIN code"))
    works_remotely = django_forms.BooleanField(label=_("We also work far away, by phone or internet"), required=False)

    def clean_pin(self):
        """Only a code that India Post has."""
        pin = self.cleaned_data["pin"]
        if place_of_pin(pin) is None:
            raise ValidationError(_("We do not know this PIN code. Check the six digits."))
        return pin


NOT_SAID = "not_said"
YES_NO = [("yes", _("Yes")), ("no", _("No")), (NOT_SAID, _("I do not say"))]
YES_NO_VALUE = {"yes": True, "no": False, NOT_SAID: None}


def _yes_no(label, hint=""):
    return django_forms.TypedChoiceField(
        label=label,
        help_text=hint,
        choices=YES_NO,
        initial=NOT_SAID,
        coerce=YES_NO_VALUE.get,
        widget=forms.Radios,
    )


class FactsForm(forms.Form):
    """About the firm."""

    name = django_forms.CharField(label=_("Name of the business"), max_length=200)
    about = django_forms.CharField(
        label=_("About you, in a few sentences"),
        max_length=2000,
        required=False,
        widget=django_forms.Textarea(attrs={"rows": 4}),
        help_text=_("Everybody can read this. Write no phone number here."),
    )
    website = django_forms.URLField(label=_("Website"), required=False, assume_scheme="https")
    started_year = django_forms.IntegerField(
        label=_("Started in the year"),
        required=False,
        min_value=1850,
        max_value=2100,
        widget=django_forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    manufactures = _yes_no(_("Do you make things yourself?"), _("Not only buy and sell."))
    women_owned = _yes_no(_("Is at least half owned by women?"), _("Some tenders and loans are kept for such firms."))
    sc_st_owned = _yes_no(
        _("Is it owned by people of Scheduled Castes or Tribes?"), _("Government buys a share from such firms.")
    )


def _band(label, bands, hint=""):
    return django_forms.TypedChoiceField(
        label=label,
        choices=[*bands.choices, (NOT_SAID, _("I do not say"))],
        initial=NOT_SAID,
        help_text=hint,
        coerce=lambda band: "" if band == NOT_SAID else band,
        widget=forms.Radios,
    )


class CheckInForm(forms.Form):
    """The yearly figures, in bands."""

    sales = _band(_("Sales in the year"), SalesBand)
    profit = _band(_("Profit in the year"), ProfitBand)
    jobs = _band(_("How many people work with you?"), JobsBand)
    investment = _band(
        _("What did your machines and equipment cost?"),
        InvestmentBand,
        _("This and your sales decide whether you are micro, small or medium."),
    )


class InviteForm(forms.Form):
    """Ask a person to join."""

    name = django_forms.CharField(label=_("Name"), max_length=120)
    contact = django_forms.CharField(
        label=_("Mobile number or e-mail"),
        max_length=254,
        widget=django_forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"}),
    )
    role = django_forms.ChoiceField(label=_("Role"), choices=Role.choices, widget=forms.Radios)

    def clean_contact(self):
        """A number as E.164, or an address."""
        typed = self.cleaned_data["contact"]
        if "@" in typed:
            return _address(typed)
        number = normalise_mobile(typed)
        if number is None:
            raise ValidationError(_("Enter a mobile number with 10 digits, or an e-mail address."))
        return number


def _address(typed):
    """An e-mail address in small letters; what is none is refused in our words."""
    if not EMAIL.fullmatch(typed):
        raise ValidationError(_("Enter an e-mail address like name@example.com."))
    return typed.lower()


class NewUnitForm(PlaceForm):
    name = django_forms.CharField(label=_("Name of this place"), max_length=200, help_text=_("For example: Plant 2."))
    works_remotely = None


class EraseForm(forms.Form):
    sure = django_forms.BooleanField(
        label=_("Yes, delete my account for ever"), error_messages={"required": _("Tick this if you are sure.")}
    )
