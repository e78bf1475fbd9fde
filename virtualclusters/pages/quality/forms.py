"""What is typed on these pages."""

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from virtualclusters.ui import forms


class FindForm(forms.Form):
    """Words of a title, or of the name of who published it."""

    words = django_forms.CharField(label=_("Words of the title, or who published it"), max_length=120, required=False)

    def asked(self) -> str:
        """What was typed; empty when it cannot be used."""
        self.full_clean()
        return self.cleaned_data.get("words", "")


class SuggestForm(forms.Form):
    """Why an opportunity is suggested to a unit."""

    words = django_forms.CharField(
        label=_("Why do you suggest it?"),
        max_length=200,
        help_text=_("One line. The people of the unit read it, with the name of your cluster."),
    )
