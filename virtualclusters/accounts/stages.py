"""When a sign-in asks for the second factor."""

from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage


class SecondFactorStage(AuthenticateStage):
    """Asked of whoever set up an app for codes, and of whoever's role needs a second factor.

    An owner who only added a passkey did so to sign in faster. On a new phone her number and its code must still let her in.
    """

    def _should_handle(self, request):
        return super()._should_handle(request) and (self._uses_app() or self._role_needs_it())

    def _uses_app(self):
        return Authenticator.objects.filter(user=self.login.user, type=Authenticator.Type.TOTP).exists()

    def _role_needs_it(self):
        return self.login.user.second_factor_due_at is not None
