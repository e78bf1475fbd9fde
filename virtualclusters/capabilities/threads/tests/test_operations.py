"""Conversations: who sees them, what is kept, what erasure takes."""

from datetime import UTC, datetime, timedelta

import pytest

from virtualclusters.accounts.models import Person
from virtualclusters.capabilities.threads import operations, queries
from virtualclusters.capabilities.threads.models import Participant, Post, Thread
from virtualclusters.foundation.errors import NotFound, Refused

NOON = datetime(2026, 11, 20, 6, 30, tzinfo=UTC)

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return [
        Person.objects.create(phone=f"+91700000000{number}", name=name)
        for number, name in enumerate(["Asha", "Bilal", "Chitra"])
    ]


@pytest.fixture
def thread(people):
    return operations.open_thread(people_ids=[people[0].pk, people[1].pk], at=NOON)


def say(thread, author, words="Good day", at=NOON):
    return operations.post(thread_id=thread.pk, author=author, words=words, language="en", at=at)


def words_seen(thread, reader, *, contacts_hidden=False):
    lines = queries.conversation(thread_id=thread.pk, reader=reader, contacts_hidden=contacts_hidden)
    return [line.words for line in lines]


def test_visible_to_when_a_person_takes_no_part_gives_no_thread_and_no_words(thread, people):
    say(thread, people[0])

    seen = [list(Thread.objects.visible_to(person)) for person in people]

    assert seen == [[thread], [thread], []]
    assert [words_seen(thread, person) for person in people] == [["Good day"], ["Good day"], []]


def test_post_when_the_author_takes_no_part_is_answered_like_a_thread_that_does_not_exist(thread, people):
    with pytest.raises(NotFound):
        say(thread, people[2])
    with pytest.raises(NotFound):
        operations.post(thread_id=10**9, author=people[0], words="Hello", language="en", at=NOON)


@pytest.mark.parametrize(("words", "code"), [("  ", "nothing_said"), ("x" * 4001, "too_long")])
def test_post_when_nothing_or_too_much_is_said_is_refused(thread, people, words, code):
    with pytest.raises(Refused) as refusal:
        say(thread, people[0], words)

    assert refusal.value.code == code


def test_conversation_when_contact_is_not_open_masks_the_others_numbers_only(thread, people):
    say(thread, people[0], "Ring 98765 43210")

    assert words_seen(thread, people[0], contacts_hidden=True) == ["Ring 98765 43210"]
    assert words_seen(thread, people[1], contacts_hidden=True) == ["Ring [hidden until both agree]"]
    assert words_seen(thread, people[1], contacts_hidden=False) == ["Ring 98765 43210"]


def test_unread_counts_when_another_writes_counts_her_posts_until_they_are_read(thread, people):
    say(thread, people[0])
    last = say(thread, people[0], "Are you there?")
    before = queries.unread_counts(person=people[1], thread_ids=[thread.pk])

    operations.mark_read(thread_id=thread.pk, reader=people[1], up_to=last.pk)

    assert before == {thread.pk: 2}
    assert queries.unread_counts(person=people[1], thread_ids=[thread.pk]) == {}
    assert queries.unread_counts(person=people[0], thread_ids=[thread.pk]) == {}


def test_mark_read_when_an_older_mark_arrives_late_keeps_the_newer(thread, people):
    operations.mark_read(thread_id=thread.pk, reader=people[1], up_to=9)
    operations.mark_read(thread_id=thread.pk, reader=people[1], up_to=4)

    assert Participant.objects.get(thread=thread, person=people[1]).read_up_to == 9


def test_edit_when_15_minutes_have_passed_is_refused(thread, people):
    said = say(thread, people[0])
    operations.edit(post_id=said.pk, author=people[0], words="Good evening", at=NOON + timedelta(minutes=15))

    with pytest.raises(Refused):
        operations.edit(post_id=said.pk, author=people[0], words="Good night", at=NOON + timedelta(minutes=16))

    assert words_seen(thread, people[1]) == ["Good evening"]


def test_edit_when_the_post_is_anothers_finds_nothing(thread, people):
    said = say(thread, people[0])

    with pytest.raises(NotFound):
        operations.edit(post_id=said.pk, author=people[1], words="Not mine", at=NOON)


def test_leave_when_a_person_goes_closes_the_thread_to_her_and_join_opens_it_again(thread, people):
    operations.leave(thread_id=thread.pk, people_ids=[people[1].pk], at=NOON)
    gone = list(Thread.objects.visible_to(people[1]))

    operations.join(thread_id=thread.pk, people_ids=[people[1].pk], at=NOON)

    assert gone == []
    assert list(Thread.objects.visible_to(people[1])) == [thread]
    assert queries.readers_of(thread_id=thread.pk, but=people[0].pk) == [people[1].pk]


def test_erase_person_when_she_wrote_empties_her_words_and_keeps_the_others(thread, people):
    say(thread, people[0], "My secret")
    say(thread, people[1], "My answer")

    operations.erase_person(person=people[0], at=NOON)

    assert list(Post.objects.order_by("pk").values_list("words", "erased_at")) == [("", NOON), ("My answer", None)]
    assert list(Thread.objects.visible_to(people[0])) == []
