"""A reader reads until the day, or until the owner stops it; every opening is written down."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import ProgrammingError

from tests.factories import NOON, make_owner, make_person, make_unit
from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.wallet import operations
from virtualclusters.capabilities.wallet.models import Dossier, Grant, Look
from virtualclusters.capabilities.wallet.queries import grants_of_paper, is_live, looks_at, readable_papers
from virtualclusters.capabilities.wallet.tests.conftest import DAY
from virtualclusters.foundation.errors import NotFound, Refused

pytestmark = pytest.mark.django_db


def test_a_granted_paper_is_read_until_the_day_and_not_at_it(add, show):
    paper = add()
    given = show(paper, until=NOON + 7 * DAY)

    assert readable_papers(given.pk, NOON + 7 * DAY - DAY / 1000) == [paper]
    assert (readable_papers(given.pk, NOON + 7 * DAY), is_live(given.pk, NOON + 7 * DAY)) == ([], False)


def test_only_the_chosen_papers_are_read(add, show):
    chosen, other = add("udyam"), add("bank_statement")
    given = show(chosen)

    assert readable_papers(given.pk, NOON) == [chosen]
    with pytest.raises(NotFound):
        operations.open_paper(grant_id=given.pk, paper_id=other.pk, person=make_person(), at=NOON)


def test_a_paper_that_is_still_being_checked_is_not_read_and_afterwards_is(add, show):
    paper = add(checked=False)
    given = show(paper)

    with pytest.raises(NotFound):
        operations.open_paper(grant_id=given.pk, paper_id=paper.pk, person=make_person(), at=NOON)
    assert (readable_papers(given.pk, NOON), Look.objects.count()) == ([], 0)


def test_each_opening_is_written_down_with_person_and_time(add, show):
    paper = add()
    given, officer = show(paper), make_person(name="Officer Sample")

    file = operations.open_paper(grant_id=given.pk, paper_id=paper.pk, person=officer, at=NOON)
    operations.open_paper(grant_id=given.pk, paper_id=paper.pk, person=officer, at=NOON + DAY)

    assert file == paper.file
    assert [(look.person, look.grant, look.at) for look in looks_at(paper.pk)] == [
        (officer, given, NOON + DAY),
        (officer, given, NOON),
    ]


def test_what_is_withdrawn_is_closed_at_once_for_this_reader_only(add, show, owner):
    paper = add()
    first, second = show(paper), show(paper, reader="Sample Bank of the Hills")

    operations.withdraw(grant_id=first.pk, person=owner.person, reason="", at=NOON)

    with pytest.raises(NotFound):
        operations.open_paper(grant_id=first.pk, paper_id=paper.pk, person=make_person(), at=NOON)
    assert (readable_papers(first.pk, NOON), readable_papers(second.pk, NOON)) == ([], [paper])
    assert grants_of_paper(paper.pk, NOON) == [second]


def test_withdrawing_twice_keeps_the_first_time_and_reason(add, show, owner):
    given = show(add())
    operations.withdraw(grant_id=given.pk, person=None, reason="Declined", at=NOON)

    again = operations.withdraw(grant_id=given.pk, person=owner.person, reason="Later", at=NOON + DAY)

    assert (again.withdrawn_at, again.withdrawn_by, again.reason) == (NOON, None, "Declined")


def test_a_stranger_neither_grants_nor_withdraws_and_a_helper_neither(add, show, helper):
    given, stranger = show(add()), make_owner(make_unit())

    for person in (stranger.person, helper.person):
        with pytest.raises(NotFound):
            operations.grant(dossier_id=given.dossier_id, reader="Bank", until=NOON + DAY, person=person, at=NOON)
        with pytest.raises(NotFound):
            operations.withdraw(grant_id=given.pk, person=person, reason="", at=NOON)
    assert is_live(given.pk, NOON)


@pytest.mark.parametrize(("until", "code"), [(NOON, "until_past"), (NOON + 367 * DAY, "until_too_far")])
def test_a_grant_ends_after_now_and_within_a_year(add, show, until, code):
    with pytest.raises(Refused) as refused:
        show(add(), until=until)

    assert refused.value.code == code


def test_a_set_with_a_removed_paper_is_not_granted_again(add, show, owner):
    paper = add()
    given = show(paper)
    operations.withdraw(grant_id=given.pk, person=owner.person, reason="", at=NOON)
    operations.remove_paper(paper_id=paper.pk, person=owner.person, at=NOON)

    with pytest.raises(Refused) as refused:
        operations.grant(dossier_id=given.dossier_id, reader="Bank", until=NOON + DAY, person=owner.person, at=NOON)

    assert refused.value.code == "paper_gone"


def test_a_set_takes_only_current_papers_of_its_own_wallet(add, wallet, owner):
    stranger = make_owner(make_unit())
    wanted = {"purpose": "Loan", "facts": {}, "facts_as_of": NOON, "at": NOON, "wallet_id": wallet.pk}

    for paper_ids, person in [([add().pk], stranger.person), ([9_999_999], owner.person)]:
        with pytest.raises(NotFound):
            operations.make_dossier(paper_ids=paper_ids, person=person, **wanted)
    with pytest.raises(Refused) as refused:
        operations.make_dossier(paper_ids=[], person=owner.person, **wanted)
    assert (refused.value.code, Dossier.objects.count()) == ("nothing_chosen", 0)


def test_a_look_can_be_added_but_neither_changed_nor_taken_away(add, show):
    paper = add()
    operations.open_paper(grant_id=show(paper).pk, paper_id=paper.pk, person=make_person(), at=NOON)

    for statement in ("UPDATE wallet_look SET at = now()", "DELETE FROM wallet_look"):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            connection.cursor().execute(statement)


def test_the_database_refuses_a_grant_without_end_before_start_or_with_a_reason_alone(add, show):
    given = Grant.objects.filter(pk=show(add()).pk)

    for wrong in ({"until": NOON}, {"reader": ""}, {"reason": "Why"}, {"withdrawn_at": NOON - DAY}):
        with pytest.raises(IntegrityError), transaction.atomic():
            given.update(**wrong)


def test_events_of_a_wallet_keep_codes_and_ids_only(add, show, owner, wallet):
    given = show(add("udyam", title="My own words"))
    operations.withdraw(grant_id=given.pk, person=owner.person, reason="My own reason", at=NOON)

    written = Event.objects.filter(subject="wallet", subject_id=wallet.pk).order_by("pk")
    assert [(event.code, event.dimensions) for event in written] == [
        ("paper.added", {"kind": "udyam"}),
        ("dossier.made", {"papers": 1}),
        ("grant.given", {"grant": given.pk}),
        ("grant.withdrawn", {"grant": given.pk}),
    ]
