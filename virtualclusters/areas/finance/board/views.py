"""The lender's board: its own book in figures, and what its board allows."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from virtualclusters.accounts.policy import policy
from virtualclusters.areas.finance.board import operations, tables
from virtualclusters.areas.finance.board.book import Side, breaches, concentration, shock
from virtualclusters.areas.finance.board.forms import CapsForm, ShockForm
from virtualclusters.areas.finance.board.permissions import BookPermission
from virtualclusters.areas.finance.board.reading import (
    book_of,
    caps_in,
    caps_written,
    in_readers_language,
    owed_by_resting_on,
    products_of,
    rests_on,
)
from virtualclusters.ui.navigation import Tab


@policy(BookPermission.BOOK_READ)
@require_GET
def shown(request):
    """The whole book: one cut at a time, how concentrated it is, who is over a cap, and a fall of a price when asked."""
    organisation = request.actor.organisation_id
    side = _side(request.GET.get("by"))
    caps = caps_written(organisation)
    book = book_of(organisation, side, caps=caps_in(caps))
    facts = {
        "book": book,
        "tabs": [Tab(str(words), f"?by={cut}", cut == side) for cut, words in tables.CUTS.items()],
        "cut": tables.exposure_table(book.owed, side),
        "borrowers": tables.concentration_words(concentration(book.owed, Side.BORROWER)),
        "sectors": tables.concentration_words(concentration(book.owed, Side.SECTOR)),
        "breaches": [tables.breach_words(one) for one in breaches(book.owed, caps_in(caps))],
        "caps": caps,
        "may_set": request.actor.may(BookPermission.BOOK_SET),
        **_shock(request, organisation, book.total),
    }
    return render(request, "finance/lender/board.html", facts)


def _side(asked):
    return Side(asked) if asked in list(Side) else Side.SECTOR


def _shock(request, organisation, whole):
    """The form, and when it was filled what the fall would do."""
    asked = request.GET if "product" in request.GET else None
    products = products_of(organisation)
    called = in_readers_language(products, get_language())
    form = ShockForm(asked, products={name: called.get(name, name) for name in products})
    facts = {"products": products, "shock_form": form}
    if asked is None or not form.is_valid():
        return facts
    product, fall = form.cleaned_data["product"], form.cleaned_data["fall"]
    hardest = rests_on(organisation, product, most=tables.MOST_NAMES)
    found = shock(hardest, whole, fall, struck=owed_by_resting_on(organisation, product))
    return facts | {
        "shock": found,
        "shock_share": tables.percent(found.share),
        "shock_table": tables.shock_table(found),
    }


@policy(BookPermission.BOOK_SET)
@require_http_methods(["GET", "POST"])
def caps(request):
    """What the lender's own board allows."""
    known = caps_written(request.actor.organisation_id)
    begin = {name: getattr(known, name) for name in CapsForm.base_fields} if known else {}
    form = CapsForm(request.POST if request.method == "POST" else None, initial=begin)
    if request.method == "POST" and form.is_valid():
        operations.set_caps(actor=request.actor, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Written down. The board measures against it from now on."))
        return redirect("lender_board")
    return render(request, "finance/lender/caps.html", {"form": form})
