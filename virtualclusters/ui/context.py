"""What every page knows of the portal: its name, help line and standing links. Plain settings; no database."""

from django.conf import settings

from virtualclusters.ui.formatters import phone


def site(request):
    """``site.name``, ``site.help_line`` (as dialled and as read) and ``site.address``; and the actor as the middleware
    set her (None for a visitor)."""
    number = getattr(settings, "HELP_LINE", "")
    return {
        "site": {
            "name": getattr(settings, "SITE_NAME", "Virtual Clusters"),
            "address": getattr(settings, "SITE_ADDRESS", ""),
            "help_line": number,
            "help_line_read": phone(number) if number else "",
        },
        "actor": getattr(request, "actor", None),
    }
