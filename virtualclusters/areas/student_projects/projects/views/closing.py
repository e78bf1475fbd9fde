"""After the end: how it was, the certificates, the papers, and whether it is still in use."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from virtualclusters.accounts.policy import PUBLIC, SIGNED_IN, policy
from virtualclusters.areas.student_projects.models import ProjectCertificate
from virtualclusters.areas.student_projects.projects import papers, printing
from virtualclusters.areas.student_projects.projects.operations import closing, following
from virtualclusters.areas.student_projects.projects.standing import TEACHERS, place_of
from virtualclusters.areas.student_projects.projects.work_forms import EvaluationForm, InUseForm
from virtualclusters.capabilities.certificates import printing as certificates
from virtualclusters.foundation.errors import NotFound

FOLDER = "student_projects/projects/"


@policy(SIGNED_IN)
@require_http_methods(["GET", "POST"])
def evaluate(request, pk):
    """How it was, in a minute."""
    place = place_of(pk, actor=request.actor)
    counts = place.engagement.opportunity.project.number_counts
    form = EvaluationForm(request.POST or None, seat=place.seat, counts=counts)
    if request.method == "POST" and form.is_valid():
        closing.evaluate(engagement_id=pk, actor=request.actor, at=timezone.now(), **form.told())
        messages.success(request, _("Thank you. The others read it when everybody has said it, or after 14 days."))
        return redirect("project_work", pk=pk)
    facts = {"form": form, "opportunity": place.engagement.opportunity, "pk": pk}
    return render(request, FOLDER + "evaluate.html", facts)


@policy(SIGNED_IN)
@require_GET
@never_cache
def certificate(request, pk):
    """The PDF of a student's certificate: for herself and her college."""
    rows = ProjectCertificate.objects.select_related("certificate")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NotFound
    place = place_of(found.engagement_id, actor=request.actor)
    own = place.student is not None and place.student.pk == found.student_id
    if not own and place.seat not in TEACHERS:
        raise NotFound
    return _pdf(certificates.pdf(found.certificate), f"certificate-{found.certificate.code}")


@policy(SIGNED_IN)
@require_GET
def paper_list(request, pk):
    """The papers a college files: each filled from the record."""
    place = place_of(pk, actor=request.actor)
    facts = {"papers": papers.names_for(place), "opportunity": place.engagement.opportunity, "pk": pk}
    return render(request, FOLDER + "papers.html", facts)


@policy(SIGNED_IN)
@require_GET
@never_cache
def paper(request, pk, name):
    """One paper as a PDF."""
    place = place_of(pk, actor=request.actor)
    return _pdf(printing.printed(papers.paper(name, place, actor=request.actor, at=timezone.now())), f"{name}-{pk}")


@policy(PUBLIC)
@require_http_methods(["GET", "POST"])
@never_cache
def in_use(request, key):
    """Is it still in use? Opening the link records nothing; the tap on yes or no does."""
    asked = following.asked_by(key)
    form = InUseForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and request.POST.get("answer") in ("yes", "no"):
        said = request.POST["answer"] == "yes"
        words = form.cleaned_data["words"]
        asked = following.answer_still_in_use(key=key, in_use=said, words=words, at=timezone.now())
    facts = {"form": form, "asked": asked, "opportunity": asked.engagement.opportunity}
    return render(request, FOLDER + "in_use.html", facts)


def _pdf(content, name):
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
