"""What a unit says of the training it wishes for, and what a trainer would hold. The forms parse and check; they never save."""

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.trainings.models import Mode
from virtualclusters.exchange.opportunities.forms import OpportunityForm
from virtualclusters.foundation.time import day_in_india
from virtualclusters.ui import forms
from virtualclusters.ui.languages import OWN_NAMES

MOST_PEOPLE, MOST_HOURS = 1_000, 500


class WishForm(OpportunityForm):
    """What people shall learn, how many they are, how and in which languages."""

    people = django_forms.IntegerField(
        label=_("How many people would come?"), required=False, min_value=1, max_value=MOST_PEOPLE
    )
    mode = django_forms.ChoiceField(
        label=_("How shall it be held?"),
        choices=[("", _("Either will do")), *Mode.choices],
        required=False,
        widget=forms.Radios(),
    )
    languages = django_forms.MultipleChoiceField(
        label=_("Languages they understand"),
        choices=OWN_NAMES.items(),
        required=False,
        widget=forms.Chips(offer=True),
    )


class WishAnswerForm(forms.Form):
    """What a trainer would hold: in her words, how long, from when, for how much."""

    words = django_forms.CharField(
        label=_("What would you hold?"), max_length=2000, widget=django_forms.Textarea(attrs={"rows": 4})
    )
    hours = django_forms.IntegerField(label=_("How many hours in all?"), min_value=1, max_value=MOST_HOURS)
    first_day = forms.DateField(label=_("First day on which you can"))
    fee = forms.AmountField(
        label=_("Fee for all together"), required=False, help_text=_("Leave empty when it is free.")
    )

    def __init__(self, *args, units=(), **kwargs):
        super().__init__(*args, **kwargs)
        if len(units) > 1:
            self.fields["unit"] = django_forms.TypedChoiceField(
                label=_("For which place?"), coerce=int, choices=[(unit.pk, str(unit)) for unit in units]
            )

    def clean_first_day(self):
        day = self.cleaned_data["first_day"]
        if day < day_in_india(timezone.now()):
            raise ValidationError(_("This day is over. Choose a later one."))
        return day
