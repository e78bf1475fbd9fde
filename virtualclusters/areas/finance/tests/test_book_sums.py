"""The sums that the database makes of a book longer than its lists, against the pure figures over every loan of it."""

import random
from decimal import Decimal

import pytest

from tests.factories import NOON
from virtualclusters.areas.finance.board.book import (
    Caps,
    Loan,
    Side,
    breaches,
    concentration,
    exposure,
    owed_by,
    resting_on,
    shock,
    total,
    with_loan,
)
from virtualclusters.areas.finance.board.reading import MOST_BORROWERS, book_of, owed_by_resting_on, owed_of, rests_on
from virtualclusters.areas.finance.models import BookLoan
from virtualclusters.areas.finance.tests.lending import book_row, make_lender

pytestmark = pytest.mark.django_db
CAPS = Caps(capital=Decimal(40_000_000), single_name_percent=Decimal(15), sector_percent=Decimal(40))
CHILLI = "chilli"


def drawn(chance, number):
    """One loan of 60 borrowers, of whom a third sell chilli; what is owed in paise too."""
    borrower = chance.randrange(60)
    sales = {CHILLI: Decimal(chance.randrange(1, 101)) / 100} if borrower % 3 == 0 and number % 2 else {}
    return Loan(
        f"Borrower {borrower}",
        chance.choice(("food", "machinery", "packaging", "")),
        chance.choice(("spices", "ovens", "jars", "")),
        f"District {chance.randrange(9)}",
        chance.choice(("micro", "small", "")),
        Decimal(chance.randrange(0, 300_000_000)) / 100,
        sales,
    )


@pytest.fixture(params=[1, 2, 3])
def loans(request):
    chance = random.Random(request.param)
    return [drawn(chance, number) for number in range(300)]


@pytest.fixture
def lender(loans):
    """Who has that book; another lender has one loan of the first borrower."""
    own, other = (
        make_lender(at=NOON, name=name).organisation for name in ("Sahyadri Sample Bank", "Konkan Sample Bank")
    )
    BookLoan.objects.bulk_create(
        book_row(own, number, one, paid_out_here=not one.sector) for number, one in enumerate(loans)
    )
    BookLoan.objects.bulk_create([book_row(other, 1, loans[0], paid_out_here=not loans[0].sector)])
    return own


def test_a_long_book_read_by_its_sums_has_the_figures_of_all_its_loans(loans, lender):
    counted, read = owed_by(loans), book_of(lender.pk, *Side, caps=CAPS)

    assert (read.loans, read.total) == (300, total(counted))
    for side in Side:
        assert exposure(read.owed, side, MOST_BORROWERS) == exposure(counted, side, MOST_BORROWERS)
        assert concentration(read.owed, side) == concentration(counted, side)
    assert breaches(read.owed, CAPS) == breaches(counted, CAPS)
    assert len(breaches(counted, CAPS)) > 1


@pytest.mark.parametrize("borrower", ["Borrower 7", "Somebody new"])
def test_a_loan_more_changes_a_long_book_as_it_changes_the_list_of_its_loans(loans, lender, borrower):
    loan = Loan(borrower, "food", "spices", "Pune", "micro", Decimal("3456789.50"))
    read = owed_of(lender.pk, caps=CAPS, borrower=borrower)

    counted = {side: cut for side, cut in owed_by(loans).items() if side in read}

    assert with_loan(read, loan, CAPS) == with_loan(counted, loan, CAPS)


def test_a_fall_of_a_price_read_by_its_hardest_hit_has_the_sums_of_all(loans, lender):
    whole, fall = total(owed_by(loans)), Decimal(20)
    struck, counted = owed_by_resting_on(lender.pk, CHILLI), shock(resting_on(loans, CHILLI), whole, fall)

    read = shock(rests_on(lender.pk, CHILLI, most=5), whole, fall, struck=struck)

    assert (read.hits, read.outstanding, read.share) == (counted.hits[:5], counted.outstanding, counted.share)
    assert len(counted.hits) > 5
