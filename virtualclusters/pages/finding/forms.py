"""The one filter of 'For you'."""

from django import forms as django_forms
from django.utils.translation import gettext as _

from virtualclusters.exchange.kinds.kind import kinds
from virtualclusters.ui import forms


def kind_asked(request) -> str:
    """The slug of the kind that the address asks for; empty when it asks for all or for none that there is."""
    asked = request.GET.get("kind", "")
    return asked if asked in {kind.slug for kind in kinds()} else ""


class KindForm(forms.Form):
    """Only what is of one kind. ``unit`` is kept when a person has several."""

    def __init__(self, *args, kind, unit_id, **kwargs):
        super().__init__(*args, initial={"kind": kind, "unit": unit_id}, **kwargs)
        choices = [("", _("All")), *((kind.slug, kind.words_plural) for kind in kinds())]
        self.fields["kind"] = django_forms.ChoiceField(label=_("Kind"), choices=choices, required=False)
        self.fields["unit"] = django_forms.CharField(widget=django_forms.HiddenInput, required=False)
