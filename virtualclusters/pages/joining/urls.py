"""Addresses of the door. Names that begin with ``account_`` or ``mfa_`` are those that django-allauth looks for."""

from django.urls import path

from virtualclusters.pages.joining import (
    assisting,
    invitations,
    other_kinds,
    proving,
    registering,
    second_factor,
    signing_in,
)

urlpatterns = [
    path("join/", signing_in.start, name="join"),
    path("sign-in/", signing_in.start, name="account_request_login_code"),  # allauth's second step links to this name
    path("sign-in/", signing_in.start, name="account_login"),
    path("sign-in/code/", signing_in.enter_code, name="account_confirm_login_code"),
    path("sign-in/code/again/", signing_in.send_again, name="account_code_again"),
    path("sign-in/second/", second_factor.authenticate, name="mfa_authenticate"),
    path("sign-in/passkey/", second_factor.sign_in_by_passkey, name="mfa_login_webauthn"),
    path("entered/", signing_in.entered, name="entered"),
    path("sign-out/", signing_in.sign_out, name="sign_out"),
    path("join/name/", registering.name, name="join_name"),
    path("join/makes/", registering.makes, name="join_makes"),
    path("join/needs/", registering.needs, name="join_needs"),
    path("join/check/", registering.check, name="join_check"),
    path("join/notice/", registering.notice, name="join_notice"),
    path("join/kind/", other_kinds.kind, name="join_kind"),
    path("join/as/<slug:kind>/", other_kinds.facts, name="join_organisation"),
    path("join/agree/", other_kinds.check, name="join_organisation_check"),
    path("invitations/<int:pk>/", invitations.invitation, name="invitation"),
    path("invitations/<int:pk>/yes/", invitations.accept, name="invitation_accept"),
    path("invitations/<int:pk>/no/", invitations.decline, name="invitation_decline"),
    path("register-a-unit/", assisting.register, name="assist"),
    path("registered-units/", assisting.listing, name="assist_list"),
    path("prove/", proving.prove, name="prove"),
    path("prove/code/", proving.enter_code, name="prove_code"),
    path("prove/code/again/", proving.send_again, name="prove_again"),
    path("me/number/", proving.change_phone, name="change_phone"),
    path("me/email/", proving.change_email, name="change_email"),
    path("me/second-lock/", second_factor.index, name="mfa_index"),
    path("me/second-lock/app/", second_factor.set_up_app, name="mfa_activate_totp"),
    path("me/second-lock/codes/", second_factor.recovery_codes, name="mfa_view_recovery_codes"),
    path("me/second-lock/passkey/", second_factor.add_passkey, name="mfa_add_webauthn"),
    path("me/second-lock/<int:pk>/remove/", second_factor.remove, name="mfa_remove"),
    path("me/passkey/", second_factor.passkey_offer, name="passkey_offer"),
]
