"""Who reads a notice for a unit: one person of its organisation, the owner before the others; and by which way."""

from django.db.models import Case, IntegerField, OuterRef, Subquery, Value, When

from virtualclusters.accounts.models import Person
from virtualclusters.capabilities.messaging.reaching import with_ways
from virtualclusters.capabilities.messaging.registry import Category
from virtualclusters.network.organisations.models import Membership, Role


def with_reader(units):
    """The units with ``reader``: the id of that person, None when nobody is there any more."""
    rank = Case(
        When(role=Role.OWNER, then=Value(0)),
        When(role=Role.MANAGER, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    there = Membership.objects.filter(
        organisation=OuterRef("organisation"), ended_at=None, person__is_active=True
    ).order_by(rank, "since", "pk")
    return units.annotate(reader=Subquery(there.values("person")[:1]))


def people_with_ways(people_ids):
    """These people with ``way``, as ``messaging.reaching`` says it."""
    return with_ways(Person.objects.filter(pk__in=people_ids), Category.NOTICE)
