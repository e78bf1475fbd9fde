"""How a new scheme begins: its office, and where one applies."""

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from virtualclusters.ui import forms


class StartForm(forms.Form):
    """For which of the actor's offices, and whether it decides in the portal."""

    unit_id = django_forms.TypedChoiceField(label=_("Which office gives it?"), coerce=int)
    here = django_forms.TypedChoiceField(
        label=_("Where does one apply?"),
        choices=[("elsewhere", _("On another site or at an office")), ("here", _("Here: we decide in this portal"))],
        coerce=lambda value: value == "here",
        widget=forms.Radios,
    )

    def __init__(self, *args, offices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit_id"].choices = [
            (unit.pk, f"{unit.organisation.name}, {unit.district}".strip(", ")) for unit in offices
        ]
