"""What an officer fills in to write a version: words, days, figures, rules and where all this is written."""

from django import forms as django_forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.schemes.content import Condition, Content, Figure, Text
from virtualclusters.areas.schemes.models import FigureKind
from virtualclusters.matching.rules import Rule
from virtualclusters.matching.rules.facts import OWNERS, SIZES
from virtualclusters.ui import forms
from virtualclusters.ui.state_tiles import STATE_NAMES

FIGURES = (
    FigureKind.SUBSIDY_MOST,
    FigureKind.SUBSIDY_PERCENT,
    FigureKind.LOAN_MOST,
    FigureKind.INTEREST_HELP_PERCENT,
    FigureKind.PROJECT_MOST,
)


def _number(label, most, hint=""):
    return django_forms.DecimalField(
        label=label, help_text=hint, required=False, min_value=0, max_value=most, max_digits=12, decimal_places=2
    )


def _many(label, choices):
    return django_forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=forms.Chips(offer=True)
    )


class VersionForm(forms.Form):
    """One version in one language. Every rule has the source named at the end."""

    name = django_forms.CharField(label=_("Name of the scheme"), max_length=200)
    benefits = django_forms.CharField(
        label=_("What a unit may get"),
        help_text=_("In plain words, without figures. Those come further down."),
        max_length=2000,
        widget=django_forms.Textarea(attrs={"rows": 3}),
    )
    how_to_apply = django_forms.CharField(
        label=_("How to apply"), max_length=2000, widget=django_forms.Textarea(attrs={"rows": 3})
    )
    documents = django_forms.CharField(
        label=_("Papers that are needed"),
        help_text=_("One on a line."),
        max_length=2000,
        required=False,
        widget=django_forms.Textarea(attrs={"rows": 4}),
    )
    address = django_forms.URLField(
        label=_("Page where one applies"), max_length=500, required=False, assume_scheme="https"
    )
    effective_from = forms.DateField(label=_("First day of this version"))
    effective_to = forms.DateField(label=_("Last day"), required=False, help_text=_("Leave empty if none is known."))
    subsidy_most = forms.AmountField(label=FigureKind.SUBSIDY_MOST.label, required=False)
    subsidy_percent = _number(_("Subsidy, as a part of the cost, in percent"), 100)
    loan_most = forms.AmountField(label=FigureKind.LOAN_MOST.label, required=False)
    interest_help_percent = _number(_("Interest that is taken off a year, in percent"), 100)
    project_most = forms.AmountField(label=FigureKind.PROJECT_MOST.label, required=False)
    sizes = _many(_("Only for firms of this size"), SIZES.items())
    states = _many(_("Only in these states"), lambda: sorted(STATE_NAMES.items(), key=lambda pair: str(pair[1])))
    owners = _many(_("Only for firms owned by one of these"), OWNERS.items())
    makers_only = django_forms.BooleanField(label=_("Only for firms that make things themselves"), required=False)
    first_time_only = django_forms.BooleanField(
        label=_("Only for firms that had no government loan or subsidy before"), required=False
    )
    years_least = _number(_("Years in business, at least"), 100)
    years_most = _number(_("Years in business, at most"), 100)
    sales_most_lakh = _number(_("Sales a year in lakh rupees, at most"), 100_000)
    own_percent_least = _number(_("Own money in percent of the cost, at least"), 100)
    source_title = django_forms.CharField(label=_("Order or guidelines where all this is written"), max_length=200)
    source_address = django_forms.URLField(label=_("Page where it can be read"), max_length=300, assume_scheme="https")
    as_of = forms.DateField(label=_("Day on which you read it"))

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("effective_from"), cleaned.get("effective_to")
        if first and last and last < first:
            self.add_error("effective_to", _("The last day is before the first. Change one of the two."))
        return cleaned

    def clean_documents(self):
        lines = tuple(line.strip() for line in self.cleaned_data["documents"].splitlines() if line.strip())
        if any(len(line) > 200 for line in lines):
            raise django_forms.ValidationError(_("One line is too long. Use 200 letters or fewer on a line."))
        return lines

    def content(self) -> Content:
        """The version as a value."""
        told = self.cleaned_data
        columns = ("effective_from", "effective_to", "address", "source_title", "source_address", "as_of")
        language = get_language()
        words = Text(told["name"], told["benefits"], told["how_to_apply"], told["documents"])
        return Content(
            **{name: told[name] for name in columns},
            language=language,
            texts={language: words},
            figures=tuple(Figure(str(kind), told[kind], checked=True) for kind in FIGURES if told[kind]),
            conditions=tuple(Condition(rule, checked=True) for rule in self._rules()),
        )

    def _rules(self):
        told, source = self.cleaned_data, self.cleaned_data["source_address"]
        rows = (
            ("size_class", "one_of", told["sizes"]),
            ("state", "one_of", told["states"]),
            ("ownership", "has_any", told["owners"]),
            ("is_manufacturer", "is_true", None if not told["makers_only"] else True),
            ("had_support", "is_false", None if not told["first_time_only"] else True),
            ("years_in_business", "at_least", told["years_least"]),
            ("years_in_business", "at_most", told["years_most"]),
            ("turnover_lakh", "at_most", told["sales_most_lakh"]),
            ("own_percent", "at_least", told["own_percent_least"]),
        )
        return [Rule(fact, operator, value, source=source) for fact, operator, value in rows if value not in (None, [])]


def filled_from(version) -> dict:
    """A version as the form's initial values: what an officer copies to write the next one."""
    text = version.texts.get(language=version.language)
    names = ("effective_from", "effective_to", "address", "source_title", "source_address", "as_of")
    told = {name: getattr(version, name) for name in names}
    told |= {figure.kind: f"{figure.value.normalize():f}" for figure in version.figures.all()}
    words = {"name": text.name, "benefits": text.benefits, "how_to_apply": text.how_to_apply}
    return {**told, **words, "documents": "\n".join(text.documents), **_rules_filled(version)}


_FIELD_OF_RULE = {
    ("size_class", "one_of"): "sizes",
    ("state", "one_of"): "states",
    ("ownership", "has_any"): "owners",
    ("is_manufacturer", "is_true"): "makers_only",
    ("had_support", "is_false"): "first_time_only",
    ("years_in_business", "at_least"): "years_least",
    ("years_in_business", "at_most"): "years_most",
    ("turnover_lakh", "at_most"): "sales_most_lakh",
    ("own_percent", "at_least"): "own_percent_least",
}


def _rules_filled(version):
    rows = {_FIELD_OF_RULE.get((rule.fact, rule.operator)): rule.value for rule in version.rules.all()}
    yes = {"makers_only": True, "first_time_only": True}
    return {name: yes.get(name, value) for name, value in rows.items() if name}
