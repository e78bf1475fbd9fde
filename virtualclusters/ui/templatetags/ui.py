"""``{% load ui %}``: every component, chart, field and formatter. Examples: docs/guides/interface-components.md."""

from virtualclusters.ui import cards, charts, components, fields, words
from virtualclusters.ui.library import register

__all__ = ["cards", "charts", "components", "fields", "register", "words"]
