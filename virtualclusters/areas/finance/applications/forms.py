"""What an owner says to apply, to answer, to accept and to step back."""

from datetime import timedelta

from django import forms as django_forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.areas.finance.applications.operations.applying import MOST_LENDERS, Asked
from virtualclusters.areas.finance.applications.rules import what_does_not_fit
from virtualclusters.areas.finance.models import OWN_REASONS, Facility, Purpose
from virtualclusters.areas.finance.packages.fields import MonthsField
from virtualclusters.ui import forms
from virtualclusters.ui.formatters import long_date

READ_FOR_DAYS = (60, 180)
"""The two lengths of time offered for reading the papers; a decision takes weeks, a lender may not read for ever."""


class AskForm(forms.Form):
    """At which lenders, how much, for what. ``packages``: what may be ticked, as ``packages.views_of.Package``."""

    p = django_forms.MultipleChoiceField(
        label=gettext_lazy("At which lenders?"), widget=django_forms.CheckboxSelectMultiple
    )
    amount = forms.AmountField(label=gettext_lazy("How much money?"))
    months = MonthsField(label=gettext_lazy("For how many months?"))
    purpose = django_forms.ChoiceField(
        label=gettext_lazy("What is it for?"), choices=Purpose.choices, widget=forms.Radios
    )
    facility = django_forms.ChoiceField(
        label=gettext_lazy("What kind of credit?"), choices=Facility.choices, widget=forms.Radios
    )
    words = django_forms.CharField(
        label=gettext_lazy("What exactly will you buy or pay?"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Such as: a roasting oven from a maker in Nashik"),
    )

    def __init__(self, *args, packages, **kwargs):
        super().__init__(*args, **kwargs)
        self.packages = {one.pk: one for one in packages}
        self.fields["p"].choices = [(pk, f"{one.lender}: {one.title}") for pk, one in self.packages.items()]
        self.fields["purpose"].choices = _given(Purpose, (one.detail.purposes for one in packages))
        self.fields["facility"].choices = _given(Facility, (one.detail.facilities for one in packages))

    def clean_p(self):
        ticked = [int(pk) for pk in self.cleaned_data["p"]]
        if len(ticked) > MOST_LENDERS:
            raise django_forms.ValidationError(_("Tick at least one lender, and at most five."))
        return ticked

    def clean_amount(self):
        amount = self.cleaned_data["amount"]
        if amount <= 0:
            raise django_forms.ValidationError(_("Enter more than nothing."))
        return amount

    def clean(self):
        cleaned = super().clean()
        if not self.errors:
            for pk in cleaned["p"]:
                self._refuse_misfit(self.packages[pk])
        return cleaned

    def _refuse_misfit(self, package):
        asked = self.asked()
        misfits = what_does_not_fit(
            package.detail, amount=asked.amount, term=asked.months, purpose=asked.purpose, facility=asked.facility
        )
        for misfit in misfits:
            self.add_error("p", f"{package.lender}: {misfit}")

    def asked(self) -> Asked:
        """Of a valid form."""
        said = self.cleaned_data
        return Asked(said["amount"], said["months"], said["purpose"], said["facility"], said.get("words", ""))


def _given(choices, lists):
    wanted = {code for given in lists for code in given}
    return [(code, label) for code, label in choices.choices if code in wanted]


class ShowForm(forms.Form):
    """Which papers go along, and her yes or no to each lender, until a day."""

    papers = django_forms.MultipleChoiceField(
        label=gettext_lazy("Which papers do you send?"), widget=django_forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args, papers, packages, day, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["papers"].choices = [(paper.pk, paper.name) for paper in papers if not paper.is_refused]
        self.until = {str(days): day + timedelta(days=days) for days in READ_FOR_DAYS}
        for package in packages:
            self.fields[f"lender_{package.pk}"] = _consent(package, self.until)

    def clean(self):
        cleaned = super().clean()
        if not self.errors and not self.shown_until():
            first = next(name for name in self.fields if name.startswith("lender_"))
            self.add_error(first, _("Say yes to at least one lender. Without your yes nothing is sent."))
        return cleaned

    def shown_until(self) -> dict:
        """The lenders' packages to which she said yes, each with the last day of reading."""
        said = {
            name: value for name, value in self.cleaned_data.items() if name.startswith("lender_") and value != "no"
        }
        return {int(name.removeprefix("lender_")): self.until[value] for name, value in said.items()}

    def paper_ids(self) -> list[int]:
        """The papers she ticked."""
        return [int(pk) for pk in self.cleaned_data["papers"]]


def _consent(package, until):
    yes = [(days, _("Yes, until %(day)s") % {"day": long_date(day)}) for days, day in until.items()]
    label = _("May %(lender)s read these papers?") % {"lender": package.lender}
    return django_forms.ChoiceField(
        label=label, choices=[*yes, ("no", _("No, do not send to them"))], widget=forms.Radios
    )


class AnswerForm(forms.Form):
    """An answer to a lender's question: words, papers, or both."""

    words = django_forms.CharField(
        label=gettext_lazy("Your answer"), max_length=2000, required=False, widget=django_forms.Textarea({"rows": 3})
    )
    papers = django_forms.MultipleChoiceField(
        label=gettext_lazy("Papers that they may read too"),
        widget=django_forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args, papers=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["papers"].choices = [(paper.pk, paper.name) for paper in papers if not paper.is_refused]
        if not self.fields["papers"].choices:
            del self.fields["papers"]

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("words") and not cleaned.get("papers"):
            self.add_error("words", _("Write an answer, or choose a paper."))
        return cleaned

    def told(self) -> dict:
        """What the verb takes."""
        said = self.cleaned_data
        return {"words": said.get("words", ""), "paper_ids": [int(pk) for pk in said.get("papers", ())]}


class AcceptForm(forms.Form):
    """Yes to one lender; the others she wants to keep."""

    keep = django_forms.MultipleChoiceField(
        label=gettext_lazy("These end when you say yes. Tick those you want to keep:"),
        widget=django_forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args, others=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["keep"].choices = [(one.pk, one.engagement.opportunity.unit.organisation.name) for one in others]
        if not self.fields["keep"].choices:
            del self.fields["keep"]

    def told(self) -> dict:
        """What the verb takes."""
        return {"keep_ids": [int(pk) for pk in self.cleaned_data.get("keep", ())]}


class StepBackForm(forms.Form):
    """Why she steps back."""

    reason = django_forms.ChoiceField(
        label=gettext_lazy("Why?"), choices=list(OWN_REASONS.items()), widget=forms.Radios
    )

    def told(self) -> dict:
        """What the verb takes."""
        return {"reason": self.cleaned_data["reason"]}


class MoneyForm(forms.Form):
    """Whether money came."""

    paid = django_forms.IntegerField(widget=django_forms.HiddenInput)
    came = django_forms.ChoiceField(
        label=gettext_lazy("Did the money come?"),
        choices=[("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))],
        widget=forms.Radios,
    )

    def told(self) -> dict:
        """What the verb takes."""
        return {"disbursement_id": self.cleaned_data["paid"], "came": self.cleaned_data["came"] == "yes"}
