"""My talks: the list, the page of one, its verbs, messages and files."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import translation
from PIL import Image

from tests.factories import make_owner, make_unit
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.capabilities.threads.models import Post
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.acting import act, say
from virtualclusters.exchange.engagements.operations.opening import answer, invite
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.network.organisations.models import Membership, Role
from virtualclusters.network.waiting import what_waits_for
from virtualclusters.ui.formatters import long_date, phone


@pytest.fixture
def talk(stage):
    """An offer that was asked about; the publisher's turn."""
    scene = stage("offer")
    scene.talk = answer(opportunity_id=scene.opportunity.pk, unit_id=scene.unit.pk, actor=scene.answerer, at=scene.now)
    return scene


def _page(client, talk):
    return client.get(f"/en/talks/{talk.pk}/").content.decode()


def _do(client, talk, verb, **data):
    return client.post(f"/en/talks/{talk.pk}/do/{verb}/", data)


def _agree(scene):
    act(engagement_id=scene.talk.pk, verb="offer", actor=scene.publisher, at=scene.now, words="₹250 a kg")
    act(engagement_id=scene.talk.pk, verb="agree", actor=scene.answerer, at=scene.now)


def test_the_list_says_whose_turn_it_is_and_until_when(talk):
    mine = talk.publishing.get("/en/talks/").content.decode()
    theirs = talk.answering.get("/en/talks/?show=theirs").content.decode()

    assert f"Your turn until {long_date(talk.talk.due_at)}" in mine
    assert f"Their turn until {long_date(talk.talk.due_at)}" in theirs
    assert ("Sample Honey" in mine, "Sample Sweets" in theirs) == (True, True)


def test_who_has_just_asked_is_led_from_her_empty_list_to_where_the_talk_stands(talk):
    mine = talk.answering.get("/en/talks/").content.decode()
    none = talk.publishing.get("/en/talks/?show=theirs").content.decode()

    assert "Nothing waits for you" in mine
    assert '<a class="vc-link" href="?show=theirs">1 talk waits for the other side</a>' in mine
    assert "the other side</a>" not in none


def test_an_unknown_tab_is_not_found(talk):
    assert talk.publishing.get("/en/talks/?show=nonsense").status_code == 404


def test_the_page_offers_the_verbs_of_my_side_only(talk):
    publisher, answerer = _page(talk.publishing, talk.talk), _page(talk.answering, talk.talk)

    assert ("Send my price and terms" in publisher, "Decline" in publisher) == (True, True)
    assert ("Send my price and terms" in answerer, "Step back" in answerer) == (False, True)


def test_a_price_is_sent_in_words_of_ones_own_and_the_other_side_agrees(talk):
    asked = talk.publishing.get(f"/en/talks/{talk.talk.pk}/do/offer/").content.decode()
    empty = _do(talk.publishing, talk.talk, "offer", words="")
    _do(talk.publishing, talk.talk, "offer", words="₹250 a kg, in 5 days")
    _do(talk.answering, talk.talk, "agree")

    talk.talk.refresh_from_db()
    assert ("In your own words" in asked, "Error:" in empty.content.decode()) == (True, True)
    assert (talk.talk.phase, Post.objects.get().words) == (Phase.AGREED, "₹250 a kg, in 5 days")


def test_numbers_are_hidden_until_both_agree_and_then_shown(talk):
    number = phone(talk.publisher.person.phone)
    before = _page(talk.answering, talk.talk)
    _agree(talk)
    after = _page(talk.answering, talk.talk)

    assert ("stay hidden until both sides agree" in before, number in before) == (True, False)
    assert (number in after, f'href="tel:{talk.publisher.person.phone}"' in after) == (True, True)


def test_a_number_in_a_message_is_hidden_its_writer_is_told_and_it_opens_by_itself_when_both_agree(talk):
    talk.answering.post(f"/en/talks/{talk.talk.pk}/say/", {"words": "Ring 98765 43210"})
    told = "Only you see the number or address in this message."

    def seen():
        pages = _page(talk.answering, talk.talk), _page(talk.publishing, talk.talk)
        return [("Ring 98765 43210" in page, told in page) for page in pages]

    before = seen()
    _agree(talk)

    assert (before, seen()) == ([(True, True), (False, False)], [(True, False), (True, False)])


def test_people_who_may_only_read_are_not_among_the_contacts(talk):
    reader = make_owner(make_unit(organisation=talk.opportunity.unit.organisation, at=talk.now)).person
    Membership.objects.filter(person=reader).update(role=Role.STAFF)
    _agree(talk)

    assert phone(reader.phone) not in _page(talk.answering, talk.talk)


def test_declining_asks_for_a_reason_and_tells_it(talk):
    missing = _do(talk.publishing, talk.talk, "decline", words="")
    _do(talk.publishing, talk.talk, "decline", reason="price", words="Too small")

    assert ("Choose one." in missing.content.decode(), Engagement.objects.get().phase) == (True, Phase.DECLINED)
    assert "The price does not fit" in _page(talk.answering, talk.talk)


def test_a_step_on_an_old_page_is_refused_with_a_sentence(talk):
    _do(talk.publishing, talk.talk, "decline", reason="price")

    refused = _do(talk.answering, talk.talk, "withdraw")

    assert (refused.status_code, "This has moved on" in refused.content.decode()) == (422, True)


def test_a_verb_that_is_none_now_has_no_page(talk):
    assert talk.publishing.get(f"/en/talks/{talk.talk.pk}/do/agree/").status_code == 404


def test_a_stranger_finds_no_talk(talk):
    _unit, _actor, stranger = talk.another("Sample Bees")

    found = [
        stranger.get(f"/en/talks/{talk.talk.pk}/").status_code,
        _do(stranger, talk.talk, "withdraw").status_code,
        stranger.post(f"/en/talks/{talk.talk.pk}/say/", {"words": "Hello"}).status_code,
        stranger.get("/en/talks/999999/").status_code,
    ]

    assert found == [404, 404, 404, 404]


def test_words_are_read_by_the_other_side_and_marked_as_new_once(talk):
    talk.publishing.post(f"/en/talks/{talk.talk.pk}/say/", {"words": "Which flower?"})

    first, second = _page(talk.answering, talk.talk), _page(talk.answering, talk.talk)

    assert ("Which flower?" in first, "<b>New</b>" in first, "<b>New</b>" in second) == (True, True, False)


def test_the_same_words_sent_twice_are_one_message(talk):
    for _click in range(2):
        talk.publishing.post(f"/en/talks/{talk.talk.pk}/say/", {"words": "Which flower?"})

    assert Post.objects.count() == 1


def test_nothing_said_is_told_beside_the_field(talk):
    page = talk.publishing.post(f"/en/talks/{talk.talk.pk}/say/", {"words": "  "}).content.decode()

    assert ("Write something, or add a file." in page, Post.objects.count()) == (True, 0)


def test_a_colleague_who_came_later_reads_and_writes(talk):
    colleague = make_owner(talk.unit)

    sent = talk.browser(colleague).post(f"/en/talks/{talk.talk.pk}/say/", {"words": "I take over"})

    assert (sent.status_code, Post.objects.get().author) == (302, colleague.person)


def test_a_file_is_sent_checked_and_read_by_the_other_side_only(talk, settings, tmp_path):
    settings.VIRTUALCLUSTERS_STATE = tmp_path
    photo = BytesIO()
    Image.new("RGB", (60, 40), "white").save(photo, "JPEG")
    photo.seek(0)
    photo.name = "honey.jpg"
    talk.publishing.post(f"/en/talks/{talk.talk.pk}/say/", {"words": "", "file": photo})
    run_jobs()
    key = Post.objects.get().file.key
    _unit, _actor, stranger = talk.another("Sample Bees")
    address = f"/en/talks/{talk.talk.pk}/files/{key}/"

    assert (talk.answering.get(address).status_code, stranger.get(address).status_code) == (200, 404)


@pytest.mark.parametrize("words", ["x" * 4000, "line\n" * 200])
def test_a_long_message_stands_shortened_with_a_way_to_read_all_of_it(talk, words):
    say(engagement_id=talk.talk.pk, words=words.strip(), actor=talk.publisher, at=talk.now)
    say(engagement_id=talk.talk.pk, words="Short and whole", actor=talk.publisher, at=talk.now)

    page = _page(talk.answering, talk.talk)

    shown = page.partition('id="thread"')[2].partition("<details")[0]
    assert (shown.count("x") < 400, shown.count("line<br>") < 12, "…" in shown) == (True, True, True)
    assert (page.count("Read all of it"), "Short and whole" in page) == (1, True)


UNKNOWN = "We do not know this kind of file. Send a PDF or a photo."
DIFFERS = "The name of this file does not fit what is in it. Save it again and send the new copy."


@pytest.mark.parametrize(
    ("name", "held", "told"),
    [
        ("evil.pdf", b"MZ\x90\x00\x03\x00\x00\x00", UNKNOWN),
        ("a.exe", b"MZ\x90\x00\x03\x00\x00\x00", UNKNOWN),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", UNKNOWN),
        ("list.pdf", b"honey;200\n", "We do not take this kind of file here. Send a PDF or a photo."),
        ("photo.pdf", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01", DIFFERS),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_at_send_and_the_words_stay(talk, name, held, told):
    file = BytesIO(held)
    file.name = name

    page = talk.publishing.post(f"/en/talks/{talk.talk.pk}/say/", {"words": "See our mill", "file": file})

    text = page.content.decode()
    assert (page.context["form"].errors, Post.objects.count()) == ({"file": [told]}, 0)
    assert ("See our mill" in text, '<details class="vc-details" open>' in text) == (True, True)


def test_an_invited_unit_says_yes_and_until_then_cannot_be_chosen(stage):
    scene = stage("requirement")
    invited = invite(opportunity_id=scene.opportunity.pk, unit_id=scene.unit.pk, actor=scene.publisher, at=scene.now)

    early = _do(scene.publishing, invited, "choose")
    page = _page(scene.answering, invited)
    _do(scene.answering, invited, "take_up")
    chosen = _do(scene.publishing, invited, "choose")

    assert (early.status_code, chosen.status_code) == (422, 302)
    assert ("You are invited." in page, "Yes, I am interested" in page, "Not for me" in page) == (True, True, True)


def test_who_waits_in_the_queue_sees_the_place_and_is_told_when_moved_up(stage):
    scene = stage("requirement", most_answers=1)
    first = answer(opportunity_id=scene.opportunity.pk, unit_id=scene.unit.pk, actor=scene.answerer, at=scene.now)
    unit, actor, other = scene.another("Sample Bees")
    late = answer(opportunity_id=scene.opportunity.pk, unit_id=unit.pk, actor=actor, at=scene.now)

    waiting = _page(other, late)
    act(engagement_id=first.pk, verb="withdraw", actor=scene.answerer, at=scene.now)
    run_jobs()

    late.refresh_from_db()
    assert ("You are number 1." in waiting, late.turn) == (True, "publisher")


def test_the_desk_names_what_waits_and_until_when(talk):
    waiting = what_waits_for(talk.publisher, at=talk.now)

    assert [(one.label, one.due_at) for one in waiting if "talks" in one.href] == [
        ("Answer Sample Honey", talk.talk.due_at)
    ]


@pytest.mark.parametrize("talks", [1, 50])
def test_the_list_asks_the_database_the_same_number_of_times(stage, talks, django_assert_max_num_queries):
    scene = stage("requirement", most_answers=None)
    for number in range(talks):
        unit, actor, _browser = scene.another(f"Sample {number}")
        answer(opportunity_id=scene.opportunity.pk, unit_id=unit.pk, actor=actor, at=scene.now)
    scene.publishing.get("/en/talks/")

    with django_assert_max_num_queries(15):
        scene.publishing.get("/en/talks/")


@pytest.mark.parametrize("posts", [1, 50])
def test_a_talk_asks_the_database_the_same_number_of_times(talk, posts, django_assert_max_num_queries):
    for number in range(posts):
        say(
            engagement_id=talk.talk.pk,
            words=f"Words {number}",
            actor=talk.publisher,
            at=talk.now + timedelta(hours=number),
        )
    _page(talk.answering, talk.talk)

    with django_assert_max_num_queries(15):
        _page(talk.answering, talk.talk)


def test_once_both_agreed_the_desk_asks_for_the_work_and_no_more_for_an_answer(talk):
    told = []
    _agree(talk)
    told.append([one.label for one in what_waits_for(talk.publisher, at=talk.now) if "/talks/" in one.href])
    act(engagement_id=talk.talk.pk, verb="start", actor=talk.publisher, at=talk.now)
    told.append([one.label for one in what_waits_for(talk.publisher, at=talk.now) if "/talks/" in one.href])

    assert told == [["Has the work with Sample Honey begun?"], ["How is the work with Sample Honey going?"]]


def test_a_talk_in_hindi_ends_its_sentences_with_a_danda_and_asks_no_question_who_it_is_with(talk):
    with translation.override("hi"):
        page = talk.publishing.get(f"/hi/talks/{talk.talk.pk}/").content.decode()

    assert ("</b> के साथ" in page, "पूछा।" in page, "पूछा." in page) == (True, True, False)
