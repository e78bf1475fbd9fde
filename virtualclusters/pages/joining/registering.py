"""A unit registers, pages 3 to 6: name and place, what it makes, what it needs, check and agree."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from virtualclusters.accounts.notices import JOINING
from virtualclusters.accounts.policy import PUBLIC, SIGNED_IN, policy
from virtualclusters.network.actors import ORGANISATION_IN_SESSION
from virtualclusters.network.organisations import operations
from virtualclusters.network.organisations.models import CapabilityWords, OrganisationKind
from virtualclusters.network.organisations.operations.describing import concepts_read
from virtualclusters.network.organisations.operations.registering import Firm, Said
from virtualclusters.network.vocabulary.models import State
from virtualclusters.network.vocabulary.places import place_of_pin
from virtualclusters.pages.joining import common, progress
from virtualclusters.pages.joining.forms import ConsentForm, MakesForm, NameForm, NeedsForm
from virtualclusters.ui.components import Row

STEPS = 6
Part = CapabilityWords.Part


@policy(SIGNED_IN)
def name(request):
    """Page 3: who, what it is called, and where."""
    told = progress.told_so_far(request.user)
    initial = {**told, "owner_name": told["owner_name"] or request.user.name}
    form = NameForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        return _keep_and_go(request, "join_makes", **form.cleaned_data)
    return _page(request, "name", 3, form)


@policy(SIGNED_IN)
def makes(request):
    """Page 4: what it makes, in words or by tapping."""
    told = progress.told_so_far(request.user)
    options = common.choices(common.PRODUCTS, language=get_language())
    form = MakesForm(request.POST or None, initial=told, common=options)
    if request.method == "POST" and form.is_valid():
        return _keep_and_go(request, "join_needs", **form.cleaned_data)
    return _page(request, "makes", 4, form, place=place_words(told["pin"]))


@policy(SIGNED_IN)
def needs(request):
    """Page 5: the words of page 4 as chips to correct, and what the unit needs."""
    told = progress.told_so_far(request.user)
    read = understood(told)
    options, signs = common.need_choices(language=get_language())
    initial = {**told, "understood": [pk for pk, _name in read if pk not in told["not_meant"]]}
    form = NeedsForm(request.POST or None, initial=initial, understood=read, needs=options, signs=signs)
    if request.method == "POST" and form.is_valid():
        answers = form.cleaned_data
        not_meant = [pk for pk, _name in read if pk not in answers.get("understood", [])]
        return _keep_and_go(
            request, "join_check", needs=answers["needs"], needs_words=answers["needs_words"], not_meant=not_meant
        )
    return _page(request, "needs", 5, form)


@policy(SIGNED_IN)
def check(request):
    """Page 6: everything once more, and what she agrees to. Ends on what concerns her."""
    told = progress.told_so_far(request.user)
    if told["kind"] == "" and (gap := progress.first_gap(told)):
        return redirect("workspace" if request.actor.memberships and not told["name"] else gap)
    form = ConsentForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        organisation = operations.register_enterprise(**_firm(told), **by(request, form))
        return finish(request, organisation)
    return _page(request, "check", 6, form, rows=_rows(told), notice=JOINING)


@policy(PUBLIC)
def notice(request):
    """What is kept and why, as a page of its own."""
    return render(request, "joining/notice.html", {"notice": JOINING})


def finish(request, organisation):
    """She is in: act for the new organisation and go to what concerns it."""
    progress.forget(request.user)
    request.session[ORGANISATION_IN_SESSION] = organisation.pk
    messages.success(request, _("%(name)s is registered.") % {"name": organisation.name})
    if organisation.kind != OrganisationKind.ENTERPRISE:
        return redirect("workspace")
    return redirect(first_of("for_you", "workspace"))


def first_of(*names):
    """The address of the first of these pages that stands in this portal."""
    for known in names[:-1]:
        try:
            return reverse(known)
        except NoReverseMatch:
            continue
    return reverse(names[-1])


def place_words(pin):
    """District and state of a PIN code in words, or an empty string."""
    place = place_of_pin(pin) if pin else None
    if place is None:
        return ""
    state = State.objects.filter(code=place.state).first()
    own = (state.hindi_name if get_language() == "hi" else _(state.name)) if state else ""
    return ", ".join(filter(None, [place.district, own]))


def understood(told):
    """Chips read from her words that she did not tap herself."""
    read = [pk for pk in concepts_read(told["words"], part=Part.PRODUCTS) if pk not in told["tapped"]]
    return common.named(read, language=get_language())


def _keep_and_go(request, following, **answers):
    progress.keep(request.user, at=timezone.now(), **answers)
    return redirect("join_check" if request.GET.get("back") == "check" else following)


def _page(request, step, number, form, **more):
    back = {"name": "", "makes": "join_name", "needs": "join_makes", "check": "join_needs"}[step]
    facts = {"form": form, "step": number, "of": STEPS, "back": reverse(back) if back else "", **more}
    return render(request, f"joining/{step}.html", facts)


def _firm(told):
    said = {
        Part.PRODUCTS: Said(told["words"], tuple(told["tapped"]), tuple(told["not_meant"])),
        Part.NEEDS: Said(told["needs_words"], tuple(told["needs"])),
    }
    firm = Firm(name=told["name"], pin=told["pin"], language=get_language())
    return {"firm": firm, "said": said, "owner_name": told["owner_name"], "once": told["once"]}


def by(request, form):
    """Who registers, when, and what she agreed to."""
    return {
        "consents": form.cleaned_data["purposes"],
        "notice": form.notice.reference,
        "actor": request.actor,
        "at": timezone.now(),
    }


def _rows(told):
    language = get_language()
    made = [label for _pk, label in common.named(told["tapped"], language=language)]
    made += [label for pk, label in understood(told) if pk not in told["not_meant"]]
    wanted = [label for _pk, label in common.named(told["needs"], language=language)]
    return [
        _row(_("Your name"), told["owner_name"], "join_name"),
        _row(_("Business"), told["name"], "join_name"),
        _row(_("Place"), " ".join(filter(None, [told["pin"], place_words(told["pin"])])), "join_name"),
        _row(_("You make"), ", ".join(made) or told["words"], "join_makes"),
        _row(
            _("You need"),
            ", ".join(wanted + ([told["needs_words"]] if told["needs_words"] else [])) or "–",
            "join_needs",
        ),
    ]


def _row(label, value, page):
    return Row(label, value, f"{reverse(page)}?back=check")
