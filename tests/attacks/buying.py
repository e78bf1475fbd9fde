"""Rows of buyers and suppliers: a tender, and an invoice that was not paid in time."""

from datetime import timedelta

from tests.factories import make_member, make_opportunity
from virtualclusters.areas.late_payments.operations import keep
from virtualclusters.areas.tenders.models import TenderDetail
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.organisations.models import OrganisationKind


def plant_buying(side, at, *, words):
    """Give a side a tender, and when it is an enterprise an invoice that a buyer did not pay."""
    side.rows["tender"] = _tender_of(side.unit, at)
    if side.actor.organisation.kind == OrganisationKind.ENTERPRISE:
        side.rows["late_payment"] = _late_payment_of(side, at, words)


def _tender_of(unit, at):
    tender = make_opportunity(kind="tender", unit=unit, title="Jam, 500 kg", at=at, closes_at=at + timedelta(days=9))
    TenderDetail.objects.create(opportunity=tender, twin_key="x")
    return tender


def _late_payment_of(side, at, words):
    long_ago = day_in_india(at) - timedelta(days=200)
    return keep(
        actor=make_member(side.actor.organisation, at=at),
        at=at,
        buyer=f"{words} buyer",
        invoice_number="S/1",
        invoiced_on=long_ago,
        amount=100_000,
        delivered_on=long_ago,
        objection_removed_on=None,
        agreed_days=30,
    )
