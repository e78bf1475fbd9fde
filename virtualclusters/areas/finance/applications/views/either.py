"""Where a talk about a loan leads either side: to the application, or to applying when there is none yet."""

from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from virtualclusters.accounts.policy import policy
from virtualclusters.areas.finance.models import LoanApplication
from virtualclusters.areas.finance.slugs import PACKAGE
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.people import side_of
from virtualclusters.exchange.kinds.paths import ANSWERER
from virtualclusters.exchange.kinds.permissions import ExchangePermission


@policy(ExchangePermission.ENGAGEMENT_READ)
@require_GET
def work(request, pk):
    """The application of a talk, on the reader's side."""
    talk = Engagement.objects.visible_to(request.actor).filter(opportunity__kind=PACKAGE).one(pk)
    hers = side_of(talk, request.actor) == ANSWERER
    if LoanApplication.objects.filter(pk=pk).exists():
        return redirect("my_loan" if hers else "lender_loan", pk=pk)
    return redirect("apply_for_loan" if hers else "lender_package", pk=talk.opportunity_id)
