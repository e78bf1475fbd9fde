"""What every template knows."""

from django.conf import settings


def site(request):
    """Name and help line of the site, and the actor as the middleware set her (None for a visitor)."""
    return {"site_name": settings.SITE_NAME, "help_line": settings.HELP_LINE, "actor": getattr(request, "actor", None)}
