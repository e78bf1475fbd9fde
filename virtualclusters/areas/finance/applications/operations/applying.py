"""Sending one set of papers to the lenders an owner ticked: each gets an application of its own, with its own number."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from virtualclusters.areas.finance.applications import days, facts
from virtualclusters.areas.finance.applications.numbers import new_number
from virtualclusters.areas.finance.applications.operations.standing import lenders_turn, tell_of
from virtualclusters.areas.finance.applications.rules import what_does_not_fit
from virtualclusters.areas.finance.models import LoanApplication, Stage
from virtualclusters.areas.finance.permissions import LoanPermission
from virtualclusters.areas.finance.slugs import PACKAGE
from virtualclusters.capabilities.wallet.operations import grant, make_dossier
from virtualclusters.exchange.engagements.models import Engagement, Milestone
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.foundation.time import day_in_india, end_of_day_in_india
from virtualclusters.network.organisations.models import Unit
from virtualclusters.network.organisations.operations.wallets import wallet_of

MOST_LENDERS = 5
TRIES = 5


@dataclass(frozen=True)
class Asked:
    """What an owner asks for: rupees, months, a ``Purpose``, a ``Facility``, and what exactly it buys in her words."""

    amount: Decimal
    months: int
    purpose: str
    facility: str
    words: str = ""


@transaction.atomic
def apply(*, shown_until: dict[int, date], unit_id, asked: Asked, paper_ids, actor, at, earlier_id=None):
    """Apply at one or several lenders, and return the applications in the order of the packages' ids.

    Args:
        shown_until: the chosen packages by id, each with the last day on which its lender may read the papers.
        paper_ids: current papers of the unit's wallet; gaps are allowed.
        earlier_id: the application that was declined, when this is the next try.

    Raises:
        NotFound: no such package is open to her; she does not keep the papers of that unit; a paper is not hers.
        Refused: nothing or too much is ticked; a package does not lend so; she has applied there already; a day is over.
    """
    if not 1 <= len(shown_until) <= MOST_LENDERS:
        raise Refused("lenders", _("Tick at least one lender, and at most five."))
    unit = _own_unit(unit_id, actor)
    packages = _packages(shown_until, actor, at)
    for package in packages:
        _refuse_misfit(package, asked)
    dossier = _dossier(unit, asked, paper_ids, actor=actor, at=at)
    earlier = _earlier(earlier_id, unit)
    sent = [_send(one, unit, asked, dossier, shown_until[one.pk], earlier, actor, at) for one in packages]
    for application in sent:
        tell_of("loan.received", application, actor=actor, at=at)
    return sent


def _own_unit(unit_id, actor):
    own = actor.organisations_where(LoanPermission.LOAN_APPLY)
    unit = Unit.objects.working().select_related("organisation").filter(pk=unit_id, organisation__in=own).first()
    if unit is None:
        raise NotFound
    return unit


def _packages(wanted, actor, at):
    rows = Opportunity.objects.visible_to(actor, at).filter(kind=PACKAGE, pk__in=wanted, loan_package__isnull=False)
    found = list(rows.select_related("unit__organisation", "loan_package").order_by("pk"))
    if len(found) != len(wanted):
        raise NotFound
    return found


def _refuse_misfit(opportunity, asked):
    package = opportunity.loan_package
    misfits = what_does_not_fit(
        package, amount=asked.amount, term=asked.months, purpose=asked.purpose, facility=asked.facility
    )
    if misfits:
        raise Refused("does_not_lend_so", f"{opportunity.title}: {misfits[0]}", _("Change it, or untick this lender."))


def _dossier(unit, asked, paper_ids, *, actor, at):
    wallet = wallet_of(organisation_id=unit.organisation_id, actor=actor, at=at)
    return make_dossier(
        wallet_id=wallet.pk,
        purpose=facts.purpose_in_words(asked),
        paper_ids=paper_ids,
        facts=facts.facts_now(unit, asked),
        facts_as_of=at,
        person=actor.person,
        at=at,
    )


def _earlier(earlier_id, unit):
    if earlier_id is None:
        return None
    found = LoanApplication.objects.filter(pk=earlier_id, engagement__lead=unit, decline__isnull=False).first()
    if found is None:
        raise NotFound
    return found


def _send(opportunity, unit, asked, dossier, until, earlier, actor, at):
    """One lender's application. The row of an invited unit comes first: its yes is only taken with an application."""
    before = Engagement.objects.visible_to(actor).live().filter(opportunity=opportunity, lead=unit, series="").first()
    if before is not None and LoanApplication.objects.filter(pk=before.pk).exists():
        raise Refused("applied_already", _("You have applied here already: %(title)s") % {"title": opportunity.title})
    given = grant(
        dossier_id=dossier.pk,
        reader=opportunity.unit.organisation.name,
        until=end_of_day_in_india(until),
        person=actor.person,
        at=at,
    )
    row = _row(opportunity, asked, dossier, given, earlier, at)
    if before is not None:
        row = _kept(row, before, at)
    engagement = answer(opportunity_id=opportunity.pk, unit_id=unit.pk, actor=actor, at=at)
    row = row if before is not None else _kept(row, engagement, at)
    row.engagement = engagement
    lenders_turn(row)
    return row


def _row(opportunity, asked, dossier, given, earlier, at):
    return LoanApplication(
        lender=opportunity.unit.organisation,
        amount=asked.amount,
        months=asked.months,
        purpose=asked.purpose,
        facility=asked.facility,
        words=asked.words,
        dossier=dossier,
        grant=given,
        received_at=at,
        stage=Stage.RECEIVED,
        stage_since=at,
        decide_by=days.promised_day(day_in_india(at), opportunity.loan_package.decision_days, asked.amount),
        earlier=earlier,
    )


def _kept(row, engagement, at):
    row.engagement = engagement
    _with_number(row)
    Milestone.objects.get_or_create(engagement=engagement, code=str(Stage.RECEIVED), defaults={"done_at": at})
    return row


def _with_number(row):
    """Save it under a number that nobody has; a number drawn twice is drawn anew."""
    for left in reversed(range(TRIES)):
        row.number = new_number()
        try:
            with transaction.atomic():
                row.save(force_insert=True)
            return
        except IntegrityError:
            if left == 0 or not LoanApplication.objects.filter(number=row.number).exists():
                raise
