"""Sign-in and sign-up are one door: a number or an address, then its code."""

from allauth.mfa.models import Authenticator
from django.contrib.auth import logout
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from virtualclusters.accounts import codes, operations, sign_in
from virtualclusters.accounts.policy import PUBLIC, SIGNED_IN, policy
from virtualclusters.areas.student_projects.college import own_pages
from virtualclusters.pages.joining.forms import CodeForm, EmailForm, PhoneForm
from virtualclusters.pages.joining.sending import told_beside_the_number
from virtualclusters.ui.formatters import phone as phone_read

NEXT_IN_SESSION = "after_sign_in"


@policy(PUBLIC)
@never_cache
def start(request):
    """What is your mobile number? Known or not, a code goes there."""
    if request.user.is_authenticated:
        return redirect("entered")
    by_email = request.GET.get("by") == "email"
    form = (EmailForm if by_email else PhoneForm)(request.POST or None, request=request)
    if request.method == "POST" and form.is_valid():
        with told_beside_the_number(form):
            _send_to(request, form.cleaned_data["contact"])
            return redirect("account_confirm_login_code")
    joining = request.resolver_match.url_name == "join"
    facts = {"form": form, "by_email": by_email, "joining": joining}
    facts["as_other"] = joining and "joining_as" in request.session
    return render(request, "joining/start.html", facts)


def _send_to(request, contact):
    if not _is_on_its_way(request, contact):
        sign_in.begin(request, contact=contact, language=get_language(), at=timezone.now(), redirect_url=_next(request))


def _is_on_its_way(request, contact):
    """A code that was sent to the same contact a moment ago is still good: going back and forth sends no second one."""
    process = sign_in.waiting(request)
    return process and process.contact == contact and codes.seconds_until_resend(process, at=timezone.now()) > 0


def _next(request):
    wanted = request.POST.get("next") or request.GET.get("next")
    safe = wanted and url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    return wanted if safe else None


@policy(PUBLIC)
@never_cache
def enter_code(request):
    """The six digits of the message."""
    process = sign_in.waiting(request)
    if process is None:
        return _start_again(request)
    form = CodeForm(request.POST or None, request=request, process=process)
    if request.method == "POST" and form.is_valid():
        return process.enter(at=timezone.now())
    if request.method == "POST" and sign_in.waiting(request) is None:
        facts = {
            "contact": process.contact,
            "by_email": "@" in process.contact,
            "next": process.stage.login.redirect_url,
        }
        return render(request, "joining/code_spent.html", facts)
    return render(request, "joining/code.html", code_page(form, process))


def code_page(form, process):
    """What the page of a code shows."""
    contact = process.contact
    return {
        "form": form,
        "contact": contact if "@" in contact else phone_read(contact),
        "by_email": "@" in contact,
        "wait": codes.seconds_until_resend(process, at=timezone.now()),
        "minutes": process.timeout // 60,
    }


def _start_again(request):
    if request.user.is_authenticated:
        return redirect("entered")
    return render(request, "joining/code_spent.html")


@require_POST
@policy(PUBLIC)
def send_again(request):
    """Another code to the same number, after half a minute."""
    process = sign_in.waiting(request)
    if process is None:
        return redirect("account_login")
    form = CodeForm(None, request=request, process=process)
    if form.may_send_again(at=timezone.now()):
        process.send_code(at=timezone.now())
        form.notice = _("We sent a new code. The old one no longer works.")
    return render(request, "joining/code.html", {**code_page(form, process), "notice": form.notice})


@policy(SIGNED_IN)
def entered(request):
    """Where a person goes who just signed in: to what she was asked, to her registration, or to her desk."""
    person = request.actor.person
    invitation = person.invitations.open_at(timezone.now()).order_by("pk").first()
    if invitation:
        return redirect("invitation", pk=invitation.pk)
    if not request.actor.memberships:
        return redirect(request.session.pop("joining_as", None) or _without_organisation(person))
    if person.sign_ins == 2 and not _has_passkey(person):
        return redirect("passkey_offer")
    return redirect("workspace")


def _without_organisation(person):
    """Students, teachers and guardians find their own pages at the desk; everybody else registers."""
    return reverse("workspace") if own_pages.ways_of(person) else reverse("join_name")


def _has_passkey(person):
    return Authenticator.objects.filter(user=person, type=Authenticator.Type.WEBAUTHN).exists()


@policy(SIGNED_IN)
def sign_out(request):
    """Phones are shared: signing out is one tap, and so is signing out of every other phone."""
    if request.method != "POST":
        return render(request, "joining/sign_out.html")
    if request.POST.get("where") == "everywhere":
        operations.end_sessions(person=request.user)
    else:
        operations.end_session(person=request.user, session_key=request.session.session_key)
    logout(request)
    return render(request, "joining/signed_out.html")
