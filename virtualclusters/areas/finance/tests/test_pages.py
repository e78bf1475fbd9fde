"""Pages of packages: the lender's long form and its steps, the owner's list, one package, three side by side."""

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import make_member, make_owner
from virtualclusters.areas.finance.models import LenderSetting
from virtualclusters.areas.finance.packages.operations import set_two_persons
from virtualclusters.areas.finance.tests.lending import (
    draft_package,
    make_clerk,
    make_lender,
    make_spice_maker,
    publish_package,
    typed,
)
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.network.organisations.models import Role

pytestmark = pytest.mark.django_db
QUERIES_OF_THE_LIST = 14


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def branch(now):
    return make_lender(at=now, name="Sahyadri Sample Bank")


@pytest.fixture
def clerk(branch):
    return make_clerk(branch)


def browser(actor):
    client = Client()
    client.force_login(actor.person)
    return client


def words_missing(page, *words):
    shown = page.content.decode()
    return [word for word in words if word not in shown]


def test_an_officer_writes_a_package_and_publishes_it(branch, clerk, now):
    client = browser(clerk)

    kept = client.post("/en/lender/packages/new/", typed(), follow=True)
    draft = Opportunity.objects.get(kind="loan_package")
    before = draft.published_at
    client.post(f"/en/lender/packages/{draft.pk}/submit/")
    draft.refresh_from_db()

    assert words_missing(kept, "Kept as a draft", "10.25 %", "Loan for spice mills", "Only the bank decides") == []
    assert (before, draft.is_open(timezone.now())) == (None, True)


def test_what_was_typed_is_kept_when_something_is_wrong(branch, clerk):
    client = browser(clerk)

    refused = client.post("/en/lender/packages/new/", typed(amount_max="50000"))
    again = client.get("/en/lender/packages/new/")

    assert words_missing(refused, "The largest loan is below the smallest.") == []
    assert words_missing(again, 'value="50000"', "Small business desk, Pune") == []


def test_beside_the_form_stand_the_count_and_the_owners_view_in_hindi(branch, clerk, now):
    make_spice_maker(now)

    page = browser(clerk).post("/en/lender/packages/look/", typed(look_in="hi"))

    assert words_missing(page, "Fewer than 5 units fit.", "मसाला मिलों के लिए कर्ज़", "10.25 %") == []


def test_without_scripts_the_button_counts_and_shows_and_writes_nothing(branch, clerk, now):
    make_spice_maker(now)

    page = browser(clerk).post("/en/lender/packages/new/", typed(look="1"))

    assert words_missing(page, "Fewer than 5 units fit.", "All-in yearly cost") == []
    assert Opportunity.objects.count() == 0


def test_words_and_districts_that_nobody_knows_are_told_beside_the_field(branch, clerk):
    page = browser(clerk).post("/en/lender/packages/new/", typed(products="qwxzvj", districts="Puna, Xyzzy"))

    assert words_missing(page, "We do not know these words: qwxzvj.", "We do not know these districts: Xyzzy.") == []
    assert Opportunity.objects.count() == 0


def test_beside_the_form_it_says_which_two_rules_contradict_each_other(branch, clerk):
    page = browser(clerk).post("/en/lender/packages/look/", typed(turnover_min="5 crore", turnover_max="1 crore"))

    assert words_missing(page, "Sales a year: at least 5 crore rupees.", "Sales a year: at most 1 crore rupees.") == []


def test_the_last_package_can_be_copied(branch, clerk, now):
    publish_package(branch, clerk, at=now, title="Loan for oil mills")

    page = browser(clerk).get("/en/lender/packages/new/?copy=last")

    assert words_missing(page, "Loan for oil mills", 'value="0.625"', 'value="72"') == []


def test_a_second_person_approves_and_the_first_cannot(branch, clerk, now):
    manager = make_member(branch.organisation, role=Role.MANAGER)
    set_two_persons(organisation_id=branch.organisation_id, wanted=True, actor=manager, at=now)
    draft = draft_package(branch, clerk, at=now)
    browser(clerk).post(f"/en/lender/packages/{draft.pk}/submit/")

    own = browser(clerk).post(f"/en/lender/packages/{draft.pk}/approve/")
    waiting = browser(manager).get("/en/lender/packages/")
    browser(manager).post(f"/en/lender/packages/{draft.pk}/approve/")
    draft.refresh_from_db()

    assert (own.status_code, words_missing(own, "You wrote this yourself.")) == (422, [])
    assert words_missing(waiting, "Waits for a second person") == []
    assert draft.loan_package.approved_by_id == manager.person_id


def test_only_who_decides_says_whether_a_second_yes_is_wanted(branch, clerk):
    manager = make_member(branch.organisation, role=Role.MANAGER)

    refused = browser(clerk).post("/en/lender/packages/setting/", {"two_persons": "1"})
    browser(manager).post("/en/lender/packages/setting/", {"two_persons": "1"})

    assert refused.status_code == 403
    assert LenderSetting.objects.get().two_persons is True


def test_an_owner_reads_rule_by_rule_and_what_it_costs(branch, clerk, now):
    publish_package(branch, clerk, at=now, sizes=["micro"], states=["MH"])
    owner = make_owner(make_spice_maker(now))

    page = browser(owner).get("/en/loans/?amount=500000&months=36&wait=0")

    wanted = ["Loan for spice mills", "State: only Maharashtra.", "Tell us this", "Yes", "Not known"]
    assert words_missing(page, *wanted, "a year, all in", "Only the bank decides.", "How it arises") == []


def test_an_owner_reads_the_package_in_hindi(branch, clerk, now):
    package = publish_package(branch, clerk, at=now)
    owner = make_owner(make_spice_maker(now))

    page = browser(owner).get(f"/hi/loans/{package.pk}/")

    assert words_missing(page, "मसाला मिलों के लिए कर्ज़", "10.25 %") == []


def test_three_at_most_stand_side_by_side(branch, clerk, now):
    packages = [publish_package(branch, clerk, at=now, title=f"Loan {name}") for name in ("A", "B", "C", "D")]
    chosen = "&".join(f"p={one.pk}" for one in packages)

    page = Client().get(f"/en/loans/compare/?{chosen}&amount=500000&months=36")

    assert words_missing(page, "Loan A", "Loan B", "Loan C", "Three at a time") == []
    assert words_missing(page, "Loan D") == ["Loan D"]


def test_a_list_asks_as_much_of_the_database_for_ten_packages_as_for_one(branch, clerk, now, django_assert_num_queries):
    owner = browser(make_owner(make_spice_maker(now)))
    publish_package(branch, clerk, at=now)
    owner.get("/en/loans/")
    with django_assert_num_queries(QUERIES_OF_THE_LIST):
        owner.get("/en/loans/")
    for _ in range(9):
        publish_package(branch, clerk, at=now)
    with django_assert_num_queries(QUERIES_OF_THE_LIST):
        owner.get("/en/loans/")
