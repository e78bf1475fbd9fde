"""The one template library ``ui``; the modules beside this one add their tags to it."""

from django.template import Library

register = Library()
