"""What is asked when a cluster is opened or somebody is named to look after it. The forms parse and check; they never save."""

from django import forms as django_forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from virtualclusters.network.clusters.models import ClusterRole
from virtualclusters.network.clusters.templates import templates
from virtualclusters.ui import forms


def _choices():
    return [(slug, template.name_in(get_language())) for slug, template in templates().items()]


class OpenForm(forms.Form):
    """A template, an address and a name in two languages. Empty names are the template's."""

    template = django_forms.ChoiceField(label=_("Start from"), choices=_choices, widget=forms.Radios)
    slug = django_forms.SlugField(
        label=_("Short name for its address"),
        max_length=60,
        help_text=_("Small English letters, such as wooden-toys."),
        error_messages={"invalid": _("Write English letters and numbers only, with a dash between words.")},
    )
    name_en = django_forms.CharField(label=_("Name in English"), max_length=80, required=False)
    name_hi = django_forms.CharField(label=_("Name in Hindi"), max_length=80, required=False)
    summary_en = django_forms.CharField(
        label=_("What it is, in English"),
        max_length=300,
        required=False,
        widget=django_forms.Textarea(attrs={"rows": 3}),
    )
    summary_hi = django_forms.CharField(
        label=_("What it is, in Hindi"), max_length=300, required=False, widget=django_forms.Textarea(attrs={"rows": 3})
    )

    def columns(self) -> dict:
        """Template, address and texts as ``open_cluster`` takes them."""
        said = self.cleaned_data
        texts = {
            language: {word: said[f"{word}_{language}"] for word in ("name", "summary") if said[f"{word}_{language}"]}
            for language in ("en", "hi")
        }
        return {"template": templates()[said["template"]], "slug": said["slug"], "texts": texts}


class OfficerForm(forms.Form):
    """A person who is here already, by her number, and what she shall do."""

    mobile = forms.MobileField(label=_("Mobile number"), help_text=_("This person must have signed in here once."))
    role = django_forms.ChoiceField(label=_("Role"), choices=ClusterRole.choices, widget=forms.Radios)
