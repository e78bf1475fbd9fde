"""Edit pages of the profile."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from virtualclusters.accounts.policy import policy
from virtualclusters.matching.rules.facts import SIZES
from virtualclusters.network.organisations import operations
from virtualclusters.network.organisations.facts import size_class_of
from virtualclusters.network.organisations.financial_year import last_full_year
from virtualclusters.network.organisations.models import CapabilityWords, Unit
from virtualclusters.network.organisations.profile_parts import PARTS
from virtualclusters.network.organisations.roles import OrganisationPermission
from virtualclusters.network.vocabulary.queries import names_of
from virtualclusters.network.vocabulary.reading import from_which_words
from virtualclusters.pages.workspace.forms import (
    NOT_SAID,
    CapacityForm,
    CheckInForm,
    FactsForm,
    NewUnitForm,
    PartForm,
    PlaceForm,
)
from virtualclusters.pages.workspace.tasks import by_part

EDIT = OrganisationPermission.PROFILE_EDIT
FACTS = ("name", "about", "website", "started_year", "manufactures", "women_owned", "sc_st_owned")


@policy(EDIT)
def part(request, pk, part):
    """One part: words, and the chips understood. New words are read and shown to be corrected; the same words end the page."""
    if part not in PARTS:
        raise Http404
    unit = _own(request, pk)
    form = _part_form(request, unit, part)
    if request.method == "POST" and form.is_valid():
        by = {"unit_id": unit.pk, "part": part, "actor": request.actor, "at": timezone.now()}
        if form.has_new_words:
            operations.describe(words=form.cleaned_data["words"], language=get_language(), **by)
            return redirect(f"{request.path}?read=1")
        operations.correct_chips(concept_ids=form.cleaned_data.get("chips", []), **by)
        return _saved(request, unit)
    facts = {"form": form, "part": CapabilityWords.Part(part), "unit": unit, "was_read": "read" in request.GET}
    return render(request, "workspace/part.html", facts)


def _part_form(request, unit, part):
    written = CapabilityWords.objects.filter(unit=unit, part=part).first()
    kept = by_part(unit.pk).get(part, [])
    chips = {chip.concept_id: chip.name for chip in kept}
    away = names_of(written.not_meant, get_language()) if written else {}
    words = written.words if written else ""
    found = operations.found_in(words, part=part)
    return PartForm(
        request.POST or None,
        part=part,
        initial={"words": words, "chips": list(chips)},
        chips=[*chips.items(), *away.items()],
        from_where={str(pk): from_which_words(one, words) for pk, one in found.items()},
    )


@policy(EDIT)
def capacity(request, pk):
    """How much of each product, and on each machine, a month."""
    unit = _own(request, pk)
    grouped = by_part(unit.pk)
    chips = [chip for part, row in PARTS.items() if row.has_capacity for chip in grouped.get(part, [])]
    forms = [CapacityForm(request.POST or None, chip=chip) for chip in chips]
    valid = [form.is_valid() for form in forms]
    if request.method == "POST" and all(valid):
        said = {form.chip.id: form.said for form in forms}
        operations.set_capacity(unit_id=unit.pk, capacities=said, actor=request.actor, at=timezone.now())
        return _saved(request, unit)
    return render(request, "workspace/capacity.html", {"forms": forms, "unit": unit})


@policy(EDIT)
def place(request, pk):
    """Address, PIN code, and whether others may ask."""
    unit = _own(request, pk)
    initial = {name: getattr(unit, name) for name in ("name", "address", "pin", "works_remotely")}
    form = PlaceForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        operations.change_place(unit_id=unit.pk, actor=request.actor, at=timezone.now(), **form.cleaned_data)
        return _saved(request, unit)
    return render(request, "workspace/form.html", _page(form, _("Address"), unit))


@policy(EDIT)
def facts(request):
    """About the firm, and who owns it."""
    organisation = request.actor.organisation
    words = {True: "yes", False: "no", None: NOT_SAID}
    initial = {name: getattr(organisation, name) for name in FACTS}
    initial |= {name: words[initial[name]] for name in ("manufactures", "women_owned", "sc_st_owned")}
    form = FactsForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        operations.describe_organisation(
            organisation_id=organisation.pk, facts=form.cleaned_data, actor=request.actor, at=timezone.now()
        )
        return _saved(request)
    return render(request, "workspace/form.html", _page(form, _("About the business")))


@policy(OrganisationPermission.CHECK_IN_GIVE)
def check_in(request):
    """The yearly figures, in bands."""
    now, organisation = timezone.now(), request.actor.organisation
    year = last_full_year(now)
    given = organisation.check_ins.filter(year=year).first()
    initial = {name: getattr(given, name, "") or NOT_SAID for name in ("sales", "profit", "jobs", "investment")}
    form = CheckInForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        operations.check_in(
            organisation_id=organisation.pk, year=year, bands=form.cleaned_data, actor=request.actor, at=now
        )
        return _saved(request)
    title = _("Figures of April %(from)s to March %(to)s") % {"from": year, "to": year + 1}
    size = size_class_of(given, at=now)
    page = {**_page(form, title), "size": SIZES.get(size, size), "is_check_in": True}
    return render(request, "workspace/form.html", page)


@policy(EDIT)
def new_unit(request):
    """Another place of the same organisation."""
    form = NewUnitForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        unit = operations.add_unit(
            organisation_id=request.actor.organisation_id, actor=request.actor, at=timezone.now(), **form.cleaned_data
        )
        return _saved(request, unit)
    return render(request, "workspace/form.html", _page(form, _("Add a place")))


def _own(request, pk):
    return Unit.objects.editable_by(request.actor, EDIT).select_related("organisation").one(pk)


def _page(form, title, unit=None):
    return {"form": form, "title": title, "unit": unit, "back": _desk(unit)}


def _desk(unit=None):
    return f"{reverse('workspace')}?unit={unit.pk}" if unit else reverse("workspace")


def _saved(request, unit=None):
    messages.success(request, _("Saved."))
    return redirect(_desk(unit))
