"""The list of schemes, and versions that held before."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from virtualclusters.accounts.policy import PUBLIC, policy
from virtualclusters.areas.schemes import queries
from virtualclusters.areas.schemes.forms import SchemeFilter
from virtualclusters.areas.schemes.models import Scheme

A_PAGE = 10


@policy(PUBLIC)
@require_GET
def listed(request):
    """Schemes that run, or those that are over."""
    now, form = timezone.now(), SchemeFilter(request.GET)
    chosen = form.chosen()
    page = Paginator(queries.schemes(at=now, **chosen), A_PAGE).get_page(request.GET.get("page"))
    rows = [queries.as_open(row, get_language()) for row in page]
    facts = {"form": form, "chosen": len(chosen), "page": page, "rows": rows, "over": "over" in chosen}
    return render(request, "schemes/listed.html", facts)


@policy(PUBLIC)
@require_GET
def version(request, pk, number):
    """One published version of a scheme, as it stood or will stand, with what it said before it was corrected."""
    scheme = get_object_or_404(Scheme.objects.select_related("opportunity__unit__organisation"), pk=pk)
    told = {"at": timezone.now(), "language": get_language()}
    found = queries.versions_of(scheme, **told)
    one = next((row for row in found if row.number == number), None)
    if one is None:
        raise Http404
    earlier = queries.earlier_wordings(scheme, number, **told) if one.corrected_on else []
    return render(request, "schemes/version.html", {"scheme": scheme, "version": one, "earlier": earlier})
