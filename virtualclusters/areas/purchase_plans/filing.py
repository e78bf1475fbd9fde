"""Which buyers told their plan of a year and which did not, and reminding those: at most three times, thirty days apart."""

from dataclasses import dataclass
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from virtualclusters.areas.purchase_plans.models import FilingReminder, PlanDetail
from virtualclusters.areas.purchase_plans.notices import NOT_FILED
from virtualclusters.areas.purchase_plans.permissions import PlanPermission
from virtualclusters.areas.purchase_plans.years import year_at, year_words
from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.exchange.engagements.people import people_of_organisations
from virtualclusters.exchange.kinds.kind import kinds
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.organisations.buyers import BUYER_KINDS
from virtualclusters.network.organisations.models import Organisation

APART = timedelta(days=30)


@dataclass(frozen=True)
class Filing:
    """A buyer and what it told of a year: how many lines, by which offices, how many of them filed by others."""

    organisation: Organisation
    lines: int
    arms: tuple[str, ...]
    filed_by_others: int
    reminded: int
    reminded_at: object

    def may_be_reminded(self, at) -> bool:
        """Somebody is there to read it, nothing was told, and neither cap is reached."""
        rested = self.reminded_at is None or self.reminded_at <= at - APART
        return (
            not self.lines
            and self.organisation.claimed_at is not None
            and self.reminded < FilingReminder.MOST
            and rested
        )


def buyers(year, *, without_plan=False) -> QuerySet[Organisation]:
    """Departments and public undertakings by name, all of them or those without a plan for a year.

    One that nobody has claimed is known as a buyer only by what it asked for; a ministry that only issues schemes is none.
    """
    lines = PlanDetail.objects.filter(financial_year=year, opportunity__unit__organisation=OuterRef("pk"))
    asking = [kind.slug for kind in kinds() if kind.wants == "asks"]
    asked = Opportunity.objects.filter(unit__organisation=OuterRef("pk"), kind__in=asking)
    known = Organisation.objects.filter(kind__in=BUYER_KINDS, closed_at=None).alias(of_year=Exists(lines))
    known = known.filter(Q(claimed_at__isnull=False) | Exists(asked))
    return (known.filter(of_year=False) if without_plan else known).order_by("name", "pk")


def filings_of(organisations, year) -> list[Filing]:
    """What these buyers told of a year. Two queries however many."""
    rows = PlanDetail.objects.filter(financial_year=year, opportunity__unit__organisation__in=organisations)
    told = {one.pk: [] for one in organisations}
    for organisation, arm, by in rows.values_list("opportunity__unit__organisation", "buying_arm", "filed_by"):
        told[organisation].append((arm, by))
    reminders = FilingReminder.objects.filter(organisation__in=organisations, financial_year=year)
    counted = reminders.order_by().values("organisation").annotate(count=Count("pk"), last=Max("sent_at"))
    reminded = {row["organisation"]: (row["count"], row["last"]) for row in counted}
    return [_filing(one, told[one.pk], *reminded.get(one.pk, (0, None))) for one in organisations]


def _filing(organisation, rows, reminded, reminded_at):
    return Filing(
        organisation=organisation,
        lines=len(rows),
        arms=tuple(sorted({arm for arm, _by in rows if arm})),
        filed_by_others=sum(by is not None for _arm, by in rows),
        reminded=reminded,
        reminded_at=reminded_at,
    )


@transaction.atomic
def remind(*, organisation_id, actor, at) -> FilingReminder:
    """Remind a buyer of this year's plan.

    Raises:
        PermissionDenied: the actor does not file for others.
        NotFound: there is no such buyer.
        Refused: it told its plan, nobody of it is here, or it was reminded often or lately enough.
    """
    if not actor.may(PlanPermission.PLAN_FILE):
        raise PermissionDenied("Only the administrator reminds buyers.")
    year = year_at(at)
    buyer = Organisation.objects.filter(pk=organisation_id, kind__in=BUYER_KINDS, closed_at=None)
    buyer = buyer.select_for_update(of=("self",)).first()
    if buyer is None:
        raise NotFound
    found = filings_of([buyer], year)[0]
    _refuse(found, at)
    people = people_of_organisations({buyer.pk})
    sent = FilingReminder.objects.create(
        organisation=buyer, financial_year=year, number=found.reminded + 1, sent_at=at, sent_by=actor.person
    )
    told = {"year": year_words(year)}
    mark = f"{NOT_FILED}:{buyer.pk}:{year}:{sent.number}"
    notify(people_ids=people, key=NOT_FILED, variables=told, at=at, about="/purchase-plans/", dedupe_key=mark)
    return sent


def _refuse(found, at):
    if found.lines:
        raise Refused("has_filed", _("This buyer has told its plan."))
    if found.organisation.claimed_at is None:
        raise Refused("nobody_there", _("Nobody of this buyer is here yet, so nobody would read it."))
    if not found.may_be_reminded(at):
        raise Refused("reminded_enough", _("This buyer was reminded a short time ago, or three times this year."))
