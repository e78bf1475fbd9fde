"""Rendering and base class of the portal's forms."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """Forms are drawn from the ui folder's templates."""
