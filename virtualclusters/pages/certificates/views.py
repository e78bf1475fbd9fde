"""Checking a certificate, and a person's own certificates."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from virtualclusters.accounts.policy import PUBLIC, SIGNED_IN, policy
from virtualclusters.capabilities.certificates import printing
from virtualclusters.capabilities.certificates.codes import normalise
from virtualclusters.capabilities.certificates.queries import certificates_of, find
from virtualclusters.foundation.errors import NotFound
from virtualclusters.pages.certificates.forms import CodeForm
from virtualclusters.pages.certificates.readings import readings

MOST_SHOWN = 100


@policy(PUBLIC)
@require_GET
def ask(request):
    """The box for the number; what was typed leads to its own page."""
    form = CodeForm(request.GET if "code" in request.GET else None)
    if form.is_bound and form.is_valid():
        typed = form.cleaned_data["code"]
        return redirect("certificate_check_in", code=normalise(typed) or typed.replace("/", " "))
    return render(request, "certificates_pages/check.html", {"form": form})


@policy(PUBLIC)
@require_GET
@never_cache
def check(request, code):
    """Whether a certificate stands, in one sentence. A number nobody has is a page, too, with status 404."""
    found = _found(code)
    facts = {"checked": found, "typed": code, "form": CodeForm(initial={"code": "" if found else code})}
    return render(request, "certificates_pages/checked.html", facts, status=200 if found else 404)


@policy(SIGNED_IN)
@require_GET
def mine(request):
    """A person's certificates, newest first."""
    return render(
        request,
        "certificates_pages/mine.html",
        {"certificates": certificates_of(request.user)[:MOST_SHOWN], "trainings_href": reverse("trainings")},
    )


@policy(SIGNED_IN)
@require_GET
@never_cache
def own_pdf(request, pk):
    """A certificate as PDF, for its holder."""
    certificate = certificates_of(request.user).filter(pk=pk).first()
    if certificate is None:
        raise NotFound
    headers = {"Content-Disposition": f'inline; filename="certificate-{certificate.code}.pdf"'}
    return HttpResponse(printing.pdf(certificate), content_type="application/pdf", headers=headers)


def _found(code):
    """The certificate of a number, look-alikes forgiven; None when there is none."""
    if checked := find(code):
        return checked
    found = [checked for reading in readings(code) if (checked := find(reading))]
    return found[0] if len(found) == 1 else None
