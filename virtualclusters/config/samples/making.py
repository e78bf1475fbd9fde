"""Each sample is made once, however often samples are loaded; what people changed or ended since then stays so."""

from collections.abc import Callable

from django.db import transaction

from virtualclusters.capabilities.jobs.models import Effect
from virtualclusters.network.actors import actor_for
from virtualclusters.network.organisations.models import Membership, Organisation, Role


def once(key: str, make: Callable[[], object], *, now) -> bool:
    """Make a sample unless one was ever made under this key; whether it was made now. Both or nothing are kept."""
    with transaction.atomic():
        _, is_new = Effect.objects.get_or_create(key=f"sample:{key}", defaults={"claimed_at": now, "done_at": now})
        if is_new:
            make()
    return is_new


def organisation_of(key):
    """The sample organisation of that key."""
    return Organisation.objects.get(once=token(key))


def unit_of(key):
    """Its first unit."""
    return organisation_of(key).units.order_by("pk").first()


def actor_of(key, *, role=Role.OWNER):
    """The first person with a role in the sample organisation of that key, as the actor she is there."""
    members = Membership.objects.live().filter(organisation__once=token(key), role=role)
    member = members.select_related("person").order_by("pk")[0]
    return actor_for(member.person, organisation_id=member.organisation_id)


def token(key):
    """What stands in ``Organisation.once`` of a sample."""
    return f"sample-{key}"
