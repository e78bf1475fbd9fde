"""Pages of applications: an owner applies in two steps and sees where it stands; a lender works its table, one page, and a file."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import make_member, make_organisation, make_owner
from virtualclusters.areas.finance.applications.numbers import shown_number
from virtualclusters.areas.finance.applications.operations.paying import pay_out
from virtualclusters.areas.finance.applications.operations.working import ask_back
from virtualclusters.areas.finance.models import LoanApplication, Stage
from virtualclusters.areas.finance.tests.applying import lender_with_package, make_paper, say_no, say_yes, send
from virtualclusters.areas.finance.tests.lending import make_spice_maker
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.organisations.models import OrganisationKind, Role

pytestmark = pytest.mark.django_db
QUERIES_OF_THE_TABLE = 9


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def unit(now):
    return make_spice_maker(now)


@pytest.fixture
def owner(unit):
    return make_owner(unit)


@pytest.fixture
def bank(now):
    return lender_with_package(at=now)


@pytest.fixture
def sent(unit, owner, bank, now):
    return send(unit, bank[0], owner=owner, papers=[make_paper(owner, at=now)], at=now)[0]


def browser(actor):
    client = Client()
    client.force_login(actor.person)
    return client


def words_missing(page, *words):
    shown = page.content.decode()
    return [word for word in words if word not in shown]


def stage_of(application):
    return LoanApplication.objects.get(pk=application.pk).stage


def test_an_owner_applies_at_two_lenders_and_says_yes_to_one(unit, owner, bank, now):
    package, other = bank[0], lender_with_package("Godavari Sample Bank", at=now)[0]
    paper, client = make_paper(owner, at=now), browser(owner)
    asked = f"?go=1&p={package.pk}&p={other.pk}&amount=5+lakh&months=36&purpose=machines&facility=term_loan&words=Oven"

    first = client.get(f"/en/loans/{package.pk}/apply/")
    on = client.get(f"/en/loans/{package.pk}/apply/{asked}")
    second = client.get(on.url)
    sent = client.post(
        on.url, {"papers": [paper.pk], f"lender_{package.pk}": "60", f"lender_{other.pk}": "no"}, follow=True
    )

    application = LoanApplication.objects.get()
    assert words_missing(first, "Apply for a loan", "Godavari Sample Bank") == []
    assert (
        words_missing(second, "Quotation for what you want to buy", "May Godavari Sample Bank read these papers?") == []
    )
    assert words_missing(sent, shown_number(application.number), "They decide by", "Only the bank decides.") == []
    assert (application.amount, application.engagement.opportunity_id) == (Decimal(500_000), package.pk)


def test_a_bank_officer_finds_her_work_on_her_own_page_and_at_the_desk(bank):
    client = browser(bank[1])

    own, desk = client.get("/en/workspace/"), client.get("/en/desk/")

    assert words_missing(own, "/en/lender/loans/", "/en/lender/book/", "/en/lender/requests/") == []
    assert words_missing(desk, "/en/lender/loans/", "/en/lender/book/", "/en/lender/requests/") == []


def test_without_a_yes_to_a_lender_nothing_is_sent(owner, bank):
    package = bank[0]
    asked = f"?go=1&p={package.pk}&amount=500000&months=36&purpose=machines&facility=term_loan"

    page = browser(owner).post(f"/en/loans/{package.pk}/apply/papers/{asked}", {f"lender_{package.pk}": "no"})

    assert words_missing(page, "Without your yes nothing is sent.") == []
    assert LoanApplication.objects.count() == 0


def test_what_a_lender_does_not_lend_is_said_beside_it(owner, bank):
    asked = f"?go=1&p={bank[0].pk}&amount=9+crore&months=36&purpose=machines&facility=term_loan"

    page = browser(owner).get(f"/en/loans/{bank[0].pk}/apply/{asked}")

    assert words_missing(page, "Sahyadri Sample Bank: It lends from ₹1 lakh to ₹50 lakh.", 'value="9 crore"') == []


def test_a_question_is_answered_with_a_paper_on_the_owners_page(owner, bank, sent, now):
    ask_back(application_id=sent.pk, words="GST returns?", paper_kind="gst_returns", actor=bank[1], at=now)
    paper, client = make_paper(owner, kind="gst_returns", at=now), browser(owner)

    page = client.get(f"/en/loans/mine/{sent.pk}/")
    wrong = client.post(f"/en/loans/mine/{sent.pk}/answer/", {})
    client.post(f"/en/loans/mine/{sent.pk}/answer/", {"answer-words": "Here", "answer-papers": [paper.pk]})

    assert words_missing(page, "They ask you", "GST returns?", "Your turn") == []
    assert words_missing(wrong, "Write an answer, or choose a paper.") == []
    assert stage_of(sent) == Stage.DOCUMENTS


def test_after_a_no_the_page_says_why_how_and_when_and_later_lets_her_apply_again(owner, bank, sent, now):
    say_no(sent, bank[1], at=now)
    client = browser(owner)
    early = client.get(f"/en/loans/mine/{sent.pk}/")
    sent.decline.come_back_on = day_in_india(now)
    sent.decline.save()

    later = client.get(f"/en/loans/mine/{sent.pk}/")
    again = client.get(f"/en/loans/{bank[0].pk}/apply/?earlier={sent.pk}")

    assert words_missing(early, "Papers are missing", "Bring the GST returns of a year.", "We remind you") == []
    assert words_missing(early, "Apply again") == ["Apply again"]
    assert words_missing(later, "Apply again") == []
    assert words_missing(again, "What to mend first", "Bring the GST returns of a year.", 'value="500000"') == []


def test_an_owner_accepts_and_says_that_the_money_came(owner, bank, sent, now):
    say_yes(sent, bank[1], at=now)
    client = browser(owner)

    page = client.get(f"/en/loans/mine/{sent.pk}/")
    client.post(f"/en/loans/mine/{sent.pk}/accept/")
    paid = pay_out(
        application_id=sent.pk, amount=Decimal(450_000), paid_on=day_in_india(now), actor=bank[1], at=timezone.now()
    )
    client.post(f"/en/loans/mine/{sent.pk}/money/", {"money-paid": paid.pk, "money-came": "yes"})
    paid.refresh_from_db()

    assert words_missing(page, "What the bank says", "₹4,50,000, 10.25 per cent a year, 36 months") == []
    assert paid.came is True


def test_a_lender_works_its_table_and_moves_the_ticked(bank, sent, unit, now):
    client = browser(bank[1])

    table = client.get("/en/lender/loans/?turn=publisher&stage=nonsense")
    moved = client.post("/en/lender/loans/move/", {"loan": [sent.pk], "stage": "decision"}, follow=True)

    assert words_missing(table, unit.organisation.name, shown_number(sent.number), "₹5,00,000") == []
    assert words_missing(moved, "1 moved. Its owner is told.", "Being decided") == []


def test_the_lenders_page_asks_for_all_three_of_a_no_and_keeps_what_was_typed(bank, sent):
    client = browser(bank[1])

    wrong = client.post(f"/en/lender/loans/{sent.pk}/decline/", {"decline-way_to_fix": "Bring the returns of a year"})
    page = client.get(f"/en/lender/loans/{sent.pk}/")

    assert words_missing(wrong, "Bring the returns of a year", "Why?") == []
    assert stage_of(sent) == Stage.RECEIVED
    assert words_missing(page, "What the owner shows you", "Udyam certificate", "Pune", "Say no") == []


def test_a_day_to_come_back_that_is_over_is_refused_beside_its_field_and_the_words_stay(bank, sent, now):
    said = {"decline-reason": "papers", "decline-way_to_fix": "Bring the returns of a year"}
    day = {"decline-come_back_on_day": "31", "decline-come_back_on_month": "12", "decline-come_back_on_year": "2020"}

    wrong = browser(bank[1]).post(f"/en/lender/loans/{sent.pk}/decline/", said | day)

    assert words_missing(wrong, "Bring the returns of a year", "Choose a day from tomorrow on, within a year.") == []
    assert (wrong.status_code, stage_of(sent)) == (422, Stage.RECEIVED)


def test_a_step_that_another_took_just_now_is_refused_on_the_page_at_hand(bank, sent, now):
    say_no(sent, bank[1], at=now)

    wrong = browser(bank[1]).post(f"/en/lender/loans/{sent.pk}/move/", {"move-stage": "decision"})

    assert (wrong.status_code, stage_of(sent)) == (422, Stage.CLOSED)


def test_a_paper_opens_for_the_lender_and_for_no_other(bank, sent, owner, now):
    stranger = lender_with_package("Stranger Sample Bank", at=now)[1]
    address = f"/en/lender/loans/{sent.pk}/"

    assert [browser(one).get(address).status_code for one in (bank[1], stranger, owner)] == [200, 404, 403]
    assert browser(stranger).get(f"/en/loans/mine/{sent.pk}/").status_code == 403


def test_the_talk_leads_each_side_to_its_own_page(owner, bank, sent):
    ways = [browser(one).get(f"/en/loans/applications/{sent.pk}/").url for one in (owner, bank[1])]

    assert ways == [f"/en/loans/mine/{sent.pk}/", f"/en/lender/loans/{sent.pk}/"]


def test_the_table_asks_as_much_of_the_database_for_ten_as_for_one(bank, sent, now, django_assert_num_queries):
    client = browser(bank[1])
    client.get("/en/lender/loans/")
    with django_assert_num_queries(QUERIES_OF_THE_TABLE):
        client.get("/en/lender/loans/")
    for _ in range(9):
        send(make_spice_maker(now), bank[0], at=now)
    with django_assert_num_queries(QUERIES_OF_THE_TABLE):
        client.get("/en/lender/loans/")


def test_late_ones_stand_on_top_and_the_owner_reads_it_too(owner, bank, sent, now):
    newer = send(make_spice_maker(now), bank[0], at=now)[0]
    LoanApplication.objects.filter(pk=newer.pk).update(decide_by=day_in_india(now) - timedelta(days=1))

    table = browser(bank[1]).get("/en/lender/loans/").content.decode()

    assert table.index(shown_number(newer.number)) < table.index(shown_number(sent.number))
    assert "Late" in table


def test_accepting_keeps_what_she_ticked(unit, owner, bank, now):
    other, _clerk = lender_with_package("Godavari Sample Bank", at=now)
    chosen, kept = send(unit, bank[0], other, owner=owner, at=now)
    say_yes(chosen, bank[1], at=now)

    browser(owner).post(f"/en/loans/mine/{chosen.pk}/accept/", {"accept-keep": [kept.pk]})

    assert (stage_of(chosen), stage_of(kept)) == ("sanctioned", "received")


def test_a_packages_page_tells_how_its_lender_decided_from_the_fifth_decision_on(owner, bank, now):
    client, address = browser(owner), f"/en/loans/{bank[0].pk}/"
    for number in range(5):
        application = send(make_spice_maker(now), bank[0], at=now)[0]
        (say_yes if number < 2 else say_no)(application, bank[1], at=now + timedelta(days=number))
        if number == 3:
            early = client.get(address)

    page = client.get(address)

    assert words_missing(early, "How they decided so far") == ["How they decided so far"]
    assert words_missing(page, "Decisions: 5, yes: 2. Half of them came within 2 days.", "Papers are missing: 3") == []


def test_the_administrator_sees_a_late_promise_without_its_amount(bank, sent, unit, now):
    LoanApplication.objects.filter(pk=sent.pk).update(decide_by=day_in_india(now) - timedelta(days=2))
    administrator = make_member(make_organisation(kind=OrganisationKind.ADMINISTRATOR, at=now), role=Role.MANAGER)

    page = browser(administrator).get("/en/desk/late-loans/")

    assert (
        words_missing(page, "Sahyadri Sample Bank", unit.organisation.name, shown_number(sent.number), "2 days") == []
    )
    assert words_missing(page, "5,00,000") == ["5,00,000"]


MOST_QUERIES, MOST_QUERIES_AT_A_DESK = 15, 20


def test_no_page_of_an_application_asks_more_of_the_database_than_the_house_allows(
    owner, bank, sent, now, django_assert_max_num_queries
):
    asked = f"?go=1&p={bank[0].pk}&amount=500000&months=36&purpose=machines&facility=term_loan"
    ask_back(application_id=sent.pk, words="Which oven?", paper_kind="udyam", actor=bank[1], at=now)
    phone, desk = browser(owner), browser(bank[1])
    own = [
        "loans/mine/",
        f"loans/mine/{sent.pk}/",
        f"loans/{bank[0].pk}/apply/",
        f"loans/{bank[0].pk}/apply/papers/{asked}",
    ]

    phone.get("/en/loans/")
    for address in own:
        with django_assert_max_num_queries(MOST_QUERIES, info=address):
            assert phone.get(f"/en/{address}").status_code == 200
    with django_assert_max_num_queries(MOST_QUERIES_AT_A_DESK):
        assert desk.get(f"/en/lender/loans/{sent.pk}/").status_code == 200
