"""A notice reaches exactly those it was frozen for, once, and leaves out who must not be told."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.factories import make_concept, make_member
from virtualclusters.areas.targeted_notices.audience import Audience
from virtualclusters.areas.targeted_notices.models import Notice, Receiver
from virtualclusters.areas.targeted_notices.operations import sending
from virtualclusters.areas.targeted_notices.operations.receiving import hear_again, silence
from virtualclusters.areas.targeted_notices.operations.telling import tell_some
from virtualclusters.areas.targeted_notices.operations.writing import set_two_persons
from virtualclusters.areas.targeted_notices.tests.sending import NOW, TEXTS, make_draft, make_reader, make_sender
from virtualclusters.capabilities.jobs import run_jobs
from virtualclusters.capabilities.messaging.models import Channel, Notification, NotificationChoice, OutboxMessage
from virtualclusters.foundation.errors import NotFound, Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def sender():
    return make_sender()


def sent(sender, **fields):
    """A notice to all of Maharashtra that was sent and told to the end."""
    notice = sending.submit(notice_id=make_draft(sender, **fields).pk, actor=sender, at=NOW)
    while tell_some(notice_id=notice.pk, at=NOW):
        pass
    return Notice.objects.get(pk=notice.pk)


def outcomes(notice):
    return Counter(Receiver.objects.filter(notice=notice).values_list("outcome", flat=True))


def test_everybody_who_agreed_is_told_once_by_the_way_that_reaches_her(sender):
    for _number in range(5):
        make_reader(language="hi")
    make_reader(messages=False)
    make_reader(verified=False)
    make_reader(approached=False)

    notice = sent(sender)
    tell_some(notice_id=notice.pk, at=NOW)

    assert (notice.fit, outcomes(notice), Notification.objects.count()) == (
        8,
        {"sms": 5, "only_no_yes": 1, "only_no_number": 1},
        5,
    )


def test_the_sms_is_the_registered_text_in_her_language(sender, settings):
    settings.QUIET_HOURS = False
    sender.organisation.name = "District office"
    sender.organisation.save()
    for _number in range(5):
        make_reader(language="hi")
    sending.submit(
        notice_id=make_draft(sender, valid_until=timezone.localdate() + timedelta(days=9)).pk, actor=sender, at=NOW
    )
    run_jobs()

    texts = {message.text.split("। पढ़ें:")[0] for message in OutboxMessage.objects.filter(channel=Channel.SMS)}

    assert (OutboxMessage.objects.count(), texts) == (5, {"District office की सूचना, Virtual Clusters पर: खाद्य मेला"})


def test_who_changed_her_mind_since_it_was_frozen_is_left_out(sender):
    readers = [make_reader() for _number in range(5)]
    notice = sending.submit(notice_id=make_draft(sender).pk, actor=sender, at=NOW)
    readers[0][0].may_be_approached = False
    readers[0][0].save()
    late, _owner = make_reader()

    while tell_some(notice_id=notice.pk, at=NOW):
        pass

    assert (outcomes(notice), Receiver.objects.filter(unit=late).exists()) == ({"sms": 4, "no_consent": 1}, False)


def test_who_got_two_this_week_gets_no_third_until_the_week_is_over(sender):
    for _number in range(5):
        make_reader()

    told = [outcomes(sent(office)) for office in (sender, make_sender(), make_sender())]

    assert told == [{"sms": 5}, {"sms": 5}, {"enough": 5}]


def test_no_more_from_this_office_holds_for_this_office_alone_and_can_be_taken_back(sender):
    readers = [make_reader() for _number in range(5)]
    first = sent(sender)
    silence(notice_id=first.pk, actor=readers[0][1], at=NOW)

    from_same, from_other = outcomes(sent(sender)), outcomes(sent(make_sender()))
    hear_again(notice_id=first.pk, actor=readers[0][1], at=NOW)

    assert (from_same, from_other["no_more"]) == ({"sms": 4, "no_more": 1}, 0)


def test_who_ended_such_messages_finds_it_on_her_page_only(sender):
    readers = [make_reader() for _number in range(5)]
    NotificationChoice.objects.create(
        person=readers[0][1].person, category="notice", channel="sms", frequency="never", chosen_at=NOW
    )

    assert outcomes(sent(sender)) == {"sms": 4, "only_stopped": 1}


def test_a_stopped_notice_tells_nobody_more(sender):
    for _number in range(5):
        make_reader()
    notice = sending.submit(notice_id=make_draft(sender).pk, actor=sender, at=NOW)

    sending.stop(notice_id=notice.pk, actor=sender, at=NOW)
    tell_some(notice_id=notice.pk, at=NOW)

    notice.refresh_from_db()
    assert (outcomes(notice), notice.done_at, Notification.objects.count()) == ({"stopped": 5}, NOW, 0)


def test_a_fourth_notice_of_an_office_on_one_day_is_refused(sender):
    for _number in range(5):
        make_reader()
    for _number in range(3):
        sent(sender)

    with pytest.raises(Refused) as refused:
        sending.submit(notice_id=make_draft(sender).pk, actor=sender, at=NOW)

    assert refused.value.code == "day_used_up"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"texts": {"en": TEXTS["en"]}}, "language_missing"),
        ({"valid_until": date(2026, 11, 19)}, "over"),
        ({"audience": Audience(state="KL")}, "few"),
        ({"audience": Audience(roles=("makes",))}, "meant_for_nobody"),
    ],
)
def test_what_is_not_ready_is_refused_with_the_reason(sender, fields, code):
    for _number in range(5):
        make_reader()

    with pytest.raises(Refused) as refused:
        sending.submit(notice_id=make_draft(sender, **fields).pk, actor=sender, at=NOW)

    assert refused.value.code == code


def test_where_the_office_wants_two_persons_only_another_one_sends_it(sender):
    for _number in range(5):
        make_reader()
    chief = make_member(sender.organisation, at=NOW)
    set_two_persons(wanted=True, actor=chief, at=NOW)
    notice = sending.submit(notice_id=make_draft(sender).pk, actor=sender, at=NOW)

    with pytest.raises(Refused) as refused:
        sending.approve(notice_id=notice.pk, actor=sender, at=NOW)
    approved = sending.approve(notice_id=notice.pk, actor=chief, at=NOW)

    assert (notice.sent_at, refused.value.code, approved.sent_by) == (None, "own_notice", chief.person)


def test_another_office_and_a_random_id_are_answered_alike(sender):
    notice = make_draft(sender)

    for actor, pk in ((make_sender(), notice.pk), (sender, notice.pk + 999)):
        with pytest.raises(NotFound):
            sending.submit(notice_id=pk, actor=actor, at=NOW)


def test_five_hundred_are_told_at_a_time(sender, monkeypatch):
    monkeypatch.setattr("virtualclusters.areas.targeted_notices.operations.telling.A_BATCH", 3)
    concept = make_concept("pickles")
    for _number in range(5):
        make_reader(concept)
    notice = sending.submit(notice_id=make_draft(sender, Audience(concepts=(concept.pk,))).pk, actor=sender, at=NOW)

    more = [tell_some(notice_id=notice.pk, at=NOW) for _turn in range(3)]

    assert (more, outcomes(notice)) == ([True, True, False], {"sms": 5})
