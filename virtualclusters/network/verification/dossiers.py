"""Everything a verifier sees of a case at once, gathered in a fixed number of queries for one case or fifty."""

from dataclasses import dataclass

from virtualclusters.foundation.identifiers import IdentifierKind
from virtualclusters.network.organisations.models import Membership, Unit
from virtualclusters.network.verification.checks import Check, Facts, all_green, findings
from virtualclusters.network.verification.comparing import others_by_kind
from virtualclusters.network.verification.lookalikes import Lookalike, lookalikes_of
from virtualclusters.network.verification.models import Case, Decision, Identifier

PAST_SHOWN = 5


@dataclass(frozen=True)
class Dossier:
    """A case with its findings, lookalikes (each with its units), units, numbers, and what was decided before."""

    case: Case
    checks: list[Check]
    lookalikes: list[tuple[Lookalike, list[Unit]]]
    units: list[Unit]
    numbers: list[Identifier]
    past: list[Decision]

    @property
    def all_green(self) -> bool:
        """Whether nothing wants a person's eye."""
        return all_green(self.checks)


def dossiers_of(cases) -> list[Dossier]:
    """A dossier for each of these cases, in their order.

    The cases come with organisation, identifier and evidence selected.
    """
    own = {case.organisation_id for case in cases}
    alike = lookalikes_of(cases)
    shown = own | {other.organisation.pk for others in alike.values() for other in others}
    units = _grouped(Unit.objects.filter(organisation__in=shown, closed_at=None).order_by("id"))
    numbers = _grouped(Identifier.objects.live().filter(organisation__in=own).order_by("id"))
    mailboxes = _mailboxes(own)
    past = _past(own)
    return [
        Dossier(
            case=case,
            checks=findings(
                _facts(
                    case,
                    numbers.get(case.organisation_id, []),
                    units.get(case.organisation_id, []),
                    mailboxes.get(case.organisation_id, []),
                    len(alike[case.pk]),
                )
            ),
            lookalikes=[(other, units.get(other.organisation.pk, [])) for other in alike[case.pk]],
            units=units.get(case.organisation_id, []),
            numbers=numbers.get(case.organisation_id, []),
            past=past.get(case.organisation_id, [])[:PAST_SHOWN],
        )
        for case in cases
    ]


def with_papers(cases):
    """The cases with all that dossiers need from their own rows."""
    return cases.select_related("organisation", "identifier__evidence")


def _facts(case, numbers, units, mailboxes, lookalikes):
    identifier = case.identifier
    return Facts(
        kind=IdentifierKind(identifier.kind) if identifier else None,
        number=identifier.number if identifier else "",
        others=others_by_kind(numbers, identifier),
        places=[(unit.state, unit.pin) for unit in units],
        mailboxes=mailboxes,
        website=case.organisation.website,
        paper=identifier.evidence.state if identifier and identifier.evidence else "",
        lookalikes=lookalikes,
    )


def _grouped(rows):
    grouped = {}
    for row in rows:
        grouped.setdefault(row.organisation_id, []).append(row)
    return grouped


def _mailboxes(organisation_ids):
    live = Membership.objects.filter(organisation__in=organisation_ids, ended_at=None).exclude(person__email=None)
    grouped = {}
    for organisation_id, email in live.values_list("organisation", "person__email"):
        grouped.setdefault(organisation_id, []).append(email)
    return grouped


def _past(organisation_ids):
    decided = Decision.objects.filter(case__organisation__in=organisation_ids).order_by("-id")
    grouped = {}
    for decision in decided.select_related("case__identifier", "reason", "institution")[: PAST_SHOWN * 50]:
        grouped.setdefault(decision.case.organisation_id, []).append(decision)
    return grouped
