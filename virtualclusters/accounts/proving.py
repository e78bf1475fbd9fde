"""A person who is signed in proves a number or address: because she changes it, or to show that it is still she.

What is sensitive (changing the number, a second factor, deleting the account) asks for a code again when the last one is older than
five minutes: phones are shared.
"""

import time
from enum import StrEnum

from allauth.account import app_settings
from allauth.account.internal.flows.code_verification import AbstractCodeVerificationProcess
from allauth.account.internal.flows.login import get_authentication_records, record_authentication

from virtualclusters.accounts import codes, operations
from virtualclusters.accounts.sign_in import person_reached_by

IN_SESSION = "proof"


class Purpose(StrEnum):
    """Why she proves a contact."""

    STILL_SHE = "still_she"
    CHANGE_PHONE = "change_phone"
    CHANGE_EMAIL = "change_email"


class Proof(AbstractCodeVerificationProcess):
    """A code on its way to a signed-in person, kept in her session."""

    def __init__(self, *, request, state):
        self.request = request
        super().__init__(
            state=state,
            user=request.user,
            timeout=app_settings.LOGIN_BY_CODE_TIMEOUT,
            max_attempts=app_settings.LOGIN_BY_CODE_MAX_ATTEMPTS,
        )

    @property
    def purpose(self) -> Purpose:
        return Purpose(self.state["purpose"])

    @property
    def contact(self) -> str:
        """The number or address the code went to."""
        return self.state.get("phone") or self.state.get("email")

    def persist(self):
        self.request.session[IN_SESSION] = self.state

    def abort(self):
        self.request.session.pop(IN_SESSION, None)

    def send(self):
        """The parent's word for sending; here ``send_code`` does it, which is told the time."""
        raise NotImplementedError

    def send_code(self, *, at):
        """Send a code, unless somebody else already signs in with this contact: then it cannot become hers.

        The page is the same either way, so that nobody learns who is here; she is told when the code does not come.
        """
        self.state |= codes.fresh(at)
        other = person_reached_by(self.contact)
        if other is None or other.pk == self.user.pk:
            by = {key: self.state[key] for key in ("phone", "email") if self.state.get(key)}
            codes.send(code=self.code, language=self.user.language, at=at, **by)
        self.persist()

    def enter(self, *, at):
        """The right code came: do what it was for."""
        self.abort()
        record_authentication(self.request, self.user, method="code", reauthenticated=True)
        if self.purpose is Purpose.CHANGE_PHONE:
            operations.change_phone(person=self.user, phone=self.contact, at=at)
        elif self.purpose is Purpose.CHANGE_EMAIL:
            operations.change_email(person=self.user, email=self.contact)


def begin(request, *, purpose, contact, at) -> Proof:
    """Send a code to a contact and wait for it."""
    by = {"email": contact} if "@" in contact else {"phone": contact}
    proof = Proof(request=request, state={**Proof.initial_state(user=request.user, **by), "purpose": str(purpose)})
    proof.send_code(at=at)
    return proof


def waiting(request) -> Proof | None:
    """The proof this session waits for, if it has not run out."""
    state = request.session.get(IN_SESSION)
    return Proof(request=request, state=state).abort_if_invalid() if state else None


def proved_lately(request) -> bool:
    """Whether she proved within the last five minutes that it is she, by a code or by her second factor."""
    proofs = [
        record["at"] for record in get_authentication_records(request, request.user) if record.get("reauthenticated")
    ]
    return bool(proofs) and time.time() - proofs[-1] < app_settings.REAUTHENTICATION_TIMEOUT
