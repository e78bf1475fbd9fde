"""What is asked of one line of a purchase plan. The forms parse and check; they never save."""

from django import forms as django_forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.purchase_plans.models import Quantity
from virtualclusters.areas.purchase_plans.years import last_moment, quarter_words, year_at, year_words
from virtualclusters.exchange.opportunities.forms import OpportunityForm
from virtualclusters.exchange.rules.keeping import papers_to_choose
from virtualclusters.ui import forms
from virtualclusters.ui.state_tiles import STATE_NAMES

CAPACITY_UNITS = [("kg", _("kg")), ("tonne", _("tonne")), ("litre", _("litre")), ("piece", _("piece"))]
_NOT_SAID = [("", _("Choose"))]


def _years():
    this_year = year_at(timezone.now())
    return [(year, year_words(year)) for year in (this_year, this_year + 1)]


def _quarters():
    return [("", _("Not known yet")), *((quarter, quarter_words(quarter)) for quarter in range(1, 5))]


class PlanForm(OpportunityForm):
    """What will be bought, when, how much, and whether it is reserved."""

    names_contacts = True
    financial_year = django_forms.TypedChoiceField(label=_("Financial year"), choices=_years, coerce=int)
    quarter = django_forms.TypedChoiceField(
        label=_("When"), choices=_quarters, coerce=int, empty_value=None, required=False
    )
    quantity = forms.QuantityField(label=_("How much"), required=False, max_digits=14)
    quantity_unit = django_forms.ChoiceField(
        label=_("Counted in"), choices=_NOT_SAID + Quantity.choices, required=False
    )
    value = forms.AmountField(label=_("About how much it will cost in all"), required=False, above_zero=True)
    buying_arm = django_forms.CharField(label=_("Office that buys"), max_length=200, required=False)
    delivery_place = django_forms.CharField(label=_("Where it is to be delivered"), max_length=200, required=False)
    reserved = django_forms.BooleanField(label=_("Reserved for micro and small units"), required=False)
    reserve_rule = django_forms.CharField(
        label=_("The rule that reserves it"), max_length=300, required=False, help_text=_("Only if it is reserved.")
    )
    reserve_version = django_forms.CharField(label=_("Its version or date"), max_length=60, required=False)
    reserve_address = django_forms.URLField(
        label=_("Page where the rule can be read"), max_length=500, required=False, assume_scheme="https"
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("quantity") and not cleaned.get("quantity_unit"):
            self.add_error("quantity_unit", _("Say what the number counts: kg, pieces …"))
        if cleaned.get("quantity") is None:
            cleaned["quantity_unit"] = ""
        self._check_quarter(cleaned)
        self._check_rule(cleaned)
        return cleaned

    def _check_quarter(self, cleaned):
        """What is over cannot be planned any more."""
        year = cleaned.get("financial_year")
        if year and not cleaned.get("closes_on") and last_moment(year, cleaned.get("quarter")) <= timezone.now():
            self.add_error("quarter", _("These months are over. Choose later ones."))

    def _check_rule(self, cleaned):
        """What is called reserved names its rule, for others must be able to read it."""
        for name in ("reserve_rule", "reserve_version", "reserve_address"):
            if cleaned.get("reserved") and not cleaned.get(name) and name not in self.errors:
                self.add_error(name, _("Say this too, so that everybody can read the rule."))


class FileForm(PlanForm):
    """The same, filed for a buyer."""

    buyer = django_forms.CharField(label=_("Name of the buyer"), max_length=200)
    field_order = ["buyer"]


def _any_state():
    return [("", _("Any")), *sorted(STATE_NAMES.items(), key=lambda pair: str(pair[1]))]


def _past_years():
    this_year = year_at(timezone.now())
    return [(year, year_words(year)) for year in range(this_year, this_year - 5, -1)]


class PlanFilter(forms.Form):
    """Which plans the list shows."""

    words = django_forms.CharField(label=_("Item"), max_length=80, required=False)
    buyer = django_forms.CharField(label=_("Buyer"), max_length=80, required=False)
    state = django_forms.ChoiceField(label=_("State"), choices=_any_state, required=False)
    reserved = django_forms.BooleanField(label=_("Only what is reserved for small units"), required=False)

    def chosen(self):
        """The filters that were set and are known."""
        self.full_clean()
        return {name: value for name, value in self.cleaned_data.items() if value}


class VendorFilter(forms.Form):
    """Which makers a purchase officer looks for."""

    words = django_forms.CharField(label=_("Item"), max_length=80, required=False)
    least = forms.QuantityField(label=_("At least so much a month"), required=False, max_digits=12)
    least_unit = django_forms.ChoiceField(label=_("Counted in"), choices=CAPACITY_UNITS, required=False)
    state = django_forms.ChoiceField(label=_("State"), choices=_any_state, required=False)
    district = django_forms.CharField(label=_("District"), max_length=80, required=False)
    women = django_forms.BooleanField(label=_("Owned by women"), required=False)
    sc_st = django_forms.BooleanField(label=_("Owned by SC or ST persons"), required=False)
    checked = django_forms.BooleanField(label=_("Only what a verifier read on the Udyam certificate"), required=False)

    def chosen(self):
        """The filters that were set and are known."""
        self.full_clean()
        found = {name: value for name, value in self.cleaned_data.items() if value}
        if "least" not in found:
            found.pop("least_unit", None)
        return found


class YearForm(forms.Form):
    """The year of a statement."""

    year = django_forms.TypedChoiceField(label=_("Financial year"), choices=_past_years, coerce=int)


class PaperDaysForm(forms.Form):
    """How long a paper takes, and who says so."""

    paper = django_forms.ChoiceField(label=_("Paper"), choices=papers_to_choose)
    days = django_forms.IntegerField(label=_("Days it usually takes"), min_value=0, max_value=999)
    source = django_forms.CharField(label=_("Rule or office that says so"), max_length=200)
    address = django_forms.URLField(
        label=_("Page where it can be read"), max_length=500, required=False, assume_scheme="https"
    )
