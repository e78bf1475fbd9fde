"""What people type while a project runs and after it. The forms parse and check; they never save."""

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.areas.student_projects.models import FeeReport, Terms
from virtualclusters.areas.student_projects.projects.forms import CountField, NumberField
from virtualclusters.areas.student_projects.projects.standing import Seat
from virtualclusters.capabilities.files.purposes import MEBIBYTE, PURPOSES
from virtualclusters.ui import forms
from virtualclusters.ui.formatters import long_date

FILE_KINDS = "image/jpeg,image/png,image/webp,application/pdf"
YES_NO = [("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))]
MARKS = [
    (5, gettext_lazy("Fully")),
    (4, gettext_lazy("Mostly")),
    (3, gettext_lazy("Partly")),
    (2, gettext_lazy("A little")),
    (1, gettext_lazy("Not at all")),
]
QUESTIONS = {
    Seat.UNIT: (
        gettext_lazy("Was the work useful for you?"),
        gettext_lazy("Did the students work with care?"),
        gettext_lazy("Did you understand each other?"),
    ),
    Seat.COLLEGE: (
        gettext_lazy("Did the students learn something?"),
        gettext_lazy("Is what they made right and complete?"),
        gettext_lazy("Did the unit support them?"),
    ),
    Seat.STUDENT: (
        gettext_lazy("Did you learn something for your work?"),
        gettext_lazy("Did the unit support you?"),
        gettext_lazy("Did your teacher support you?"),
    ),
}
QUESTIONS[Seat.MENTOR] = QUESTIONS[Seat.COLLEGE]


def _words(label, *, most=1000, required=False, rows=3, hint=""):
    box = django_forms.Textarea(attrs={"rows": rows})
    return django_forms.CharField(label=label, max_length=most, required=required, widget=box, help_text=hint)


class TermsForm(forms.Form):
    """Choices among the ready texts."""

    objectives = _words(gettext_lazy("What shall the team reach?"), most=2000)
    ownership = django_forms.ChoiceField(
        label=gettext_lazy("To whom does it belong?"), choices=Terms.Ownership.choices, widget=forms.Radios()
    )
    publish_after_months = CountField(
        label=gettext_lazy("If the college may publish: after how many months?"), min_value=1, max_value=60
    )
    secrecy = django_forms.ChoiceField(
        label=gettext_lazy("What stays secret?"), choices=Terms.Secrecy.choices, widget=forms.Radios()
    )
    visits = CountField(label=gettext_lazy("How many visits to the unit?"), min_value=0, max_value=60, required=True)
    insurance = django_forms.ChoiceField(
        label=gettext_lazy("Who insures the students?"), choices=Terms.Insurance.choices, widget=forms.Radios()
    )
    names_unit = django_forms.BooleanField(label=gettext_lazy("The certificates may name the unit"), required=False)

    def clean(self):
        cleaned = super().clean()
        publishes = cleaned.get("ownership") == Terms.Ownership.COLLEGE_PUBLISHES
        if publishes and not cleaned.get("publish_after_months"):
            self.add_error("publish_after_months", _("Say after how many months."))
        if not publishes:
            cleaned["publish_after_months"] = None
        return cleaned


class WeekForm(forms.Form):
    """One week of one student."""

    week = django_forms.ChoiceField(label=gettext_lazy("Which week?"), widget=forms.Radios)
    hours = NumberField(
        label=gettext_lazy("How many hours?"),
        required=True,
        min_value=0.5,
        max_value=60,
        decimal_places=1,
        max_digits=4,
    )
    done = _words(gettext_lazy("What did you do?"), required=True)

    def __init__(self, *args, weeks, **kwargs):
        super().__init__(*args, **kwargs)
        named = [(f"{monday:%Y-%m-%d}", _("Week from %(day)s") % {"day": long_date(monday)}) for monday in weeks]
        self.fields["week"].choices = named
        self.fields["week"].initial = named[0][0] if named else None


class CommentForm(forms.Form):
    """A word on a week."""

    words = _words(gettext_lazy("Your word on this week"), most=500, required=True, rows=2)


class SayForm(forms.Form):
    """A word to everybody in the project."""

    words = _words(gettext_lazy("Write to them"), most=4000, required=True)


class ReviewForm(forms.Form):
    """Half way."""

    on_track = django_forms.ChoiceField(
        label=gettext_lazy("Is the project on track?"), choices=YES_NO, widget=forms.Radios
    )
    words = _words(gettext_lazy("What goes well, what does not?"))

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("on_track") == "no" and not cleaned.get("words"):
            self.add_error("words", _("Say what is wrong, so that the others can help."))
        return cleaned


class HandOverForm(forms.Form):
    """What the team made."""

    title = django_forms.CharField(label=gettext_lazy("What do you hand over?"), max_length=200)
    file = django_forms.FileField(
        label=gettext_lazy("Photo or PDF"), required=False, widget=django_forms.FileInput(attrs={"accept": FILE_KINDS})
    )
    number_after = NumberField(label=gettext_lazy("The number now"), min_value=0)

    def clean_file(self):
        file, most = self.cleaned_data["file"], PURPOSES["evidence"].most_bytes
        if file and file.size > most:
            told = {"most": most // MEBIBYTE}
            raise ValidationError(_("The file is larger than %(most)s MB. Send a smaller one.") % told)
        return file


class EvaluationForm(forms.Form):
    """How it was: three marks, words; the unit also the number, unit and college whether they would again."""

    first = django_forms.TypedChoiceField(choices=MARKS, coerce=int, widget=forms.Radios)
    second = django_forms.TypedChoiceField(choices=MARKS, coerce=int, widget=forms.Radios)
    third = django_forms.TypedChoiceField(choices=MARKS, coerce=int, widget=forms.Radios)
    number_now = NumberField(label=gettext_lazy("The number now"), min_value=0)
    would_again = django_forms.ChoiceField(
        label=gettext_lazy("Would you work with them again?"), choices=YES_NO, widget=forms.Radios
    )
    words = _words(gettext_lazy("In your own words"))

    def __init__(self, *args, seat, counts="", **kwargs):
        super().__init__(*args, **kwargs)
        for name, question in zip(("first", "second", "third"), QUESTIONS[seat], strict=True):
            self.fields[name].label = question
        if seat != Seat.UNIT or not counts:
            del self.fields["number_now"]
        else:
            self.fields["number_now"].help_text = counts
        if seat == Seat.STUDENT:
            del self.fields["would_again"]

    def told(self) -> dict:
        """Cleaned values as ``evaluate`` takes them."""
        cleaned = self.cleaned_data
        return {
            "marks": (cleaned["first"], cleaned["second"], cleaned["third"]),
            "words": cleaned["words"],
            "would_again": cleaned.get("would_again") == "yes",
            "number_now": cleaned.get("number_now"),
        }


class MoneyForm(forms.Form):
    """Somebody asks for money."""

    asker = django_forms.ChoiceField(
        label=gettext_lazy("Who asks for money?"), choices=FeeReport.Asker.choices, widget=forms.Radios
    )
    words = _words(gettext_lazy("What happened?"), hint=gettext_lazy("Only the administrator reads this."))


class SettleForm(forms.Form):
    """What came of it."""

    words = _words(gettext_lazy("What did you find and do?"), most=500, required=True)


class InUseForm(forms.Form):
    """A word beside the yes or the no."""

    words = django_forms.CharField(label=gettext_lazy("A word about it"), max_length=500, required=False)
