"""A time of day as people type it."""

import re
from datetime import time

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from virtualclusters.foundation.identifiers import ascii_digits

TIME = re.compile(r"(\d{1,2})(?:[:.\s]?(\d{2}))?\s*(am|pm|a\.m\.|p\.m\.)?", re.IGNORECASE)


class TimeField(forms.Field):
    """Typed as "10:30", "10.30 am", "3 pm" or in Indian digits; cleans to a ``time``."""

    widget = forms.TextInput
    default_error_messages = {
        "required": _("Enter a time."),
        "invalid": _("Enter a time like 10:30 or 3 pm."),
    }

    def widget_attrs(self, widget):
        return {"dir": "ltr", "autocomplete": "off", "class": "vc-input--width-5"}

    def prepare_value(self, value):
        return f"{value:%H:%M}" if isinstance(value, time) else value

    def to_python(self, value):
        text = ascii_digits(str(value or "")).strip()
        if not text:
            return None
        found = TIME.fullmatch(text)
        hour, minute = (int(found[1]), int(found[2] or 0)) if found else (99, 0)
        half = found[3].lower()[0] if found and found[3] else ""
        if (half and not 1 <= hour <= 12) or hour > 23 or minute > 59:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return time((hour % 12 + (12 if half == "p" else 0)) if half else hour, minute)
