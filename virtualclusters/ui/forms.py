"""The base of every form: plain, in our words. Import forms and fields from here."""

from django import forms
from django.utils.translation import gettext_lazy as _

from virtualclusters.foundation.scripts import visible
from virtualclusters.ui.form_fields import (
    AmountField,
    Chips,
    CodeField,
    DateBoxes,
    DateField,
    MobileField,
    OnceField,
    PinField,
    QuantityField,
    Radios,
    Tiles,
    TilesMany,
)
from virtualclusters.ui.form_rendering import PortalBoundField, Renderer

__all__ = [
    "AmountField",
    "Chips",
    "CodeField",
    "DateBoxes",
    "DateField",
    "Form",
    "MobileField",
    "OnceField",
    "PinField",
    "PortalBoundField",
    "QuantityField",
    "Radios",
    "Renderer",
    "Tiles",
    "TilesMany",
]

OWN_WORDS = {
    "required": _("Fill this in."),
    "invalid": _("This does not look right. Check it and try again."),
    "invalid_choice": _("Choose one from the list."),
    "invalid_list": _("Choose from the list."),
    "invalid_pk_value": _("Choose from the list."),
    "max_length": _("Use %(limit_value)d letters or fewer. Now there are %(show_value)d."),
    "min_length": _("Use %(limit_value)d letters or more. Now there are %(show_value)d."),
    "max_value": _("Enter %(limit_value)s or less."),
    "min_value": _("Enter %(limit_value)s or more."),
    "step_size": _("Enter a multiple of %(limit_value)s."),
    "max_digits": _("This number is too large. Check it and type it again."),
    "max_decimal_places": _("Use %(max)s digits or fewer after the point."),
    "max_whole_digits": _("This number is too large. Check it and type it again."),
    "null_characters_not_allowed": _("Remove the signs that cannot be read."),
    "invalid_extension": _("This kind of file is not accepted. Use one of: %(allowed_extensions)s."),
    "missing": _("Choose a file."),
    "empty": _("The file is empty. Choose another one."),
    "contradiction": _("Choose a file or tick the box to remove it, not both."),
    "invalid_image": _("This is not a picture we can read. Choose another one."),
    "incomplete": _("Fill in every box."),
    "overflow": _("This is too large."),
    "list": _("Enter a list."),
}
OWN_WORDS_BY_FIELD = {
    forms.IntegerField: {"invalid": _("Enter a whole number, like 12.")},
    forms.DecimalField: {"invalid": _("Enter a number, like 12.5.")},
    forms.EmailField: {"invalid": _("Enter an e-mail address like name@example.com.")},
    forms.URLField: {"invalid": _("Enter a web address like https://example.com.")},
    forms.ChoiceField: {"required": _("Choose one.")},
    forms.MultipleChoiceField: {"required": _("Choose at least one.")},
    forms.FileField: {
        "required": _("Choose a file."),
        "max_length": _("The name of the file is too long. Give it a shorter name."),
    },
    DateField: DateField.default_error_messages,
}


class Form(forms.Form):
    """A form whose every message is ours, and which never asks the browser to judge (the server answers in the person's language)."""

    use_required_attribute = False

    def full_clean(self):
        """Also fields that a form adds when it is made speak our words."""
        for form_field in self.fields.values():
            _use_own_words(form_field)
        super().full_clean()

    def _widget_data_value(self, widget, html_name):
        """What was typed, without signs that nobody sees, before anything judges it: a number parted by them is a number."""
        typed = super()._widget_data_value(widget, html_name)
        return visible(typed) if isinstance(typed, str) else typed


def _use_own_words(form_field) -> None:
    """Replace each message that is still Django's; one that a field was given stays."""
    stock, own = _stock_messages(type(form_field)), _own_words(type(form_field))
    for code, sentence in own.items():
        current = form_field.error_messages.get(code)
        if current is stock.get(code):
            form_field.error_messages[code] = sentence
    _leave_written_validators(form_field)


def told(bound, error) -> list[str]:
    """An error's sentences away from its field: a general one, which does not say what to fill in, with the field's label."""
    own, code, label = _own_words(type(bound.field)), error.code, str(bound.label)
    if code not in own or bound.field.error_messages.get(code) is not own[code]:
        return error.messages
    return [f"{label} {said}" if label.endswith(("?", "؟", ":")) else f"{label}: {said}" for said in error.messages]


def _stock_messages(field_class) -> dict:
    """The messages Django itself would show for fields of this class."""
    stock: dict = {}
    for parent in reversed(field_class.__mro__):
        if parent.__module__.startswith("django."):
            stock.update(
                getattr(parent, "default_error_messages", {}) if "default_error_messages" in vars(parent) else {}
            )
    return stock


def _own_words(field_class) -> dict:
    """Ours: the general ones, then those of the field's class and its parents."""
    own = dict(OWN_WORDS)
    for parent in reversed(field_class.__mro__):
        own.update(OWN_WORDS_BY_FIELD.get(parent, {}))
    return own


def _leave_written_validators(form_field) -> None:
    """A validator given its own sentence keeps it: the field's message would hide it."""
    for validator in form_field.validators:
        written = vars(validator).get("message") if hasattr(validator, "__dict__") else None
        code = getattr(validator, "code", None)
        if written is not None and code in form_field.error_messages and code not in _stock_messages(type(form_field)):
            del form_field.error_messages[code]
