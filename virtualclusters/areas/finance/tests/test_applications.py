"""Applications: sent to several lenders, worked on, decided with its facts; accepting one ends the others; nobody else sees them."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from tests.factories import NOON, make_owner
from virtualclusters.areas.finance.applications import days
from virtualclusters.areas.finance.applications.numbers import as_number, new_number, shown_number
from virtualclusters.areas.finance.applications.operations.applying import Asked
from virtualclusters.areas.finance.applications.operations.ending import accept, withdraw
from virtualclusters.areas.finance.applications.operations.paying import pay_back, pay_out, say_whether_it_came
from virtualclusters.areas.finance.applications.operations.showing import read_paper
from virtualclusters.areas.finance.applications.operations.working import (
    answer_back,
    ask_back,
    move,
    move_many,
    note_visit,
    plan_visit,
)
from virtualclusters.areas.finance.models import Decline, LoanApplication, Stage
from virtualclusters.areas.finance.tests.applying import (
    ASKED,
    lender_with_package,
    make_paper,
    say_no,
    say_yes,
    send,
)
from virtualclusters.areas.finance.tests.lending import make_spice_maker
from virtualclusters.capabilities.wallet.models import Grant
from virtualclusters.capabilities.wallet.queries import is_live, readable_papers
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.engagements.operations.opening import invite
from virtualclusters.foundation.errors import NotFound, Refused

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def unit():
    return make_spice_maker()


@pytest.fixture
def owner(unit):
    return make_owner(unit)


@pytest.fixture
def bank():
    return lender_with_package()


@pytest.fixture
def sent(unit, owner, bank):
    return send(unit, bank[0], owner=owner)[0]


def stands(application):
    found = LoanApplication.objects.select_related("engagement").get(pk=application.pk)
    return found.stage, found.engagement.phase, found.engagement.turn


def refusal(step, /, **told):
    with pytest.raises(Refused) as refused:
        step(at=NOON, **told)
    return refused.value.code


def test_one_set_of_papers_goes_to_two_lenders_each_with_a_number_a_day_and_a_grant(unit, owner, bank):
    other, _clerk = lender_with_package("Godavari Sample Bank")
    paper = make_paper(owner)

    sent = send(unit, bank[0], other, owner=owner, papers=[paper])

    assert [(one.amount, one.stage, one.decide_by) for one in sent] == [
        (Decimal(500_000), Stage.RECEIVED, date(2026, 12, 10))
    ] * 2
    assert len({one.number for one in sent}) == 2
    assert {one.dossier_id for one in sent} == {sent[0].dossier_id}
    assert [[read.pk for read in readable_papers(one.grant_id, NOON)] for one in sent] == [[paper.pk]] * 2
    assert stands(sent[0]) == ("received", "asked", "publisher")


def test_a_number_is_known_with_spaces_and_not_with_a_wrong_digit():
    number = new_number()

    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)

    assert (as_number(shown_number(number)), as_number(wrong)) == (number, None)


def test_small_loans_are_decided_within_fourteen_working_days_whatever_the_package_promises(settings):
    settings.PUBLIC_HOLIDAYS = ["11-24"]
    friday = date(2026, 11, 20)

    assert days.promised_day(friday, 30, Decimal(2_500_000)) == date(2026, 12, 11)
    assert days.promised_day(friday, 5, Decimal(2_500_000)) == date(2026, 11, 30)
    assert days.promised_day(friday, 30, Decimal(2_500_001)) == date(2027, 1, 4)


def test_the_day_moves_on_by_the_working_days_a_question_waits(settings):
    settings.PUBLIC_HOLIDAYS = []

    assert days.moved_on(date(2026, 12, 10), NOON, NOON + 4 * DAY) == date(2026, 12, 14)


def test_what_a_package_does_not_lend_is_refused_with_its_limits(unit, owner, bank):
    asked = Asked(Decimal(9_000_000), 36, "machines", "term_loan")

    assert refusal(lambda at: send(unit, bank[0], owner=owner, asked=asked)) == "does_not_lend_so"


def test_a_second_application_at_the_same_lender_is_refused(unit, owner, bank, sent):
    assert refusal(lambda at: send(unit, bank[0], owner=owner)) == "applied_already"


def test_an_invited_unit_says_yes_by_applying_and_not_by_a_tap(unit, owner, bank):
    package, clerk = bank
    invited = invite(opportunity_id=package.pk, unit_id=unit.pk, actor=clerk, at=NOON)

    tapped = refusal(act, engagement_id=invited.pk, verb="take_up", actor=owner)
    sent = send(unit, package, owner=owner)[0]

    assert (tapped, sent.pk, stands(sent)) == ("apply_first", invited.pk, ("received", "asked", "publisher"))


def test_a_lender_moves_asks_is_answered_visits_and_sanctions(owner, bank, sent):
    _package, clerk = bank
    paper = make_paper(owner, kind="gst_returns")

    move(application_id=sent.pk, stage=Stage.DOCUMENTS, actor=clerk, at=NOON)
    query = ask_back(
        application_id=sent.pk, words="GST of the last year?", paper_kind="gst_returns", actor=clerk, at=NOON
    )
    asked = stands(sent)
    answer_back(
        application_id=sent.pk, query_id=query.pk, words="Here", paper_ids=[paper.pk], actor=owner, at=NOON + 3 * DAY
    )
    answered = stands(sent)
    visit = plan_visit(
        application_id=sent.pk, planned_at=NOON + 5 * DAY, place="The mill", actor=clerk, at=NOON + 4 * DAY
    )
    note_visit(
        application_id=sent.pk,
        visit_id=visit.pk,
        done_on=date(2026, 11, 25),
        note="Clean",
        actor=clerk,
        at=NOON + 5 * DAY,
    )
    say_yes(sent, clerk, at=NOON + 6 * DAY)

    sent.refresh_from_db()
    assert (asked, answered) == (("query", "shortlisted", "answerer"), ("documents", "shortlisted", "publisher"))
    assert [one.pk for one in readable_papers(sent.grant_id, NOON + 6 * DAY)] == [paper.pk]
    assert sent.decide_by == date(2026, 12, 11)
    assert stands(sent) == ("sanctioned", "agreed", "answerer")


def test_a_question_open_allows_no_second_one(bank, sent):
    ask_back(application_id=sent.pk, words="Which oven?", paper_kind="", actor=bank[1], at=NOON)

    assert refusal(ask_back, application_id=sent.pk, words="Why?", paper_kind="", actor=bank[1]) == "query_open"


@pytest.mark.parametrize(
    "missing", [{"reason": ""}, {"reason": "because"}, {"way_to_fix": " "}, {"come_back_on": None}]
)
def test_a_no_without_reason_way_or_day_is_refused(bank, sent, missing):
    told = {"reason": "papers", "way_to_fix": "Bring the returns.", "come_back_on": date(2026, 12, 20)} | missing

    assert refusal(lambda at: say_no(sent, bank[1], **told)) == "decline_incomplete"
    assert stands(sent) == ("received", "asked", "publisher")


def test_the_shared_page_cannot_say_no_or_yes_without_the_facts(bank, sent):
    codes = [
        refusal(act, engagement_id=sent.pk, verb=verb, reason="papers", actor=bank[1])
        for verb in ("shortlist", "choose", "decline")
    ]

    assert codes == ["not_begun", "not_sanctioned", "decline_incomplete"]


def test_why_a_reader_lost_the_papers_is_kept_so_that_every_reader_reads_it_in_her_language(bank, sent):
    with translation.override("hi"):
        say_no(sent, bank[1])

    assert Grant.objects.get(dossier=sent.grant.dossier_id).reason == "The loan was declined"


def test_the_database_keeps_no_decline_without_a_way_to_mend(bank, sent):
    columns = {"application": sent, "reason": "papers", "come_back_on": date(2026, 12, 20), "declined_at": NOON}

    with pytest.raises(IntegrityError), transaction.atomic():
        Decline.objects.create(way_to_fix="  ", declined_by=bank[1].person, **columns)


def test_a_no_closes_the_papers_at_once(owner, bank, unit):
    sent = send(unit, bank[0], owner=owner, papers=[make_paper(owner)])[0]

    say_no(sent, bank[1])

    assert (stands(sent), is_live(sent.grant_id, NOON)) == (("closed", "declined", ""), False)


def test_after_a_no_she_comes_back_and_the_new_one_knows_the_old(unit, owner, bank, sent):
    say_no(sent, bank[1])

    again = send(unit, bank[0], owner=owner, at=NOON + 31 * DAY, earlier_id=sent.pk)[0]

    assert (again.earlier_id, again.number == sent.number) == (sent.pk, False)


def test_accepting_one_ends_the_others_for_the_same_purpose_but_those_kept(unit, owner, bank):
    banks = [bank, *(lender_with_package(f"Sample Bank {name}") for name in ("B", "C"))]
    other, _clerk = lender_with_package("Sample Bank D", purposes=["vehicle"])
    chosen, kept, ended = send(unit, *(package for package, _ in banks), owner=owner)
    van = send(unit, other, owner=owner, asked=Asked(Decimal(300_000), 24, "vehicle", "term_loan"))[0]
    say_yes(chosen, bank[1])

    accept(application_id=chosen.pk, keep_ids=[kept.pk], actor=owner, at=NOON)

    assert [stands(one)[:2] for one in (chosen, kept, ended, van)] == [
        ("sanctioned", "agreed"),
        ("received", "asked"),
        ("closed", "withdrawn"),
        ("received", "asked"),
    ]
    assert [is_live(one.grant_id, NOON) for one in (chosen, kept, ended)] == [True, True, False]
    assert Engagement.objects.get(pk=ended.pk).end_reason == "other_chosen"


def test_money_is_paid_out_only_after_her_yes_once_and_never_more_than_sanctioned(owner, bank, sent):
    clerk, day = bank[1], date(2026, 11, 20)
    say_yes(sent, clerk)
    paid = {"application_id": sent.pk, "paid_on": day, "actor": clerk}
    early = refusal(pay_out, amount=Decimal(100_000), **paid)
    accept(application_id=sent.pk, keep_ids=[], actor=owner, at=NOON)

    first = pay_out(amount=Decimal(400_000), at=NOON, **paid)
    again = pay_out(amount=Decimal(400_000), at=NOON, **paid)
    more = refusal(pay_out, amount=Decimal(50_001), **paid)

    assert (early, more, again.pk) == ("not_accepted", "paid_too_much", first.pk)
    assert stands(sent) == ("disbursed", "under_way", "publisher")


def test_the_owner_says_whether_it_came_and_the_loan_is_paid_back(owner, bank, sent):
    say_yes(sent, bank[1])
    accept(application_id=sent.pk, keep_ids=[], actor=owner, at=NOON)
    paid = pay_out(application_id=sent.pk, amount=Decimal(450_000), paid_on=date(2026, 11, 20), actor=bank[1], at=NOON)

    said = say_whether_it_came(
        application_id=sent.pk, disbursement_id=paid.pk, came=True, actor=owner, at=NOON + 7 * DAY
    )
    pay_back(application_id=sent.pk, actor=bank[1], at=NOON + 400 * DAY)

    assert (said.came, stands(sent)) == (True, ("closed", "closed", ""))


def test_stepping_back_closes_the_papers(owner, bank, sent):
    withdraw(application_id=sent.pk, reason="cost", actor=owner, at=NOON)

    assert (stands(sent), is_live(sent.grant_id, NOON)) == (("closed", "withdrawn", ""), False)


def test_many_are_moved_at_once_and_those_without_a_way_are_named(owner, bank, sent):
    decided = send(make_spice_maker(), bank[0])[0]
    say_yes(decided, bank[1])

    moved, left = move_many(application_ids=[sent.pk, decided.pk, 0], stage=Stage.DECISION, actor=bank[1], at=NOON)

    assert ([one.pk for one in moved], left) == ([sent.pk], [0, decided.pk])


def test_another_lender_and_another_owner_find_nothing(owner, bank, sent):
    _other, stranger = lender_with_package("Stranger Sample Bank")
    elsewhere = make_owner(make_spice_maker())
    told = {"application_id": sent.pk, "at": NOON}

    for verb, facts in [
        (move, {"stage": Stage.DOCUMENTS, "actor": stranger}),
        (move, {"stage": Stage.DOCUMENTS, "actor": owner}),
        (read_paper, {"paper_id": 1, "actor": stranger}),
        (accept, {"keep_ids": [], "actor": elsewhere}),
        (withdraw, {"reason": "cost", "actor": elsewhere}),
        (withdraw, {"reason": "cost", "actor": bank[1]}),
    ]:
        with pytest.raises(NotFound):
            verb(**told, **facts)


def test_the_lender_reads_a_paper_until_the_application_ends(unit, owner, bank):
    paper = make_paper(owner)
    sent = send(unit, bank[0], owner=owner, papers=[paper])[0]
    told = {"application_id": sent.pk, "paper_id": paper.pk, "actor": bank[1], "at": NOON}

    file = read_paper(**told)
    withdraw(application_id=sent.pk, reason="cost", actor=owner, at=NOON)

    assert file == paper.file
    with pytest.raises(NotFound):
        read_paper(**told)


def test_asked_is_kept_as_facts_of_the_day(sent):
    assert {name: sent.dossier.facts[name] for name in ("amount", "months", "purpose", "district")} == {
        "amount": str(ASKED.amount),
        "months": 36,
        "purpose": "machines",
        "district": "Pune",
    }
