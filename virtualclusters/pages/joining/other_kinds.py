"""Every other kind of organisation registers in three pages: what it is, its facts, agree."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from virtualclusters.accounts.notices import JOINING
from virtualclusters.accounts.policy import PUBLIC, SIGNED_IN, policy
from virtualclusters.network.organisations import operations
from virtualclusters.network.organisations.models import InstitutionKind, OrganisationKind
from virtualclusters.network.organisations.operations.registering import Firm
from virtualclusters.pages.joining import progress
from virtualclusters.pages.joining.forms import ConsentForm, KindForm, OrganisationForm
from virtualclusters.pages.joining.registering import by, finish, place_words
from virtualclusters.ui.components import Row

STEPS = 3


@policy(PUBLIC)
def kind(request):
    """Page 1: what are you? Whoever is not signed in yet gives her number next and comes back."""
    form = KindForm(request.POST or None, initial={"kind": request.GET.get("kind")})
    if request.method == "POST" and form.is_valid():
        following = reverse("join_organisation", args=[form.cleaned_data["kind"]])
        if not request.user.is_authenticated:
            request.session["joining_as"] = following
            return redirect("join")
        return redirect(following)
    return render(request, "joining/kind.html", {"form": form, "step": 1, "of": STEPS})


@policy(SIGNED_IN)
def facts(request, kind):
    """Page 2: its name, place and what it offers."""
    if kind not in OrganisationKind.values or kind in (OrganisationKind.ADMINISTRATOR, OrganisationKind.ENTERPRISE):
        raise Http404
    told = progress.told_so_far(request.user)
    form = OrganisationForm(
        request.POST or None, kind=kind, initial={**told, "owner_name": told["owner_name"] or request.user.name}
    )
    if request.method == "POST" and form.is_valid():
        progress.keep(request.user, at=timezone.now(), **{**form.cleaned_data, "kind": kind})
        return redirect("join_organisation_check")
    page = {
        "form": form,
        "step": 2,
        "of": STEPS,
        "kind_words": OrganisationKind(kind).label,
        "back": reverse("join_kind"),
    }
    return render(request, "joining/organisation.html", page)


@policy(SIGNED_IN)
def check(request):
    """Page 3: everything once more, and what is agreed to."""
    told = progress.told_so_far(request.user)
    if not (told["kind"] and told["name"]):
        return redirect("workspace" if request.actor.memberships else "join_kind")
    form = ConsentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        organisation = operations.register_organisation(**_firm(told), **by(request, form))
        return finish(request, organisation)
    change = reverse("join_organisation", args=[told["kind"]])
    page = {"form": form, "step": 3, "of": STEPS, "rows": _rows(told, change), "notice": JOINING, "back": change}
    return render(request, "joining/check.html", page)


def _firm(told):
    facts = {name: told[name] for name in ("institution_kind", "website") if told.get(name)}
    firm = Firm(name=told["name"], pin=told["pin"], language=get_language(), kind=told["kind"], facts=facts)
    return {"firm": firm, "about": told.get("about", ""), "owner_name": told["owner_name"], "once": told["once"]}


def _rows(told, change):
    kind = OrganisationKind(told["kind"]).label
    if told.get("institution_kind"):
        kind = InstitutionKind(told["institution_kind"]).label
    rows = [
        (_("Kind"), kind, reverse("join_kind")),
        (_("Your name"), told["owner_name"], change),
        (_("Organisation"), told["name"], change),
        (_("Place"), " ".join(filter(None, [told["pin"], place_words(told["pin"])])), change),
        (_("Website"), told.get("website", ""), change),
        (_("You offer"), told.get("about", ""), change),
    ]
    return [Row(*row) for row in rows if row[1]]
