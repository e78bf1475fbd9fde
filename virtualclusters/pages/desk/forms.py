"""Filters of the desk's lists."""

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from virtualclusters.network.organisations.models import OrganisationKind
from virtualclusters.ui import forms
from virtualclusters.ui.state_tiles import STATE_NAMES

ANY = [("", _("Any"))]


class OrganisationFilter(forms.Form):
    """Which organisations the list shows. What is not known counts as not chosen."""

    words = django_forms.CharField(label=_("Name contains"), max_length=80, required=False)
    kind = django_forms.ChoiceField(label=_("Kind"), choices=[*ANY, *OrganisationKind.choices], required=False)
    state = django_forms.ChoiceField(
        label=_("State"),
        choices=lambda: [*ANY, *sorted(STATE_NAMES.items(), key=lambda pair: str(pair[1]))],
        required=False,
    )
    verified = django_forms.ChoiceField(
        label=_("Verified"),
        choices=[*ANY, ("yes", _("Something was verified")), ("no", _("Nothing was verified yet"))],
        required=False,
    )

    def chosen(self):
        """The filters that were set and are known."""
        self.full_clean()
        return {name: value for name, value in self.cleaned_data.items() if value}
