"""What a coordinator, a teacher and a student type; nothing is saved here."""

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.student_projects.models.college import Level
from virtualclusters.areas.student_projects.projects.nearby import bands
from virtualclusters.foundation.identifiers import normalise_mobile
from virtualclusters.ui import forms
from virtualclusters.ui.formatters import km
from virtualclusters.ui.languages import LANGUAGES, OWN_NAMES

SUBJECTS_HELP = _("In your own words, like: food technology, packaging, bakery machines.")


def _subjects(label):
    return django_forms.CharField(
        label=label,
        help_text=SUBJECTS_HELP,
        max_length=500,
        required=False,
        widget=django_forms.Textarea(attrs={"rows": 2}),
    )


def _kept():
    return django_forms.TypedMultipleChoiceField(
        label=_("We understood"), coerce=int, required=False, widget=forms.Chips
    )


class _WithChips(forms.Form):
    """A form with subjects that were understood before, as chips; without them when there are none."""

    def __init__(self, *args, chips=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["concept_ids"].choices = list(chips)
        if not chips:
            del self.fields["concept_ids"]

    def columns(self) -> dict:
        """What was told, with the chips that stay."""
        return {"concept_ids": []} | self.cleaned_data


class DepartmentForm(_WithChips):
    """A department at a campus."""

    name = django_forms.CharField(label=_("Name of the department"), max_length=120)
    unit_id = django_forms.TypedChoiceField(label=_("Campus"), coerce=int, widget=forms.Radios)
    concept_ids = _kept()
    words = _subjects(_("Subjects in which it can help"))
    laboratory = django_forms.CharField(
        label=_("Laboratory"),
        help_text=_("What can be tried or measured there. Leave empty if there is none."),
        max_length=1000,
        required=False,
        widget=django_forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args, campuses, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit_id"].choices = [(unit.pk, f"{unit}, {unit.district}".strip(", ")) for unit in campuses]
        if len(campuses) == 1:
            self.fields["unit_id"].widget = django_forms.HiddenInput()
            self.fields["unit_id"].initial = campuses[0].pk


class CreditRuleForm(forms.Form):
    """How many hours make one credit here."""

    name = django_forms.CharField(
        label=_("Name of the rule"), help_text=_("Like: Project credits 2026"), max_length=120
    )
    hours_a_credit = django_forms.DecimalField(
        label=_("Hours of work for one credit"),
        help_text=_(
            "Write your own institution's figure. AICTE counts 40 to 45 hours for an internship credit, the UGC 30; your own order decides."
        ),
        min_value=1,
        max_value=200,
        max_digits=5,
        decimal_places=2,
    )
    source = django_forms.CharField(
        label=_("Where does it stand?"), help_text=_("The order or page, with its date."), max_length=300
    )


class CourseForm(forms.Form):
    """A class that does projects between two days."""

    name = django_forms.CharField(
        label=_("Name of the course"), help_text=_("Like: B.Tech Food Technology, semester 6"), max_length=160
    )
    department_id = django_forms.TypedChoiceField(label=_("Department"), coerce=int)
    level = django_forms.ChoiceField(label=_("What does it lead to?"), choices=Level.choices, widget=forms.Radios)
    head_count = django_forms.IntegerField(label=_("How many students?"), min_value=1, max_value=5000)
    begins_on = forms.DateField(label=_("First day of the project work"))
    ends_on = forms.DateField(label=_("Last day of the project work"))
    rule_id = django_forms.TypedChoiceField(
        label=_("Rule for credits"), coerce=int, required=False, empty_value=None, widget=forms.Radios
    )
    credits = django_forms.DecimalField(
        label=_("Credits for the project"),
        required=False,
        min_value=0.25,
        max_value=60,
        max_digits=5,
        decimal_places=2,
        help_text=_("Leave empty when no credits are given."),
    )

    def __init__(self, *args, departments, rules, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["department_id"].choices = [(one.pk, one.name) for one in departments]
        self.fields["rule_id"].choices = [("", gettext("No credits")), *((one.pk, one.name) for one in rules)]
        if not rules:
            del self.fields["rule_id"], self.fields["credits"]

    def clean(self):
        told = {"rule_id": None, "credits": None} | super().clean()
        if told.get("ends_on") and told.get("begins_on") and told["ends_on"] < told["begins_on"]:
            self.add_error("ends_on", gettext("The last day is before the first day. Change one of the two."))
        if told["rule_id"] and told["credits"] is None and "credits" not in self.errors:
            self.add_error("credits", gettext("Say how many credits."))
        if told["credits"] is not None and not told["rule_id"]:
            self.add_error("rule_id", gettext("Choose the rule by which hours are counted."))
        return told


def reachable(text: str) -> str:
    """A mobile number as E.164, or an e-mail address. Raises ValidationError for anything else."""
    text = text.strip()
    if "@" in text:
        validate_email(text)
        return text.lower()
    number = normalise_mobile(text)
    if number is None:
        raise ValidationError(gettext("Write a mobile number of ten digits, or an e-mail address."))
    return number


class FacultyForm(_WithChips):
    """A teacher who looks after projects."""

    name = django_forms.CharField(label=_("Name"), max_length=120)
    contact = django_forms.CharField(
        label=_("Mobile number or e-mail"), help_text=_("We ask there for a yes or no."), max_length=120
    )
    department_id = django_forms.TypedChoiceField(label=_("Department"), coerce=int)
    most_projects = django_forms.IntegerField(label=_("How many teams at once?"), min_value=1, max_value=50, initial=4)
    hours_a_month = django_forms.IntegerField(
        label=_("Hours a month offered to units"),
        help_text=_("Own hours that small firms may ask for, free. 0 if none."),
        min_value=0,
        max_value=200,
        initial=0,
    )
    concept_ids = _kept()
    words = _subjects(_("Subjects"))
    language = django_forms.ChoiceField(label=_("Language of messages"), choices=LANGUAGES, initial="en")

    def __init__(self, *args, departments=(), joined=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["department_id"].choices = [(one.pk, one.name) for one in departments]
        if joined:
            del self.fields["contact"], self.fields["department_id"], self.fields["language"]

    def clean_contact(self):
        return reachable(self.cleaned_data["contact"])


class StudentForm(forms.Form):
    """One student, as the college knows her."""

    roll_number = django_forms.CharField(label=_("Roll number"), max_length=40)
    name = django_forms.CharField(label=_("Name"), max_length=120)
    born_on = forms.DateField(label=_("Birth date"))
    phone = forms.MobileField(label=_("Mobile number"), required=False)
    email = django_forms.EmailField(label=_("E-mail"), required=False)
    language = django_forms.ChoiceField(label=_("Language"), choices=OWN_NAMES.items(), initial="en")
    skills = django_forms.CharField(
        label=_("Skills"), help_text=_("With commas between them."), max_length=500, required=False
    )
    guardian_name = django_forms.CharField(
        label=_("Guardian's name"), help_text=_("Needed below 18."), max_length=120, required=False
    )
    guardian_phone = forms.MobileField(label=_("Guardian's mobile number"), required=False)

    def clean_skills(self):
        return [part.strip()[:80] for part in self.cleaned_data["skills"].split(",") if part.strip()]

    def columns(self) -> dict:
        """What was told, as a student's row takes it."""
        empty = dict.fromkeys(("phone", "guardian_phone"), "")
        return self.cleaned_data | {name: self.cleaned_data[name] or "" for name in empty}


class StudentsFileForm(forms.Form):
    """A college's own list of students."""

    file = django_forms.FileField(
        label=_("Your list of students"),
        help_text=_(
            "Excel, OpenDocument or CSV, as you have it. It needs roll number, name and birth date; phone or e-mail to ask for the consent."
        ),
    )


class TeamForm(forms.Form):
    """A team and who is in it."""

    name = django_forms.CharField(label=_("Name of the team"), max_length=80)
    student_ids = django_forms.TypedMultipleChoiceField(
        label=_("Students"), coerce=int, required=False, widget=django_forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, students, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["student_ids"].choices = [(one.pk, _in_the_list(one)) for one in students]


def _in_the_list(student):
    known = f"{student.roll_number} {student.name}"
    return gettext("%(student)s, said yes") % {"student": known} if student.consented_at else known


class SupervisorForm(forms.Form):
    """Who looks after a team."""

    member_id = django_forms.TypedChoiceField(
        label=_("Who looks after the team?"),
        coerce=int,
        required=False,
        empty_value=None,
        help_text=_("Teachers who have said yes stand here."),
    )

    def __init__(self, *args, teachers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["member_id"].choices = [
            ("", gettext("Nobody yet")),
            *((one.pk, _places_left(one)) for one in teachers),
        ]


def _places_left(teacher):
    told = {"name": teacher.name, "left": teacher.most_projects - teacher.projects_taken}
    return gettext("%(name)s, free places: %(left)s") % told


class NearForm(forms.Form):
    """Where to look for projects of units."""

    pin = forms.PinField(label=_("Near PIN code"), required=False)
    within = django_forms.TypedChoiceField(label=_("How far?"), coerce=int, required=False, empty_value=None)
    subject = django_forms.ChoiceField(
        label=_("Subjects"), choices=[("", _("Our own subjects")), ("all", _("All subjects"))], required=False
    )
    language = django_forms.ChoiceField(
        label=_("Language"), choices=[("", _("Any language")), *OWN_NAMES.items()], required=False
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["within"].choices = [
            ("", gettext("As near as there is one")),
            *((band, km(band)) for band in bands()),
        ]
