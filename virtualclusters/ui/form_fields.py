"""Fields people in India type into: amounts, mobile numbers, PIN codes, codes from a message, dates in three boxes, choices to tap."""

from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from virtualclusters.foundation.identifiers import ascii_digits, normalise_mobile, normalise_pin
from virtualclusters.ui.amounts import parse_amount
from virtualclusters.ui.formatters import in_words, inr


class Radios(forms.RadioSelect):
    """Radio buttons; `hints` maps a value to a line under its label."""

    kind = "radios"

    def __init__(self, attrs=None, choices=(), hints=None):
        super().__init__(attrs, choices)
        self.hints = hints or {}


class Tiles(Radios):
    """Big choices to tap, each a sign and a word; `signs` maps a value to the name of an icon."""

    kind = "tiles"

    def __init__(self, attrs=None, choices=(), hints=None, signs=None):
        super().__init__(attrs, choices, hints)
        self.signs = signs or {}


class TilesMany(forms.CheckboxSelectMultiple):
    """Big choices of which several may be taken."""

    kind = "tiles"

    def __init__(self, attrs=None, choices=(), hints=None, signs=None):
        super().__init__(attrs, choices)
        self.hints, self.signs = hints or {}, signs or {}


class Chips(forms.CheckboxSelectMultiple):
    """Ticked words that a tap unticks: what was understood, to be corrected. Works without JavaScript.

    `offer` draws words that nobody chose yet, to be tapped, rather than words taken away. `hints` are short lines under the words,
    by value as text: from where each was understood.
    """

    kind = "chips"

    def __init__(self, attrs=None, choices=(), offer=False):
        super().__init__(attrs, choices)
        self.offer = offer
        self.hints = {}


class AmountField(forms.Field):
    """Rupees, typed as "2,50,000", "25 lakh" or in Indian digits; cleans to a Decimal. `above_zero`: ₹0 is no answer."""

    widget = forms.TextInput
    default_error_messages = {
        "required": _("Enter an amount."),
        "invalid": _("Enter an amount in rupees, like 2,50,000 or 25 lakh."),
    }

    def __init__(self, *, above_zero=False, **kwargs):
        super().__init__(**kwargs)
        self.above_zero = above_zero

    def widget_attrs(self, widget):
        return {"inputmode": "decimal", "dir": "ltr", "autocomplete": "off", "class": "vc-input--width-10"}

    def to_python(self, value):
        if value in self.empty_values:
            return None
        amount = parse_amount(str(value))
        if amount is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        if self.above_zero and amount <= 0:
            raise ValidationError(
                _("Enter more than ₹0.") if self.required else _("Enter more than ₹0, or leave it empty.")
            )
        return amount

    def beneath(self, value):
        """The amount as understood, for the line under the box: "₹25,00,000 – 25 lakh"."""
        amount = parse_amount(str(value)) if value not in self.empty_values else None
        if amount is None:
            return ""
        return f"{inr(amount)} – {in_words(amount)}" if in_words(amount) else inr(amount)


class QuantityField(forms.DecimalField):
    """How much of something: above nought, with at most two digits after the point."""

    def __init__(self, **kwargs):
        words = {"min_value": _("Enter a number above 0.")}
        super().__init__(**{"min_value": Decimal("0.01"), "decimal_places": 2, "error_messages": words} | kwargs)


class _NormalisedField(forms.CharField):
    """Text brought into a normal form, or refused with a sentence."""

    attributes: dict[str, str] = {}

    @staticmethod
    def normalise(text: str) -> str | None:
        raise NotImplementedError

    def widget_attrs(self, widget):
        return {**super().widget_attrs(widget), **self.attributes}

    def to_python(self, value):
        text = super().to_python(value)
        if text in self.empty_values:
            return text
        normal = self.normalise(text)
        if normal is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return normal


class MobileField(_NormalisedField):
    """An Indian mobile number, however typed; cleans to E.164."""

    widget = forms.TextInput(attrs={"type": "tel"})
    attributes = {"autocomplete": "tel", "inputmode": "tel", "dir": "ltr", "class": "vc-input--width-10"}
    normalise = staticmethod(normalise_mobile)
    default_error_messages = {
        "required": _("Enter your mobile number."),
        "invalid": _("Enter a mobile number with 10 digits, like 98765 43210."),
    }


class PinField(_NormalisedField):
    """A PIN code of six digits."""

    attributes = {"autocomplete": "postal-code", "inputmode": "numeric", "dir": "ltr", "class": "vc-input--width-5"}
    normalise = staticmethod(normalise_pin)
    default_error_messages = {
        "required": _("Enter the PIN code."),
        "invalid": _("Enter a PIN code with 6 digits, like 411001."),
    }


def _six_digits(text: str) -> str | None:
    digits = ascii_digits(text).replace(" ", "").replace("-", "")
    return digits if len(digits) == 6 and digits.isdigit() else None


class CodeField(_NormalisedField):
    """The six digits of a message, in one box that a phone can fill."""

    attributes = {
        "autocomplete": "one-time-code",
        "inputmode": "numeric",
        "dir": "ltr",
        "class": "vc-input--width-5 vc-code",
    }
    normalise = staticmethod(_six_digits)
    default_error_messages = {
        "required": _("Enter the code from the message."),
        "invalid": _("Enter the 6 digits of the code."),
    }


class DateBoxes(forms.MultiWidget):
    """A day in three boxes: day, month, year."""

    kind = "date"
    use_fieldset = True

    def __init__(self, attrs=None):
        boxes = {
            name: forms.TextInput(attrs={"inputmode": "numeric", "dir": "ltr"}) for name in ("day", "month", "year")
        }
        super().__init__(boxes, attrs)

    def decompress(self, value):
        return [value.day, value.month, value.year] if value else [None, None, None]


EARLIEST_YEAR, LATEST_YEAR = 1900, 2199


class DateField(forms.Field):
    """A day typed in three boxes; cleans to a date of the years 1900 to 2199, so that a day more or less is a date too."""

    widget = DateBoxes
    default_error_messages = {
        "required": _("Enter a date."),
        "incomplete": _("Fill in the day, the month and the year."),
        "invalid": _("Enter a real date, like 21 11 2026."),
    }

    def to_python(self, value):
        if isinstance(value, date) or not value:
            return value or None
        parts = [ascii_digits(str(part or "").strip()) for part in value]
        if not any(parts):
            return None
        if not all(parts):
            raise ValidationError(self.error_messages["incomplete"], code="incomplete")
        return self._date(*parts)

    def _date(self, day, month, year):
        try:
            found = date(int(year), int(month), int(day))
        except (ValueError, OverflowError) as unreal:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from unreal
        if not EARLIEST_YEAR <= found.year <= LATEST_YEAR:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return found


class OnceField(forms.CharField):
    """A hidden token that makes sending the same form twice harmless: hand its value to the verb."""

    widget = forms.HiddenInput
    default_error_messages = {"invalid": _("Open this page again and send it once more.")}

    def __init__(self, **options):
        super().__init__(**{"initial": lambda: uuid4().hex, "required": True, **options})
        self.error_messages["required"] = self.error_messages["invalid"]

    def bound_data(self, data, initial):
        """A form sent without a token is shown again with a new one."""
        return data or initial

    def to_python(self, value):
        text = super().to_python(value)
        try:
            return UUID(hex=text).hex if text else text
        except ValueError as unknown:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from unknown
