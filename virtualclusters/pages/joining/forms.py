"""Forms of the door and of registration: they parse and say what is wrong, and never save."""

from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms as django_forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts import codes
from virtualclusters.accounts.notices import JOINING
from virtualclusters.network.organisations.models import InstitutionKind, OrganisationKind
from virtualclusters.network.vocabulary.places import place_of_pin
from virtualclusters.ui import forms

NO_SUCH_PIN = _("We do not know this PIN code. Check the six digits.")


class _ContactForm(forms.Form):
    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, **kwargs)
        self.request = request

    def clean_contact(self):
        """Refuse when too many codes went there today; otherwise this one is counted."""
        contact = self.cleaned_data["contact"]
        if not codes.may_send(self.request, contact):
            raise ValidationError(codes.too_many())
        return contact


class PhoneForm(_ContactForm):
    contact = forms.MobileField(
        label=_("What is your mobile number?"), help_text=_("We send a code with 6 digits to it. You need no password.")
    )


class EmailForm(_ContactForm):
    contact = django_forms.EmailField(
        label=_("What is your e-mail address?"),
        help_text=_("We send a code with 6 digits to it. You need no password."),
        widget=django_forms.EmailInput(attrs={"autocomplete": "email", "spellcheck": "false"}),
    )

    def clean_contact(self):
        self.cleaned_data["contact"] = self.cleaned_data["contact"].lower()
        return super().clean_contact()


class CodeForm(forms.Form):
    """The code of a message. ``process`` is the sign-in or proof that waits for it."""

    code = forms.CodeField(label=_("Enter the code"))

    def __init__(self, *args, request, process, **kwargs):
        super().__init__(*args, **kwargs)
        self.request, self.process, self.notice = request, process, ""

    def clean_code(self):
        typed = self.cleaned_data["code"]
        if not codes.is_right(self.request, self.process, contact=self.process.contact, typed=typed):
            raise ValidationError(_("This code is not right. Check the message and try again."))
        return typed

    def may_send_again(self, *, at):
        """Whether a new code may go out now; otherwise ``notice`` says why not."""
        if codes.seconds_until_resend(self.process, at=at):
            self.notice = _("Wait half a minute before you ask for a new code.")
            return False
        if not codes.may_send(self.request, self.process.contact):
            self.notice = codes.too_many()
            return False
        return True


class _PlaceForm(forms.Form):
    def clean_pin(self):
        """Only a code that India Post has: district and state come from it."""
        pin = self.cleaned_data["pin"]
        if place_of_pin(pin) is None:
            raise ValidationError(NO_SUCH_PIN)
        return pin


class NameForm(_PlaceForm):
    owner_name = django_forms.CharField(
        label=_("Your name"),
        max_length=120,
        widget=django_forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Enter your name.")},
    )
    name = django_forms.CharField(
        label=_("Name of your business"),
        max_length=200,
        help_text=_("As on your board or bills."),
        widget=django_forms.TextInput(attrs={"autocomplete": "organization"}),
        error_messages={"required": _("Enter the name of your business.")},
    )
    pin = forms.PinField(label=_("PIN code of the place where you work"))


def _words_field(label, hint, *, rows=2):
    words = django_forms.Textarea(attrs={"rows": rows})
    return django_forms.CharField(label=label, help_text=hint, max_length=1000, required=False, widget=words)


def unmarked(form, *names):
    """Leave the word "optional" away where the page itself says that a part may stay empty."""
    for name in names:
        form.fields[name].unmarked = True


class MakesForm(forms.Form):
    """What the firm makes: words, tapped chips, or both."""

    words = _words_field(
        _("Say it in your own words"),
        _("In any language. For example: mango pickle and papad, or masala grinder banate hain."),
    )
    tapped = django_forms.TypedMultipleChoiceField(
        label=_("Or tap what fits"), required=False, coerce=int, widget=forms.Chips(offer=True)
    )

    def __init__(self, *args, common, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["tapped"].choices = common
        unmarked(self, "words", "tapped")

    def clean(self):
        """Words or taps, at least one of them."""
        told = super().clean()
        if not self.errors and not told.get("words") and not told.get("tapped"):
            self.add_error("words", _("Say what you make, or tap what fits."))
        return told


MOST_NEEDS = 3


class NeedsForm(forms.Form):
    """What we understood of what she makes, to correct; and what she needs."""

    understood = django_forms.TypedMultipleChoiceField(
        label=_("We understood that you make"),
        help_text=_("Tap a word to take it away."),
        required=False,
        coerce=int,
        widget=forms.Chips,
    )
    needs = django_forms.TypedMultipleChoiceField(
        label=_("What do you need most?"),
        help_text=_("Choose up to three. You can change this any time."),
        required=False,
        coerce=int,
        widget=forms.TilesMany,
    )
    needs_words = _words_field(_("Anything else?"), _("In your own words."))

    def __init__(self, *args, understood, needs, signs, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["understood"].choices = understood
        self.fields["needs"].choices = needs
        self.fields["needs"].widget.signs = signs
        unmarked(self, "understood", "needs")
        if not understood:
            del self.fields["understood"]

    def clean_needs(self):
        needs = self.cleaned_data["needs"]
        if len(needs) > MOST_NEEDS:
            raise ValidationError(_("Choose three or fewer."))
        return needs


class ConsentForm(forms.Form):
    """One tick a purpose. What is needed must be ticked; nothing is ticked beforehand."""

    purposes = django_forms.MultipleChoiceField(
        label=_("I agree to this"),
        widget=django_forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick both points marked as needed. We cannot register you without them.")},
    )

    def __init__(self, *args, notice=JOINING, **kwargs):
        super().__init__(*args, **kwargs)
        self.notice = notice
        needed = _("needed")
        self.fields["purposes"].choices = [
            (item.purpose.value, f"{item.what} ({needed})" if item.needed else item.what) for item in notice.items
        ]
        self.fields["purposes"].widget.hints = {item.purpose.value: item.why for item in notice.items}

    def clean_purposes(self):
        """All that is needed must be among them."""
        given = self.cleaned_data["purposes"]
        if any(item.needed and item.purpose.value not in given for item in self.notice.items):
            raise ValidationError(self.fields["purposes"].error_messages["required"])
        return given


class KindForm(forms.Form):
    kind = django_forms.ChoiceField(label=_("What are you?"), widget=forms.Radios)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        left_out = {OrganisationKind.ADMINISTRATOR, OrganisationKind.ENTERPRISE}
        self.fields["kind"].choices = [choice for choice in OrganisationKind.choices if choice[0] not in left_out]


class OrganisationForm(_PlaceForm):
    """An organisation that is not an enterprise. The fields that a kind does not have are left out."""

    owner_name = django_forms.CharField(label=_("Your name"), max_length=120)
    name = django_forms.CharField(label=_("Name of the organisation"), max_length=200)
    institution_kind = django_forms.ChoiceField(
        label=_("What kind of institute?"), choices=InstitutionKind.choices, widget=forms.Radios
    )
    pin = forms.PinField(label=_("PIN code"))
    website = django_forms.URLField(label=_("Website"), required=False, assume_scheme="https")
    about = _words_field(_("What do you offer?"), _("In a few words: courses, tests, loans, advice …"), rows=3)

    def __init__(self, *args, kind, **kwargs):
        super().__init__(*args, **kwargs)
        if kind != OrganisationKind.ACADEMIC_INSTITUTION:
            del self.fields["institution_kind"]
        if kind in (OrganisationKind.EXPERT_PRACTICE, OrganisationKind.VOLUNTEER_EXECUTIVE):
            self.fields["name"].label = _("Name of your practice, or your own name")
            del self.fields["website"]


class AssistForm(NameForm):
    """A helper registers a firm for its owner."""

    owner_name = django_forms.CharField(label=_("Name of the owner"), max_length=120)
    owner_phone = forms.MobileField(
        label=_("Mobile number of the owner"), help_text=_("The owner gets an SMS and must say yes with a code.")
    )
    name = django_forms.CharField(label=_("Name of the business"), max_length=200)
    pin = forms.PinField(label=_("PIN code of the place where they work"))
    words = _words_field(_("What do they make?"), _("In their own words, in any language."))
    needs_words = _words_field(_("What do they need?"), _("In their own words."))
    language = django_forms.ChoiceField(label=_("Language of the owner"), widget=forms.Radios)
    told = django_forms.BooleanField(
        label=_("I told the owner what is kept and why"),
        error_messages={"required": _("Tell the owner first, then tick this.")},
    )
    once = forms.OnceField()

    field_order = ["owner_name", "owner_phone", "name", "pin", "words", "needs_words", "language", "told", "once"]

    def __init__(self, *args, languages, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = languages

    def clean_words(self):
        if not self.cleaned_data["words"]:
            raise ValidationError(_("Say what they make."))
        return self.cleaned_data["words"]


class AppCodeForm(forms.Form, ActivateTOTPForm):
    """The code that an authenticator app shows for the secret of this session."""

    code = forms.CodeField(label=_("Code that the app shows"))
