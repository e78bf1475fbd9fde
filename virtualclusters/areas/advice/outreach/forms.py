"""What one types to offer help to many units. The forms parse and check; they never save."""

from django import forms as django_forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.advice.models.choices import FeeBand
from virtualclusters.exchange.audiences import OWNERS
from virtualclusters.exchange.opportunities.forms import OpportunityForm
from virtualclusters.network.vocabulary.fields import DistrictsField
from virtualclusters.network.vocabulary.models import State
from virtualclusters.ui import forms
from virtualclusters.ui.languages import OWN_NAMES


def states():
    """The states by name in the reader's language. One query."""
    name = "hindi_name" if get_language() == "hi" else "name"
    return [("", _("All states")), *State.objects.order_by(name).values_list("code", name)]


class HelpOfferForm(OpportunityForm):
    """Help for units of a sector, a district, a need."""

    title = django_forms.CharField(
        label=_("In one line: which help do you offer?"),
        max_length=120,
        help_text=_("Name the goods or the trouble. For example: Free check of the packing of pickles."),
    )
    places = django_forms.IntegerField(label=_("How many units can you help?"), min_value=1, max_value=500, initial=10)
    fee_band = django_forms.ChoiceField(
        label=_("What do you take?"), choices=FeeBand.choices, initial=FeeBand.FREE, widget=forms.Radios()
    )
    languages = django_forms.MultipleChoiceField(
        label=_("Languages you speak"), choices=OWN_NAMES.items(), initial=["hi"], widget=forms.Chips(offer=True)
    )
    state = django_forms.ChoiceField(label=_("Only for units of this state"), choices=states, required=False)
    districts = DistrictsField(
        label=_("Only for units of these districts"),
        required=False,
        max_length=800,
        help_text=_("With commas between. Leave empty for all."),
    )
    owners = django_forms.MultipleChoiceField(
        label=_("Only for firms with these owners"),
        choices=OWNERS,
        required=False,
        widget=django_forms.CheckboxSelectMultiple,
        help_text=_("Reaches only firms that agreed to be invited by it."),
    )
    only_needing = django_forms.BooleanField(label=_("Only for units that said they need this"), required=False)


class SendForm(forms.Form):
    """What the invitation says."""

    words = django_forms.CharField(
        label=_("What do you want to say to them?"),
        max_length=500,
        widget=django_forms.Textarea(attrs={"rows": 3}),
        help_text=_("No phone numbers: they see yours when both have agreed."),
    )
