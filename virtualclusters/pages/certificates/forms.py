"""The code as somebody types it from paper."""

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from virtualclusters.ui import forms


class CodeForm(forms.Form):
    """Any writing of a code; what it means is found by the view."""

    code = django_forms.CharField(
        label=_("Number on the certificate"),
        max_length=40,
        help_text=_("12 signs, like 3C4D-6F7G-9HJK. Small letters and spaces are fine."),
        widget=django_forms.TextInput(
            attrs={"dir": "ltr", "autocomplete": "off", "autocapitalize": "characters", "class": "vc-input--width-20"}
        ),
    )
