"""Loans that are paid out here come into the lender's book by themselves, and leave it when they are paid back."""

from django.db import transaction
from django.db.models import Exists, OuterRef, Sum

from virtualclusters.areas.finance.board.reading import loan_of_unit
from virtualclusters.areas.finance.models import BookLoan, LoanApplication, Stage
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.foundation.time import day_in_india


def enter(application, *, at) -> None:
    """Write what was paid out on a locked application into its lender's book. What a file told of it stays as the file told it."""
    row = _row(application)
    if row.filter(paid_out_here=False).exists():
        return
    paid = application.disbursements.aggregate(paid=Sum("amount"))["paid"]
    loan = loan_of_unit(application.engagement.lead, paid, at=at)
    columns = {
        "borrower": loan.borrower[:120],
        "sector": loan.sector[:80],
        "sub_sector": loan.sub_sector[:80],
        "district": loan.district,
        "size": loan.size,
        "outstanding": paid,
        "as_of": day_in_india(at),
    }
    row.update_or_create(defaults=columns, create_defaults=columns | _named(application) | {"paid_out_here": True})


def enter_missing(*, at) -> int:
    """Write down every loan that was paid out here, runs on and stands in no book, and say how many: books were not always kept."""
    known = BookLoan.objects.filter(lender=OuterRef("lender"), reference=OuterRef("number"))
    missing = LoanApplication.objects.filter(~Exists(known), stage=Stage.DISBURSED).order_by("pk")
    return sum(_enter_one(pk, at) for pk in list(missing.values_list("pk", flat=True)))


@transaction.atomic
def _enter_one(pk, at):
    """Whether it was still paid out and not paid back when its row was locked, the talk before it."""
    Engagement.objects.select_for_update().get(pk=pk)
    application = LoanApplication.objects.get(pk=pk)
    if application.stage != Stage.DISBURSED:
        return False
    enter(application, at=at)
    return True


def leave(application) -> None:
    """Take a loan that is paid back out of the book, unless a file tells of it."""
    _row(application).filter(paid_out_here=True).delete()


def _row(application):
    return BookLoan.objects.filter(**_named(application))


def _named(application):
    return {"lender": application.engagement.opportunity.unit.organisation, "reference": application.number}
