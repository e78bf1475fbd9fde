"""What loans do by themselves. Each may run twice."""

from django.utils import timezone

from virtualclusters.areas.finance.applications import clocks, telling
from virtualclusters.areas.finance.applications.operations.ending import tidy_up
from virtualclusters.areas.finance.packages import notices
from virtualclusters.areas.finance.slugs import PACKAGE
from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.jobs.declaring import enqueue, job
from virtualclusters.exchange.engagements.jobs import close_out
from virtualclusters.exchange.opportunities.models import Opportunity


@job(name="loans.tell")
def tell_of_loan(*, event_id):
    """Tell whom an event of an application concerns."""
    telling.tell_of_event(event_id=event_id, at=timezone.now())


@job(name="loans.after_end")
def after_end(*, event_id, subject_id):
    """An engagement ended, whoever ended it: the lender reads no papers any more, and the other side hears of it."""
    if tidy_up(application_id=subject_id, at=timezone.now()) is not None:
        telling.tell_it_is_over(event_id=event_id, at=timezone.now())


@job(name="loans.ask_for_money")
def ask_for_money(*, disbursement_id):
    """A week after a payment: did it come?"""
    clocks.ask_for_money(disbursement_id=disbursement_id, at=timezone.now())


@job(name="loans.ask_in_a_week")
def ask_in_a_week(*, event_id):
    """A payment was noted: ask the owner in a week."""
    event = Event.objects.get(pk=event_id)
    enqueue(ask_for_money, at=event.at + clocks.ASK_AFTER, disbursement_id=event.dimensions["disbursement"])


@job(name="loans.lender_gone")
def lender_gone(*, event_id, subject_id):
    """A lender closed: whoever waits for it is told, as when it takes a package back."""
    packages = Opportunity.objects.filter(kind=PACKAGE, unit__organisation=subject_id, published_at__isnull=False)
    for pk in packages.order_by("pk").values_list("pk", flat=True):
        enqueue(close_out, event_id=event_id, subject_id=pk)
        enqueue(tell_sanctioned, event_id=event_id, subject_id=pk)


@job(name="loans.tell_sanctioned")
def tell_sanctioned(*, event_id, subject_id):
    """A lender took a package back or closed: those to whom it said yes before hear how that stands."""
    telling.tell_sanctioned(event_id=event_id, package_id=subject_id, at=timezone.now())


@job(name="loans.tell_of_package")
def tell_of_package(*, event_id):
    """Tell a lender's people that a package waits for one of them."""
    notices.tell_of_event(event_id=event_id, at=timezone.now())


@job(name="loans.remind_lenders", cron="35 4 * * *")
def remind_lenders(*, at):
    """Every day at 10:05 IST: promises that end soon, and those that are over."""
    clocks.remind_lenders(at=at)


@job(name="loans.call_back", cron="45 4 * * *")
def call_back(*, at):
    """Every day at 10:15 IST: owners whose day to come back has come."""
    clocks.call_back(at=at)
