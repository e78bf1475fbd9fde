"""What every kind's publishing form asks: a title in the author's words, more about it, a last day."""

from django import forms as django_forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.threads.contacts import tells_contact
from virtualclusters.foundation.time import end_of_day_in_india
from virtualclusters.ui import forms


def tells_no_contact(text):
    """Refuse words with a phone number, an e-mail address or a link in them; the validator of a field that others read."""
    if tells_contact(text):
        raise django_forms.ValidationError(_("Leave phone numbers, e-mail and links out. They open when both say yes."))


class OpportunityForm(forms.Form):
    """Fields of the opportunity itself. ``closes_on`` cleans to the last second of that day in India.

    Contacts stay hidden until both agree, so no field of free words takes any; ``names_contacts`` lifts that for a kind
    whose notice must say whom to ask.
    """

    names_contacts = False

    title = django_forms.CharField(label=_("In one line"), max_length=120)
    summary = django_forms.CharField(
        label=_("More about it"), max_length=2000, required=False, widget=django_forms.Textarea(attrs={"rows": 4})
    )
    closes_on = forms.DateField(
        label=_("Last day to answer"), required=False, help_text=_("Leave empty if there is none.")
    )
    once = forms.OnceField()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for asked in self.fields.values():
            if type(asked) is django_forms.CharField and not self.names_contacts:
                asked.validators.append(tells_no_contact)

    def clean_closes_on(self):
        day = self.cleaned_data["closes_on"]
        if day is None:
            return None
        closes_at = end_of_day_in_india(day)
        if closes_at <= timezone.now():
            raise django_forms.ValidationError(_("This day is over. Choose a later one."))
        return closes_at

    def columns(self) -> dict:
        """Cleaned values as the area's publishing operation takes them."""
        told = dict(self.cleaned_data)
        del told["once"]
        told["closes_at"] = told.pop("closes_on")
        return told
