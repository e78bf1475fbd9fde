"""The consent to be found by who owns a firm, in the words that are shown."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.accounts.models import Consent
from virtualclusters.accounts.notices import Item, Notice

PURPOSE = Consent.Purpose.OWNERS_FOR_NOTICES
NOTICE = Notice(
    name="owners-for-notices",
    version="2026-11",
    items=(
        Item(
            _("Whether women, people of Scheduled Castes or Tribes, or of a minority own the firm"),
            _("So that offices can write to such firms. They see how many there are, never which."),
            PURPOSE,
            needed=False,
        ),
    ),
)
