"""Messages before a paper ends; what remains when an owner closes or a person is forgotten; what she may take away."""

from datetime import timedelta

import pytest

from tests.factories import NOON, make_member, make_person
from virtualclusters.accounts import exporting
from virtualclusters.accounts.operations import erase
from virtualclusters.capabilities.files.models import File
from virtualclusters.capabilities.messaging.models import Notification
from virtualclusters.capabilities.wallet import operations
from virtualclusters.capabilities.wallet.jobs import remind_of_expiry
from virtualclusters.capabilities.wallet.models import Dossier, Helper
from virtualclusters.capabilities.wallet.queries import current_papers, is_live, looks_at
from virtualclusters.capabilities.wallet.tests.conftest import photo
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.organisations.models import Role
from virtualclusters.network.organisations.operations.leaving import close_organisation
from virtualclusters.network.organisations.operations.wallets import wallet_of

pytestmark = pytest.mark.django_db
LAST_DAY = (NOON + timedelta(days=40)).date()


def reminders():
    rows = Notification.objects.filter(key="wallet.paper_expires").order_by("pk")
    return [(row.person, row.variables["days"]) for row in rows]


def test_the_owner_is_told_thirty_and_seven_days_before_a_paper_ends_and_once_a_day_at_most(add, owner):
    add("fssai", expires_on=LAST_DAY)

    for days in (9, 10, 10, 11, 32, 33, 34):
        remind_of_expiry(at=NOON + timedelta(days=days))

    assert reminders() == [(owner.person, "30"), (owner.person, "7")]


def test_managers_are_told_too_staff_and_helpers_are_not(add, owner, helper):
    manager = make_member(owner.organisation, role=Role.MANAGER)
    make_member(owner.organisation, role=Role.STAFF)
    add("fssai", expires_on=LAST_DAY)

    remind_of_expiry(at=NOON + timedelta(days=10))

    assert {person for person, _days in reminders()} == {owner.person, manager.person}


def test_nobody_is_told_of_a_paper_that_was_replaced_or_removed(add, owner):
    replaced, removed = add("fssai", expires_on=LAST_DAY), add("quotation", expires_on=LAST_DAY)
    operations.replace_paper(paper_id=replaced.pk, upload=photo(), person=owner.person, at=NOON)
    operations.remove_paper(paper_id=removed.pk, person=owner.person, at=NOON)

    remind_of_expiry(at=NOON + timedelta(days=10))

    assert reminders() == []


def test_an_organisation_that_closes_ends_every_grant_and_all_help(add, show, owner, helper):
    given = show(add())

    close_organisation(organisation_id=owner.organisation_id, actor=owner, at=NOON)

    helper.refresh_from_db()
    assert (is_live(given.pk, NOON), helper.withdrawn_at) == (False, NOON)


def test_a_sole_owner_who_is_forgotten_takes_her_papers_with_her_and_openings_stay_without_words(
    add, show, owner, wallet
):
    paper = add("udyam", title="My own words")
    operations.open_paper(grant_id=show(paper).pk, paper_id=paper.pk, person=make_person(), at=NOON)

    erase(person=owner.person, at=NOON)

    paper.refresh_from_db()
    dossier = Dossier.objects.get()
    assert (current_papers(wallet.pk), File.objects.count(), paper.title) == ([], 0, "")
    assert (dossier.purpose, dossier.facts, looks_at(paper.pk).count()) == (f"#{dossier.pk}", {}, 1)


def test_a_firm_with_another_owner_keeps_its_papers(add, owner, wallet):
    make_member(owner.organisation)
    paper = add()

    erase(person=owner.person, at=NOON)

    assert current_papers(wallet.pk) == [paper]


def test_a_helper_who_is_forgotten_helps_no_more(helper):
    erase(person=helper.person, at=NOON)

    assert Helper.objects.get().withdrawn_at == NOON


def test_her_export_tells_the_papers_their_readers_and_their_openings(add, show, owner):
    paper = add("udyam", title="Certificate")
    operations.open_paper(grant_id=show(paper).pk, paper_id=paper.pk, person=make_person(), at=NOON)

    told = {section.name: rows for section, rows in exporting.everything_about(owner.person)}

    assert [(row["kind"], row["title"], row["file__name"]) for row in told["wallet_papers"]] == [
        ("udyam", "Certificate", "paper.jpg")
    ]
    assert [(row["reader"], row["withdrawn_at"]) for row in told["wallet_grants"]] == [("Sample Gramin Bank", None)]
    assert [(row["grant__reader"], row["at"]) for row in told["wallet_looks"]] == [("Sample Gramin Bank", NOON)]


def test_the_wallet_of_an_organisation_is_made_once_and_only_for_who_keeps_its_papers(owner, wallet):
    staff = make_member(owner.organisation, role=Role.STAFF)

    assert wallet_of(organisation_id=owner.organisation_id, actor=owner, at=NOON) == wallet
    with pytest.raises(NotFound):
        wallet_of(organisation_id=owner.organisation_id, actor=staff, at=NOON)


def test_a_wallet_is_no_archive(add, monkeypatch):
    monkeypatch.setattr("virtualclusters.capabilities.wallet.operations.papers.MOST_PAPERS", 1)
    add()

    with pytest.raises(Refused) as refused:
        add()
    assert refused.value.code == "too_many_papers"
