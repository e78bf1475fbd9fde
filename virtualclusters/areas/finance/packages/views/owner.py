"""The owner's pages: packages for her, one of them, up to three side by side."""

from django.core.paginator import Paginator
from django.http import QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from virtualclusters.accounts.policy import PUBLIC, policy
from virtualclusters.areas.finance.packages import offers
from virtualclusters.areas.finance.packages.comparing import comparison
from virtualclusters.areas.finance.packages.ranking import CHEAPEST
from virtualclusters.areas.finance.packages.telling import arising, rows_about, span
from virtualclusters.areas.finance.packages.terms import rates_of
from virtualclusters.areas.finance.packages.wishing import usual_wish, wish_form
from virtualclusters.exchange.opportunities.models import Opportunity

A_PAGE = 10
MOST_COMPARED = 3


@policy(PUBLIC)
@require_GET
def listed(request):
    """Packages for the unit, with what each asks of it and what it costs."""
    form, now = wish_form(request.GET), timezone.now()
    borrower = offers.borrower_of(request.actor, at=now)
    wish = form.wish() if form.is_valid() else usual_wish()
    found = offers.offers_for(borrower, wish, order=form.cleaned_data.get("order") or CHEAPEST, at=now)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    facts = {
        "form": form,
        "page": page,
        "shown": [_shown(offer) for offer in page],
        "wish": wish,
        "amount_typed": f"{wish.amount.normalize():f}",
        "kept": _kept(wish),
        "unit": borrower.unit,
    }
    return render(request, "finance/loans.html", facts)


@policy(PUBLIC)
@require_GET
def one(request, pk):
    """One package, open or over, with all it says."""
    form, now = wish_form(request.GET), timezone.now()
    wish = form.wish() if form.is_valid() else usual_wish()
    borrower = offers.borrower_of(request.actor, at=now)
    rows = Opportunity.objects.visible_to(request.actor, now)
    offer = offers.offer_of(pk, borrower, wish, rows=rows, at=now)
    facts = {
        "form": form,
        "one": _shown(offer),
        "rows": rows_about(offer.package),
        "is_open": offer.package.opportunity.is_open(now),
        "unit": borrower.unit,
        "kept": _kept(wish),
        "now": now,
    }
    return render(request, "finance/loan.html", facts)


@policy(PUBLIC)
@require_GET
def compare(request):
    """Up to three packages side by side."""
    form, now = wish_form(request.GET), timezone.now()
    wish = form.wish() if form.is_valid() else usual_wish()
    chosen = [int(pk) for pk in request.GET.getlist("p") if pk.isdecimal() and len(pk) <= 18]
    ids = list(dict.fromkeys(chosen))
    found = offers.offers_among(ids[:MOST_COMPARED], offers.borrower_of(request.actor, at=now), wish, at=now)
    facts = {"table": comparison(found), "too_many": len(ids) > MOST_COMPARED, "wish": wish, "kept": _kept(wish)}
    return render(request, "finance/compare.html", facts | {"caption": _("Loans side by side")})


def _shown(offer):
    """An offer with its figures in words."""
    low, high = rates_of(offer.package.detail)
    if offer.high is None or offer.high.yearly_percent is None:
        return {"offer": offer, "rate": span(low, high)}
    return {
        "offer": offer,
        "rate": span(low, high),
        "yearly": span(offer.low.yearly_percent, offer.high.yearly_percent),
        "rupees": round(offer.high.rupees_a_year),
        "instalment": round(offer.high.instalment),
        "arising": arising(offer.high, offer.package, high),
        "is_span": low != high,
    }


def _kept(wish):
    """The wish as the end of an address."""
    asked = QueryDict(mutable=True)
    asked.update({"amount": f"{wish.amount.normalize():f}", "months": wish.months, "wait": wish.wait})
    return asked.urlencode()
