"""Reads of requests for cards: one query however many."""

from virtualclusters.areas.finance.models import RequestDetail
from virtualclusters.ui.formatters import inr_short


def request_facts(opportunity_ids) -> dict[int, dict]:
    """Per request what its card shows: the sum, and what it is for."""
    details = RequestDetail.objects.filter(opportunity__in=opportunity_ids)
    return {one.opportunity_id: {"money": inr_short(one.amount), "line": one.get_purpose_display()} for one in details}
