"""The consent to be found by who owns a firm, in the words that are shown."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts.models import Consent
from virtualclusters.accounts.notices import Item, Notice

PURPOSE, FOR_HELP = Consent.Purpose.OWNERS_FOR_NOTICES, Consent.Purpose.OWNERS_FOR_HELP
NOTICE = Notice(
    name="owners-for-notices",
    version="2026-11-22",
    items=(
        Item(
            _("Whether women, people of Scheduled Castes or Tribes, or of a minority own the firm"),
            _("So that offices can write to such firms. They see how many there are, never which."),
            PURPOSE,
            needed=False,
        ),
        Item(
            _("The same, for advisers and NGOs, only if you tick it"),
            _("So that they can invite such firms when they offer help. They see the name of each firm they invite."),
            FOR_HELP,
            needed=False,
        ),
    ),
)
