"""The lender's board: its own file comes in, its figures stand on the page, nobody else's ever do."""

import io
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import make_member, make_owner
from virtualclusters.areas.finance.applications.operations.ending import accept
from virtualclusters.areas.finance.applications.operations.paying import pay_back, pay_out
from virtualclusters.areas.finance.board.book import Caps, Side, exposure, resting_on
from virtualclusters.areas.finance.board.entering import enter_missing
from virtualclusters.areas.finance.board.operations import set_caps
from virtualclusters.areas.finance.board.reading import book_of, caps_in, caps_written, products_of, rests_on
from virtualclusters.areas.finance.models import BookLoan
from virtualclusters.areas.finance.tests.applying import lender_with_package, say_yes, send
from virtualclusters.areas.finance.tests.lending import book_row, make_clerk, make_lender, make_spice_maker
from virtualclusters.areas.finance.tests.test_book import BOOK, OWED
from virtualclusters.capabilities.imports import operations, queries
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.foundation.errors import Refused
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.organisations.models import Role

pytestmark = pytest.mark.django_db
HEADINGS = (
    "Loan number,Name of borrower,Industry,Sub sector,District,Category,Outstanding,Main product,Share of sales,As on\n"
)
ROWS = (
    "L-1,Sample Spices,food processing,spices,Pune,Micro,4 lakh,chilli,50,31-10-2026\n"
    'L-2,Sample Bakery,food processing,bakery,Pune,Small,"12,00,000",,,31-10-2026\n'
    "L-3,Sample Grinders,machinery,grinders,Rajkot,Small,9 lakh,,,31-10-2026\n"
)
BAD = "L-4,Sample Jars,packaging,jars,Pune,Huge,1 lakh,,,31-10-2026\nL-5,Sample Oil,food,oil,Pune,Micro,1 lakh,oil,,31-10-2026\n"


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture(autouse=True)
def state_folder(settings, tmp_path):
    """Files of a test lie in its own folder."""
    settings.VIRTUALCLUSTERS_STATE = tmp_path / "state"


@pytest.fixture
def branch(now):
    return make_lender(at=now, name="Sahyadri Sample Bank")


@pytest.fixture
def clerk(branch):
    return make_clerk(branch)


def bring_in(clerk, content, at):
    """Send a book, confirm what was guessed, and let the worker do its part."""
    job = operations.start(
        person=clerk.person, spec="loan_book", upload=io.BytesIO(content.encode()), name="book.csv", at=at
    )
    run_jobs()
    job.refresh_from_db()
    operations.confirm(import_id=job.pk, person=clerk.person, mapping=queries.guessed_mapping(job), at=at)
    run_jobs()
    job.refresh_from_db()
    return job


def page(actor, query=""):
    client = Client()
    client.force_login(actor.person)
    return client.get(f"/en/lender/book/{query}")


def test_a_lenders_file_becomes_its_book_and_wrong_rows_are_told(clerk, branch, now):
    job = bring_in(clerk, HEADINGS + ROWS + BAD, now)

    assert (job.added, job.refused) == (3, 2)
    book = book_of(branch.organisation_id, Side.DISTRICT, caps=Caps())
    assert [(one.name, one.outstanding) for one in exposure(book.owed, Side.DISTRICT)] == [
        ("Pune", Decimal(1_600_000)),
        ("Rajkot", Decimal(900_000)),
    ]
    assert products_of(branch.organisation_id) == ["chilli"]


def test_the_same_file_twice_changes_nothing_and_a_newer_one_its_own_rows(clerk, branch, now):
    bring_in(clerk, HEADINGS + ROWS, now)
    again = bring_in(clerk, HEADINGS + ROWS + "\n", now)
    newer = bring_in(clerk, HEADINGS + ROWS.replace("4 lakh", "3 lakh"), now)

    assert (again.added, again.changed) == (0, 0)
    assert (newer.added, newer.changed) == (0, 1)
    assert BookLoan.objects.get(reference="L-1").outstanding == 300_000


def test_the_board_shows_what_is_owed_how_concentrated_and_who_is_over_a_cap(clerk, branch, now):
    bring_in(clerk, HEADINGS + ROWS, now)
    manager = make_member(branch.organisation, role=Role.MANAGER)
    told = {"capital": Decimal(5_000_000), "single_name_percent": Decimal(20), "sector_percent": None}
    set_caps(**told, decided_on=None, actor=manager, at=now)

    shown = page(clerk, "?by=borrower").content.decode()

    assert caps_in(caps_written(branch.organisation_id)) == Caps(Decimal(5_000_000), Decimal(20), None)
    for words in (
        "3 loans, ₹25,00,000 owed.",
        "Sample Bakery owes ₹12,00,000. Your cap is ₹10,00,000, so it is ₹2,00,000 over.",
    ):
        assert words in shown
    assert "By borrower: 3,856, concentrated." in shown


def test_a_fall_of_a_price_names_whom_it_hits(clerk, now):
    bring_in(clerk, HEADINGS + ROWS, now)

    shown = page(clerk, "?product=chilli&fall=30").content.decode()

    assert "They owe ₹4,00,000, 16.0 % of the book." in shown
    assert "15.0 %" in shown


def test_a_lender_without_a_book_is_told_how_to_begin(clerk):
    assert "Your book is not here yet" in page(clerk).content.decode()


def test_another_lender_sees_nothing_of_it(clerk, now):
    bring_in(clerk, HEADINGS + ROWS, now)
    other = make_clerk(make_lender(at=now, name="Konkan Sample Bank"))

    assert "Sample Bakery" not in page(other, "?by=borrower").content.decode()
    assert book_of(other.organisation_id, caps=Caps()).loans == 0


def test_only_who_decides_for_the_lender_sets_caps(clerk, now):
    with pytest.raises(Refused) as refused:
        set_caps(
            capital=None, single_name_percent=None, sector_percent=Decimal(50), decided_on=None, actor=clerk, at=now
        )

    assert refused.value.code == "not_a_decider"


def test_a_share_of_a_capital_that_is_not_told_is_asked_for(branch):
    manager = make_member(branch.organisation, role=Role.MANAGER)
    client = Client()
    client.force_login(manager.person)

    shown = client.post("/en/lender/book/caps/", {"single_name_percent": "20"}).content.decode()

    assert "Say the capital that the share is of." in shown
    assert 'value="20"' in shown


@pytest.mark.parametrize("many", [1, 50])
def test_the_board_asks_as_much_for_one_loan_as_for_fifty(clerk, now, many, django_assert_max_num_queries):
    bring_in(clerk, HEADINGS + "".join(f"L-{n},Sample {n},food,,Pune,Micro,1 lakh,,,\n" for n in range(many)), now)
    client = Client()
    client.force_login(clerk.person)

    with django_assert_max_num_queries(15):
        assert client.get("/en/lender/book/?by=borrower").status_code == 200


def test_the_page_of_a_decision_shows_the_book_with_this_loan(now):
    package, officer = lender_with_package(at=now)
    bring_in(officer, HEADINGS + ROWS, now)
    [sent] = send(make_spice_maker(at=now), package, at=now)
    client = Client()
    client.force_login(officer.person)

    shown = client.get(f"/en/lender/loans/{sent.pk}/").content.decode()

    assert "Your book with this loan" in shown
    assert [words in shown for words in ("₹25,00,000", "₹30,00,000")] == [True, True]


def test_the_database_sums_the_worked_book_as_the_pure_functions_do(branch, now):
    BookLoan.objects.bulk_create(
        book_row(branch.organisation, number, one, day=now.date()) for number, one in enumerate(BOOK)
    )

    book = book_of(branch.organisation_id, *Side, caps=Caps())

    assert (book.loans, book.total) == (12, Decimal(10_000_000))
    assert {side: dict(cut.names) for side, cut in book.owed.items()} == {side: dict(OWED[side].names) for side in Side}
    assert _sums(book.owed) == _sums(OWED)
    for product in ("chilli", "honey", "rice"):
        found = rests_on(branch.organisation_id, product)
        assert sorted(found, key=str) == sorted(resting_on(BOOK, product), key=str)


def _sums(owed):
    return {side: (cut.whole, cut.squares) for side, cut in owed.items()}


@pytest.fixture
def paid_out(now):
    """A loan of which three lakh of four and a half were paid out, and the lender's clerk."""
    package, clerk = lender_with_package(at=now)
    unit = make_spice_maker(at=now)
    [sent] = send(unit, package, at=now)
    say_yes(sent, clerk, at=now)
    accept(application_id=sent.pk, keep_ids=[], actor=make_owner(unit), at=now)
    pay(sent, clerk, 300_000, now)
    return sent, clerk


def pay(application, clerk, rupees, at):
    pay_out(application_id=application.pk, amount=Decimal(rupees), paid_on=day_in_india(at), actor=clerk, at=at)


def owed_to(clerk):
    book = book_of(clerk.organisation_id, caps=Caps())
    return book.loans, book.from_here, book.total


def test_what_is_paid_out_here_stands_in_the_book_and_a_second_payment_adds_to_it(paid_out, now):
    sent, clerk = paid_out

    once = owed_to(clerk)
    pay(sent, clerk, 150_000, now)

    assert (once, owed_to(clerk)) == ((1, 1, Decimal(300_000)), (1, 1, Decimal(450_000)))


def test_a_file_that_names_a_loan_paid_out_here_decides_what_is_owed(paid_out, now):
    sent, clerk = paid_out
    bring_in(clerk, HEADINGS + f"{sent.number},Sample Spices,food,,Pune,Micro,2 lakh,,,31-10-2026\n", now)
    pay(sent, clerk, 150_000, now)

    assert owed_to(clerk) == (1, 0, Decimal(200_000))


def test_a_loan_that_is_paid_back_leaves_the_book(paid_out, now):
    sent, clerk = paid_out

    pay_back(application_id=sent.pk, actor=clerk, at=now)

    assert owed_to(clerk) == (0, 0, Decimal(0))


def test_a_loan_paid_out_before_books_were_kept_is_entered_once_and_one_paid_back_is_not(paid_out, now):
    sent, clerk = paid_out
    BookLoan.objects.all().delete()

    entered = [enter_missing(at=now), enter_missing(at=now)]

    assert (entered, owed_to(clerk)) == ([1, 0], (1, 1, Decimal(300_000)))
    pay_back(application_id=sent.pk, actor=clerk, at=now)
    assert (enter_missing(at=now), owed_to(clerk)) == (0, (0, 0, Decimal(0)))
