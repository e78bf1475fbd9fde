"""The desk's own entries, with how much waits behind each."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from virtualclusters.capabilities.jobs.dead_letters import count_dead_letters
from virtualclusters.network.desk_entries import DeskEntry, Figure
from virtualclusters.network.verification.permissions import VerificationPermission
from virtualclusters.network.verification.waiting import waiting_for
from virtualclusters.network.vocabulary.permissions import VocabularyPermission
from virtualclusters.network.vocabulary.unknown import count_waiting
from virtualclusters.pages.desk.permissions import DeskPermission
from virtualclusters.ui.formatters import since


def cases_waiting(*, actor, at):
    """Cases that wait for this verifier, and since when the oldest does."""
    waiting = waiting_for(actor=actor)
    if not waiting.count:
        return Figure(0, _("Nothing waits."))
    return Figure(waiting.count, _("The oldest came %(ago)s.") % {"ago": since(waiting.oldest, at)})


def letters_waiting(*, actor, at):
    """Jobs that failed on every try."""
    count = count_dead_letters()
    return Figure(count, _("Nothing failed.") if not count else _("Somebody has to look at them."))


def words_waiting(*, actor, at):
    """Words that people typed and nobody gave a meaning yet."""
    count = count_waiting()
    return Figure(count, _("Every word is known.") if not count else _("Typed by at least three people each."))


ENTRIES = [
    DeskEntry(
        url_name="desk_verification",
        label=gettext_lazy("Verification"),
        about=gettext_lazy("Compare numbers with papers."),
        permission=VerificationPermission.VERIFICATION_DECIDE,
        figure=cases_waiting,
        position=10,
    ),
    DeskEntry(
        url_name="desk_organisations",
        label=gettext_lazy("Organisations"),
        about=gettext_lazy("Everyone who is registered, by kind, state and what was verified."),
        permission=DeskPermission.ORGANISATION_LIST,
        position=20,
    ),
    DeskEntry(
        url_name="desk_words",
        label=gettext_lazy("Unknown words"),
        about=gettext_lazy("Say what words mean that people type and the portal does not know."),
        permission=VocabularyPermission.WORD_DECIDE,
        figure=words_waiting,
        position=70,
    ),
    DeskEntry(
        url_name="desk_dead_letters",
        label=gettext_lazy("Work that failed"),
        about=gettext_lazy("Messages and other background work that failed on every try."),
        permission=DeskPermission.DEAD_LETTER_RETRY,
        figure=letters_waiting,
        position=90,
    ),
]
