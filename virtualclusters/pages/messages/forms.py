"""Forms of the message pages."""

from django import forms as django_forms
from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.messaging.choices import CHOOSABLE, allowed_frequencies
from virtualclusters.foundation.identifiers import normalise_mobile
from virtualclusters.pages.messages.words import CATEGORIES, FREQUENCIES
from virtualclusters.ui import forms


class ChoicesForm(forms.Form):
    """How often each category comes by one channel: a select a category."""

    def __init__(self, *args, channel, frequencies, **kwargs):
        super().__init__(*args, **kwargs)
        self.channel = channel
        for category in CHOOSABLE:
            self.fields[category.value] = django_forms.ChoiceField(
                label=CATEGORIES[category],
                choices=[(often.value, FREQUENCIES[often]) for often in allowed_frequencies(category)],
                initial=frequencies[category, channel].value,
            )

    def chosen(self):
        """`{(category, channel): frequency}` as the person chose."""
        return {(category, self.channel): self.cleaned_data[category.value] for category in CHOOSABLE}


class AddressForm(forms.Form):
    """Whose messages the outbox shows."""

    to = django_forms.CharField(label=_("Mobile number or e-mail"), max_length=254, required=False)

    def clean_to(self):
        """The number as E.164 when it is one, else the words as they are."""
        typed = self.cleaned_data["to"].strip()
        return normalise_mobile(typed) or typed
