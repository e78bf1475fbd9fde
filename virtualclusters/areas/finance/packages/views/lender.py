"""The lender's pages: its packages, the long form beside what an owner will see, and the yes of a second person."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from virtualclusters.accounts.policy import policy
from virtualclusters.areas.finance.packages import keeping, listing, operations, reviewing
from virtualclusters.areas.finance.packages.fields import FEE_ROWS, SECURITY_ROWS
from virtualclusters.areas.finance.packages.forms import SECTIONS, PackageForm
from virtualclusters.areas.finance.packages.looking import beside
from virtualclusters.areas.finance.packages.views_of import package
from virtualclusters.areas.finance.packages.writing import told_of
from virtualclusters.areas.finance.permissions import PackagePermission
from virtualclusters.foundation.errors import NotFound, Refused

WRITE = PackagePermission.PACKAGE_WRITE
A_PAGE = 20
NEW = "new"


@policy(WRITE)
@require_GET
def listed(request):
    """All packages of the lender: how far, how many answers, when confirmed."""
    now = timezone.now()
    page = Paginator(listing.own_packages(request.actor), A_PAGE).get_page(request.GET.get("page"))
    facts = {
        "page": page,
        "rows": listing.rows_of(page.object_list, at=now),
        "begun": keeping.is_kept(request.actor.person, NEW),
        "two_persons": operations.wants_two_persons(request.actor.organisation_id),
        "may_set": request.actor.may(PackagePermission.LENDER_SET),
    }
    return render(request, "finance/lender/packages.html", facts)


@policy(WRITE)
@require_http_methods(["GET", "POST"])
def new(request):
    """A new package; ``?copy=last`` begins with the terms of the last one."""
    unit = listing.unit_of_lender(request.actor)
    if unit is None:
        raise Refused("no_unit", _("Your organisation has no branch here yet."), _("Add its address first."))
    last = listing.last_package(request.actor) if "copy" in request.GET else None
    stored = told_of(last.opportunity, last.detail, last.scope) if last else {}
    return _edit(request, NEW, stored, unit_id=unit.pk)


@policy(WRITE)
@require_http_methods(["GET", "POST"])
def change(request, pk):
    """A draft, to be written anew."""
    one = package(listing.own_packages(request.actor).filter(published_at=None), pk)
    return _edit(request, str(pk), told_of(one.opportunity, one.detail, one.scope), package_id=pk)


def _edit(request, subject, stored, **where):
    person, now = request.actor.person, timezone.now()
    if request.method != "POST":
        return _form_page(request, keeping.form_to_begin(person, subject, stored), subject, now)
    keeping.keep(person, subject, request.POST, at=now)
    form = PackageForm(request.POST)
    if not form.is_valid() or "look" in request.POST:
        return _form_page(request, form, subject, now)
    written = operations.write_package(told=form.columns(), actor=request.actor, at=now, **where)
    keeping.forget(person, subject)
    messages.success(request, _("Kept as a draft. Look at it once more, then publish it."))
    return redirect("lender_package", pk=written.pk)


def _form_page(request, form, subject, now):
    facts = {
        "form": form,
        "parts": [(title, [form[name] for name in names]) for title, names in SECTIONS],
        "fees": _slabs(form, "fee", ("what", "up_to", "percent", "rupees", "cap", "yearly"), FEE_ROWS),
        "securities": _slabs(form, "security", ("rule", "up_to", "cover_percent"), SECURITY_ROWS),
        "subject": subject,
        **beside(form if form.is_bound else None, request, at=now),
    }
    return render(request, "finance/lender/form.html", facts)


def _slabs(form, prefix, names, count):
    return [[form[f"{prefix}_{number}_{name}"] for name in names] for number in range(count)]


@policy(WRITE)
@require_POST
def look(request):
    """What stands beside the form while it is written: how many units fit, and the package as an owner sees it."""
    form = PackageForm(request.POST)
    form.is_valid()
    return render(request, "finance/lender/_beside.html", beside(form, request, at=timezone.now()))


@policy(WRITE, PackagePermission.PACKAGE_APPROVE)
@require_GET
def shown(request, pk):
    """One of the lender's packages, with what may be done with it now."""
    now = timezone.now()
    one = package(listing.own_packages(request.actor), pk)
    return render(request, "finance/lender/package.html", reviewing.review(one, request.actor, at=now))


VERBS = {
    "submit": operations.submit_package,
    "approve": operations.approve_package,
    "return": operations.return_package,
    "confirm": operations.confirm_package,
    "withdraw": operations.withdraw_package,
    "discard": operations.discard_package,
}


@policy(WRITE, PackagePermission.PACKAGE_APPROVE)
@require_POST
def act(request, pk, verb):
    """One step of a package."""
    if verb not in VERBS:
        raise NotFound
    told = reviewing.told_with(verb, request.POST)
    VERBS[verb](package_id=pk, actor=request.actor, at=timezone.now(), **told)
    messages.success(request, reviewing.done(verb))
    return redirect("lender_packages") if verb == "discard" else redirect("lender_package", pk=pk)


@policy(PackagePermission.LENDER_SET)
@require_POST
def setting(request):
    """Whether a package needs the yes of a second person."""
    operations.set_two_persons(
        organisation_id=request.actor.organisation_id,
        wanted="two_persons" in request.POST,
        actor=request.actor,
        at=timezone.now(),
    )
    messages.success(request, _("Kept."))
    return redirect("lender_packages")
