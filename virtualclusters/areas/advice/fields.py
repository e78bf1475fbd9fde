"""Fields of advice's forms: several names in one box."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from virtualclusters.ui.languages import OWN_NAMES

LANGUAGES = [("", _("Any")), *OWN_NAMES.items()]
MOST_NAMES, LONGEST_NAME = 20, 80


class NamesField(forms.CharField):
    """Names with commas or line ends between; cleans to a list without empty or double ones."""

    default_error_messages = {
        "too_many": _("Write 20 names or fewer."),
        "too_long": _("One of the names is too long. Put commas between them."),
    }

    def prepare_value(self, value):
        return ", ".join(value) if isinstance(value, list | tuple) else value

    def to_python(self, value):
        if isinstance(value, list | tuple):
            return list(value)
        text = super().to_python(value)
        names = list(dict.fromkeys(filter(None, (" ".join(part.split()) for part in re.split(r"[,;\n]", text)))))
        if len(names) > MOST_NAMES:
            raise ValidationError(self.error_messages["too_many"], code="too_many")
        if any(len(name) > LONGEST_NAME for name in names):
            raise ValidationError(self.error_messages["too_long"], code="too_long")
        return names
