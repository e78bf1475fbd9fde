"""The filters of both lists: choices come from the counts of what was found, so that none leads to nothing."""

from django import forms as django_forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.pages.directory.asked import AROUND_KM, BANDS_KM, EVERYWHERE, WITHIN_DAYS
from virtualclusters.ui import forms
from virtualclusters.ui.formatters import km, number

ORDERS = {
    "organisations": [
        ("best", gettext_lazy("Best first")),
        ("nearest", gettext_lazy("Nearest first")),
        ("newest", gettext_lazy("Newest first")),
    ],
    "opportunities": [
        ("best", gettext_lazy("Best first")),
        ("closing", gettext_lazy("Closing first")),
        ("nearest", gettext_lazy("Nearest first")),
        ("newest", gettext_lazy("Newest first")),
    ],
}


class FilterForm(forms.Form):
    """One list's filters. ``choices`` are (value, words) of each facet, in the order in which they are drawn."""

    q = django_forms.CharField(widget=django_forms.HiddenInput, required=False)

    def __init__(self, *args, asked, choices, labels, **kwargs):
        kept = {name: values[0] for name, values in asked.filters.items()}
        kept |= {"q": asked.text, "sort": asked.order, "near": _distance_of(asked), "days": asked.days}
        kept |= {"closed": asked.also_closed}
        super().__init__(*args, initial=kept, **kwargs)
        for name, options in choices.items():
            self._add_choice(name, labels[name], [("", _("All")), *options])
        self._add_own(asked)

    def _add_own(self, asked):
        if asked.middle:
            self._add_choice("near", _("Not farther from you than"), _distances(asked))
        if asked.source == "opportunities":
            days = [(str(day), _("%(days)s days") % {"days": number(day)}) for day in WITHIN_DAYS]
            self._add_choice("days", _("Closes within"), [("", _("Any day")), *days])
            self.fields["closed"] = django_forms.BooleanField(label=_("Also what is closed"), required=False)
        orders = [pair for pair in ORDERS[asked.source] if pair[0] != "nearest" or asked.middle]
        self._add_choice("sort", _("In which order"), orders)

    def _add_choice(self, name, label, choices):
        self.fields[name] = django_forms.ChoiceField(label=label, choices=choices, required=False)


def _distances(asked):
    """Anywhere comes first, unless the words say near where: then that is a choice of its own."""
    bands = [(str(band), km(band)) for band in BANDS_KM]
    return [*bands, (EVERYWHERE, _("Anywhere in India"))] if asked.is_around else [("", _("Anywhere in India")), *bands]


def _distance_of(asked):
    if asked.is_around:
        return EVERYWHERE if asked.everywhere else asked.kilometres or AROUND_KM
    return asked.kilometres
