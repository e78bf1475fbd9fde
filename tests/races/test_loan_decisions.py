"""Two officers decide the same application at once; an owner says yes to two lenders at once; two move the same table at once."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from tests.factories import NOON, make_owner
from virtualclusters.areas.finance.applications.operations.ending import accept
from virtualclusters.areas.finance.applications.operations.showing import read_paper
from virtualclusters.areas.finance.applications.operations.working import move_many
from virtualclusters.areas.finance.models import Decline, LoanApplication, Stage
from virtualclusters.areas.finance.tests.applying import lender_with_package, make_paper, say_no, say_yes, send
from virtualclusters.areas.finance.tests.lending import make_clerk, make_spice_maker
from virtualclusters.capabilities.wallet.models import Grant, Look
from virtualclusters.capabilities.wallet.operations import withdraw
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.organisations.operations.wallets import wallet_of

pytestmark = pytest.mark.races


def _at_once(*calls):
    """What each call came to: its word, or the refusal's code."""
    start = threading.Barrier(len(calls))

    def done(call):
        start.wait()
        try:
            call()
            return "done"
        except Refused as refused:
            return refused.code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return sorted(pool.map(done, calls))


def test_of_a_yes_and_a_no_at_the_same_moment_one_stands(committing_database):
    package, clerk = lender_with_package()
    colleague = make_clerk(package.unit)
    sent = send(make_spice_maker(), package)[0]

    outcomes = _at_once(lambda: say_yes(sent, clerk), lambda: say_no(sent, colleague))

    found = LoanApplication.objects.get(pk=sent.pk)
    assert outcomes == ["decided_already", "done"]
    assert (found.stage == Stage.SANCTIONED) != Decline.objects.filter(application=found).exists()


def test_of_two_yeses_of_an_owner_at_the_same_moment_one_stands(committing_database):
    banks = [lender_with_package(f"Sample Bank {name}") for name in ("A", "B")]
    unit = make_spice_maker()
    owner = make_owner(unit)
    sent = send(unit, *(package for package, _ in banks), owner=owner)
    for application, (_package, clerk) in zip(sent, banks, strict=True):
        say_yes(application, clerk)

    outcomes = _at_once(
        *(lambda pk=one.pk: accept(application_id=pk, keep_ids=[], actor=owner, at=NOON) for one in sent)
    )

    assert outcomes == ["done", "not_to_accept"]
    assert LoanApplication.objects.filter(accepted_at__isnull=False).count() == 1


def test_two_officers_who_move_the_same_ticks_move_each_once(committing_database):
    package, clerk = lender_with_package()
    colleague = make_clerk(package.unit)
    ids = [send(make_spice_maker(), package)[0].pk for _ in range(4)]

    outcomes = _at_once(
        lambda: move_many(application_ids=ids, stage=Stage.DECISION, actor=clerk, at=NOON),
        lambda: move_many(application_ids=ids[::-1], stage=Stage.DECISION, actor=colleague, at=NOON),
    )

    assert outcomes == ["done", "done"]
    assert list(LoanApplication.objects.values_list("stage", flat=True)) == [Stage.DECISION] * 4


def test_a_second_click_on_send_at_the_same_moment_makes_one_application_and_one_grant(committing_database):
    package, _clerk = lender_with_package()
    unit = make_spice_maker()
    owner = make_owner(unit)
    wallet_of(organisation_id=owner.organisation_id, actor=owner, at=NOON)

    outcomes = _at_once(*[lambda: send(unit, package, owner=owner)] * 2)

    assert (outcomes, LoanApplication.objects.count(), Grant.objects.count()) == (["applied_already", "done"], 1, 1)


def test_a_paper_that_is_read_while_the_owner_withdraws_her_yes_is_read_before_it_or_not_at_all(committing_database):
    package, clerk = lender_with_package()
    unit = make_spice_maker()
    owner = make_owner(unit)
    paper = make_paper(owner)
    [sent] = send(unit, package, owner=owner, papers=[paper])

    def read():
        try:
            read_paper(application_id=sent.pk, paper_id=paper.pk, actor=clerk, at=NOON)
        except NotFound as none:
            raise Refused("not_found", "") from none

    def end():
        withdraw(grant_id=sent.grant_id, person=owner.person, reason="", at=NOON)

    outcomes = _at_once(read, end)

    assert (Look.objects.filter(grant=sent.grant_id).count() == 1) == (outcomes == ["done", "done"])
    with pytest.raises(NotFound):
        read_paper(application_id=sent.pk, paper_id=paper.pk, actor=clerk, at=NOON)
