"""A signed-in person proves that it is still she, or that a new number or address is hers."""

from functools import wraps

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from virtualclusters.accounts import proving
from virtualclusters.accounts.policy import SIGNED_IN, policy
from virtualclusters.accounts.proving import Purpose
from virtualclusters.pages.joining.forms import CodeForm, EmailForm, PhoneForm
from virtualclusters.pages.joining.sending import told_beside_the_number
from virtualclusters.pages.joining.signing_in import code_page

AFTER = "after_proof"
DONE = {
    Purpose.CHANGE_PHONE: gettext_lazy("Your number is changed."),
    Purpose.CHANGE_EMAIL: gettext_lazy("Your e-mail is changed."),
}


def only_if_still_she(view):
    """Ask for a code first when the last proof is older than five minutes."""

    @wraps(view)
    def asking(request, *args, **kwargs):
        if proving.proved_lately(request):
            return view(request, *args, **kwargs)
        back = request.get_full_path() if request.method == "GET" else reverse("my_data")
        return redirect(f"{reverse('prove')}?{urlencode({'next': back})}")

    return asking


@policy(SIGNED_IN)
def prove(request):
    """Is it still you? One tap sends a code to her own number or address."""
    following = request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(following, allowed_hosts={request.get_host()}):
        request.session[AFTER] = following
    contact = request.user.phone or request.user.email
    form = (
        PhoneForm({"contact": contact}, request=request)
        if request.user.phone
        else EmailForm({"contact": contact}, request=request)
    )
    if request.method == "POST" and form.is_valid():
        with told_beside_the_number(form):
            proving.begin(request, purpose=Purpose.STILL_SHE, contact=contact, at=timezone.now())
            return redirect("prove_code")
    refusal = form.errors.get("contact") if request.method == "POST" else None
    return render(request, "joining/prove.html", {"contact": contact, "refusal": refusal})


@policy(SIGNED_IN)
@only_if_still_she
def change_phone(request):
    """A new number: its code proves it."""
    return _change(request, PhoneForm, Purpose.CHANGE_PHONE)


@policy(SIGNED_IN)
@only_if_still_she
def change_email(request):
    """A new address: its code proves it."""
    return _change(request, EmailForm, Purpose.CHANGE_EMAIL)


def _change(request, form_class, purpose):
    form = form_class(request.POST or None, request=request)
    if request.method == "POST" and form.is_valid():
        request.session[AFTER] = reverse("my_data")
        with told_beside_the_number(form):
            proving.begin(request, purpose=purpose, contact=form.cleaned_data["contact"], at=timezone.now())
            return redirect("prove_code")
    return render(request, "joining/change_contact.html", {"form": form})


@policy(SIGNED_IN)
def enter_code(request):
    """The code of the message."""
    proof = proving.waiting(request)
    if proof is None:
        return redirect("prove")
    form = CodeForm(request.POST or None, request=request, process=proof)
    if request.method == "POST" and form.is_valid():
        proof.enter(at=timezone.now())
        if proof.purpose in DONE:
            messages.success(request, DONE[proof.purpose])
        return redirect(request.session.pop(AFTER, reverse("my_data")))
    return render(request, "joining/code.html", {**code_page(form, proof), "again": reverse("prove_again")})


@require_POST
@policy(SIGNED_IN)
def send_again(request):
    """Another code, after half a minute."""
    proof = proving.waiting(request)
    if proof is None:
        return redirect("prove")
    form = CodeForm(None, request=request, process=proof)
    if form.may_send_again(at=timezone.now()):
        proof.send_code(at=timezone.now())
        form.notice = _("We sent a new code. The old one no longer works.")
    page = {**code_page(form, proof), "again": reverse("prove_again"), "notice": form.notice}
    return render(request, "joining/code.html", page)
