"""Forms of the exchange: they parse and say what is wrong, and never save."""

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.capabilities.files.first_look import looks_like_evidence
from virtualclusters.capabilities.files.purposes import MEBIBYTE, PURPOSES
from virtualclusters.exchange.opportunities.forms import tells_no_contact
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.pages.exchange.common import unit_in_words
from virtualclusters.ui import forms

FILE_KINDS = "image/jpeg,image/png,image/webp,application/pdf"


class UnitForm(forms.Form):
    """For which of one's units."""

    unit = django_forms.TypedChoiceField(label=gettext_lazy("For which place?"), coerce=int, widget=forms.Radios)

    def __init__(self, *args, units, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [
            (unit.pk, f"{unit_in_words(unit)}, {unit.district}".strip(", ")) for unit in units
        ]


class SayForm(forms.Form):
    """Words, a file, or both."""

    words = django_forms.CharField(
        label=gettext_lazy("Write to them"), max_length=4000, widget=django_forms.Textarea(attrs={"rows": 3})
    )
    file = django_forms.FileField(
        label=gettext_lazy("Photo or PDF"),
        required=False,
        widget=django_forms.FileInput(attrs={"accept": FILE_KINDS}),
        validators=[looks_like_evidence],
    )

    def __init__(self, data=None, files=None, **options):
        super().__init__(data, files, **options)
        self.fields["words"].required = not (files and files.get("file"))
        self.fields["words"].error_messages["required"] = gettext_lazy("Write something, or add a file.")

    def clean_file(self):
        file, most = self.cleaned_data["file"], PURPOSES["evidence"].most_bytes
        if file and file.size > most:
            raise ValidationError(
                _("The file is larger than %(most)s MB. Send a smaller one.") % {"most": most // MEBIBYTE}
            )
        return file


class ActForm(forms.Form):
    """A verb with its reason or with one's own words."""

    reason = django_forms.ChoiceField(label=gettext_lazy("Why?"), widget=forms.Radios)
    words = django_forms.CharField(
        label=gettext_lazy("In your own words"),
        max_length=2000,
        required=False,
        widget=django_forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args, reasons=None, speaks=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["words"].required = speaks
        if reasons:
            self.fields["reason"].choices = list(reasons.items())
        else:
            del self.fields["reason"]


class FigureForm(forms.Form):
    """One figure that counts something."""

    value = django_forms.IntegerField(
        min_value=0,
        max_value=1_000_000,
        widget=django_forms.TextInput(attrs={"inputmode": "numeric", "class": "vc-input--width-5", "dir": "ltr"}),
    )

    def __init__(self, *args, indicator, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["value"].label = indicator.words


class MoneyForm(FigureForm):
    """One figure in rupees, as people type it."""

    value = forms.AmountField(help_text=gettext_lazy("Like 2,50,000 or 2.5 lakh."))


class NumberForm(FigureForm):
    """One figure that measures something, such as 5.5."""

    value = django_forms.DecimalField(
        min_value=0,
        max_digits=12,
        decimal_places=2,
        widget=django_forms.TextInput(attrs={"inputmode": "decimal", "class": "vc-input--width-10", "dir": "ltr"}),
    )


FORMS = {"rupees": MoneyForm, "number": NumberForm}


def figure_form(indicator):
    """The form that asks for an indicator."""
    return FORMS.get(indicator.unit, FigureForm)


class ClosingWordForm(forms.Form):
    """A side's last word."""

    would_again = django_forms.ChoiceField(
        label=gettext_lazy("Would you work with them again?"),
        choices=[("yes", gettext_lazy("Yes")), ("no", gettext_lazy("No"))],
        widget=forms.Radios,
    )
    words = django_forms.CharField(
        label=gettext_lazy("What went well, what did not?"),
        max_length=1000,
        required=False,
        widget=django_forms.Textarea(attrs={"rows": 4}),
    )


class EndForm(forms.Form):
    """Why an opportunity ends."""

    reason = django_forms.ChoiceField(
        label=gettext_lazy("Why do you end it?"),
        choices=[
            (Opportunity.EndReason.MET, gettext_lazy("We found what we looked for")),
            (Opportunity.EndReason.FULL, gettext_lazy("All places are taken")),
            (Opportunity.EndReason.WITHDRAWN, gettext_lazy("We do not want it any more")),
        ],
        widget=forms.Radios,
    )


class NeedForm(forms.Form):
    """A trouble or a wish, in one's own words."""

    words = django_forms.CharField(
        label=gettext_lazy("What do you need?"),
        help_text=gettext_lazy("In your own words, in any language. For example: our mill stands still half the day."),
        max_length=1000,
        widget=django_forms.Textarea(attrs={"rows": 4}),
        validators=[tells_no_contact],
    )


class UnderstoodForm(forms.Form):
    """What was read from the words, as chips to correct."""

    concepts = django_forms.TypedMultipleChoiceField(
        label=gettext_lazy("We understood"),
        help_text=gettext_lazy("Tap a word to take it away or to put it back. We find the right people by these."),
        required=False,
        coerce=int,
        widget=forms.Chips,
    )
    clusters = django_forms.TypedMultipleChoiceField(
        label=gettext_lazy("Show it also in"), required=False, coerce=int, widget=forms.Chips
    )
    remote = django_forms.BooleanField(label=gettext_lazy("The distance does not matter"), required=False)

    def __init__(self, *args, concepts, clusters, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["concepts"].choices = concepts
        self.fields["clusters"].choices = clusters
        for name in ("concepts", "clusters"):
            if not self.fields[name].choices:
                del self.fields[name]
