"""Filters of the desk's lists."""

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from virtualclusters.network.organisations.models import OrganisationKind
from virtualclusters.network.vocabulary import reading
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


class MeaningForm(forms.Form):
    """What an unknown word means: ``concept``, the button that was tapped, or a name that is known, typed in ``called``."""

    called = django_forms.CharField(
        label=_("Or write another name of it, one that is known"), max_length=80, required=False
    )

    def clean(self):
        """``meant`` becomes the id of the concept."""
        cleaned = super().clean()
        tapped = self.data.get("concept", "")
        self.meant = int(tapped) if tapped.isdecimal() else self._named(cleaned.get("called", ""))
        if self.meant is None:
            self.add_error("called", _("We know no such name. Write one that is in use, such as honey or शहद."))
        return cleaned

    def _named(self, called):
        found = reading.read(called).named
        return found[0].concept_id if found else None
