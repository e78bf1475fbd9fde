"""A number, and the paper that proves it."""

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.capabilities.files.purposes import MEBIBYTE, PURPOSES
from virtualclusters.foundation.identifiers import IdentifierKind, Malformed, normal_form
from virtualclusters.network.verification.kinds import NAMES, PAPERS, WHERE_FOUND
from virtualclusters.network.verification.models import Identifier
from virtualclusters.ui import forms


class NumberForm(forms.Form):
    """One number of one kind. What was typed stays when it is refused."""

    number = django_forms.CharField(max_length=40)
    paper_says = django_forms.ChoiceField(
        label=gettext_lazy("What does the paper say?"),
        choices=Identifier.Paper.choices,
        widget=forms.Radios,
        required=False,
    )

    def __init__(self, *args, kind, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind = IdentifierKind(kind)
        self.fields["number"].label = NAMES[self.kind]
        self.fields["number"].help_text = WHERE_FOUND[self.kind]
        self.fields["number"].widget.attrs |= {
            "autocapitalize": "characters",
            "autocomplete": "off",
            "spellcheck": "false",
        }
        if self.kind != IdentifierKind.FSSAI:
            del self.fields["paper_says"]

    def clean_number(self):
        try:
            return normal_form(self.kind, self.cleaned_data["number"])
        except Malformed as error:
            raise ValidationError(error.sentence) from error


class PaperForm(forms.Form):
    """A photo or a PDF of a paper."""

    paper = django_forms.FileField(label=gettext_lazy("Photo or PDF"))

    def __init__(self, *args, kind, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["paper"].help_text = PAPERS[IdentifierKind(kind)]
        self.fields["paper"].widget.attrs["accept"] = "image/jpeg,image/png,image/webp,application/pdf"

    def clean_paper(self):
        paper, most = self.cleaned_data["paper"], PURPOSES["evidence"].most_bytes
        if paper.size > most:
            raise ValidationError(
                _("The file is larger than %(most)s MB. Send a smaller one.") % {"most": most // MEBIBYTE}
            )
        return paper
