"""What we understood of a need, as chips to take away or put back, and a box for what is missing."""

from django import forms as django_forms
from django.utils.translation import get_language, gettext_lazy

from virtualclusters.exchange.needs.models import NeedConcept
from virtualclusters.exchange.needs.understanding import concepts_read_in
from virtualclusters.network.vocabulary.queries import names_of
from virtualclusters.ui import forms


class UnderstoodNeedForm(forms.Form):
    """Chips and one more box. ``roles``: concept id to what it is to the need."""

    concepts = django_forms.TypedMultipleChoiceField(
        label=gettext_lazy("We understood"),
        help_text=gettext_lazy("Tap a word to take it away or to put it back. We find the right people by these."),
        required=False,
        coerce=int,
        widget=forms.Chips,
    )
    added = django_forms.CharField(
        label=gettext_lazy("Is something missing?"),
        help_text=gettext_lazy("Say it in a word or two, in any language."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args, chips, roles, **kwargs):
        super().__init__(*args, **kwargs)
        self.roles = roles
        self.fields["concepts"].choices = chips
        if not chips:
            del self.fields["concepts"]


def understood_form(need, view, posted=None) -> UnderstoodNeedForm:
    """The form with what was read and what was kept; one that was taken away can be put back."""
    kept = dict.fromkeys(view.wanted, NeedConcept.Role.WANTED) | dict.fromkeys(view.touched, NeedConcept.Role.TOUCHED)
    read = concepts_read_in(need, view.troubles) if need.corrected_at else {}
    roles = read | kept
    names = names_of(read, get_language()) | dict(view.names) if read else view.names
    chips = [(pk, names[pk]) for pk in roles if pk in names]
    return UnderstoodNeedForm(posted, chips=chips, roles=roles, initial={"concepts": list(kept)})
