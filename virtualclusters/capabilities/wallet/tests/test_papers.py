"""A paper is kept once, replaced by a newer one, and removed only while nobody may read it."""

from datetime import date
from io import BytesIO

import pytest
from django.db import IntegrityError, transaction

from tests.factories import NOON, make_owner, make_unit
from virtualclusters.capabilities.files.models import File
from virtualclusters.capabilities.wallet import operations
from virtualclusters.capabilities.wallet.kinds import PaperKind
from virtualclusters.capabilities.wallet.models import Paper
from virtualclusters.capabilities.wallet.queries import completeness, current_papers, readable_papers
from virtualclusters.capabilities.wallet.tests.conftest import DAY, photo
from virtualclusters.foundation.errors import NotFound, Refused

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 20)


def test_a_paper_is_kept_with_its_period_its_last_day_and_who_added_it(add, owner, wallet):
    add("fssai", title="  Licence  of the plant ", expires_on=date(2027, 3, 31))

    kept = current_papers(wallet.pk)

    assert [(p.kind, p.name, p.expires_on, p.added_by, p.is_checked) for p in kept] == [
        ("fssai", "Licence of the plant", date(2027, 3, 31), owner.person, True)
    ]


def test_a_stranger_adds_replaces_and_removes_nothing(add, wallet):
    paper, stranger = add(), make_owner(make_unit()).person

    with pytest.raises(NotFound):
        operations.add_paper(wallet_id=wallet.pk, kind="udyam", upload=photo(), person=stranger, at=NOON)
    with pytest.raises(NotFound):
        operations.replace_paper(paper_id=paper.pk, upload=photo(), person=stranger, at=NOON)
    with pytest.raises(NotFound):
        operations.remove_paper(paper_id=paper.pk, person=stranger, at=NOON)
    with pytest.raises(NotFound):
        operations.open_own(paper_id=paper.pk, person=stranger)
    assert current_papers(wallet.pk) == [paper]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"expires_on": date(2026, 11, 19)}, "expired"),
        ({"period_from": TODAY}, "period_backwards"),
        ({"period_from": TODAY, "period_to": date(2026, 11, 19)}, "period_backwards"),
    ],
)
def test_days_that_cannot_be_are_refused_and_no_file_is_kept(add, facts, code):
    with pytest.raises(Refused) as refused:
        add("fssai", **facts)

    assert (refused.value.code, File.objects.count()) == (code, 0)


def test_an_empty_file_is_refused(wallet, owner):
    with pytest.raises(Refused) as refused:
        operations.add_paper(wallet_id=wallet.pk, kind="udyam", upload=BytesIO(), person=owner.person, at=NOON)

    assert refused.value.code == "file_empty"


def test_a_newer_paper_takes_the_place_and_a_reader_goes_on_reading_the_older(add, show, owner, wallet):
    older = add("bank_statement")
    given = show(older)

    newer = operations.replace_paper(paper_id=older.pk, upload=photo(), person=owner.person, at=NOON)

    assert (current_papers(wallet.pk), newer.kind) == ([newer], "bank_statement")
    assert readable_papers(given.pk, NOON) == [older]
    with pytest.raises(NotFound):
        operations.replace_paper(paper_id=older.pk, upload=photo(), person=owner.person, at=NOON)


def test_a_replaced_paper_is_taken_out_once_nobody_may_read_it(add, show, owner):
    older = add("bank_statement")
    show(older, until=NOON + DAY)
    operations.replace_paper(paper_id=older.pk, upload=photo(), person=owner.person, at=NOON)

    before = operations.forget_replaced(at=NOON)
    after = operations.forget_replaced(at=NOON + DAY)

    older.refresh_from_db()
    assert (before, after, older.file_id, older.removed_at) == (0, 1, None, NOON + DAY)


def test_a_paper_that_somebody_may_read_is_not_removed_and_the_refusal_says_who_until_when(add, show, owner):
    paper = add()
    show(paper, reader="Sample Gramin Bank, Pune")

    with pytest.raises(Refused) as refused:
        operations.remove_paper(paper_id=paper.pk, person=owner.person, at=NOON)

    assert refused.value.sentence == "Sample Gramin Bank, Pune may read this paper until 27 November 2026."


def test_a_removed_paper_takes_its_file_with_it_but_not_one_that_proves_a_number(add, owner, wallet):
    own = add()
    elsewhere = File.objects.create(
        owner=owner.person, purpose="evidence", name="pan.jpg", size=9, sha256="0" * 64, created_at=NOON
    )
    borrowed = operations.keep_file(
        wallet_id=wallet.pk, kind="identity", file=elsewhere, person=owner.person, at=NOON, title="PAN"
    )

    for paper in (own, borrowed):
        operations.remove_paper(paper_id=paper.pk, person=owner.person, at=NOON)

    assert (current_papers(wallet.pk), list(File.objects.all())) == ([], [elsewhere])


def test_keeping_the_same_file_twice_keeps_it_once(owner, wallet):
    file = File.objects.create(
        owner=owner.person, purpose="evidence", name="a.jpg", size=9, sha256="0" * 64, created_at=NOON
    )

    for _ in range(2):
        operations.keep_file(wallet_id=wallet.pk, kind="udyam", file=file, person=owner.person, at=NOON)

    assert Paper.objects.count() == 1


def test_completeness_tells_what_is_there_what_expired_and_what_is_missing_in_the_order_asked(add, wallet):
    add("udyam")
    add("fssai", expires_on=TODAY)
    add("quotation", expires_on=TODAY)
    add("quotation", expires_on=date(2026, 12, 31))
    refused = add("gst_returns", checked=False)
    File.objects.filter(pk=refused.file_id).update(state="refused", reason="broken", checked_at=NOON)
    wanted = ["gst_returns", "fssai", "udyam", "quotation"]

    assert completeness(wallet.pk, wanted, NOON) == (
        (PaperKind.FSSAI, PaperKind.UDYAM, PaperKind.QUOTATION),
        (),
        (PaperKind.GST_RETURNS,),
    )
    assert completeness(wallet.pk, wanted, NOON + DAY) == (
        (PaperKind.UDYAM, PaperKind.QUOTATION),
        (PaperKind.FSSAI,),
        (PaperKind.GST_RETURNS,),
    )


def test_an_owner_without_a_wallet_misses_everything():
    assert completeness(None, ["udyam"], NOON) == ((), (), (PaperKind.UDYAM,))


def test_the_database_refuses_half_a_period_a_paper_without_file_and_one_that_replaces_itself(add):
    paper = add()
    rows = Paper.objects.filter(pk=paper.pk)

    for wrong in (
        {"period_from": TODAY},
        {"period_from": TODAY, "period_to": date(2026, 1, 1)},
        {"file": None},
        {"removed_at": NOON},
        {"replaced_by": paper},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**wrong)
