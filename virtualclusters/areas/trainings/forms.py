"""What people type about trainings. The forms parse and check; they never save."""

from datetime import datetime, timedelta

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.trainings.models import CancelReason, Level, Mode, PaidBy
from virtualclusters.areas.trainings.notices import NOTES, REMOVALS
from virtualclusters.areas.trainings.rules import MOST_PEOPLE_A_UNIT, MOST_SEATS, objection_to_sessions
from virtualclusters.exchange.opportunities.forms import OpportunityForm
from virtualclusters.foundation.errors import Refused
from virtualclusters.foundation.time import IST
from virtualclusters.network.organisations.places import place_at
from virtualclusters.ui import forms
from virtualclusters.ui.languages import OWN_NAMES
from virtualclusters.ui.time_field import TimeField

RHYTHMS = [("1", _("Every day")), ("7", _("Every week"))]
LANGUAGES = [("", _("Any")), *OWN_NAMES.items()]


class TrainingForm(OpportunityForm):
    """What a trainer says to publish a class. It can be booked until it begins, so no last day is asked."""

    closes_on = None
    abilities = django_forms.CharField(
        label=_("What people can do afterwards"),
        max_length=1000,
        required=False,
        widget=django_forms.Textarea(attrs={"rows": 3}),
    )
    mode = django_forms.ChoiceField(label=_("How is it held?"), choices=Mode.choices, widget=forms.Radios())
    venue = django_forms.CharField(
        label=_("Where"), max_length=300, required=False, help_text=_("House, street, town. Not needed online.")
    )
    pin = forms.PinField(
        label=_("PIN code of that place"), required=False, help_text=_("Leave empty if it is at your own address.")
    )
    link = django_forms.URLField(
        label=_("Link to join"),
        max_length=500,
        required=False,
        assume_scheme="https",
        help_text=_("Only those who have a place see it. You can add it later."),
    )
    first_day = forms.DateField(label=_("First day"))
    starts = TimeField(label=_("Starts at"), help_text=_("Like 10:30 or 3 pm"))
    ends = TimeField(label=_("Ends at"))
    meetings = django_forms.IntegerField(label=_("How many sessions?"), min_value=1, max_value=30, initial=1)
    rhythm = django_forms.ChoiceField(
        label=_("When there are several"), choices=RHYTHMS, initial="1", widget=forms.Radios()
    )
    places = django_forms.IntegerField(label=_("Seats"), min_value=1, max_value=MOST_SEATS, initial=20)
    languages = django_forms.MultipleChoiceField(
        label=_("Languages spoken"), choices=OWN_NAMES.items(), initial=["hi"], widget=forms.Chips(offer=True)
    )
    level = django_forms.ChoiceField(label=_("For whom"), choices=Level.choices, widget=forms.Radios())
    fee = forms.AmountField(label=_("Fee for one person"), required=False, help_text=_("Leave empty when it is free."))
    paid_by = django_forms.ChoiceField(
        label=_("Who pays when it is free for units?"),
        choices=[choice for choice in PaidBy.choices if choice[0] != PaidBy.UNIT],
        initial=PaidBy.SCHEME,
        widget=forms.Radios(),
    )
    certificate = django_forms.BooleanField(label=_("Those who take part get a certificate"), required=False)
    attendance_needed = django_forms.IntegerField(
        label=_("Per cent of the hours somebody must be there for it"), min_value=1, max_value=100, initial=75
    )

    def clean_pin(self):
        pin = self.cleaned_data["pin"]
        try:
            self.place = place_at(pin) if pin else None
        except Refused as refusal:
            raise ValidationError(refusal.sentence) from refusal
        return pin

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("fee"):
            cleaned["paid_by"] = ""
        if cleaned.get("mode") == Mode.IN_PERSON and not cleaned.get("venue"):
            self.add_error("venue", _("Say where it is held."))
        if {"first_day", "starts", "ends", "meetings", "rhythm"} <= cleaned.keys():
            self._clean_sessions(cleaned)
        return cleaned

    def _clean_sessions(self, cleaned):
        days = [cleaned["first_day"] + timedelta(days=int(cleaned["rhythm"]) * n) for n in range(cleaned["meetings"])]
        cleaned["sessions"] = [
            {"starts_at": _moment(day, cleaned["starts"]), "ends_at": _moment(day, cleaned["ends"])} for day in days
        ]
        times = [(session["starts_at"], session["ends_at"]) for session in cleaned["sessions"]]
        if objection := objection_to_sessions(times, timezone.now()):
            where = "ends" if objection.code == "ends_before_start" else "first_day"
            self.add_error(where, f"{objection.sentence} {objection.change}".strip())

    def columns(self) -> dict:
        """Cleaned values as ``publish_training`` takes them."""
        told = dict(self.cleaned_data)
        for name in ("once", "pin", "first_day", "starts", "ends", "meetings", "rhythm"):
            del told[name]
        paid = {"fee": told["fee"] or 0, "paid_by": told["paid_by"] or PaidBy.UNIT}
        return told | paid | {"place": self.place}


class BookingForm(forms.Form):
    """Who comes: one to five names."""

    def __init__(self, *args, units=(), **kwargs):
        super().__init__(*args, **kwargs)
        if len(units) > 1:
            choices = [(unit.pk, str(unit)) for unit in units]
            self.fields["unit"] = django_forms.ChoiceField(label=_("For which unit?"), choices=choices)
        for place in range(1, MOST_PEOPLE_A_UNIT + 1):
            label = _("Name of the first person") if place == 1 else _("One more person")
            hint = _("As it shall stand on the certificate.") if place == 1 else ""
            self.fields[f"name_{place}"] = django_forms.CharField(
                label=label, max_length=120, required=place == 1, help_text=hint
            )

    def first(self):
        """The fields everybody fills in."""
        return [self[name] for name in ("unit", "name_1") if name in self.fields]

    def others(self):
        """The fields of further people."""
        return [self[f"name_{place}"] for place in range(2, MOST_PEOPLE_A_UNIT + 1)]

    def more_people(self):
        """Whether a further name was typed, so that their fields stand open."""
        return any(field.value() for field in self.others())

    def names(self):
        """The names that were typed, in order."""
        places = range(1, MOST_PEOPLE_A_UNIT + 1)
        return [name for place in places if (name := self.cleaned_data[f"name_{place}"])]


class NameForm(forms.Form):
    """A name as it shall stand on the certificate."""

    name = django_forms.CharField(label=_("Name"), max_length=120)


class ChangeForm(forms.Form):
    """Seats, place and link of a class."""

    places = django_forms.IntegerField(label=_("Seats"), min_value=1, max_value=MOST_SEATS)
    venue = django_forms.CharField(label=_("Where"), max_length=300, required=False)
    link = django_forms.URLField(
        label=_("Link to join"),
        max_length=500,
        required=False,
        assume_scheme="https",
        help_text=_("Only those who have a place see it."),
    )
    attendance_needed = django_forms.IntegerField(
        label=_("Per cent of the hours somebody must be there for a certificate"), min_value=1, max_value=100
    )

    def __init__(self, *args, in_person=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["venue"].required = in_person


class SessionForm(forms.Form):
    """One session of a class."""

    day = forms.DateField(label=_("Day"))
    starts = TimeField(label=_("Starts at"), help_text=_("Like 10:30 or 3 pm"))
    ends = TimeField(label=_("Ends at"))
    topic = django_forms.CharField(label=_("What it is about"), max_length=160, required=False)
    venue = django_forms.CharField(label=_("Where, if not at the usual place"), max_length=300, required=False)

    def columns(self) -> dict:
        """Cleaned values as columns of ``Session``."""
        cleaned = self.cleaned_data
        return {
            "starts_at": _moment(cleaned["day"], cleaned["starts"]),
            "ends_at": _moment(cleaned["day"], cleaned["ends"]),
            "topic": cleaned["topic"],
            "venue": cleaned["venue"],
        }


class CancelForm(forms.Form):
    """Why a class is cancelled."""

    reason = django_forms.ChoiceField(label=_("Why?"), choices=CancelReason.choices, widget=forms.Radios())


class RemoveForm(forms.Form):
    """Why somebody loses a place."""

    reason = django_forms.ChoiceField(label=_("Why?"), choices=REMOVALS.items(), widget=forms.Radios())


class NoteForm(forms.Form):
    """What to tell the class."""

    note = django_forms.ChoiceField(
        label=_("What do you want to tell them?"), choices=NOTES.items(), widget=forms.Radios()
    )


class RevokeForm(forms.Form):
    """Why a certificate does not stand any more."""

    reason = django_forms.CharField(
        label=_("Why is it no longer valid?"),
        max_length=300,
        help_text=_("Whoever checks the certificate reads this."),
    )


class CalendarFilter(forms.Form):
    """Which trainings the calendar shows. What is not known counts as not chosen."""

    language = django_forms.ChoiceField(label=_("Language"), choices=LANGUAGES, required=False)
    free = django_forms.BooleanField(label=_("Free"), required=False)
    online = django_forms.BooleanField(label=_("Online"), required=False)
    near = django_forms.BooleanField(label=_("Near me, within about 100 km"), required=False)

    def chosen(self):
        """The filters that were set and are known."""
        self.full_clean()
        return {name: value for name, value in self.cleaned_data.items() if value}


def _moment(day, clock):
    return datetime.combine(day, clock, tzinfo=IST)
