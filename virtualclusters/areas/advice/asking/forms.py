"""What a unit types to ask for advice, and in which order advisers are asked."""

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.advice.models.choices import Pays, Urgency
from virtualclusters.ui import forms
from virtualclusters.ui.languages import OWN_NAMES


class AskForm(forms.Form):
    """A trouble, and how help should come."""

    words = django_forms.CharField(
        label=_("What is your trouble?"),
        help_text=_("In your own words, in any language. For example: our biscuits break in the packet."),
        max_length=1000,
        widget=django_forms.Textarea(attrs={"rows": 4}),
    )
    spoken = django_forms.ChoiceField(label=_("In which language do you want to talk?"), choices=OWN_NAMES.items())
    urgency = django_forms.ChoiceField(
        label=_("When do you need help?"), choices=Urgency.choices, initial=Urgency.THIS_MONTH, widget=forms.Radios()
    )
    pays = django_forms.ChoiceField(
        label=_("May it cost something?"), choices=Pays.choices, initial=Pays.FREE, widget=forms.Radios()
    )
    remote_fits = django_forms.BooleanField(label=_("Phone or video is enough"), required=False, initial=True)
    once = forms.OnceField()

    def __init__(self, *args, units=(), **kwargs):
        super().__init__(*args, **kwargs)
        if len(units) > 1:
            choices = [(unit.pk, f"{unit}, {unit.district}".strip(", ")) for unit in units]
            self.fields["unit"] = django_forms.TypedChoiceField(
                label=_("For which place?"), coerce=int, choices=choices, widget=forms.Radios()
            )

    def wishes(self) -> dict:
        """Cleaned values as ``begin_request`` takes them."""
        told = self.cleaned_data
        return {name: told[name] for name in ("spoken", "urgency", "pays", "remote_fits", "once", "words")}


class OrderForm(forms.Form):
    """A place in the order for each adviser; an empty place leaves her out. The portal's own order stands there first."""

    def __init__(self, *args, turns=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.turns = list(turns)
        places = [(str(place), str(place)) for place in range(1, len(self.turns) + 1)]
        for place, turn in enumerate(self.turns, start=1):
            self.fields[f"place_{turn.opportunity_id}"] = django_forms.ChoiceField(
                label=_("Ask as number"),
                choices=[*places, ("", _("Do not ask"))],
                initial=str(place),
                required=False,
            )

    def rows(self):
        """Pairs of turn and its field, as they stand on the page."""
        return [(turn, self[f"place_{turn.opportunity_id}"]) for turn in self.turns]

    def order(self) -> list[int]:
        """Ids of the profiles in the chosen order; of two with one number the portal's order decides."""
        told = [(self.cleaned_data[f"place_{turn.opportunity_id}"], turn) for turn in self.turns]
        chosen = sorted((int(place), turn.place, turn.opportunity_id) for place, turn in told if place)
        return [pk for _place, _own, pk in chosen]
