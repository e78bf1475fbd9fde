"""Whom a notice is addressed to: a closed value, and the one query that counts it and pages through it."""

from dataclasses import asdict, dataclass

from django.db.models import Exists, OuterRef, Q, Subquery, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext_lazy as _

from virtualclusters.areas.targeted_notices.models import OwnersFound
from virtualclusters.exchange.audiences import holding, in_districts, with_all_below
from virtualclusters.exchange.needs.models import NeedConcept
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.clusters.models import ClusterMembership
from virtualclusters.network.organisations.bands import InvestmentBand, SalesBand
from virtualclusters.network.organisations.models import ConceptRole, OrganisationKind, Unit, YearlyCheckIn
from virtualclusters.network.organisations.size_class import SizeClass, most_rupees, size_class

SIZES = [
    (str(SizeClass.MICRO), _("Micro")),
    (str(SizeClass.SMALL), _("Small")),
    (str(SizeClass.MEDIUM), _("Medium")),
]
HAVING = (ConceptRole.MAKES, ConceptRole.USES, ConceptRole.CAN, ConceptRole.HOLDS)


@dataclass(frozen=True)
class Audience:
    """A group of units: all that is named must hold; of several values of one thing, one. Empty asks nothing.

    Attributes:
        concepts: ids of what the unit makes, works with, can do or holds; what stands below counts too.
        roles: of these only in such roles (``ConceptRole``); empty: any but needing.
        needs: ids of what it said it needs.
        districts: (state, district) as the postal directory names them.
        sizes: micro, small, medium: by its latest yearly figures; who said none is of no size.
        owners: women, sc_st, minority: only units that agreed to be found by it.
        cluster: id of a virtual cluster.
    """

    concepts: tuple[int, ...] = ()
    roles: tuple[str, ...] = ()
    needs: tuple[int, ...] = ()
    state: str = ""
    districts: tuple[tuple[str, str], ...] = ()
    sizes: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    cluster: int | None = None

    @property
    def names_somebody(self) -> bool:
        """Whether it is meant for less than everybody."""
        return self != Audience(roles=self.roles)

    @property
    def is_private(self) -> bool:
        """Whether it asks what the directory does not show: size, ownership or need."""
        return bool(self.sizes or self.owners or self.needs)

    def stored(self) -> dict:
        """Plain values for a row; the order in which things were ticked does not matter."""
        return {name: sorted(value) if isinstance(value, tuple) else value for name, value in asdict(self).items()}


def read_audience(stored) -> Audience:
    """The value of a row; ``{}`` is everybody."""
    told = {name: tuple(value) if isinstance(value, list) else value for name, value in stored.items()}
    return Audience(**told | {"districts": tuple((state, name) for state, name in stored.get("districts", ()))})


def units_of(audience: Audience, *, sender_id, at):
    """The shown units of enterprises that fit, but the sender's own, in the order of their ids; one query to count or to page."""
    units = Unit.objects.shown(at).filter(organisation__kind=OrganisationKind.ENTERPRISE)
    units = _placed(units.exclude(organisation=sender_id), audience)
    if audience.concepts:
        units = holding(units, with_all_below(audience.concepts), audience.roles or HAVING)
    if audience.needs:
        units = _needing(units, with_all_below(audience.needs))
    if audience.sizes:
        units = units.annotate(figures=_latest_figures()).filter(figures__in=figures_of(audience.sizes, at=at))
    if audience.owners:
        units = units.filter(Exists(_agreed(audience.owners)))
    return units.order_by("pk")


def _placed(units, audience):
    if audience.state:
        units = units.filter(state=audience.state)
    if audience.districts:
        units = in_districts(units, audience.districts)
    if audience.cluster:
        inside = ClusterMembership.objects.filter(unit=OuterRef("pk"), cluster=audience.cluster, left_at=None)
        units = units.filter(Exists(inside))
    return units


def _needing(units, concepts):
    said = NeedConcept.objects.filter(need__unit=OuterRef("pk"), need__met_at=None, role=NeedConcept.Role.WANTED)
    on_profile = holding(units, concepts, [ConceptRole.NEEDS]).values("pk").order_by()
    return units.filter(Q(pk__in=on_profile) | Q(Exists(said.filter(concept__in=concepts))))


def _latest_figures():
    rows = YearlyCheckIn.objects.filter(organisation=OuterRef("organisation")).order_by("-year")
    return Subquery(rows.annotate(both=Concat("investment", Value("|"), "sales")).values("both")[:1])


def figures_of(sizes, *, at) -> list[str]:
    """The pairs of bands, ``investment|sales``, that make a unit one of these sizes on that day."""
    day = day_in_india(at)
    return [
        f"{investment}|{sales}"
        for investment in InvestmentBand.values
        for sales in SalesBand.values
        if size_class(investment=most_rupees(investment), turnover=most_rupees(sales), on=day) in sizes
    ]


def found_for_help(units, owners):
    """Those whose firms agreed that advisers and NGOs too find and invite them by one of these."""
    return units.filter(Exists(_agreed(owners).filter(for_help=True)))


def _agreed(owners):
    by_one = Q(pk__in=[])
    for owner in owners:
        by_one |= Q(**{owner: True})
    return OwnersFound.objects.filter(by_one, organisation=OuterRef("organisation"))
