"""What an officer types: the group, the words, where they lead. The forms parse and check; they never save."""

from urllib.parse import urlsplit

from django import forms as django_forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.targeted_notices.audience import SIZES, Audience
from virtualclusters.areas.targeted_notices.models import NoticeKind
from virtualclusters.capabilities.messaging.links import without_language
from virtualclusters.capabilities.messaging.registry import LANGUAGES_NEEDED
from virtualclusters.exchange.audiences import OWNERS
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.clusters.models import Cluster
from virtualclusters.network.organisations.models import ConceptRole
from virtualclusters.network.vocabulary import reading
from virtualclusters.network.vocabulary.fields import DistrictsField
from virtualclusters.network.vocabulary.models import State
from virtualclusters.network.vocabulary.queries import names_of
from virtualclusters.ui import forms
from virtualclusters.ui.languages import OWN_NAMES

ROLES = [(role.value, role.label) for role in ConceptRole if role != ConceptRole.NEEDS]
TEXTS = [(code, part) for code, _name in settings.LANGUAGES for part in ("title", "words")]


def states():
    """The states by name in the reader's language. One query."""
    name = "hindi_name" if get_language() == "hi" else "name"
    return [("", _("All states")), *State.objects.order_by(name).values_list("code", name)]


def clusters():
    """The open clusters by name. One query."""
    found = Cluster.objects.open_at(timezone.now())
    return [("", _("Any or none")), *sorted((one.pk, one.words("name", get_language())) for one in found)]


class ConceptsField(django_forms.CharField):
    """Goods, machines, work in one's own words; cleans to ids of concepts."""

    default_error_messages = {"unknown": _("We do not know these words: %(words)s. Say it in another way.")}

    def prepare_value(self, value):
        if not isinstance(value, tuple):
            return value
        names = names_of(value, get_language())
        return ", ".join(names[pk] for pk in value if pk in names)

    def to_python(self, value):
        read = reading.read(super().to_python(value), language=get_language())
        if read.unknown:
            raise ValidationError(
                self.error_messages["unknown"], code="unknown", params={"words": ", ".join(read.unknown)}
            )
        return tuple(dict.fromkeys(found.concept_id for found in read.named))


def _ticks(label, choices, **fields):
    return django_forms.MultipleChoiceField(
        label=label, choices=choices, required=False, widget=django_forms.CheckboxSelectMultiple, **fields
    )


class AudienceForm(forms.Form):
    """Whom it is for. ``audience()`` gives the closed value."""

    concepts = ConceptsField(
        label=_("Goods, machines or work"),
        required=False,
        max_length=300,
        help_text=_("With commas between. Leave empty for all."),
    )
    roles = _ticks(_("What are these to the unit?"), ROLES, help_text=_("Tick none for any of them."))
    needs = ConceptsField(label=_("What they said they need"), required=False, max_length=300)
    state = django_forms.ChoiceField(label=_("State"), choices=states, required=False)
    districts = DistrictsField(
        label=_("Districts"), required=False, max_length=800, help_text=_("With commas between. Leave empty for all.")
    )
    sizes = _ticks(_("Size"), SIZES)
    owners = _ticks(_("Who owns them"), OWNERS, help_text=_("Only units that let offices find them by it."))
    cluster = django_forms.TypedChoiceField(
        label=_("Cluster"), choices=clusters, coerce=int, empty_value=None, required=False
    )

    def audience(self) -> Audience:
        """Of the cleaned values; a box that is wrong asks nothing."""
        told = self.cleaned_data
        several = {name: tuple(told.get(name) or ()) for name in ("concepts", "roles", "needs", "sizes", "owners")}
        districts = tuple(tuple(pair) for pair in told.get("districts") or ())
        return Audience(**several, districts=districts, state=told.get("state") or "", cluster=told.get("cluster"))


class NoticeForm(AudienceForm):
    """A whole notice. ``columns()`` gives what ``operations.writing.keep_draft`` takes."""

    kind = django_forms.ChoiceField(
        label=_("What is it?"), choices=NoticeKind.choices, initial=NoticeKind.INFORMATION, widget=forms.Radios()
    )
    leads_to = django_forms.CharField(
        label=_("Where does it lead?"),
        required=False,
        max_length=300,
        help_text=_("Copy the address of an opportunity or another page of this portal."),
    )
    valid_until = forms.DateField(label=_("Last day on which it holds"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for code, part in TEXTS:
            self.fields[f"{part}_{code}"] = _text_field(code, part)

    def clean_leads_to(self):
        """(opportunity's id, path)."""
        said = self.cleaned_data["leads_to"].strip()
        if not said:
            return None, ""
        path = without_language(urlsplit(said).path)
        try:
            found = resolve(f"/{LANGUAGES_NEEDED[0]}{path}")
        except Resolver404:
            raise ValidationError(_("This portal has no such page. Copy its address once more.")) from None
        return (found.kwargs["pk"], "") if found.url_name == "opportunity" else (None, path)

    def clean_valid_until(self):
        day = self.cleaned_data["valid_until"]
        if day < day_in_india(timezone.now()):
            raise ValidationError(_("This day is over. Choose a later one."))
        return day

    def clean(self):
        cleaned = super().clean()
        for code, _part in TEXTS[::2]:
            title, words = cleaned.get(f"title_{code}"), cleaned.get(f"words_{code}")
            if bool(title) != bool(words):
                self.add_error(f"words_{code}" if title else f"title_{code}", _("Write both or neither."))
        return cleaned

    def columns(self) -> dict:
        """Cleaned values by the names of the verb."""
        told = self.cleaned_data
        opportunity, page = told["leads_to"]
        texts = {code: (told[f"title_{code}"], told[f"words_{code}"]) for code, _part in TEXTS[::2]}
        return {
            "audience": self.audience(),
            "kind": told["kind"],
            "valid_until": told["valid_until"],
            "opportunity_id": opportunity,
            "page": page,
            "texts": {code: text for code, text in texts.items() if text[0]},
        }


def _text_field(code, part):
    needed, name = code in LANGUAGES_NEEDED, OWN_NAMES[code]
    if part == "title":
        label, most, widget = _("In one line: %(language)s"), 60, django_forms.TextInput
    else:
        label, most, widget = _("What you want to say: %(language)s"), 1000, django_forms.Textarea
    attrs = {"lang": code, "dir": "auto"} | ({"rows": 4} if part == "words" else {})
    return django_forms.CharField(
        label=label % {"language": name}, max_length=most, required=needed, widget=widget(attrs=attrs)
    )


class GiveBackForm(forms.Form):
    """The second person's no."""

    words = django_forms.CharField(label=_("What should change?"), max_length=500)


class FoundByForm(forms.Form):
    """By which ownership an organisation lets offices find it."""

    owners = _ticks(_("Offices may find my firm as"), OWNERS)
    for_help = django_forms.BooleanField(
        label=_("Advisers and NGOs that offer help may invite my firm by it too"),
        required=False,
        help_text=_("They see the name of the firms they invite."),
    )

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("for_help") and not cleaned.get("owners"):
            self.add_error("owners", _("Tick who owns the firm."))
        return cleaned
