"""The lender's book beside a decision: what it is, and what it would be with this loan."""

from django import template
from django.utils import timezone

from virtualclusters.areas.finance.board.book import with_loan
from virtualclusters.areas.finance.board.reading import caps_in, caps_written, loan_of, owed_of
from virtualclusters.areas.finance.board.tables import breach_words, standing_words

register = template.Library()


@register.inclusion_tag("finance/lender/_with_this_loan.html")
def with_this_loan(application):
    """The figures of the lender's book without and with an application that is not paid out yet."""
    now, lender = timezone.now(), application.engagement.opportunity.unit.organisation_id
    caps = caps_in(caps_written(lender))
    loan = loan_of(application, at=now)
    before, after = with_loan(owed_of(lender, caps=caps, borrower=loan.borrower), loan, caps)
    new = [one for one in after.breaches if one not in before.breaches]
    return {"rows": standing_words(before, after), "breaches": [breach_words(one) for one in new]}
