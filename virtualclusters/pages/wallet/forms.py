"""A paper with its days, a helper's number, and papers put together."""

from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.capabilities.files.purposes import MEBIBYTE, PURPOSES
from virtualclusters.capabilities.wallet.kinds import HAS_PERIOD, MAY_EXPIRE, PaperKind
from virtualclusters.foundation.time import day_in_india
from virtualclusters.ui import forms

TAKEN = "image/jpeg,image/png,image/webp,application/pdf"


class PaperForm(forms.Form):
    """A photo taken now or a file, and the days that matter for its kind."""

    photo = django_forms.FileField(
        label=gettext_lazy("Take a photo"), error_messages={"required": gettext_lazy("Take a photo, or choose a file.")}
    )
    paper = django_forms.FileField(
        label=gettext_lazy("Or choose a file"),
        required=False,
        help_text=gettext_lazy("A PDF or a picture. Several pages: send one PDF."),
    )
    title = django_forms.CharField(label=gettext_lazy("What do you call it?"), required=False, max_length=120)
    period_from = forms.DateField(label=gettext_lazy("From which day?"), required=False)
    period_to = forms.DateField(label=gettext_lazy("To which day?"), required=False)
    expires_on = forms.DateField(
        label=gettext_lazy("Last day on which it is valid"),
        required=False,
        help_text=gettext_lazy("Leave empty if it does not end. We tell you 30 and 7 days before."),
    )

    def __init__(self, *args, kind, **kwargs):
        super().__init__(*args, **kwargs)
        self.kind = PaperKind(kind)
        self.fields["photo"].required = "paper" not in self.files
        self.fields["photo"].widget.attrs |= {"accept": "image/*", "capture": "environment"}
        self.fields["paper"].widget.attrs["accept"] = TAKEN
        self.fields["title"].required = self.kind == PaperKind.OTHER
        if self.kind not in HAS_PERIOD:
            del self.fields["period_from"], self.fields["period_to"]
        if self.kind not in MAY_EXPIRE:
            del self.fields["expires_on"]

    def clean_photo(self):
        return _small_enough(self.cleaned_data["photo"])

    def clean_paper(self):
        return _small_enough(self.cleaned_data["paper"])

    def clean_expires_on(self):
        last = self.cleaned_data["expires_on"]
        if last and last < day_in_india(timezone.now()):
            raise ValidationError(_("This day is over. Send a paper that is valid now."))
        return last

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("period_from"), cleaned.get("period_to")
        if "period_to" in self.fields and not self.errors and _is_no_period(first, last):
            self.add_error("period_to", _("Give both days, the first before the last. Or give none."))
        return cleaned

    def facts(self) -> dict:
        """What the verb takes: the upload, and the days and words of this kind."""
        sent = dict(self.cleaned_data)
        photo, paper = sent.pop("photo"), sent.pop("paper")
        return {"upload": paper or photo, **sent}


class HelperForm(forms.Form):
    """Whom to ask."""

    name = django_forms.CharField(label=gettext_lazy("Her or his name"), max_length=120)
    phone = forms.MobileField(label=gettext_lazy("Mobile number"))


class SetForm(forms.Form):
    """Papers put together for one purpose."""

    purpose = django_forms.CharField(
        label=gettext_lazy("What are they for?"),
        max_length=200,
        help_text=gettext_lazy("Such as: loan for a spice grinder"),
    )
    papers = django_forms.MultipleChoiceField(label=gettext_lazy("Papers"), widget=django_forms.CheckboxSelectMultiple)

    def __init__(self, *args, papers, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["papers"].choices = [(paper.pk, paper.name) for paper in papers if not paper.is_refused]


def _small_enough(upload):
    most = PURPOSES["evidence"].most_bytes
    if upload and upload.size > most:
        raise ValidationError(
            _("The file is larger than %(most)s MB. Send a smaller one.") % {"most": most // MEBIBYTE}
        )
    return upload


def _is_no_period(first, last):
    return bool(first) != bool(last) or bool(first and first > last)
