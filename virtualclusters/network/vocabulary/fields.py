"""A form field for several districts in one box."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from virtualclusters.network.vocabulary.districts import District, in_words, like, meant_by

MOST_NAMES = 20
UNKNOWN = ""
"""Stands for the state of a district that was typed before names were checked, and that the directory does not have."""


class DistrictsField(forms.CharField):
    """Districts with commas or line ends between; cleans to ``[state, name]`` pairs of the postal directory, each once.

    A name may be typed in any script. An unknown one is refused with what sounds nearly so, one of two states with both.
    """

    default_error_messages = {
        "too_many": _("Write 20 names or fewer."),
        "unknown": _("We know no district called %(name)s."),
        "unknown_like": _("We know no district called %(name)s. Do you mean %(near)s?"),
        "ambiguous": _("Several districts are called %(name)s. Write one of these: %(near)s."),
    }

    def prepare_value(self, value):
        return ", ".join(districts_in_words(value)) if isinstance(value, list | tuple) else value

    def to_python(self, value):
        if isinstance(value, list | tuple):
            return [list(pair) for pair in value]
        text = super().to_python(value)
        names = list(dict.fromkeys(filter(None, (" ".join(part.split()) for part in re.split(r"[,;\n]", text)))))
        if len(names) > MOST_NAMES:
            raise self._error("too_many")
        return [list(district) for district in dict.fromkeys(self._read(name) for name in names)]

    def _read(self, name):
        found = meant_by(name)
        if len(found) == 1:
            return found[0]
        if found:
            raise self._error("ambiguous", name=name, near=_listed(found))
        near = like(name)
        raise self._error("unknown_like" if near else "unknown", name=name, near=_listed(near))

    def _error(self, code, **params):
        return ValidationError(self.error_messages[code], code=code, params=params)


def districts_in_words(pairs) -> list[str]:
    """The names of kept districts, with the state where two states share the name."""
    return [in_words(District(state, name)) if state != UNKNOWN else name for state, name in pairs]


def _listed(found):
    return ", ".join(in_words(one) for one in found)
