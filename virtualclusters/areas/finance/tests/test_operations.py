"""Verbs of packages: written, published, approved by another, confirmed, withdrawn; and who may not."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from tests.factories import NOON, make_concept, make_member, make_owner, make_unit
from virtualclusters.areas.finance.models import PackageDetail
from virtualclusters.areas.finance.packages.operations import (
    approve_package,
    confirm_package,
    discard_package,
    return_package,
    set_two_persons,
    submit_package,
    withdraw_package,
    write_package,
)
from virtualclusters.areas.finance.tests.lending import (
    draft_package,
    make_clerk,
    make_lender,
    publish_package,
    told,
)
from virtualclusters.capabilities.events.models import Event
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.capabilities.messaging.models import Notification
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.organisations.models import Role

pytestmark = pytest.mark.django_db
LATER = NOON + timedelta(days=40)


@pytest.fixture
def branch():
    return make_lender()


@pytest.fixture
def clerk(branch):
    return make_clerk(branch)


@pytest.fixture
def manager(branch):
    return make_member(branch.organisation, role=Role.MANAGER)


def waiting_package(branch, clerk, manager):
    set_two_persons(organisation_id=branch.organisation_id, wanted=True, actor=manager, at=NOON)
    draft = draft_package(branch, clerk)
    submit_package(package_id=draft.pk, actor=clerk, at=NOON)
    return draft


def codes_about(opportunity):
    return list(Event.objects.filter(subject_id=opportunity.pk).order_by("pk").values_list("code", flat=True))


def test_a_draft_holds_its_slabs_rules_and_words_and_nobody_else_sees_it(branch, clerk):
    spices = make_concept("spices")

    draft = draft_package(
        branch, clerk, products=[spices.pk], sizes=["micro", "small"], turnover_max=Decimal(20_000_000)
    )

    rows = list(draft.rules.order_by("pk").values_list("fact", "operator", "value"))
    assert rows == [("size_class", "one_of", ["micro", "small"]), ("turnover_lakh", "at_most", 200)]
    assert [(fee.above, fee.percent) for fee in draft.loan_package.fees.order_by("pk")] == [
        (0, None),
        (300_000, Decimal("0.625")),
    ]
    assert list(draft.loan_package.words.values_list("language", flat=True)) == ["hi"]
    assert list(draft.concepts.values_list("role", "concept")) == [("offers", spices.pk)]
    assert Opportunity.objects.visible_to(make_owner(make_unit()), NOON).count() == 0
    assert codes_about(draft) == []


def test_a_draft_written_anew_forgets_what_stood_there(branch, clerk):
    draft = draft_package(branch, clerk, sizes=["micro"])

    write_package(told=told(months_max=60, fees=[]), package_id=draft.pk, actor=clerk, at=LATER)

    detail = PackageDetail.objects.get()
    assert (detail.months_max, detail.fees.count(), draft.rules.count()) == (60, 0, 0)


def test_a_published_package_is_open_confirmed_today_and_told_of(branch, clerk):
    package = publish_package(branch, clerk)

    assert (package.is_open(NOON), package.loan_package.last_confirmed_on.isoformat()) == (True, "2026-11-20")
    assert codes_about(package) == ["opportunity.published"]


def test_rules_that_contradict_each_other_are_not_published_and_it_says_which_two(branch, clerk):
    draft = draft_package(branch, clerk, years_min=5, years_max=3)

    with pytest.raises(Refused) as refused:
        submit_package(package_id=draft.pk, actor=clerk, at=NOON)

    assert refused.value.code == "contradictory_rules"
    assert refused.value.sentence == (
        "No unit can meet both of these rules: “Years in business: at least 5 years.” and “Years in business: at most 3 years.”"
    )


def test_with_two_persons_the_writer_cannot_say_the_second_yes(branch, clerk, manager):
    package = waiting_package(branch, clerk, manager)

    with pytest.raises(Refused) as refused:
        approve_package(package_id=package.pk, actor=clerk, at=NOON)
    approve_package(package_id=package.pk, actor=manager, at=NOON)

    package.refresh_from_db()
    assert (refused.value.code, package.is_open(NOON)) == ("own_draft", True)
    assert codes_about(package) == ["loan_package.submitted", "opportunity.published"]


def messages_to(actor):
    return list(Notification.objects.filter(person=actor.person).order_by("pk").values_list("key", flat=True))


def test_whoever_may_say_the_second_yes_hears_of_it_and_the_writer_does_not(branch, clerk, manager):
    colleague, other_bank = make_clerk(branch), make_clerk(make_lender())

    waiting_package(branch, clerk, manager)
    run_jobs()

    heard = {name: messages_to(one) for name, one in (("manager", manager), ("colleague", colleague))}
    assert heard == {"manager": ["loan_package.waits"], "colleague": ["loan_package.waits"]}
    assert (messages_to(clerk), messages_to(other_bank)) == ([], [])


def test_the_writer_hears_of_a_package_that_came_back(branch, clerk, manager):
    package = waiting_package(branch, clerk, manager)
    return_package(package_id=package.pk, words="The fee is wrong.", actor=manager, at=NOON)
    run_jobs()

    assert (messages_to(clerk), messages_to(manager)) == (["loan_package.came_back"], [])


def test_the_database_refuses_one_person_in_both_places(branch, clerk, manager):
    package = waiting_package(branch, clerk, manager)

    with pytest.raises(IntegrityError, match="package_second_person_is_another"), transaction.atomic():
        PackageDetail.objects.filter(pk=package.pk).update(approved_by=clerk.person)


def test_what_is_sent_back_can_be_changed_and_waits_no_more(branch, clerk, manager):
    package = waiting_package(branch, clerk, manager)

    return_package(package_id=package.pk, words="The term is too long.", actor=manager, at=NOON)

    detail = PackageDetail.objects.get()
    assert (detail.submitted_at, detail.returned_words) == (None, "The term is too long.")
    with pytest.raises(Refused, match="does_not_wait"):
        approve_package(package_id=package.pk, actor=manager, at=NOON)


def test_writing_a_waiting_package_anew_asks_for_the_second_yes_anew(branch, clerk, manager):
    package = waiting_package(branch, clerk, manager)

    write_package(told=told(months_max=48), package_id=package.pk, actor=manager, at=NOON)

    with pytest.raises(Refused, match="does_not_wait"):
        approve_package(package_id=package.pk, actor=clerk, at=NOON)


def test_confirming_notes_the_day_and_the_benchmark_of_today(branch, clerk):
    package = publish_package(branch, clerk)

    detail = confirm_package(package_id=package.pk, actor=clerk, at=LATER, benchmark_percent=Decimal("8.00"))

    assert (detail.benchmark_percent, detail.benchmark_as_of.isoformat()) == (Decimal("8.00"), "2026-12-30")
    assert detail.last_confirmed_on.isoformat() == "2026-12-30"


def test_a_benchmark_that_makes_the_rate_negative_is_refused(branch, clerk):
    package = publish_package(branch, clerk, spread_min=Decimal(-4), spread_max=Decimal(0))

    with pytest.raises(Refused, match="rate_below_nothing"):
        confirm_package(package_id=package.pk, actor=clerk, at=LATER, benchmark_percent=Decimal(3))


def test_a_withdrawn_package_is_over_and_both_events_tell_of_it(branch, clerk):
    package = publish_package(branch, clerk)

    withdraw_package(package_id=package.pk, actor=clerk, at=LATER)

    package.refresh_from_db()
    assert (package.is_open(LATER), package.end_reason) == (False, "withdrawn")
    assert codes_about(package) == ["opportunity.published", "opportunity.ended", "loan_package.withdrawn"]


def test_a_published_package_is_neither_changed_nor_thrown_away(branch, clerk):
    package = publish_package(branch, clerk)

    for change in (
        lambda: write_package(told=told(), package_id=package.pk, actor=clerk, at=LATER),
        lambda: discard_package(package_id=package.pk, actor=clerk, at=LATER),
        lambda: submit_package(package_id=package.pk, actor=clerk, at=LATER),
    ):
        with pytest.raises(Refused, match="published_already"):
            change()


def test_a_draft_can_be_thrown_away(branch, clerk):
    draft = draft_package(branch, clerk)

    discard_package(package_id=draft.pk, actor=clerk, at=NOON)

    assert (Opportunity.objects.count(), PackageDetail.objects.count()) == (0, 0)


def test_another_bank_finds_no_package_of_this_one(branch, clerk):
    draft, stranger = draft_package(branch, clerk), make_clerk(make_lender())

    for verb in (submit_package, approve_package, confirm_package, withdraw_package, discard_package):
        with pytest.raises(NotFound):
            verb(package_id=draft.pk, actor=stranger, at=NOON)


def test_an_enterprise_writes_no_package():
    unit = make_unit()

    with pytest.raises(Refused, match="wrong_publisher"):
        write_package(told=told(), unit_id=unit.pk, actor=make_owner(unit), at=NOON)
