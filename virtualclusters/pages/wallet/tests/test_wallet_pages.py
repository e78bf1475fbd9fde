"""The owner's papers on a phone: added, shown, stopped, helped with; nobody else's is found."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from PIL import Image

from tests.factories import make_member, make_owner, make_person, make_unit
from virtualclusters.capabilities.files import store
from virtualclusters.capabilities.files.models import File
from virtualclusters.capabilities.wallet import operations
from virtualclusters.capabilities.wallet.models import Dossier, Helper, Look, Paper
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.organisations.models import Role
from virtualclusters.network.organisations.operations.wallets import wallet_of
from virtualclusters.network.verification.operations import attach_evidence, state_identifier

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def state_folder(settings, tmp_path):
    settings.VIRTUALCLUSTERS_STATE = str(tmp_path)


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def owner(now):
    return make_owner(make_unit(at=now))


@pytest.fixture
def phone(client, owner):
    client.force_login(owner.person)
    return client


def photo(name="paper.jpg"):
    held = BytesIO()
    Image.new("RGB", (60, 40), "white").save(held, "JPEG")
    held.seek(0)
    held.name = name
    return held


def keep(owner, now, kind="udyam", **facts):
    wallet = wallet_of(organisation_id=owner.organisation_id, actor=owner, at=now)
    paper = operations.add_paper(wallet_id=wallet.pk, kind=kind, upload=photo(), person=owner.person, at=now, **facts)
    File.objects.filter(pk=paper.file_id).update(state="checked", kind="jpeg", checked_at=now)
    paper.file.refresh_from_db()
    return paper


def show(owner, paper, now, reader="Sample Gramin Bank"):
    dossier = operations.make_dossier(
        wallet_id=paper.wallet_id,
        purpose="Loan for a grinder",
        paper_ids=[paper.pk],
        facts={},
        facts_as_of=now,
        person=owner.person,
        at=now,
    )
    until = now + timedelta(days=30)
    return operations.grant(dossier_id=dossier.pk, reader=reader, until=until, person=owner.person, at=now)


def words(answer):
    return " ".join(answer.content.decode().split())


def test_an_owner_without_papers_sees_one_next_step_and_what_banks_ask_for(phone):
    page = words(phone.get("/en/wallet/"))

    assert ("No papers yet" in page, "For a loan: 0 of 8 are there" in page, page.count("Missing")) == (True, True, 8)


def test_a_paper_is_added_by_photo_with_its_last_day(phone, owner, now):
    last = day_in_india(now) + timedelta(days=20)
    sent = {"photo": photo(), "title": "", **day_boxes("expires_on", last)}

    answer = phone.post("/en/wallet/add/fssai/", sent, follow=True)

    paper = Paper.objects.get()
    assert (paper.kind, paper.expires_on, paper.added_by) == ("fssai", last, owner.person)
    assert ("Only you see it until you show it." in words(answer), "Being checked" in words(answer)) == (True, True)


def test_a_paper_that_ends_soon_says_in_how_many_days(phone, owner, now):
    keep(owner, now, "fssai", expires_on=day_in_india(now) + timedelta(days=20))

    page = words(phone.get("/en/wallet/"))

    assert ("Ends in 20 days" in page, "For a loan: 1 of 8 are there" in page) == (True, True)


@pytest.mark.parametrize(
    ("kind", "sent", "sentence"),
    [
        ("udyam", {"title": ""}, "Take a photo, or choose a file."),
        ("other", {"photo": True}, "Fill this in."),
        (
            "fssai",
            {"photo": True, "expires_on_day": "1", "expires_on_month": "1", "expires_on_year": "2020"},
            "This day is over.",
        ),
        (
            "gst_returns",
            {"photo": True, "period_from_day": "1", "period_from_month": "4", "period_from_year": "2026"},
            "Give both days, the first before the last. Or give none.",
        ),
    ],
)
def test_what_is_missing_or_wrong_is_told_beside_the_field_and_nothing_is_kept(phone, kind, sent, sentence):
    sent = {name: photo() if name == "photo" else value for name, value in sent.items()}

    page = words(phone.post(f"/en/wallet/add/{kind}/", sent))

    assert (sentence in page, Paper.objects.count()) == (True, 0)


def test_the_page_of_a_paper_tells_who_may_read_it_and_who_opened_it(phone, owner, now):
    paper = keep(owner, now)
    given = show(owner, paper, now)
    operations.open_paper(grant_id=given.pk, paper_id=paper.pk, person=make_person(name="Officer Sample"), at=now)

    page = words(phone.get(f"/en/wallet/papers/{paper.pk}/"))

    assert (page.count("Sample Gramin Bank") > 1, "Nobody opened it yet." in page, "Remove this paper" in page) == (
        True,
        False,
        False,
    )


def test_the_owner_opens_her_own_paper_and_no_look_is_written(phone, owner, now):
    paper = keep(owner, now)
    store.checked(paper.file.stored_as).write_bytes(b"the photo")

    answer = phone.get(f"/en/wallet/papers/{paper.pk}/file/")

    assert (b"".join(answer.streaming_content), "no-store" in answer["Cache-Control"], Look.objects.count()) == (
        b"the photo",
        True,
        0,
    )


def test_every_way_back_and_on_leads_somewhere(phone, owner, now):
    paper = keep(owner, now)
    pages = ["", "add/", "add/fssai/", f"papers/{paper.pk}/", f"papers/{paper.pk}/replace/", "readers/", "helpers/"]

    pages = [f"/en/wallet/{page}" for page in pages] + ["/en/helping/"]

    assert [page for page in pages if 'href=""' in words(phone.get(page))] == []
    assert 'href="/en/wallet/"' in words(phone.get("/en/wallet/readers/")).split("Nobody sees your papers")[-1]


def test_showing_is_stopped_with_one_tap_and_a_second_to_confirm(phone, owner, now):
    given = show(owner, keep(owner, now), now)
    before = words(phone.get("/en/wallet/readers/"))

    after = words(phone.post(f"/en/wallet/readers/{given.pk}/stop/", follow=True))

    given.refresh_from_db()
    assert (f"/en/wallet/readers/{given.pk}/stop/" in before, given.withdrawn_by) == (True, owner.person)
    assert ("can no longer read your papers" in after, "Nobody sees your papers" in after) == (True, True)


def test_a_shown_paper_is_not_removed_and_the_page_says_who_reads_it(phone, owner, now):
    paper = keep(owner, now)
    show(owner, paper, now)

    answer = phone.post(f"/en/wallet/papers/{paper.pk}/remove/")

    assert (answer.status_code, "Sample Gramin Bank may read this paper until" in words(answer)) == (422, True)


def test_a_newer_paper_is_put_in_the_place_of_an_older(phone, owner, now):
    paper = keep(owner, now)

    answer = phone.post(f"/en/wallet/papers/{paper.pk}/replace/", {"paper": photo()})

    newer = Paper.objects.current().get()
    assert (answer.url, newer.replaces) == (f"/en/wallet/papers/{newer.pk}/", paper)


def test_a_paper_given_for_a_number_is_put_here_in_one_tap(phone, owner, now):
    stated = state_identifier(
        organisation_id=owner.organisation_id, kind="udyam", text="UDYAM-MH-12-0123456", actor=owner, at=now
    )
    case = attach_evidence(identifier_id=stated.pk, upload=photo(), actor=owner, at=now)
    File.objects.filter(pk=case.identifier.evidence_id).update(state="checked", kind="jpeg", checked_at=now)
    before = words(phone.get("/en/wallet/"))

    after = words(phone.post(f"/en/wallet/take/{stated.pk}/", follow=True))

    paper = Paper.objects.get()
    assert (paper.kind, paper.file_id, paper.is_borrowed) == ("udyam", case.identifier.evidence_id, True)
    assert ("You gave these already" in before, "You gave these already" in after) == (True, False)


def test_anothers_paper_grant_and_helper_are_not_found(phone, now):
    stranger = make_owner(make_unit(at=now))
    paper = keep(stranger, now)
    given = show(stranger, paper, now)
    asked = ask(stranger, make_person(), now)

    answers = [
        phone.get(f"/en/wallet/papers/{paper.pk}/").status_code,
        phone.get(f"/en/wallet/papers/{paper.pk}/file/").status_code,
        phone.post(f"/en/wallet/papers/{paper.pk}/replace/", {"paper": photo()}).status_code,
        phone.post(f"/en/wallet/papers/{paper.pk}/remove/").status_code,
        phone.post(f"/en/wallet/readers/{given.pk}/stop/").status_code,
        phone.post(f"/en/wallet/helpers/{asked.pk}/end/").status_code,
        phone.get(f"/en/helping/{asked.pk}/").status_code,
        phone.get("/en/wallet/add/aadhaar/").status_code,
    ]

    assert answers == [404] * 8


def test_staff_do_not_keep_the_papers(client, owner, now):
    client.force_login(make_member(owner.organisation, role=Role.STAFF, at=now).person)

    assert client.get("/en/wallet/").status_code == 403


def test_a_helper_is_asked_by_number_says_yes_adds_a_paper_and_puts_a_set_together(phone, client, owner, now):
    phone.post("/en/wallet/helpers/", {"name": "Helper Sample", "phone": "98765 43210"})
    helper = Helper.objects.get()
    client.force_login(helper.person)
    asked = words(client.get(f"/en/helping/{helper.pk}/"))
    refused = client.get(f"/en/helping/{helper.pk}/add/udyam/").status_code

    client.post(f"/en/helping/{helper.pk}/agree/")
    client.post(f"/en/helping/{helper.pk}/add/udyam/", {"photo": photo()})
    paper = Paper.objects.get()
    client.post(f"/en/helping/{helper.pk}/together/", {"purpose": "Loan", "papers": [paper.pk]})

    assert ("asks you to help" in asked, refused, paper.added_by) == (True, 404, helper.person)
    assert list(Dossier.objects.get().papers.all()) == [paper]
    client.force_login(owner.person)
    assert "Put together, shown to nobody yet" in words(client.get("/en/wallet/readers/"))


def test_what_waits_for_a_helper_stands_on_her_desk(client, owner, now):
    person = make_person(joined_at=now)
    ask(owner, person, now)
    client.force_login(person)

    assert f"{owner.organisation.name} asks you to help with its papers" in words(client.get("/en/workspace/"))


@pytest.mark.parametrize("many", [1, 50])
def test_my_papers_take_the_same_queries_for_one_paper_or_fifty(phone, owner, now, many, django_assert_num_queries):
    for _number in range(many):
        keep(owner, now)
    phone.get("/en/wallet/")

    with django_assert_num_queries(7):
        phone.get("/en/wallet/")


@pytest.mark.parametrize("many", [1, 20])
def test_readers_take_the_same_queries_for_one_reader_or_twenty(phone, owner, now, many, django_assert_num_queries):
    paper = keep(owner, now)
    for number in range(many):
        show(owner, paper, now, reader=f"Sample Bank {number}")
    phone.get("/en/wallet/readers/")

    with django_assert_num_queries(7):
        phone.get("/en/wallet/readers/")


def ask(owner, person, now):
    wallet = wallet_of(organisation_id=owner.organisation_id, actor=owner, at=now)
    return operations.ask_helper(
        wallet_id=wallet.pk, phone=person.phone, name="", language="en", person=owner.person, at=now
    )


def day_boxes(name, day):
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}
