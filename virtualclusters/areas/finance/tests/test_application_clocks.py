"""Nobody is left in silence: a message a step, a package taken back, a lender gone, late promises, the day to come back; stages by file."""

from datetime import timedelta
from decimal import Decimal
from io import BytesIO, StringIO

import pytest
from django.utils import timezone

from tests.factories import make_member, make_owner
from virtualclusters.areas.finance.applications import clocks, handing_out, pipeline
from virtualclusters.areas.finance.applications.imports import LOAN_STAGES
from virtualclusters.areas.finance.applications.numbers import new_number
from virtualclusters.areas.finance.applications.operations.ending import accept
from virtualclusters.areas.finance.applications.operations.paying import pay_out, say_whether_it_came
from virtualclusters.areas.finance.models import LoanApplication, Stage
from virtualclusters.areas.finance.packages.operations import withdraw_package
from virtualclusters.areas.finance.tests.applying import lender_with_package, make_paper, say_no, say_yes, send
from virtualclusters.areas.finance.tests.lending import make_spice_maker
from virtualclusters.capabilities.imports import operations as imports
from virtualclusters.capabilities.imports import queries
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.capabilities.messaging.models import Notification
from virtualclusters.capabilities.wallet.queries import is_live
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.organisations.models import Role
from virtualclusters.network.organisations.operations.leaving import close_organisation

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
HEADINGS = "Application number,Stage,Date,Amount,Rate,Months,Reason code,How to mend it,Come back on\n"


@pytest.fixture(autouse=True)
def state_folder(settings, tmp_path):
    settings.VIRTUALCLUSTERS_STATE = str(tmp_path)


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
    application = send(unit, bank[0], owner=owner, papers=[make_paper(owner, at=now)], at=now)[0]
    run_jobs()
    return application


def told(actor):
    """The keys of what a person was told of loans, in order."""
    rows = Notification.objects.filter(person=actor.person, key__startswith="loan.")
    return list(rows.order_by("pk").values_list("key", flat=True))


def stands(application):
    found = LoanApplication.objects.select_related("engagement").get(pk=application.pk)
    return found.stage, found.engagement.phase


def bring_in(clerk, rows, at):
    """Send a file of stages and let the worker do its part."""

    upload = BytesIO((HEADINGS + rows).encode())
    job = imports.start(spec="loan_stages", name="stages.csv", upload=upload, person=clerk.person, at=at)
    run_jobs()
    job.refresh_from_db()
    imports.confirm(import_id=job.pk, person=clerk.person, mapping=queries.guessed_mapping(job), at=at)
    run_jobs()
    job.refresh_from_db()
    return job


def test_both_hear_of_an_application_and_the_owner_of_the_lenders_yes(owner, bank, sent, now):
    say_yes(sent, bank[1], at=now)
    run_jobs()

    assert told(owner) == ["loan.sent", "loan.sanctioned"]
    assert told(bank[1]) == ["loan.received"]


def test_an_owner_hears_the_reason_of_a_no_and_the_day_to_come_back(owner, bank, sent, now):
    say_no(sent, bank[1], at=now)
    run_jobs()

    said = Notification.objects.get(person=owner.person, key="loan.declined").variables
    assert told(owner) == ["loan.sent", "loan.declined"]
    assert (said["why"], said["day"]) == ("papers", str(day_in_india(now + 30 * DAY)))


def test_a_package_taken_back_leaves_no_applicant_in_silence(owner, bank, sent, now):
    chosen = make_spice_maker(now)
    lucky = make_owner(chosen)
    agreed = send(chosen, bank[0], owner=lucky, at=now)[0]
    say_yes(agreed, bank[1], at=now)

    withdraw_package(package_id=bank[0].pk, actor=bank[1], at=timezone.now())
    run_jobs()

    assert stands(sent) == ("closed", "declined")
    assert (is_live(sent.grant_id, timezone.now()), told(owner)) == (False, ["loan.sent", "loan.over"])
    assert stands(agreed) == ("sanctioned", "agreed")
    assert told(lucky) == ["loan.sent", "loan.sanctioned", "loan.yes_stands"]


def test_a_lender_that_closes_leaves_no_applicant_in_silence(owner, bank, sent):
    manager = make_member(bank[0].unit.organisation, role=Role.OWNER)

    close_organisation(organisation_id=manager.organisation_id, actor=manager, at=timezone.now())
    run_jobs()

    assert (stands(sent), told(owner)) == (("closed", "declined"), ["loan.sent", "loan.over"])


def test_a_lender_that_closes_tells_also_those_to_whom_it_said_yes(owner, bank, sent, now):
    say_yes(sent, bank[1], at=now)
    manager = make_member(bank[0].unit.organisation, role=Role.OWNER)

    close_organisation(organisation_id=manager.organisation_id, actor=manager, at=timezone.now())
    run_jobs()

    assert told(owner) == ["loan.sent", "loan.sanctioned", "loan.lender_left"]


def test_accepting_one_tells_the_lenders_of_the_others(owner, unit, bank, sent, now):
    other, clerk = lender_with_package("Godavari Sample Bank", at=now)
    send(unit, other, owner=owner, at=now)
    say_yes(sent, bank[1], at=now)

    accept(application_id=sent.pk, keep_ids=[], actor=owner, at=now)
    run_jobs()

    assert told(bank[1]) == ["loan.received", "loan.accepted"]
    assert told(clerk) == ["loan.received", "loan.taken_back"]


def test_a_lender_is_reminded_and_past_its_day_both_hear_once(owner, bank, sent):
    soon = sent.received_at + timedelta(days=(sent.decide_by - day_in_india(sent.received_at)).days - 2)

    for at in (soon, soon, soon + 4 * DAY, soon + 5 * DAY):
        clocks.remind_lenders(at=at)

    assert told(bank[1]) == ["loan.received", "loan.decide_soon", "loan.late"]
    assert told(owner) == ["loan.sent", "loan.late_owner"]


def test_on_the_day_to_come_back_she_is_reminded_once_unless_she_has_come(owner, unit, bank, sent, now):
    say_no(sent, bank[1], at=now)
    run_jobs()

    clocks.call_back(at=now + 29 * DAY)
    before = told(owner)[2:]
    clocks.call_back(at=now + 30 * DAY)
    clocks.call_back(at=now + 31 * DAY)

    assert (before, told(owner)[2:]) == ([], ["loan.come_back"])


def test_a_week_after_a_payment_she_is_asked_and_a_missing_one_is_told(owner, bank, sent, now):
    say_yes(sent, bank[1], at=now)
    accept(application_id=sent.pk, keep_ids=[], actor=owner, at=now)
    paid = pay_out(application_id=sent.pk, amount=Decimal(450_000), paid_on=day_in_india(now), actor=bank[1], at=now)
    run_jobs()
    early = told(owner)
    run_jobs(at=now + 8 * DAY)

    say_whether_it_came(application_id=sent.pk, disbursement_id=paid.pk, came=False, actor=owner, at=now + 8 * DAY)
    run_jobs()

    assert (early[-1], told(owner)[-1], told(bank[1])[-1]) == ("loan.paid", "loan.did_it_come", "loan.missing")


def test_a_stage_file_applies_what_it_knows_and_reports_the_rest(owner, bank, sent, now):
    declined = send(make_spice_maker(now), bank[0], at=now)[0]
    back = (day_in_india(now) + 30 * DAY).isoformat()
    rows = (
        f"{sent.number},decision,,,,,,,\n"
        f"{declined.number},declined,,,,,papers,Bring the returns,{back}\n"
        f"{new_number()},decision,,,,,,,\n"
        f"{declined.number},declined,,,,,because,,\n"
    )

    job = bring_in(bank[1], rows, now)
    again = bring_in(bank[1], rows, now)

    assert (job.changed, job.refused) == (2, 2)
    assert (again.changed, again.same, again.refused) == (0, 2, 2)
    assert (stands(sent), stands(declined)) == (("decision", "shortlisted"), ("closed", "declined"))
    assert told(owner) == ["loan.sent", "loan.stage"]


def test_another_lenders_file_moves_nothing(bank, sent, now):
    _package, stranger = lender_with_package("Stranger Sample Bank", at=now)

    job = bring_in(stranger, f"{sent.number},decision,,,,,,,\n", now)

    assert (job.changed, job.refused, stands(sent)) == (0, 1, ("received", "asked"))


def test_the_list_as_a_file_has_headings_that_come_in_again(bank, sent, now):

    written = StringIO()
    handing_out.write(written, pipeline.all_in(pipeline.pipeline(bank[1], at=now)))
    heading, first = written.getvalue().lstrip(handing_out.BYTE_ORDER_MARK).splitlines()
    known = {str(field.label) for field in LOAN_STAGES.fields}

    assert [word for word in heading.split(",")[:3] if word not in known] == []
    assert first.startswith(f"{sent.number},{Stage.RECEIVED.value},")
