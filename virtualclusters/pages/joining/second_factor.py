"""The second lock: an app that shows codes, a passkey, recovery codes. The pages are ours; allauth checks and keeps."""

import segno
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.flows import generate_recovery_codes
from allauth.mfa.totp.internal import flows
from allauth.mfa.webauthn.internal.flows import remove_authenticator
from allauth.mfa.webauthn.views import AddWebAuthnView, LoginWebAuthnView
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from virtualclusters.accounts.policy import PUBLIC, SIGNED_IN, policy
from virtualclusters.network.second_factor import standing_of
from virtualclusters.pages.joining.forms import AppCodeForm
from virtualclusters.pages.joining.proving import only_if_still_she

authenticate = policy(PUBLIC)(AuthenticateView.as_view(template_name="joining/second_step.html"))
sign_in_by_passkey = policy(PUBLIC)(LoginWebAuthnView.as_view())
add_passkey = policy(SIGNED_IN)(only_if_still_she(AddWebAuthnView.as_view(template_name="joining/passkey_add.html")))


@policy(SIGNED_IN)
def index(request):
    """What is set up, and what her role needs by when."""
    own = Authenticator.objects.filter(user=request.user)
    facts = {
        "has_app": any(one.type == Authenticator.Type.TOTP for one in own),
        "passkeys": [one.wrap() for one in own if one.type == Authenticator.Type.WEBAUTHN],
        "recovery": next((one.wrap() for one in own if one.type == Authenticator.Type.RECOVERY_CODES), None),
        "standing": standing_of(request.actor, at=timezone.now()),
        "due_at": request.user.second_factor_due_at,
    }
    return render(request, "joining/second_factor.html", facts)


@policy(SIGNED_IN)
@only_if_still_she
@never_cache
def set_up_app(request):
    """Scan the square with an app and enter the code it shows."""
    form = AppCodeForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        flows.activate_totp(request, form)
        return redirect("mfa_view_recovery_codes")
    address = get_adapter().build_totp_url(request.user, form.secret)
    square = segno.make(address, error="m").svg_inline(scale=5, border=2, svgclass="vc-qr", lineclass=None)
    return render(request, "joining/app.html", {"form": form, "square": square, "secret": form.secret})


@policy(SIGNED_IN)
@only_if_still_she
@never_cache
def recovery_codes(request):
    """Codes to write down for the day the phone is lost; a POST makes new ones."""
    if request.method == "POST":
        generate_recovery_codes(request)
        messages.success(request, _("These are new codes. The old ones no longer work."))
    kept = Authenticator.objects.filter(user=request.user, type=Authenticator.Type.RECOVERY_CODES).first()
    if kept is None:
        return redirect("mfa_index")
    return render(request, "joining/recovery_codes.html", {"codes": kept.wrap().get_unused_codes()})


@require_POST
@policy(SIGNED_IN)
@only_if_still_she
def remove(request, pk):
    """Take away an app or a passkey."""
    own = get_object_or_404(
        Authenticator.objects.exclude(type=Authenticator.Type.RECOVERY_CODES), user=request.user, pk=pk
    )
    remove_authenticator(request, own)
    messages.success(request, _("It is taken away."))
    return redirect("mfa_index")


@policy(SIGNED_IN)
def passkey_offer(request):
    """After the second sign-in: the phone's fingerprint instead of a code, next time."""
    return render(request, "joining/passkey_offer.html")
