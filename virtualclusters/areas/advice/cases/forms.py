"""What the two sides of a case type. The forms parse and check; they never save."""

from datetime import datetime, timedelta

from django import forms as django_forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.advice.models import Cancellation
from virtualclusters.areas.advice.models.choices import Confidential, Conflict, FeeLine, PaidBy, Share, Way
from virtualclusters.areas.advice.models.work import MOST_HOURS_A_SESSION
from virtualclusters.areas.advice.rules import objection_to_slot
from virtualclusters.foundation.time import IST, day_in_india
from virtualclusters.ui import forms
from virtualclusters.ui.time_field import TimeField

TIMES = 3


def _box(rows=3):
    return django_forms.Textarea(attrs={"rows": rows})


class YesForm(forms.Form):
    """Yes, I can: three times, a line about money, how and where to be met."""

    minutes = django_forms.TypedChoiceField(
        label=_("How long is the first talk?"),
        choices=[(30, _("Half an hour")), (60, _("One hour")), (120, _("Two hours"))],
        coerce=int,
        initial=30,
    )
    way = django_forms.ChoiceField(
        label=_("How do you meet?"), choices=Way.choices, initial=Way.PHONE, widget=forms.Radios()
    )
    contact = django_forms.CharField(
        label=_("Number or link at which they reach you"),
        max_length=300,
        required=False,
        help_text=_("They see it only when both have agreed."),
    )
    fee_line = django_forms.ChoiceField(
        label=_("What about money?"), choices=FeeLine.choices, initial=FeeLine.FIRST_FREE, widget=forms.Radios()
    )
    words = django_forms.CharField(
        label=_("A word to them"), max_length=1000, widget=_box(), initial=_("Yes, I can help. Choose a time.")
    )

    def __init__(self, *args, has_times=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.has_times = has_times
        for place in range(1, TIMES + 1):
            self.fields[f"day_{place}"] = forms.DateField(
                label=_("First time: day") if place == 1 else _("Another day"), required=place == 1 and not has_times
            )
            self.fields[f"starts_{place}"] = TimeField(
                label=_("Starts at"), help_text=_("Like 10:30 or 3 pm"), required=place == 1 and not has_times
            )

    def times_asked(self):
        """The fields of the times, pair by pair."""
        return [(self[f"day_{place}"], self[f"starts_{place}"]) for place in range(1, TIMES + 1)]

    def others(self):
        """The fields beside the times."""
        return [self[name] for name in ("minutes", "way", "contact", "fee_line", "words")]

    def clean(self):
        cleaned = super().clean()
        self.times = [pair for place in range(1, TIMES + 1) if (pair := self._time(cleaned, place))]
        return cleaned

    def _time(self, cleaned, place):
        day, starts = cleaned.get(f"day_{place}"), cleaned.get(f"starts_{place}")
        if not (day and starts and "minutes" in cleaned):
            if bool(day) != bool(starts) and not self.errors.get(f"day_{place}"):
                self.add_error(f"starts_{place}", _("Say day and hour."))
            return None
        starts_at = datetime.combine(day, starts, tzinfo=IST)
        times = (starts_at, starts_at + timedelta(minutes=cleaned["minutes"]))
        if objection := objection_to_slot(*times, timezone.now()):
            self.add_error(f"day_{place}", f"{objection.sentence} {objection.change}".strip())
        return times


class QuestionForm(forms.Form):
    """A question before the answer."""

    words = django_forms.CharField(label=_("Your question"), max_length=1000, widget=_box())


class NoForm(forms.Form):
    """Not for me: why, and a word if one likes."""

    reason = django_forms.ChoiceField(label=_("Why?"), widget=forms.Radios())
    words = django_forms.CharField(label=_("A word to them"), max_length=1000, required=False, widget=_box(2))

    def __init__(self, *args, reasons, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = list(reasons.items())


class TakeForm(forms.Form):
    """A time to meet, and where my side is reached."""

    slot = django_forms.TypedChoiceField(label=_("When do you meet?"), coerce=int, widget=forms.Radios())
    contact = django_forms.CharField(
        label=_("Number or link at which they reach you"),
        max_length=300,
        required=False,
        help_text=_("They see it only when both have agreed."),
    )

    def __init__(self, *args, slots=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["slot"].choices = slots


class ContactForm(forms.Form):
    """Where my side is reached."""

    contact = django_forms.CharField(
        label=_("Number or link at which they reach you"),
        max_length=300,
        required=False,
        help_text=_("They see it only when both have agreed."),
    )


class CallOffForm(forms.Form):
    """Why a meeting is off."""

    reason = django_forms.ChoiceField(label=_("Why?"), choices=Cancellation.Reason.choices, widget=forms.Radios())


class ScopeForm(forms.Form):
    """What both want to do. The declaration is the adviser's alone."""

    goal = django_forms.CharField(
        label=_("What shall be better afterwards?"),
        max_length=300,
        help_text=_("For example: fewer broken biscuits."),
    )
    baseline_of = django_forms.CharField(
        label=_("Which number shows it?"), max_length=120, help_text=_("For example: broken biscuits in a hundred.")
    )
    baseline = django_forms.DecimalField(
        label=_("How much is it today?"),
        required=False,
        max_digits=14,
        decimal_places=2,
        min_value=0,
        help_text=_("Leave empty if nobody has counted yet."),
    )
    tasks = django_forms.CharField(label=_("Who does what?"), max_length=1000, widget=_box(4))
    visits = django_forms.IntegerField(label=_("Visits to the unit"), min_value=0, max_value=60, initial=0)
    fee = forms.AmountField(label=_("Fee for all of it"), required=False, help_text=_("Leave empty when it is free."))
    paid_by = django_forms.ChoiceField(
        label=_("Who pays?"), choices=PaidBy.choices, initial=PaidBy.NOBODY, widget=forms.Radios()
    )
    confidential = django_forms.ChoiceField(
        label=_("What may be told to others?"),
        choices=Confidential.choices,
        initial=Confidential.NAMELESS,
        widget=forms.Radios(),
    )
    conflict = django_forms.ChoiceField(
        label=_("Have you an interest of your own in this?"), choices=Conflict.choices, widget=forms.Radios()
    )
    conflict_words = django_forms.CharField(
        label=_("Which interest"),
        max_length=300,
        required=False,
        help_text=_("For example: I also sell this machine."),
    )

    def __init__(self, *args, is_adviser, **kwargs):
        super().__init__(*args, **kwargs)
        if not is_adviser:
            del self.fields["conflict"], self.fields["conflict_words"]

    def clean(self):
        cleaned = super().clean()
        fee, payer = cleaned.get("fee"), cleaned.get("paid_by")
        if fee and payer == PaidBy.NOBODY:
            self.add_error("paid_by", _("Say who pays the fee."))
        if not fee and payer and payer != PaidBy.NOBODY:
            self.add_error("fee", _("Say how much is paid, or that it is free."))
        if cleaned.get("conflict") == Conflict.SOME and not cleaned.get("conflict_words"):
            self.add_error("conflict_words", _("Say which interest you have."))
        cleaned["fee"] = fee or 0
        return cleaned


class AgreeForm(forms.Form):
    """Yes to what stands there; the adviser declares her interest with it."""

    conflict = django_forms.ChoiceField(
        label=_("Have you an interest of your own in this?"), choices=Conflict.choices, widget=forms.Radios()
    )
    conflict_words = django_forms.CharField(label=_("Which interest"), max_length=300, required=False)

    def __init__(self, *args, is_adviser, **kwargs):
        super().__init__(*args, **kwargs)
        if not is_adviser:
            del self.fields["conflict"], self.fields["conflict_words"]

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("conflict") == Conflict.SOME and not cleaned.get("conflict_words"):
            self.add_error("conflict_words", _("Say which interest you have."))
        return cleaned


class SessionForm(forms.Form):
    """A meeting that took place."""

    held_on = forms.DateField(label=_("On which day?"))
    hours = django_forms.DecimalField(
        label=_("How many hours?"), min_value=0.25, max_value=MOST_HOURS_A_SESSION, max_digits=4, decimal_places=2
    )
    way = django_forms.ChoiceField(label=_("How did you meet?"), choices=Way.choices, widget=forms.Radios())
    notes = django_forms.CharField(label=_("What was done, what comes next"), max_length=2000, widget=_box(4))
    once = forms.OnceField()

    def clean_held_on(self):
        day = self.cleaned_data["held_on"]
        if day and day > day_in_india(timezone.now()):
            raise django_forms.ValidationError(_("This day lies ahead. Write it down when you have met."))
        return day


class ShareForm(forms.Form):
    """How much of the change came from the help."""

    share = django_forms.ChoiceField(
        label=_("How much of the change came from the help?"), choices=Share.choices, widget=forms.Radios()
    )
    value_now = django_forms.DecimalField(
        label=_("How much is the number now?"), required=False, max_digits=14, decimal_places=2, min_value=0
    )

    def __init__(self, *args, scope=None, **kwargs):
        super().__init__(*args, **kwargs)
        if scope is None:
            del self.fields["value_now"]
        else:
            self.fields["value_now"].help_text = scope.baseline_of
