"""A helper adds papers and puts them together with the owner's consent; she never shows them to anybody."""

import pytest

from tests.factories import NOON, make_person
from virtualclusters.capabilities.wallet import operations
from virtualclusters.capabilities.wallet.models import Helper
from virtualclusters.capabilities.wallet.queries import current_papers, dossiers_nobody_reads, helping_named, looks_at
from virtualclusters.capabilities.wallet.tests.conftest import DAY, photo
from virtualclusters.foundation.errors import NotFound, Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(owner, wallet):
    def asked(person, at=NOON):
        return operations.ask_helper(
            wallet_id=wallet.pk, phone=person.phone, name="", language="en", person=owner.person, at=at
        )

    return asked


def put_together(wallet, person, papers, at=NOON):
    return operations.make_dossier(
        wallet_id=wallet.pk,
        purpose="Loan",
        paper_ids=[paper.pk for paper in papers],
        facts={},
        facts_as_of=at,
        person=person,
        at=at,
    )


def test_who_was_asked_does_nothing_before_she_agrees(ask, add, wallet):
    person = make_person()
    asked, paper = ask(person), add()

    with pytest.raises(NotFound):
        operations.add_paper(wallet_id=wallet.pk, kind="udyam", upload=photo(), person=person, at=NOON)
    with pytest.raises(NotFound):
        operations.open_as_helper(helper_id=asked.pk, paper_id=paper.pk, person=person, at=NOON)
    assert current_papers(wallet.pk) == [paper]


def test_who_agreed_adds_papers_opens_them_and_puts_them_together(helper, add, wallet):
    paper = add(person=helper.person)

    file = operations.open_as_helper(helper_id=helper.pk, paper_id=paper.pk, person=helper.person, at=NOON)
    dossier = put_together(wallet, helper.person, [paper])

    assert (paper.added_by, file) == (helper.person, paper.file)
    assert [(look.person, look.helper) for look in looks_at(paper.pk)] == [(helper.person, helper)]
    assert list(dossiers_nobody_reads(wallet.pk)) == [dossier]


def test_a_helper_neither_removes_nor_opens_as_an_owner(helper, add):
    paper = add()

    with pytest.raises(NotFound):
        operations.remove_paper(paper_id=paper.pk, person=helper.person, at=NOON)
    with pytest.raises(NotFound):
        operations.open_own(paper_id=paper.pk, person=helper.person)
    assert (paper.wallet.papers.kept().count(), looks_at(paper.pk).count()) == (1, 0)


@pytest.mark.parametrize("who", ["owner", "helper"])
def test_either_side_ends_the_help_and_then_nothing_opens(who, helper, owner, add, wallet):
    paper = add()
    operations.end_help(helper_id=helper.pk, person=owner.person if who == "owner" else helper.person, at=NOON)

    with pytest.raises(NotFound):
        operations.open_as_helper(helper_id=helper.pk, paper_id=paper.pk, person=helper.person, at=NOON)
    with pytest.raises(NotFound):
        put_together(wallet, helper.person, [paper])
    assert helping_named(helper.person, NOON) == []


def test_help_ends_by_itself_after_ninety_days(helper, add):
    paper = add()

    with pytest.raises(NotFound):
        operations.open_as_helper(helper_id=helper.pk, paper_id=paper.pk, person=helper.person, at=NOON + 90 * DAY)
    assert helping_named(helper.person, NOON + 90 * DAY) == []


def test_who_helped_before_is_asked_again_after_the_end(helper, ask):
    again = ask(helper.person, at=NOON + 91 * DAY)

    assert (again.agreed_at, Helper.objects.filter(withdrawn_at=None).get()) == (None, again)


def test_a_stranger_neither_agrees_nor_ends(ask):
    asked, stranger = ask(make_person()), make_person()

    with pytest.raises(NotFound):
        operations.agree_to_help(helper_id=asked.pk, person=stranger, at=NOON)
    with pytest.raises(NotFound):
        operations.end_help(helper_id=asked.pk, person=stranger, at=NOON)


def test_a_keeper_one_asked_already_and_a_fourth_are_refused(ask, owner):
    people = [make_person() for _ in range(4)]
    for person in people[:3]:
        ask(person)

    refusals = []
    for person in (owner.person, people[0], people[3]):
        with pytest.raises(Refused) as refused:
            ask(person)
        refusals.append(refused.value.code)

    assert refusals == ["keeper_already", "helper_already", "too_many_helpers"]


def test_whose_papers_they_are_is_told_in_two_queries_for_one_and_for_many(helper, owner, django_assert_num_queries):
    with django_assert_num_queries(2):
        rows = helping_named(helper.person, NOON)

    assert rows == [(helper, owner.organisation.name)]
