"""Who stands behind a party: the people of its organisation whose role may answer, and persons who take part themselves."""

from virtualclusters.exchange.kinds.permissions import ExchangePermission
from virtualclusters.foundation.among import among
from virtualclusters.network.organisations.models import Membership
from virtualclusters.network.organisations.roles import roles_holding


def people_of(engagement, *, side=None) -> list[int]:
    """Ids of the people on a side of an engagement, or on both, in the order of their ids: those who may act for it.

    Partners who take part as persons (students) are not among them: nobody asks them for a step, and nobody is given their number.
    """
    parties = engagement.parties.filter(left_at=None).exclude(role="partner", unit=None)
    if side:
        parties = parties.filter(side=side)
    organisations, persons = set(), set()
    for organisation_id, person_id in parties.values_list("unit__organisation_id", "person_id"):
        if organisation_id:
            organisations.add(organisation_id)
        if person_id:
            persons.add(person_id)
    return sorted(persons | people_of_organisations(organisations))


def people_of_organisations(organisation_ids) -> set[int]:
    """Ids of the people of these organisations whose role may answer an engagement."""
    holding = roles_holding(ExchangePermission.ENGAGEMENT_ANSWER)
    members = Membership.objects.filter(organisation__in=among(organisation_ids), ended_at=None)
    rows = members.values_list("person_id", "organisation__kind", "role")
    return {person_id for person_id, kind, role in rows if (kind, role) in holding}


def side_of(engagement, actor) -> str:
    """The side on which the actor takes part, or an empty string; publisher first when she stands on both."""
    own = set(actor.organisations_where(ExchangePermission.ENGAGEMENT_READ))
    sides = {
        side
        for side, organisation_id, person_id in engagement.parties.filter(left_at=None).values_list(
            "side", "unit__organisation_id", "person_id"
        )
        if organisation_id in own or (person_id and person_id == actor.person_id)
    }
    return min(sides, key=("publisher", "answerer").index, default="")
