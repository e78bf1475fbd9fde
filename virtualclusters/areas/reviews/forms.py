"""What the administrator writes in the review log, and what an institution answers. The forms parse and check; they never save."""

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from virtualclusters.ui import forms

CHANGED = [("yes", _("Yes, a rule changed")), ("no", _("No"))]


def _text(label, help_text=""):
    rows = django_forms.Textarea(attrs={"rows": 4})
    return django_forms.CharField(label=label, help_text=help_text, max_length=2000, widget=rows)


class EntryForm(forms.Form):
    """What was seen and decided, and the rule that changed, or why none did."""

    seen = _text(_("What did you see?"))
    decided = _text(_("What was decided?"))
    changed = django_forms.ChoiceField(
        label=_("Did a rule change because of it?"), choices=CHANGED, widget=forms.Radios()
    )
    rule = django_forms.CharField(
        label=_("Which rule?"),
        help_text=_("The name of the setting or of the decision page."),
        max_length=200,
        required=False,
    )
    old_value = django_forms.CharField(label=_("Value before"), max_length=200, required=False)
    new_value = django_forms.CharField(label=_("Value now"), max_length=200, required=False)
    no_rule_because = django_forms.CharField(label=_("If no rule changed: why?"), max_length=500, required=False)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("changed") == "yes":
            self._ask_for({"rule": _("Name the rule."), "new_value": _("Say the value it has now.")})
            cleaned["no_rule_because"] = ""
        elif cleaned.get("changed") == "no":
            self._ask_for({"no_rule_because": _("Say why no rule changed.")})
            cleaned |= {"rule": "", "old_value": "", "new_value": ""}
        return cleaned

    def words(self) -> dict:
        """Cleaned values as ``write_entry`` takes them."""
        return {name: value for name, value in self.cleaned_data.items() if name != "changed"}

    def _ask_for(self, sentences):
        for name, sentence in sentences.items():
            if not self.cleaned_data.get(name):
                self.add_error(name, sentence)


class AnswerForm(forms.Form):
    """What the institution says to it."""

    words = _text(_("Your answer"), _("You can answer once. The administrator reads it beside the review."))
