"""What an adviser types. The forms parse and check; they never save."""

from datetime import datetime, timedelta

from django import forms as django_forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.advice.fields import LANGUAGES
from virtualclusters.areas.advice.models.choices import FeeBand
from virtualclusters.areas.advice.models.profiles import MOST_HOURS_A_MONTH
from virtualclusters.areas.advice.models.times import Weekday
from virtualclusters.areas.advice.rules import objection_to_slot
from virtualclusters.exchange.opportunities.forms import OpportunityForm
from virtualclusters.foundation.time import IST
from virtualclusters.network.vocabulary.fields import DistrictsField
from virtualclusters.ui import forms
from virtualclusters.ui.languages import OWN_NAMES
from virtualclusters.ui.time_field import TimeField

LENGTHS = [(30, _("Half an hour")), (60, _("One hour")), (120, _("Two hours")), (240, _("Half a day"))]


def _box(rows=3):
    return django_forms.Textarea(attrs={"rows": rows})


class AdviserForm(OpportunityForm):
    """An adviser's profile. It stands until she ends it, so no last day is asked."""

    closes_on = None
    title = django_forms.CharField(
        label=_("In one line: with what do you help?"),
        max_length=120,
        help_text=_("For example: Food labels, FSSAI papers, recipes for biscuits"),
    )
    summary = django_forms.CharField(
        label=_("Sectors and skills, in your own words"), max_length=2000, required=False, widget=_box(4)
    )
    languages = django_forms.MultipleChoiceField(
        label=_("Languages you speak"), choices=OWN_NAMES.items(), initial=["hi"], widget=forms.Chips(offer=True)
    )
    districts = DistrictsField(
        label=_("Districts to which you come"),
        required=False,
        max_length=800,
        help_text=_("With commas between. Your own district is meant anyway."),
    )
    fee_band = django_forms.ChoiceField(
        label=_("What do you take?"), choices=FeeBand.choices, initial=FeeBand.FREE, widget=forms.Radios()
    )
    hours_a_month = django_forms.IntegerField(
        label=_("How many hours a month can you give?"), min_value=1, max_value=MOST_HOURS_A_MONTH, initial=8
    )
    qualifications = django_forms.CharField(
        label=_("What you have learnt and done"), max_length=1000, required=False, widget=_box()
    )
    references = django_forms.CharField(
        label=_("Who can speak for your work?"),
        max_length=1000,
        required=False,
        widget=_box(2),
        help_text=_("Names of firms or bodies, no phone numbers."),
    )
    empanelments = django_forms.CharField(
        label=_("Lists of schemes or bodies on which you stand"), max_length=500, required=False, widget=_box(2)
    )
    conflicts = django_forms.CharField(
        label=_("Do you work for others who sell to or buy from units?"),
        max_length=500,
        required=False,
        widget=_box(2),
        help_text=_("Say it here, so that nobody is surprised."),
    )

    def columns(self) -> dict:
        """Cleaned values as ``publish_profile`` takes them."""
        return {name: value for name, value in self.cleaned_data.items() if name != "once"}


class ProfileForm(AdviserForm):
    """The same to change a profile that stands: whether she helps from afar is asked here too."""

    once = None
    remote = django_forms.BooleanField(label=_("I help by phone or video from anywhere"), required=False)


class TimeForm(forms.Form):
    """One time, or one of every week."""

    day = forms.DateField(label=_("Day"), required=False)
    weekday = django_forms.TypedChoiceField(
        label=_("Or every week on"),
        choices=[("", _("Not every week")), *Weekday.choices],
        coerce=int,
        empty_value=None,
        required=False,
    )
    starts = TimeField(label=_("Starts at"), help_text=_("Like 10:30 or 3 pm"))
    minutes = django_forms.TypedChoiceField(label=_("How long"), choices=LENGTHS, coerce=int, initial=60)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("day") is None and cleaned.get("weekday") is None and "day" not in self.errors:
            self.add_error("day", _("Choose a day, or a day of every week."))
        if cleaned.get("day") and {"starts", "minutes"} <= cleaned.keys():
            starts_at = datetime.combine(cleaned["day"], cleaned["starts"], tzinfo=IST)
            self.times = (starts_at, starts_at + timedelta(minutes=cleaned["minutes"]))
            if objection := objection_to_slot(*self.times, timezone.now()):
                self.add_error("day", f"{objection.sentence} {objection.change}".strip())
        return cleaned


class AdviserFilter(forms.Form):
    """Which advisers the list shows. What is not known counts as not chosen."""

    words = django_forms.CharField(label=_("With what do you need help?"), max_length=120, required=False)
    spoken = django_forms.ChoiceField(label=_("Language"), choices=LANGUAGES, required=False)
    free = django_forms.BooleanField(label=_("Free"), required=False)
    remote = django_forms.BooleanField(label=_("By phone or video"), required=False)

    def chosen(self):
        """The filters that were set and are known."""
        self.full_clean()
        return {name: value for name, value in self.cleaned_data.items() if value}
