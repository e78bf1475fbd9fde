"""One door for sign-in and sign-up: a number or an address, then the code sent to it.

Known and unknown numbers are treated alike, so nobody can find out who is here. The person's row is made only when the right
code came back; nothing stands in the database for a number that nobody proved.
"""

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.internal.flows.login_by_code import LoginCodeVerificationProcess
from allauth.account.models import Login
from allauth.account.stages import LoginByCodeStage, LoginStageController

from virtualclusters.accounts import codes, operations
from virtualclusters.accounts.models import Person

STAGE = LoginByCodeStage.key


def person_reached_by(contact: str) -> Person | None:
    """Who signs in with this number (E.164) or address, if anybody does."""
    if "@" in contact:
        return Person.objects.filter(email__iexact=contact, is_active=True).first()
    return Person.objects.filter(phone=contact, is_active=True).first()


class SignIn(LoginCodeVerificationProcess):
    """The sign-in that waits in this session for its code."""

    @property
    def contact(self) -> str:
        """The number or address the code went to."""
        return self.state.get("phone") or self.state.get("email")

    def send_code(self, *, at):
        """Send a new code. The tries start again with it."""
        self.state |= codes.fresh(at)
        codes.send(code=self.code, language=self.state["language"], at=at, **self._by())
        self.persist()

    def enter(self, *, at):
        """The right code came: sign in, and make the person first when she is new."""
        person = self.user or self._new_person()
        if phone := self.state.get("phone"):
            Person.objects.filter(pk=person.pk, phone=phone, phone_verified_at=None).update(phone_verified_at=at)
        record_authentication(self.request, person, method="code", reauthenticated=True, **self._by())
        return perform_login(self.request, Login(user=person, redirect_url=self.stage.login.redirect_url))

    def _by(self):
        return {key: self.state[key] for key in ("phone", "email") if self.state.get(key)}

    def _new_person(self):
        return operations.person_with(**self._by(), language=self.state["language"])


def begin(request, *, contact, language, at, redirect_url=None):
    """Send a code to a number or address and wait for it in this session."""
    by = {"email": contact} if "@" in contact else {"phone": contact}
    login = Login(user=person_reached_by(contact), redirect_url=redirect_url, **by)
    login.state["stages"] = {"current": STAGE}
    stage = LoginByCodeStage(LoginStageController(request, login), request, login)
    stage.state.update(SignIn.initial_state(user=login.user, **by), language=language, initiated_by_user=True)
    process = SignIn(stage=stage)
    process.send_code(at=at)
    return process


def waiting(request) -> SignIn | None:
    """The sign-in of this session that waits for a code, if it has not run out."""
    stage = LoginStageController.enter(request, STAGE)
    if stage is None or "sent_at" not in stage.state:
        return None
    return SignIn(stage=stage).abort_if_invalid()
