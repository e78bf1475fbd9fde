import csv
import io
from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from virtualclusters.capabilities.files import store
from virtualclusters.capabilities.files.models import File
from virtualclusters.capabilities.jobs.declaring import enqueue
from virtualclusters.network.clusters.models import Cluster, ClusterMembership, ClusterOfficer, ClusterRole
from virtualclusters.network.organisations.models import OrganisationKind, Role
from virtualclusters.network.verification.jobs import tell_owner_of_decision
from virtualclusters.network.verification.models import Case, Decision
from virtualclusters.network.verification.tests.conftest import (  # noqa: F401 - fixtures
    NOON,
    actor_at,
    institution,
    open_number_case,
    organisation_named,
    person_named,
    state_folder,
    verifier,
)

pytestmark = pytest.mark.django_db
QUEUE = "/en/desk/verification/"


@pytest.fixture
def desk(client, verifier):  # noqa: F811
    """A browser in which an officer of the administrator is signed in."""
    client.force_login(verifier.person)
    return client


def failed_job():
    job_id = enqueue(tell_owner_of_decision, at=timezone.now(), case_id=1)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'failed' WHERE id = %s", [job_id])
    return job_id


def test_start_shows_an_officer_her_entries_and_how_much_waits(desk):
    open_number_case()

    page = desk.get("/en/desk/").content.decode()

    assert [word in page for word in ("Verification", "Organisations", "Work that failed")] == [True] * 3
    assert page.count('<p class="vc-desk-entry__count">1</p>') == 1


def test_what_waits_stands_before_what_does_not(desk):
    before = desk.get("/en/desk/").content.decode()
    failed_job()

    page = desk.get("/en/desk/").content.decode()

    assert before.find("Verification") < before.find("Work that failed")
    assert page.find("Work that failed") < page.find("Compare numbers with papers.")


@pytest.mark.parametrize("name", ["desk", "desk_verification", "desk_organisations", "desk_dead_letters"])
def test_the_desk_is_closed_to_an_owner(client, name):
    owner = actor_at(organisation_named("Sharma Honey Farm"))
    client.force_login(owner.person)

    assert client.get(reverse(name)).status_code == 403


def test_a_clusters_verifier_sees_verification_and_not_the_administrators_lists(client):
    cluster = Cluster.objects.create(slug="food", created_at=NOON)
    case = open_number_case("Inside")
    ClusterMembership.objects.create(cluster=cluster, unit=case.organisation.units.get(), joined_at=NOON)
    person = person_named("Vani")
    ClusterOfficer.objects.create(cluster=cluster, person=person, role=ClusterRole.VERIFIER, since=NOON)
    client.force_login(person)

    assert [client.get(reverse(name)).status_code for name in ("desk", "desk_verification", "desk_organisations")] == [
        200,
        200,
        403,
    ]


def test_queue_shows_number_paper_checks_and_nine_reasons_and_approve_leads_to_the_next(desk):
    first, second = open_number_case("First Foods"), open_number_case("Second Foods", at=NOON + timedelta(minutes=1))

    page = desk.get(QUEUE).content.decode()

    assert first.identifier.number in page
    assert page.count('name="reason"') == 9
    answer = desk.post(f"{QUEUE}{first.pk}/", {"verb": "approve"}, follow=True)
    assert (Case.objects.get(pk=first.pk).state, second.identifier.number in answer.content.decode()) == (
        "approved",
        True,
    )


@pytest.mark.parametrize(
    ("sent", "verdict"),
    [({"verb": "approve"}, "approved"), ({"reason": "unreadable"}, "returned"), ({"verb": "skip"}, "skipped")],
)
def test_each_button_decides_and_undo_takes_it_back(desk, sent, verdict):
    case = open_number_case()
    desk.get(QUEUE)

    desk.post(f"{QUEUE}{case.pk}/", sent)
    assert Decision.objects.latest("id").verdict == verdict
    desk.post(f"{QUEUE}{case.pk}/undo/")

    assert (Decision.objects.latest("id").verdict, Case.objects.get(pk=case.pk).state) == ("undone", "open")


def test_a_case_that_moved_on_is_told_in_a_sentence(desk):
    case = open_number_case()

    answer = desk.post(f"{QUEUE}{case.pk}/", {"verb": "approve"})

    assert (answer.status_code, "This case is not in your hands any more." in answer.content.decode()) == (422, True)


def test_paper_is_sent_to_who_may_decide_and_to_nobody_else(desk, client):
    case = open_number_case()
    File.objects.filter(pk=case.identifier.evidence_id).update(kind="pdf")
    stranger = actor_at(organisation_named("Another", kind=OrganisationKind.ADMINISTRATOR), role=Role.STAFF)

    answers = [desk.get(f"{QUEUE}{number}/paper/").status_code for number in (case.pk + 1000,)]
    client.force_login(stranger.person)

    assert (answers, client.get(f"{QUEUE}{case.pk}/paper/").status_code) == ([404], 403)


def test_a_pdf_shows_its_first_pages_beside_the_checks_and_opens_whole(desk):
    case = open_number_case()
    File.objects.filter(pk=case.identifier.evidence_id).update(kind="pdf", pages_drawn=1)

    page = desk.get(QUEUE).content.decode()

    assert [f"{QUEUE}{case.pk}/paper/{part}" in page for part in ("1/", "2/", '"')] == [True, False, True]


def test_a_pdf_that_could_not_be_drawn_says_so_and_opens_whole(desk):
    case = open_number_case()
    paper = File.objects.filter(pk=case.identifier.evidence_id)
    said = []
    for drawn in (0, 1):
        paper.update(kind="pdf", pages_drawn=drawn)
        page = desk.get(QUEUE).content.decode()
        said.append(("We could not draw this paper." in page, f'{QUEUE}{case.pk}/paper/"' in page))

    assert said == [(True, True), (False, True)]


def test_a_page_is_sent_to_who_may_decide_and_to_nobody_else(desk, client):
    case = open_number_case()
    drawn = File.objects.filter(pk=case.identifier.evidence_id)
    drawn.update(kind="pdf", pages_drawn=1)
    store.drawn(drawn.get().stored_as, 1).write_bytes(b"a picture")
    stranger = actor_at(organisation_named("Another", kind=OrganisationKind.ADMINISTRATOR), role=Role.STAFF)

    sent = desk.get(f"{QUEUE}{case.pk}/paper/1/")
    second = desk.get(f"{QUEUE}{case.pk}/paper/2/").status_code
    client.force_login(stranger.person)
    strangers = client.get(f"{QUEUE}{case.pk}/paper/1/").status_code

    assert (b"".join(sent.streaming_content), second, strangers) == (b"a picture", 404, 403)


def test_keys_can_be_turned_off_and_on(desk):
    open_number_case()

    on = "desk/keys.js" in desk.get(QUEUE).content.decode()
    desk.post(f"{QUEUE}keys/", {"keys": "off"})
    off = "desk/keys.js" in desk.get(QUEUE).content.decode()
    desk.post(f"{QUEUE}keys/", {"keys": "on"})

    assert (on, off, "desk/keys.js" in desk.get(QUEUE).content.decode()) == (True, False, True)


def test_batch_says_how_many_were_approved_and_kept(desk):
    for name in ("Asha Honey", "Bright Bakery", "Chandan Spices"):
        open_number_case(name)

    page = desk.post(f"{QUEUE}batch/", follow=True).content.decode()

    assert "2 cases approved. 1 kept for you to look at." in page


@pytest.mark.parametrize("many", [1, 50])
def test_queue_takes_at_most_twenty_queries_however_many_wait(desk, many, django_assert_max_num_queries):
    for number in range(many):
        open_number_case(f"Unit {number}")

    desk.get("/en/desk/")
    with django_assert_max_num_queries(20):
        desk.get(QUEUE)


@pytest.mark.parametrize("many", [1, 50])
def test_list_of_organisations_takes_seven_queries_for_one_or_fifty(desk, many, django_assert_num_queries):
    for number in range(many):
        organisation_named(f"Unit {number}")
    desk.get("/en/desk/organisations/")

    with django_assert_num_queries(7):
        desk.get("/en/desk/organisations/")


def test_list_of_organisations_is_narrowed_by_kind_state_and_verified(desk):
    organisation_named("Honey of Pune")
    organisation_named("College of Pune", kind=OrganisationKind.ACADEMIC_INSTITUTION)
    organisation_named("Honey of Surat", state="GJ", pin="395003")

    def names(query):
        return [row[0] for row in desk.get(f"/en/desk/organisations/?{query}").context["rows"]]

    assert names("kind=enterprise&state=MH") == ["Honey of Pune"]
    assert names("words=surat&verified=no") == ["Honey of Surat"]
    assert names("verified=yes") == []


def test_export_holds_the_filtered_rows_and_no_live_formula(desk):
    for name in ("=1+1", "+cmd", "-2", "@sum", "Plain"):
        organisation_named(name)

    answer = desk.get("/en/desk/organisations.csv?kind=enterprise")

    rows = list(csv.reader(io.StringIO(b"".join(answer.streaming_content).decode("utf-8-sig"))))
    assert sorted(row[0] for row in rows[1:]) == ["'+cmd", "'-2", "'=1+1", "'@sum", "Plain"]


def test_dead_letters_are_listed_and_sent_round_again(desk):
    job_id = failed_job()

    page = desk.get("/en/desk/failed/").content.decode()
    desk.post(f"/en/desk/failed/{job_id}/retry/")

    said = "Tell an owner what was decided" in page
    assert (said, ProcrastinateJob.objects.get(pk=job_id).status) == (True, "todo")
