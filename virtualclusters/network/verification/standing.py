"""Where each of an organisation's numbers stands, for its own people."""

from dataclasses import dataclass
from enum import StrEnum

from virtualclusters.capabilities.files.models import File
from virtualclusters.foundation.identifiers import IdentifierKind
from virtualclusters.network.verification.badges import Badge, badge_of
from virtualclusters.network.verification.kinds import ASKED_OF, NAMES
from virtualclusters.network.verification.models import Case, Identifier


class Stage(StrEnum):
    """What was done with a number, in the order in which it happens."""

    NOT_GIVEN = "not_given"
    FORMAT_CHECKED = "format_checked"
    PAPER_REFUSED = "paper_refused"
    PAPER_BEING_CHECKED = "paper_being_checked"
    WAITING = "waiting"
    RETURNED = "returned"
    VERIFIED = "verified"
    RECHECK_DUE = "recheck_due"


@dataclass(frozen=True)
class Standing:
    """A number and how far it is. ``identifier`` is None for one that is asked for and was not given."""

    kind: IdentifierKind
    stage: Stage
    identifier: Identifier | None = None
    case: Case | None = None
    badge: Badge | None = None

    @property
    def name(self) -> str:
        """The register in the words people know."""
        return str(NAMES[self.kind])

    @property
    def needs_paper(self) -> bool:
        """Whether the owner is to send a paper next."""
        return self.stage in (Stage.FORMAT_CHECKED, Stage.PAPER_REFUSED, Stage.RETURNED, Stage.RECHECK_DUE)

    @property
    def refusal(self) -> str:
        """Why the file could not be used, as a code of files; empty when it could."""
        return self.identifier.evidence.reason if self.identifier and self.identifier.evidence else ""


def standings_of(organisation, *, at) -> list[Standing]:
    """What was given, in the order in which it is asked for; then what was not. Two queries."""
    asked = ASKED_OF[organisation.kind]
    stated = Identifier.objects.live().filter(organisation=organisation).select_related("evidence", "verified_for")
    latest = _latest_cases(organisation)
    given = [_standing(identifier, latest.get(identifier.pk), at) for identifier in stated.order_by("id")]
    given.sort(key=lambda one: asked.index(one.kind) if one.kind in asked else len(asked))
    kinds = {one.kind for one in given}
    return given + [Standing(kind, Stage.NOT_GIVEN) for kind in asked if kind not in kinds]


def _standing(identifier, case, at):
    return Standing(
        IdentifierKind(identifier.kind), _stage(identifier, case, at), identifier, case, badge_of(identifier)
    )


def _stage(identifier, case, at):
    if case and case.state == Case.State.RETURNED:
        return Stage.RETURNED
    if identifier.evidence and identifier.evidence.state == File.State.REFUSED:
        return Stage.PAPER_REFUSED
    if case and case.state in Case.WAITING:
        quarantined = identifier.evidence and identifier.evidence.state == File.State.QUARANTINED
        return Stage.PAPER_BEING_CHECKED if quarantined else Stage.WAITING
    if identifier.verified_at is None:
        return Stage.FORMAT_CHECKED
    return Stage.VERIFIED if identifier.recheck_at > at else Stage.RECHECK_DUE


def _latest_cases(organisation):
    """The newest case of each number, by the number's id."""
    cases = Case.objects.filter(organisation=organisation, identifier__isnull=False).select_related("reason")
    return {case.identifier_id: case for case in cases.order_by("id")}
