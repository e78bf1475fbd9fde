"""What a card shows of a request, from its row."""

from virtualclusters.ui.formatters import inr_short


def request_facts(detail) -> dict:
    """What a card shows: the sum, and what it is for."""
    return {"money": inr_short(detail.amount), "line": detail.get_purpose_display()}
