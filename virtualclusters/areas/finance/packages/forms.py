"""What a lender types to write a package: one long form. It parses and checks; it never saves."""

from decimal import Decimal

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from virtualclusters.areas.finance import models
from virtualclusters.areas.finance.packages import fields
from virtualclusters.areas.finance.packages.placing import placed
from virtualclusters.capabilities.wallet.kinds import PaperKind
from virtualclusters.exchange.opportunities.forms import OpportunityForm
from virtualclusters.foundation.time import day_in_india
from virtualclusters.matching.rules.facts import OWNERS, SIZES
from virtualclusters.network.vocabulary import reading
from virtualclusters.network.vocabulary.queries import names_of
from virtualclusters.ui import forms
from virtualclusters.ui.formatters import month_names
from virtualclusters.ui.state_tiles import STATE_NAMES

MOST_CONCEPTS = 40
OTHER_LANGUAGE = "hi"
"""Packages are written in English and, beside it, in Hindi."""

SECTIONS = (
    (gettext_lazy("What it is"), ("title", "summary", "title_other", "summary_other", "facilities", "purposes", "closes_on")),
    (
        gettext_lazy("For whom"),
        (
            "products", "states", "districts", "sizes", "owners", "makers_only", "borrower_types",
            "years_min", "years_max", "turnover_min", "turnover_max", "investment_max",
        ),
    ),
    (gettext_lazy("How much"), ("amount_min", "amount_max", *(f"margin_{one}" for one in models.Facility.values))),
    (
        gettext_lazy("Interest"),
        ("benchmark", "benchmark_percent", "benchmark_as_of", "spread_min", "spread_max", "reset_months", "concessions"),
    ),
    (
        gettext_lazy("Paying back"),
        (
            "months_max", "moratorium_months_max", "moratorium_interest", "repayment", "season_months",
            "prepayment_percent", "prepayment_words",
        ),
    ),
    (
        gettext_lazy("Security"),
        ("primary_security", "guarantee_fee_percent", "guarantee_fee_paid_by", "insurance", "subsidies"),
    ),
    (gettext_lazy("Your service"), ("documents", "decision_days", "contact_desk")),
)  # fmt: skip
"""The form's parts and their fields, in order; the slabs stand in tables after them."""

_rate = {"least": Decimal(-20), "most": Decimal(50)}


def _margin_fields():
    return {
        f"margin_{code}": fields.PercentField(
            label=format_lazy("{} – {}", gettext_lazy("Own part, in per cent"), words),
            most=Decimal("99.999"),
            required=False,
        )
        for code, words in models.Facility.choices
    }


class PackageForm(OpportunityForm):
    """All fields of a package. ``columns()`` gives what ``operations.write_package`` takes."""

    names_contacts = True
    title_other = django_forms.CharField(label=gettext_lazy("In one line, in Hindi"), max_length=120, required=False)
    summary_other = django_forms.CharField(
        label=gettext_lazy("More about it, in Hindi"), max_length=2000, required=False,
        widget=django_forms.Textarea(attrs={"rows": 4}),
    )  # fmt: skip
    facilities = fields.many(gettext_lazy("Kinds of credit"), models.Facility.choices, required=True)
    purposes = fields.many(gettext_lazy("What the money is for"), models.Purpose.choices, required=True)
    products = django_forms.CharField(
        label=gettext_lazy("What the units make"), max_length=500, required=False,
        help_text=gettext_lazy("Products or NIC codes, with commas between them. Leave empty for all."),
    )  # fmt: skip
    states = fields.many(gettext_lazy("Only in these states"), STATE_NAMES.items())
    districts = fields.ListedWordsField(
        label=gettext_lazy("Only in these districts"), required=False, max_length=500,
        help_text=gettext_lazy("Names with commas between them, such as Pune, Bilaspur (Chhattisgarh). Leave empty for all."),
    )  # fmt: skip
    sizes = fields.many(gettext_lazy("Only these sizes"), SIZES.items())
    owners = fields.many(gettext_lazy("Only units owned by"), OWNERS.items())
    makers_only = django_forms.BooleanField(label=gettext_lazy("Not for units that only trade"), required=False)
    borrower_types = fields.many(gettext_lazy("Legal forms"), models.BorrowerType.choices)
    years_min = fields.MonthsField(label=gettext_lazy("Years in business, at least"), most=100, required=False)
    years_max = fields.MonthsField(label=gettext_lazy("Years in business, at most"), most=100, required=False)
    turnover_min = forms.AmountField(label=gettext_lazy("Sales a year, at least"), required=False)
    turnover_max = forms.AmountField(label=gettext_lazy("Sales a year, at most"), required=False)
    investment_max = forms.AmountField(label=gettext_lazy("Money put into machines, at most"), required=False)
    amount_min = forms.AmountField(label=gettext_lazy("Smallest loan"))
    amount_max = forms.AmountField(label=gettext_lazy("Largest loan"))
    benchmark = django_forms.ChoiceField(label=gettext_lazy("The rate moves with"), choices=models.Benchmark.choices)
    benchmark_percent = fields.PercentField(
        label=gettext_lazy("That rate today, in per cent a year"),
        help_text=gettext_lazy("For a fixed rate: the whole rate."),
    )
    benchmark_as_of = forms.DateField(label=gettext_lazy("On which day did it stand so?"))
    spread_min = fields.PercentField(label=gettext_lazy("You add at least, in per cent"), required=False, **_rate)
    spread_max = fields.PercentField(label=gettext_lazy("You add at most, in per cent"), required=False, **_rate)
    reset_months = fields.MonthsField(
        label=gettext_lazy("The rate is set anew every … months"), most=60, required=False
    )
    concessions = django_forms.CharField(
        label=gettext_lazy("For what does the rate become lower?"), max_length=500, required=False
    )
    months_max = fields.MonthsField(label=gettext_lazy("Longest term, in months"))
    moratorium_months_max = fields.MonthsField(
        label=gettext_lazy("Months without instalment, at most"), least=0, most=120, required=False
    )
    moratorium_interest = django_forms.ChoiceField(
        label=gettext_lazy("Interest in these months"), choices=models.MoratoriumInterest.choices, widget=forms.Radios
    )
    repayment = django_forms.ChoiceField(
        label=gettext_lazy("Instalments"), choices=models.Repayment.choices, widget=forms.Radios
    )
    season_months = fields.many(gettext_lazy("In these months"), [(str(month), "") for month in range(1, 13)])
    prepayment_percent = fields.PercentField(label=gettext_lazy("Fee for paying early, in per cent"), required=False)
    prepayment_words = django_forms.CharField(
        label=gettext_lazy("More about paying early"), max_length=300, required=False
    )
    primary_security = django_forms.CharField(
        label=gettext_lazy("What the money buys stands as security"), max_length=300, required=False
    )
    guarantee_fee_percent = fields.PercentField(
        label=gettext_lazy("Fee of the guarantee scheme, in per cent a year"), required=False
    )
    guarantee_fee_paid_by = django_forms.ChoiceField(
        label=gettext_lazy("Who pays it?"), choices=[("", "–"), *models.FeePayer.choices], required=False
    )
    gst_percent = fields.PercentField(label=gettext_lazy("Tax (GST) on fees, in per cent"), initial=18)
    insurance = django_forms.CharField(label=gettext_lazy("Insurance"), max_length=300, required=False)
    subsidies = fields.many(gettext_lazy("Goes together with"), models.Subsidy.choices)
    documents = fields.many(gettext_lazy("Papers you want"), PaperKind.choices)
    decision_days = fields.MonthsField(label=gettext_lazy("You decide within … working days"), most=90)
    contact_desk = django_forms.CharField(label=gettext_lazy("Desk that answers"), max_length=200)

    def __init__(self, *args, **kwargs):
        self.base_fields = {**self.base_fields, **_margin_fields(), **fields.fee_fields(), **fields.security_fields()}
        super().__init__(*args, **kwargs)
        self.fields["title"].label = gettext_lazy("In one line, in English")
        self.fields["summary"].label = gettext_lazy("More about it, in English")
        self.fields["season_months"].choices = [
            (str(number), name) for number, name in enumerate(month_names(get_language() or "en"), 1)
        ]

    def clean_products(self):
        read = reading.read(self.cleaned_data["products"], language=get_language())
        if read.unknown:
            raise ValidationError(
                _("We do not know these words: %(words)s. Say it in another way.") % {"words": ", ".join(read.unknown)}
            )
        return list(dict.fromkeys(found.concept_id for found in read.named))[:MOST_CONCEPTS]

    def clean_districts(self):
        """The names of the postal directory, which units have from their PIN codes, in the states they lie in."""
        names, self.cleaned_data["states"] = placed(
            self.cleaned_data["districts"], self.cleaned_data.get("states") or []
        )
        return names

    def clean_benchmark_as_of(self):
        day = self.cleaned_data["benchmark_as_of"]
        if day > day_in_india(timezone.now()):
            raise ValidationError(_("This day is still to come. Say the rate of a day that was."))
        return day

    def clean(self):
        cleaned = super().clean()
        for name, empty in (
            ("spread_min", 0),
            ("spread_max", cleaned.get("spread_min") or 0),
            ("moratorium_months_max", 0),
        ):
            if name not in self.errors and cleaned.get(name) is None:
                cleaned[name] = empty
        self._refuse_disorder(cleaned)
        self._refuse_what_does_not_go_together(cleaned)
        cleaned["fees"] = fields.fee_rows(self, cleaned)
        cleaned["securities"] = fields.security_rows(self, cleaned)
        return cleaned

    def _refuse_disorder(self, cleaned):
        pairs = (
            ("amount_min", "amount_max", _("The largest loan is below the smallest. Change one of the two.")),
            ("spread_min", "spread_max", _("This is below the least that you add. Change one of the two.")),
        )
        for least, most, sentence in pairs:
            if None not in (cleaned.get(least), cleaned.get(most)) and cleaned[least] > cleaned[most]:
                self.add_error(most, sentence)
        longest, wait = cleaned.get("months_max"), cleaned.get("moratorium_months_max")
        if None not in (longest, wait) and wait >= longest:
            self.add_error("moratorium_months_max", _("No month is left to pay back in. Make it shorter."))
        if cleaned.get("amount_min") == 0:
            self.add_error("amount_min", _("Enter more than nothing."))

    def _refuse_what_does_not_go_together(self, cleaned):
        fixed = cleaned.get("benchmark") == models.Benchmark.FIXED
        if fixed and any(cleaned.get(name) for name in ("spread_min", "spread_max", "reset_months")):
            self.add_error("benchmark", _("A fixed rate has nothing to add and is not set anew. Empty those boxes."))
        rate = cleaned.get("benchmark_percent")
        if None not in (rate, cleaned.get("spread_min")) and rate + cleaned["spread_min"] < 0:
            self.add_error("spread_min", _("The rate would be below nothing."))
        seasonal = cleaned.get("repayment") == models.Repayment.SEASONAL
        if seasonal != bool(cleaned.get("season_months")) and "season_months" not in self.errors:
            self.add_error("season_months", _("Choose the months of a season, and only for one."))
        if (cleaned.get("guarantee_fee_percent") is None) != (not cleaned.get("guarantee_fee_paid_by")):
            self.add_error("guarantee_fee_paid_by", _("Say the fee and who pays it, or neither."))

    def columns(self) -> dict:
        """Cleaned values by part: the opportunity's own, the package's columns, its child rows, and the scope's fields."""
        told = super().columns()
        slabs = {name for name in told if name.startswith(("fee_", "security_", "margin_"))}
        margins = {code: told[f"margin_{code}"] for code in told["facilities"] if told[f"margin_{code}"] is not None}
        return {name: value for name, value in told.items() if name not in slabs} | {"margins": margins}


def products_in_words(concept_ids) -> str:
    """What the box of products says for stored concepts."""
    names = names_of(concept_ids, get_language())
    return ", ".join(names[pk] for pk in concept_ids if pk in names)
