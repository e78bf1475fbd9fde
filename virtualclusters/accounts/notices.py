"""What people are told before they consent, item by item, and the words of each purpose (DPDP Act 2023 s.5-6, Rules 2025 rule 3)."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts.models import Consent


@dataclass(frozen=True)
class Item:
    """What is kept, and what for."""

    what: str
    why: str
    purpose: Consent.Purpose
    needed: bool


@dataclass(frozen=True)
class Notice:
    """A notice as it was shown. A change of its words needs a new version."""

    name: str
    version: str
    items: tuple[Item, ...]

    @property
    def reference(self) -> str:
        """What a consent keeps of it."""
        return f"{self.name} {self.version}"


JOINING = Notice(
    name="joining",
    version="2026-11-22",
    items=(
        Item(
            _("Your name and your mobile number or e-mail"),
            _(
                "To sign you in and to send you what you asked for. Others see them only when you and they agreed to work together."
            ),
            Consent.Purpose.REGISTER,
            needed=True,
        ),
        Item(
            _("The name of your firm or organisation, its district, what it makes, has, offers and needs"),
            _("To show it in the directory and to find what concerns you."),
            Consent.Purpose.SHOW_PROFILE,
            needed=True,
        ),
        Item(
            _("That others may ask you"),
            _("Buyers, colleges or experts may send you an invitation here. They do not see your number."),
            Consent.Purpose.BE_APPROACHED,
            needed=False,
        ),
        Item(
            _("Messages by SMS or e-mail about new things that fit you"),
            _("So that you hear of them in time. You can stop them with one tap."),
            Consent.Purpose.MESSAGES,
            needed=False,
        ),
    ),
)

PURPOSE_WORDS = {
    Consent.Purpose.REGISTER: _("Keep my account"),
    Consent.Purpose.SHOW_PROFILE: _("Show my firm or organisation to others"),
    Consent.Purpose.BE_APPROACHED: _("Let others ask me"),
    Consent.Purpose.MESSAGES: _("Send me messages about what fits me"),
    Consent.Purpose.REGISTERED_BY_HELPER: _("A helper registered my firm for me"),
    Consent.Purpose.STUDENT_PROJECTS: _("Take part in student projects and show my name there"),
    Consent.Purpose.GUARDIAN_OF_STUDENT: _("Let my child take part in student projects"),
    Consent.Purpose.OWNERS_FOR_SCHEMES: _("Keep who owns my firm, to find schemes"),
    Consent.Purpose.OWNERS_FOR_NOTICES: _("Let offices find my firm by who owns it"),
    Consent.Purpose.OWNERS_FOR_HELP: _("Let advisers and NGOs invite my firm by who owns it"),
}
