"""What people type to publish a project or an offer, and to apply. The forms parse and check; they never save."""

from django import forms as django_forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.student_projects.models import Bearer, Where
from virtualclusters.exchange.opportunities.forms import OpportunityForm
from virtualclusters.foundation.identifiers import ascii_digits
from virtualclusters.foundation.time import day_in_india
from virtualclusters.ui import forms
from virtualclusters.ui.languages import OWN_NAMES

MOST_STUDENTS = 12
BEARERS = [("", _("Not said yet")), *Bearer.choices]


class NumberField(django_forms.DecimalField):
    """A number with at most two decimals, in Indian digits or others."""

    def __init__(self, **options):
        box = django_forms.TextInput(attrs={"inputmode": "decimal", "dir": "ltr", "class": "vc-input--width-10"})
        super().__init__(**{"max_digits": 12, "decimal_places": 2, "required": False, "widget": box, **options})

    def to_python(self, value):
        return super().to_python(ascii_digits(str(value)) if value not in self.empty_values else value)


class CountField(django_forms.IntegerField):
    """A small whole number, in Indian digits or others."""

    def __init__(self, **options):
        box = django_forms.TextInput(attrs={"inputmode": "numeric", "dir": "ltr", "class": "vc-input--width-5"})
        super().__init__(**{"required": False, "widget": box, **options})

    def to_python(self, value):
        return super().to_python(ascii_digits(str(value)) if value not in self.empty_values else value)


def languages_field():
    """Languages spoken with the students."""
    return django_forms.MultipleChoiceField(
        label=_("Languages you speak"), choices=OWN_NAMES.items(), required=False, widget=forms.Chips(offer=True)
    )


class ProjectForm(OpportunityForm):
    """A trouble that a team of students may work on, free. Only the line and the place are asked for; the rest makes it better."""

    number_counts = django_forms.CharField(
        label=_("What number shows the trouble?"),
        max_length=80,
        required=False,
        help_text=_("For example: biscuits that break, in 100."),
    )
    number_today = NumberField(
        label=_("This number today"), min_value=0, help_text=_("A rough one is fine. For example: 6.")
    )
    number_wished = NumberField(label=_("The number you wish"), min_value=0, help_text=_("For example: 2."))
    where = django_forms.ChoiceField(label=_("Where do they work?"), choices=Where.choices, widget=forms.Radios())
    visits = CountField(label=_("How many visits to your unit?"), min_value=0, max_value=60)
    materials_by = django_forms.ChoiceField(
        label=_("Who gives the materials?"), choices=BEARERS, required=False, widget=forms.Radios()
    )
    travel_by = django_forms.ChoiceField(
        label=_("Who bears the travel?"), choices=BEARERS, required=False, widget=forms.Radios()
    )
    confidential = django_forms.BooleanField(label=_("Some of it must stay secret"), required=False)
    ends_on = forms.DateField(label=_("When should it be finished?"), required=False)
    students = CountField(label=_("How many students do you wish?"), min_value=1, max_value=MOST_STUDENTS)
    languages = languages_field()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["title"].label = _("Your trouble in one line")
        self.fields["title"].help_text = _("For example: our biscuits break on the way to the shop.")
        self.fields["summary"].help_text = _("When does it happen? What have you tried?")
        self.fields["closes_on"].label = _("Last day for colleges to apply")

    def clean_ends_on(self):
        day = self.cleaned_data["ends_on"]
        if day is not None and day <= day_in_india(timezone.now()):
            raise django_forms.ValidationError(_("This day is over. Choose a later one."))
        return day

    def clean(self):
        cleaned = super().clean()
        told = [cleaned.get("number_today"), cleaned.get("number_wished")]
        if any(one is not None for one in told) and not cleaned.get("number_counts"):
            self.add_error("number_counts", _("Say what the number counts."))
        return cleaned


class OfferForm(OpportunityForm):
    """What a department or a teacher offers to units, free of charge."""

    hours_a_month = CountField(label=_("Hours a month"), min_value=1, max_value=200)
    laboratory = django_forms.CharField(
        label=_("What can be tried or measured in your laboratory?"), max_length=500, required=False,
        widget=django_forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    languages = languages_field()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["title"].label = _("What you offer, in one line")
        self.fields["title"].help_text = _("For example: shelf-life tests for bakeries, free.")

    def clean(self):
        cleaned = super().clean()
        if not (cleaned.get("hours_a_month") or cleaned.get("laboratory")):
            self.add_error("hours_a_month", _("Say how many hours, or what your laboratory can do."))
        return cleaned


class ApplyForm(forms.Form):
    """With which team, and why with this one."""

    team = django_forms.TypedChoiceField(label=_("Which team?"), coerce=int, widget=forms.Radios)
    words = django_forms.CharField(
        label=_("What would the team do?"),
        help_text=_("In a few lines. Write no name and no number of a student."),
        max_length=2000,
        required=False,
        widget=django_forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args, teams, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["team"].choices = teams
