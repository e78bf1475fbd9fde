"""What advice's forms offer to choose from."""

from django.utils.translation import gettext_lazy as _

from virtualclusters.ui.languages import OWN_NAMES

LANGUAGES = [("", _("Any")), *OWN_NAMES.items()]
