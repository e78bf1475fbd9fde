"""The eight questions and what they find, for a unit and for a visitor whose answers stay on her own phone."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from virtualclusters.accounts.policy import PUBLIC, policy
from virtualclusters.areas.schemes import keeping, queries
from virtualclusters.areas.schemes.answers import OWNERS, Answers, answers_from, rule_facts
from virtualclusters.areas.schemes.finding import find
from virtualclusters.areas.schemes.forms import QuestionsForm
from virtualclusters.areas.schemes.kind import APPLICANTS
from virtualclusters.network.organisations.queries import units_of
from virtualclusters.network.organisations.roles import OrganisationPermission
from virtualclusters.ui.signed_notes import note_on, read_note

NOTE, HOUR = "scheme_answers", 3600


@policy(PUBLIC)
@require_http_methods(["GET", "POST"])
def questions(request):
    """Eight questions on one page, filled in with what is known. Each may be left open."""
    unit, now = _unit(request), timezone.now()
    if request.method == "GET":
        return _page(request, QuestionsForm(initial=_known(request, unit, now), kept=unit is not None), unit)
    form = QuestionsForm(request.POST, kept=unit is not None)
    if not form.is_valid():
        return _page(request, form, unit)
    answers, response = form.answers(), redirect("scheme_results")
    if unit is None:
        return note_on(response, NOTE, answers.as_plain(), seconds=HOUR)
    may_keep = form.cleaned_data["keep_owners"]
    keeping.keep_answers(
        unit_id=unit.pk,
        answers=answers,
        may_keep_owners=may_keep,
        language=get_language(),
        actor=request.actor,
        at=now,
    )
    messages.success(request, _("Kept. We do not ask you again."))
    once = {} if may_keep else {name: getattr(answers, name) for name in OWNERS if getattr(answers, name) is not None}
    return note_on(response, NOTE, once, seconds=HOUR)


@policy(PUBLIC)
@require_GET
def results(request):
    """What she may get, what is not known yet, what not now; rule by rule, with the smallest change."""
    unit, now, said = _unit(request), timezone.now(), answers_from(read_note(request, NOTE, seconds=HOUR))
    if unit is None and said == Answers():
        return redirect("scheme_questions")
    facts = rule_facts(said) if unit is None else keeping.facts_of_unit(unit, said, at=now)
    found = find(queries.open_schemes(at=now, language=get_language()), facts, at=now)
    return render(request, "schemes/results.html", {"found": found, "unit": unit, "now": now})


def _unit(request):
    """The actor's first unit that may apply and whose answers she may keep; else she is asked as a visitor."""
    actor = request.actor
    if not actor.organisation or actor.organisation.kind not in APPLICANTS:
        return None
    return units_of(actor).first() if actor.may(OrganisationPermission.PROFILE_EDIT) else None


def _known(request, unit, at):
    said = answers_from(read_note(request, NOTE, seconds=HOUR))
    if unit is None:
        return QuestionsForm.initial_from(said)
    known = keeping.known_answers(unit, at=at)
    return QuestionsForm.initial_from(answers_from(known.as_plain() | said.as_plain()))


def _page(request, form, unit):
    return render(request, "schemes/questions.html", {"form": form, "unit": unit})
