"""What a lender says about an application: a stage, a question, a visit, yes, no, money."""

from datetime import datetime

from django import forms as django_forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.areas.finance.applications.rules import PLAIN_MOVES
from virtualclusters.areas.finance.models import DeclineReason, Stage
from virtualclusters.areas.finance.packages.fields import MonthsField, PercentField
from virtualclusters.capabilities.wallet.kinds import PaperKind
from virtualclusters.foundation.time import IST
from virtualclusters.ui import forms
from virtualclusters.ui.time_field import TimeField

MOVED_TO = (Stage.DOCUMENTS, Stage.VISIT, Stage.DECISION)


class MoveForm(forms.Form):
    """Another stage."""

    stage = django_forms.ChoiceField(label=gettext_lazy("Put it to"), widget=forms.Radios)

    def __init__(self, *args, application=None, **kwargs):
        super().__init__(*args, **kwargs)
        ways = PLAIN_MOVES.get(Stage(application.stage), ()) if application else MOVED_TO
        self.fields["stage"].choices = [(stage.value, stage.label) for stage in ways]

    def told(self) -> dict:
        """What the verb takes."""
        return {"stage": Stage(self.cleaned_data["stage"])}


class AskBackForm(forms.Form):
    """A question, a paper, or both."""

    words = django_forms.CharField(
        label=gettext_lazy("Your question"), max_length=1000, required=False, widget=django_forms.Textarea({"rows": 3})
    )
    paper_kind = django_forms.ChoiceField(
        label=gettext_lazy("Which paper do you need?"),
        choices=[("", gettext_lazy("No paper")), *PaperKind.choices],
        required=False,
    )

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("words") and not cleaned.get("paper_kind"):
            self.add_error("words", _("Write a question, or choose a paper."))
        return cleaned

    def told(self) -> dict:
        """What the verb takes."""
        return {"words": self.cleaned_data.get("words", ""), "paper_kind": self.cleaned_data.get("paper_kind", "")}


class VisitForm(forms.Form):
    """When and where somebody looks at the place."""

    day = forms.DateField(label=gettext_lazy("Which day?"))
    time = TimeField(label=gettext_lazy("At what time?"))
    place = django_forms.CharField(label=gettext_lazy("Where?"), max_length=200)

    def told(self) -> dict:
        """What the verb takes."""
        said = self.cleaned_data
        return {"planned_at": datetime.combine(said["day"], said["time"], tzinfo=IST), "place": said["place"]}


class VisitedForm(forms.Form):
    """What was seen."""

    visit = django_forms.IntegerField(widget=django_forms.HiddenInput)
    done_on = forms.DateField(label=gettext_lazy("When were you there?"))
    note = django_forms.CharField(
        label=gettext_lazy("What did you see?"),
        max_length=1000,
        required=False,
        help_text=gettext_lazy("Only your own people read this."),
        widget=django_forms.Textarea({"rows": 3}),
    )

    def told(self) -> dict:
        """What the verb takes."""
        said = self.cleaned_data
        return {"visit_id": said["visit"], "done_on": said["done_on"], "note": said["note"]}


class SanctionForm(forms.Form):
    """The lender's yes."""

    amount = forms.AmountField(label=gettext_lazy("How much is sanctioned?"))
    rate = PercentField(label=gettext_lazy("Interest a year, in per cent"))
    months = MonthsField(label=gettext_lazy("For how many months?"))
    words = django_forms.CharField(
        label=gettext_lazy("Conditions, in your own words"),
        max_length=1000,
        required=False,
        widget=django_forms.Textarea({"rows": 3}),
    )

    def told(self) -> dict:
        """What the verb takes."""
        said = self.cleaned_data
        return {"amount": said["amount"], "rate_percent": said["rate"], "term": said["months"], "words": said["words"]}


class DeclineForm(forms.Form):
    """The lender's no: all three, or none."""

    reason = django_forms.ChoiceField(label=gettext_lazy("Why?"), choices=DeclineReason.choices, widget=forms.Radios)
    way_to_fix = django_forms.CharField(
        label=gettext_lazy("How can the owner mend it?"),
        max_length=1000,
        help_text=gettext_lazy("The owner reads exactly this. Write in her language if you can."),
        widget=django_forms.Textarea({"rows": 3}),
    )
    come_back_on = forms.DateField(label=gettext_lazy("From which day may the owner come back?"))

    def told(self) -> dict:
        """What the verb takes."""
        return dict(self.cleaned_data)


class PaidForm(forms.Form):
    """Money that was paid out."""

    amount = forms.AmountField(label=gettext_lazy("How much was paid out?"))
    paid_on = forms.DateField(label=gettext_lazy("On which day?"))

    def told(self) -> dict:
        """What the verb takes."""
        return dict(self.cleaned_data)


class PaidBackForm(forms.Form):
    """Nothing more to say: the loan is paid back."""

    def told(self) -> dict:
        """What the verb takes."""
        return {}


class FilterForm(forms.Form):
    """Which applications the table shows."""

    stage = django_forms.ChoiceField(
        label=gettext_lazy("Stage"), choices=[("", gettext_lazy("All that are open")), *Stage.choices], required=False
    )
    package = django_forms.ChoiceField(label=gettext_lazy("Package"), required=False)
    turn = django_forms.ChoiceField(
        label=gettext_lazy("Whose turn"),
        choices=[
            ("", gettext_lazy("Anybody's")),
            ("publisher", gettext_lazy("Ours")),
            ("answerer", gettext_lazy("The owner's")),
        ],
        required=False,
    )

    def __init__(self, *args, packages=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["package"].choices = [("", _("All packages")), *packages]

    def chosen(self) -> dict:
        """The filters that are set and known; a code that is none is passed over."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
