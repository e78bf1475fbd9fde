import io
from datetime import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.factories import make_member, make_organisation, make_unit
from virtualclusters.capabilities.imports.models import Import
from virtualclusters.capabilities.imports.specs import spec_named
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.time import IST
from virtualclusters.network.organisations.models import Role
from virtualclusters.pages.desk_imports.forms import FileForm

pytestmark = pytest.mark.django_db
TABLE = (
    "Tender ID,Tender Title,Organisation,Published Date,Bid Submission End Date,Tender Value,Pincode\n"
    'D/1,Supply of rice flour,Sample Stores,01-Nov-2026,30-Nov-2026,"7,50,000",411001\n'
    'D/2,Supply of gunny bags,Sample Stores,02-Nov-2026,30-Nov-2026,"2,00,000",411001\n'
    "D/3,Supply of steel drums,Sample Stores,03-Nov-2026,30-Nov-2026,75000,not known\n"
)


@pytest.fixture(autouse=True)
def state_folder(settings, tmp_path):
    """Files of a test lie in its own folder."""
    settings.VIRTUALCLUSTERS_STATE = tmp_path / "state"


@pytest.fixture
def office(db):
    return make_organisation(kind="administrator", name="Sample Administrator")


@pytest.fixture
def desk(client, office):
    """A browser in which an officer of the administrator is signed in."""
    client.force_login(make_member(office, role=Role.OFFICER).person)
    return client


def send(desk, content=TABLE, name="november.csv"):
    """Send a file as the page does, and return it after the worker looked at it."""
    told = {"file": SimpleUploadedFile(name, content.encode()), "spec": "tenders", "origin": "Sample portal"}
    assert desk.post(reverse("desk_import_send"), told).status_code == 302
    run_jobs()
    return Import.objects.latest("pk")


def choices(job):
    """The columns as the page has chosen them."""
    return {f"column-{one['column']}": one["field"] for one in job.guesses}


def confirm(desk, job):
    assert desk.post(reverse("desk_import_confirm", args=[job.pk]), choices(job)).status_code == 302
    run_jobs()


def test_a_sent_file_shows_its_columns_with_guesses_and_first_values(desk):
    job = send(desk)

    page = desk.get(reverse("desk_import", args=[job.pk])).content.decode()

    assert (job.state, page.count("<select"), page.count(" selected>")) == ("guessed", 7, 7)
    assert "Supply of rice flour · Supply of gunny bags" in page


def test_while_work_goes_on_the_page_asks_again_without_scripts_and_with_them(desk):
    job = send(desk)
    desk.post(reverse("desk_import_confirm", args=[job.pk]), choices(job))

    page = desk.get(reverse("desk_import", args=[job.pk])).content.decode()

    assert (page.count('http-equiv="refresh"'), page.count("data-hx-get=")) == (1, 1)
    assert "0 of 3 rows" in page
    run_jobs()
    assert desk.get(reverse("desk_import_progress", args=[job.pk])).headers["HX-Refresh"] == "true"


def test_confirmed_rows_come_in_and_a_refused_one_is_mended_in_the_browser(desk):
    job = send(desk)
    confirm(desk, job)
    rows = desk.get(reverse("desk_import_refused", args=[job.pk])).content.decode()
    assert ("A PIN code has six digits" in rows, Opportunity.objects.count()) == (True, 2)

    desk.post(reverse("desk_import_refused", args=[job.pk]), {"line-4-pin": "411002"})

    job.refresh_from_db()
    assert (job.added, job.refused, Opportunity.objects.count()) == (3, 0, 3)


def test_all_rows_of_a_page_are_mended_at_once_and_what_is_typed_beside_a_wrong_one_is_kept(desk):
    job = send(desk, TABLE.replace('30-Nov-2026,"2,00,000"', 'some day,"2,00,000"'))
    confirm(desk, job)

    answer = desk.post(
        reverse("desk_import_refused", args=[job.pk]),
        {"line-3-bids_until": "30-Nov-2026", "line-4-pin": "4110"},
        follow=True,
    )

    job.refresh_from_db()
    told = [str(one) for one in answer.context["messages"]]
    assert (told, job.added, job.refused) == (["1 row is in.", "1 row still has an error."], 2, 1)
    assert 'value="4110"' in answer.content.decode()


def test_a_column_set_twice_and_a_missing_title_are_told_beside_the_field_and_the_choices_stay(desk):
    job = send(desk)
    told = {**choices(job), "column-1": "tender_id"}

    answer = desk.post(reverse("desk_import_confirm", args=[job.pk]), told)

    page = answer.content.decode()
    assert (answer.status_code, Import.objects.get(pk=job.pk).state) == (422, "guessed")
    assert ("Keep one of them" in page, "Say which column holds: Title" in page) == (True, True)


def test_the_workbook_and_the_table_of_refused_rows_are_given_back(desk):
    job = send(desk)
    confirm(desk, job)

    table = desk.get(reverse("desk_import_refused_table", args=[job.pk]))
    book = desk.get(reverse("desk_import_workbook", args=[job.pk]))

    assert table.content.decode("utf-8-sig").splitlines()[1].startswith("4,PIN code,")
    assert io.BytesIO(book.content).read(2) == b"PK"


def test_a_file_can_be_taken_back(desk):
    job = send(desk)
    confirm(desk, job)

    desk.post(reverse("desk_import_undo", args=[job.pk]))
    run_jobs()

    page = desk.get(reverse("desk_import", args=[job.pk])).content.decode()
    assert (Opportunity.objects.count(), "The file was taken back" in page) == (0, True)


def test_a_file_that_is_no_table_is_told_so(desk):
    job = send(desk, content="%PDF-1.7 sample", name="notice.pdf")

    page = desk.get(reverse("desk_import", args=[job.pk])).content.decode()

    assert "This file cannot be read" in page


def test_the_list_names_everybodys_files_and_another_officers_cannot_be_opened(desk, office, client):
    job = send(desk)
    client.force_login(make_member(office, role=Role.OFFICER).person)

    assert "november.csv" in client.get(reverse("desk_imports")).content.decode()
    assert client.get(reverse("desk_import", args=[job.pk])).status_code == 404


@pytest.mark.parametrize("name", ["desk_imports", "desk_import_send"])
def test_files_are_closed_to_an_owner(client, name):
    client.force_login(make_member(make_unit().organisation).person)

    assert client.get(reverse(name)).status_code == 403


def test_the_list_asks_as_much_for_fifty_files_as_for_one(desk, django_assert_max_num_queries):
    send(desk)
    first = Import.objects.get()
    for number in range(49):
        Import.objects.create(
            person=first.person, spec="tenders", file=first.file, created_at=first.created_at, origin=str(number)
        )
    with django_assert_max_num_queries(15):
        desk.get(reverse("desk_imports"))


def replayed(client, *day):
    """What the page answers to a file that is to be read as of a day: its status, and the day the import then has."""
    boxes = {f"as_of_{box}": part for box, part in zip(("day", "month", "year"), day, strict=True)}
    told = {"file": SimpleUploadedFile("november.csv", TABLE.encode()), "spec": "tenders", "origin": "Sample portal"}
    answer = client.post(reverse("desk_import_send"), told | boxes)
    return answer, list(Import.objects.values_list("as_of", flat=True))


def test_an_administrator_may_have_a_file_read_as_if_it_were_an_earlier_day(desk):
    answer, days = replayed(desk, "10", "11", "2025")

    assert (answer.status_code, days) == (302, [datetime(2025, 11, 10, 12, tzinfo=IST)])


def test_a_day_to_come_is_refused_beside_the_field(desk):
    answer, days = replayed(desk, "1", "1", "2100")

    assert (answer.status_code, days) == (422, [])
    assert "This day is still to come. Choose today or an earlier day." in answer.content.decode()


def test_who_is_no_administrator_has_no_such_field():
    specs = [spec_named("tenders")]

    assert "as_of" not in FileForm(specs=specs, may_replay=False).fields


@pytest.fixture
def coordinator(db):
    """Who looks after a college's projects; she may send lists of students, and nothing else."""
    return make_member(make_organisation(kind="academic_institution"), role=Role.COORDINATOR)


def test_a_coordinator_sees_her_own_files_only_and_sends_nothing_of_the_administrators(desk, client, coordinator):
    send(desk)
    client.force_login(coordinator.person)

    listed = client.get(reverse("desk_imports")).content.decode()
    told = {"file": SimpleUploadedFile("t.csv", TABLE.encode()), "spec": "tenders", "origin": ""}

    assert ("november.csv" in listed, client.post(reverse("desk_import_send"), told).status_code) == (False, 422)
    assert Import.objects.count() == 1


def test_a_list_of_students_is_sent_from_the_college_and_not_offered_to_the_administrator(desk, client, coordinator):
    offered = desk.get(reverse("desk_import_send")).content.decode()
    client.force_login(coordinator.person)

    led = client.get(reverse("desk_import_send")).content.decode()

    assert ('value="students"' in offered, 'value="tenders"' in offered) == (False, True)
    assert (reverse("college") in led, '<form method="post" enctype' in led) == (True, False)


def test_who_may_no_longer_send_such_files_cannot_open_her_earlier_one(desk, client, office):
    job = send(desk)
    person = job.person
    person.memberships.update(ended_at=person.joined_at)
    make_member(make_organisation(kind="academic_institution"), role=Role.COORDINATOR, person=person)

    assert client.get(reverse("desk_import", args=[job.pk])).status_code == 404
    assert client.post(reverse("desk_import_undo", args=[job.pk])).status_code == 404
