"""Fields of the package form: percentages, months, lists of words, and the slabs of fees and security as rows."""

from decimal import Decimal

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.areas.finance.models import LONGEST_MONTHS, FeeKind, SecurityRule
from virtualclusters.ui import forms
from virtualclusters.ui.form_fields import ascii_digits

FEE_ROWS, SECURITY_ROWS = 5, 3


class PercentField(django_forms.DecimalField):
    """A number in per cent, as "10.25" or "10.25 %"; ``least`` may be negative for a spread."""

    def __init__(self, *, least=Decimal(0), most=Decimal(100), **options):
        boxes = django_forms.TextInput(attrs={"inputmode": "decimal", "dir": "ltr", "class": "vc-input--width-5"})
        super().__init__(min_value=least, max_value=most, max_digits=6, decimal_places=3, widget=boxes, **options)

    def to_python(self, value):
        return super().to_python(ascii_digits(str(value)).replace("%", "").strip() if value else value)


class MonthsField(django_forms.IntegerField):
    """A number of months."""

    def __init__(self, *, least=1, most=LONGEST_MONTHS, **options):
        boxes = django_forms.TextInput(attrs={"inputmode": "numeric", "dir": "ltr", "class": "vc-input--width-5"})
        super().__init__(min_value=least, max_value=most, widget=boxes, **options)


class ListedWordsField(django_forms.CharField):
    """Names with commas between them; cleans to a list."""

    def clean(self, value):
        return list(dict.fromkeys(filter(None, (part.strip() for part in super().clean(value).split(",")))))


def many(label, choices, **options):
    """Chips of which any number may be tapped."""
    return django_forms.MultipleChoiceField(
        label=label, choices=choices, widget=forms.Chips(offer=True), **{"required": False, **options}
    )


def fee_fields() -> dict:
    """One row a slab: what for, up to which loan, in per cent or rupees, at most, every year or once."""
    found = {}
    for row in range(FEE_ROWS):
        found |= {
            f"fee_{row}_what": django_forms.ChoiceField(
                label=gettext_lazy("Fee for"), choices=[("", "–"), *FeeKind.choices], required=False
            ),
            f"fee_{row}_up_to": forms.AmountField(label=gettext_lazy("For loans up to"), required=False),
            f"fee_{row}_percent": PercentField(label=gettext_lazy("Per cent of the loan"), required=False),
            f"fee_{row}_rupees": forms.AmountField(label=gettext_lazy("or rupees"), required=False),
            f"fee_{row}_cap": forms.AmountField(label=gettext_lazy("At most"), required=False),
            f"fee_{row}_yearly": django_forms.BooleanField(label=gettext_lazy("Every year"), required=False),
        }
    return found


def security_fields() -> dict:
    """One row a slab: up to which loan, which rule, how much cover."""
    found = {}
    for row in range(SECURITY_ROWS):
        found |= {
            f"security_{row}_rule": django_forms.ChoiceField(
                label=gettext_lazy("Security"), choices=[("", "–"), *SecurityRule.choices], required=False
            ),
            f"security_{row}_up_to": forms.AmountField(label=gettext_lazy("For loans up to"), required=False),
            f"security_{row}_cover_percent": PercentField(
                label=gettext_lazy("Cover in per cent of the loan"), most=Decimal(500), required=False
            ),
        }
    return found


def fee_rows(form, cleaned) -> list[dict]:
    """The fees as rows of ``PackageFee``; each slab begins where the one before it of the same fee ends."""
    rows, ends = [], {}
    for number in range(FEE_ROWS):
        row = {
            name: cleaned.get(f"fee_{number}_{name}")
            for name in ("what", "up_to", "percent", "rupees", "cap", "yearly")
        }
        if not row["what"]:
            continue
        if (row["percent"] is None) == (row["rupees"] is None):
            form.add_error(f"fee_{number}_percent", _("Say the fee in per cent or in rupees: one of the two."))
        if row["cap"] is not None and row["percent"] is None:
            form.add_error(f"fee_{number}_cap", _("Only a fee in per cent can have a most."))
        row["above"] = _begins(form, f"fee_{number}_up_to", ends.get(row["what"], Decimal(0)), row["up_to"])
        ends[row["what"]] = row["up_to"]
        rows.append(row)
    return rows


def security_rows(form, cleaned) -> list[dict]:
    """The security rule as rows of ``PackageSecurity``."""
    rows, end = [], Decimal(0)
    for number in range(SECURITY_ROWS):
        row = {name: cleaned.get(f"security_{number}_{name}") for name in ("rule", "up_to", "cover_percent")}
        if not row["rule"]:
            continue
        if (row["rule"] == SecurityRule.COVER) != (row["cover_percent"] is not None):
            form.add_error(f"security_{number}_cover_percent", _("Say how much cover, for property only."))
        row["above"] = _begins(form, f"security_{number}_up_to", end, row["up_to"])
        end = row["up_to"]
        rows.append(row)
    return rows


def _begins(form, name, end, up_to):
    """Where a slab begins: where the one before it ended. A slab after one without end, or below it, is refused."""
    if end is None or (up_to is not None and up_to <= end):
        form.add_error(
            name, ValidationError(_("The row above reaches further. Put the rows in order, the last without end."))
        )
        return Decimal(0)
    return end
