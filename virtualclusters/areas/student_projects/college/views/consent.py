"""A student and her guardian read what is shown of her, and say yes or no; and the student's own page."""

from django.contrib import messages
from django.contrib.auth import logout
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from virtualclusters.accounts.policy import PUBLIC, SIGNED_IN, policy
from virtualclusters.areas.student_projects.college import own_pages
from virtualclusters.areas.student_projects.college.notices import GUARDIAN_NOTICE, STUDENT_NOTICE
from virtualclusters.areas.student_projects.college.operations import consenting, wrong_numbers
from virtualclusters.areas.student_projects.college.rules import Standing, is_minor, standing
from virtualclusters.foundation.errors import NotFound
from virtualclusters.foundation.time import day_in_india


@policy(PUBLIC)
@require_GET
@never_cache
def student(request, key):
    """Who asks, what is shown to whom, until when. Her name shows to herself only."""
    found = consenting.asked_student(key)
    facts = _facts(request, found, found.person_id, STUDENT_NOTICE)
    facts["answered"] = found.consented_at is not None and facts["standing"] is not Standing.ASKED
    return render(request, "student_projects/college/consent.html", facts)


@policy(PUBLIC)
@require_GET
@never_cache
def guardian(request, key):
    """The same for the guardian of a student below 18. The child's name shows to him only."""
    found = consenting.asked_guardian_of(key)
    facts = _facts(request, found, found.guardian_id, GUARDIAN_NOTICE)
    facts["answered"] = bool(found.guardian_consented_at)
    return render(request, "student_projects/college/guardian.html", facts)


def _facts(request, found, person_id, notice):
    today = day_in_india(timezone.now())
    return {
        "student": found,
        "notice": notice,
        "is_hers": request.actor.person_id is not None and request.actor.person_id == person_id,
        "signed_in": request.actor.person_id is not None,
        "sign_in": f"{reverse('account_login')}?{urlencode({'next': request.path})}",
        "minor": is_minor(found, on=today),
        "standing": standing(found, on=today),
    }


@policy(SIGNED_IN)
@require_POST
def student_answer(request, key):
    """Yes, or no, or the yes taken back."""
    if request.POST.get("verb") == "wrong_number":
        return forgotten(request, wrong_numbers.is_not_the_student, key=key)
    told = {"key": key, "language": get_language(), "actor": request.actor, "at": timezone.now()}
    if request.POST.get("verb") == "yes":
        consenting.say_yes(**told)
        messages.success(request, _("Thank you. You said yes."))
        return redirect("my_project")
    consenting.say_no(**told)
    messages.success(request, _("You said no. Nobody outside your college sees you."))
    return redirect("student_consent", key=key)


@policy(SIGNED_IN)
@require_POST
def guardian_answer(request, key):
    """The guardian's yes, or no, or the yes taken back."""
    if request.POST.get("verb") == "wrong_number":
        return forgotten(request, wrong_numbers.is_not_the_guardian, key=key)
    told = {"key": key, "language": get_language(), "actor": request.actor, "at": timezone.now()}
    if request.POST.get("verb") == "yes":
        consenting.guardian_says_yes(**told)
        messages.success(request, _("Thank you. You said yes."))
    else:
        consenting.guardian_says_no(**told)
        messages.success(request, _("You said no. Nobody outside the college sees your child."))
    return redirect("guardian_consent", key=key)


def forgotten(request, verb, **whose):
    """The page after somebody said that a number is wrong: of her account nothing is left, unless she uses it for something else."""
    erased = verb(**whose, actor=request.actor, at=timezone.now())
    if erased:
        logout(request)
    return render(request, "student_projects/college/wrong_number.html", {"erased": erased})


@policy(SIGNED_IN)
@require_GET
def my_project(request):
    """A student's own page: her consent, her team, her teacher, her project."""
    rows = own_pages.studies_of(request.user, actor=request.actor, at=timezone.now())
    if not rows:
        raise NotFound
    return render(request, "student_projects/college/my_project.html", {"rows": rows})
