"""What units ask for in their open requirements: as much a need of theirs as what their profile says."""

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import DateTimeField, OuterRef, Q

from virtualclusters.exchange.kinds.kind import kinds
from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityConcept
from virtualclusters.foundation.built_once import Given


def with_wishes(units):
    """A query of units, each annotated with ``wished``: ids of concepts; it is asked with ``wishes_at``, a moment or None for none."""
    open_then = Opportunity.objects.open_at(Given("wishes_at", DateTimeField()))
    of_unit = _asked(open_then.filter(unit=OuterRef(OuterRef("pk"))))
    return units.annotate(wished=ArraySubquery(of_unit.values("concept").distinct()))


def units_wishing(concepts, at):
    """Ids of units that have an open requirement for one of these, as a query; one unit may stand in it more than once."""
    asked = _asked(Opportunity.objects.open_at(at)).filter(concept__in=concepts)
    return asked.values("opportunity__unit")


def _asked(opportunities):
    needing = Q(kind__in=sorted(kind.slug for kind in kinds() if kind.asks_for_needs))
    return OpportunityConcept.objects.filter(
        role=OpportunityConcept.Role.ASKS, opportunity__in=opportunities.filter(needing)
    )
