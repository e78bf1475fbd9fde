"""Figures of colleges' and advisers' help, and the log of what changed because of them."""

from datetime import timedelta
from itertools import pairwise

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client

from tests.factories import NOON, make_member, make_opportunity, make_organisation, make_owner, make_unit
from virtualclusters.areas.reviews.figures import figures_by, followed_kinds
from virtualclusters.areas.reviews.models import ReviewAnswer, ReviewEntry
from virtualclusters.areas.reviews.operations import answer_entry, write_entry
from virtualclusters.areas.reviews.queries import about_of
from virtualclusters.areas.reviews.telling import tell_figures, told_by, told_of
from virtualclusters.capabilities.messaging.models import Notification
from virtualclusters.exchange.engagements.models import Engagement, Party
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.exchange.outcomes.models import ClosingWord, Measure
from virtualclusters.foundation.errors import NotFound, Refused

pytestmark = pytest.mark.django_db
WORDS = {"seen": "Answers come late", "decided": "Ask the next after 2 days", "language": "en"}
RULE = {"rule": "ADVICE_DAYS", "old_value": "3", "new_value": "2"}


@pytest.fixture
def administrator():
    return make_member(make_organisation(kind="administrator"))


@pytest.fixture
def college():
    """A college's owner; its help is asked for by offers of its own."""
    return make_owner(make_unit(organisation=make_organisation(kind="academic_institution", name="Sample College")))


def help_given(college, *steps, days=1, district="Nashik", at=NOON):
    """An enterprise asks the college; then (side, verb) steps follow, one every so many days. Returns the engagement."""
    offer = make_opportunity(kind="offer", unit=college.organisation.units.get(), at=at, title="Advice on drying")
    unit = make_unit(district=district, at=at)
    asker = make_owner(unit)
    engagement = answer(opportunity_id=offer.pk, unit_id=unit.pk, actor=asker, at=at)
    for number, (side, verb) in enumerate(steps, 1):
        actor = college if side == "publisher" else asker
        moment = at + timedelta(days=days * number)
        act(engagement_id=engagement.pk, verb=verb, actor=actor, at=moment, words="300 a day", reason=_reason(verb))
    return Engagement.objects.get(pk=engagement.pk)


def _reason(verb):
    return "time" if verb == "decline" else ""


DONE = [("publisher", "offer"), ("answerer", "agree"), ("publisher", "start"), ("publisher", "finish")]
LATER = NOON + timedelta(days=60)


def said(engagement, side, *, again):
    party = Party.objects.get(engagement=engagement, side=side)
    ClosingWord.objects.create(party=party, would_again=again, given_at=NOON)
    return party


def institution(college):
    return about_of("institution", str(college.organisation_id))


def test_kinds_in_which_a_college_or_an_adviser_can_take_part_are_followed():
    slugs = {kind.slug for kind in followed_kinds()}

    assert {"offer", "requirement", "training_wish"} <= slugs
    assert slugs & {"training", "tender"} == set()


def test_help_is_counted_by_institution_district_and_kind(college):
    for district in ("Nashik", "Nashik", "Pune"):
        help_given(college, *DONE, district=district)
    help_given(college, ("publisher", "offer"), days=9)
    help_given(college)
    Engagement.objects.filter(agreed_at=None, phase="asked").update(
        phase="lapsed", ended_at=NOON, turn="", due_at=None, end_reason="lapse"
    )

    told = figures_by("institution", at=LATER)[college.organisation_id,]

    assert (told.asked, told.in_time, told.started, told.finished, told.lapsed) == (5, 3, 3, 3, 1)
    assert told.median_days == 1.0
    assert {key: one.asked for key, one in figures_by("district", at=LATER).items()} == {
        ("MH", "Nashik"): 4,
        ("MH", "Pune"): 1,
    }
    assert {key: one.asked for key, one in figures_by("kind", at=LATER).items()} == {("offer",): 5}


def test_a_college_that_answers_a_unit_is_counted_as_the_helper(college):
    wanted = make_opportunity(kind="requirement", unit=make_unit(district="Satara"))
    answer(opportunity_id=wanted.pk, unit_id=college.organisation.units.get().pk, actor=college, at=NOON)

    told = [set(figures_by(by, at=LATER)) for by in ("institution", "district")]

    assert told == [{(college.organisation_id,)}, {("MH", "Satara")}]


def test_trade_between_enterprises_and_what_is_older_than_a_year_are_not_counted(college):
    offer = make_opportunity(kind="offer")
    unit = make_unit()
    answer(opportunity_id=offer.pk, unit_id=unit.pk, actor=make_owner(unit), at=NOON)
    help_given(college, at=NOON - timedelta(days=400))

    assert figures_by("institution", at=NOON) == {}


def test_closing_words_count_only_when_they_are_blind_no_more(college):
    done = [help_given(college, *DONE) for _one in range(3)]
    for engagement, again in zip(done, (True, True, False), strict=True):
        said(engagement, "answerer", again=again)
    said(done[0], "publisher", again=False)
    soon = NOON + timedelta(days=5)

    told = [figures_by("institution", at=at)[college.organisation_id,] for at in (soon, LATER)]

    assert [(one.words, one.again, one.too_few_words) for one in told] == [(1, 1, True), (3, 2, False)]


def test_a_change_counts_when_the_other_side_confirmed_it(college):
    for confirmed in (True, False):
        engagement = help_given(college, *DONE)
        parties = {party.side: party for party in engagement.parties.all()}
        Measure.objects.create(
            engagement=engagement, indicator="monthly_sales", moment="end", value=5, said_by=parties["answerer"],
            confirmed_by=parties["publisher"] if confirmed else None, asked_at=NOON, taken_at=NOON,
        )  # fmt: skip

    assert figures_by("institution", at=LATER)[college.organisation_id,].confirmed == 1


@pytest.mark.parametrize("number", [1, 12])
def test_figures_ask_two_questions_however_many_groups(college, number, django_assert_num_queries):
    for one in range(number):
        help_given(college, district=f"District {one}")

    with django_assert_num_queries(2):
        figures_by("district", at=LATER)


def test_a_group_smaller_than_three_tells_nothing(client, administrator, college):
    for _one in range(2):
        help_given(college, *DONE)
    tell_figures(at=LATER)
    client.force_login(administrator.person)

    page = client.get("/en/desk/reviews/").content.decode()

    assert (page.count("too few"), "Sample College" in page) == (8, True)


def told(college):
    return told_of("institution", (college.organisation_id,))


def closed_with_words(college, *agains):
    """As many cases, each ended with the helped unit's word; all words are shown at ``LATER``."""
    for again in agains:
        said(help_given(college, *DONE), "answerer", again=again)


def test_a_fourth_word_changes_nothing_until_three_new_ones_came(college):
    closed_with_words(college, True, True, False)
    tell_figures(at=LATER)
    seen = []
    for again in (False, True, False):
        closed_with_words(college, again)
        tell_figures(at=LATER)
        seen.append((told(college).asked, told(college).words, told(college).again))

    assert seen == [(3, 3, 2), (3, 3, 2), (6, 6, 3)]


def test_words_are_held_for_themselves_when_only_requests_came(college):
    closed_with_words(college, True, True, False)
    tell_figures(at=LATER)
    closed_with_words(college, False)
    for _one in range(2):
        help_given(college, *DONE)

    tell_figures(at=LATER)

    assert (told(college).asked, told(college).words, told(college).again) == (6, 3, 2)


def test_no_group_is_told_while_one_answer_alone_would_stay_untold_beside_it(college):
    other = make_owner(make_unit(organisation=make_organisation(kind="ngo", name="Sample Helpers")))
    closed_with_words(college, True, True, True)
    closed_with_words(other, False)
    tell_figures(at=LATER)
    alone = (told(college).too_few, told_of("kind", ("offer",)).words)
    closed_with_words(other, False, True)

    tell_figures(at=LATER)

    assert alone == (True, 4)
    assert [(told(one).words, told(one).again) for one in (college, other)] == [(3, 3), (3, 1)]


def test_from_night_to_night_what_a_grouping_tells_in_all_differs_by_nothing_or_by_three_answers_and_more(college):
    """The difference attack: whoever writes the figures down every morning finds no step of one answer or of two."""
    helpers = [college] + [
        make_owner(make_unit(organisation=make_organisation(kind="ngo", name=f"Sample {n}"))) for n in (1, 2)
    ]
    totals = {by: [(0, 0)] for by in ("institution", "kind")}
    for helper in (0, 0, 1, 0, 1, 2, 1, 0, 2, 2, 0, 0):
        closed_with_words(helpers[helper], helper != 1)
        tell_figures(at=LATER)
        for by, seen in totals.items():
            shown = [one.figures for one in told_by(by).values() if not one.figures.too_few]
            seen.append((sum(one.asked for one in shown), sum(one.words for one in shown)))

    steps = {
        abs(after - before)
        for seen in totals.values()
        for former, latter in pairwise(seen)
        for before, after in zip(former, latter, strict=True)
    }
    assert steps & {1, 2} == set()
    assert max(total for seen in totals.values() for total, _words in seen) >= 9


def test_telling_twice_changes_nothing(college):
    closed_with_words(college, True, True, False)

    tell_figures(at=LATER)
    first = told_by("institution")
    tell_figures(at=LATER + timedelta(days=1))

    assert told_by("institution") == first


def test_what_is_older_than_a_year_is_told_no_more(college):
    closed_with_words(college, True, True, False)
    tell_figures(at=LATER)

    tell_figures(at=NOON + timedelta(days=370))

    assert told(college).too_few


def test_a_median_of_two_answers_is_not_told(college):
    for _one in range(2):
        help_given(college, *DONE)
    help_given(college)
    few = figures_by("institution", at=LATER)[college.organisation_id,].median_days
    help_given(college, *DONE, days=3)

    enough = figures_by("institution", at=LATER)[college.organisation_id,].median_days

    assert (few, enough) == (None, 1.0)


def test_an_entry_keeps_the_figures_of_its_day_and_tells_the_institution_once(administrator, college):
    for _one in range(3):
        help_given(college, *DONE)
    tell_figures(at=LATER)

    entry = write_entry(about=institution(college), actor=administrator, at=LATER, **WORDS, **RULE)
    help_given(college, at=NOON)

    kept = ReviewEntry.objects.get(pk=entry.pk)
    assert (kept.figures["asked"], kept.figures["finished"], kept.rule, kept.new_value) == (3, 3, "ADVICE_DAYS", "2")
    assert list(Notification.objects.values_list("person", flat=True)) == [college.person_id]


def test_an_entry_about_too_small_a_group_keeps_no_figures(administrator, college):
    help_given(college)

    entry = write_entry(about=institution(college), actor=administrator, at=LATER, no_rule_because="One case", **WORDS)

    assert entry.figures == {"too_few": True}


def test_only_the_administrator_writes(college):
    with pytest.raises(NotFound):
        write_entry(about=institution(college), actor=college, at=NOON, **WORDS, **RULE)


def test_a_correction_names_an_earlier_entry_about_the_same(administrator, college):
    first = write_entry(about=institution(college), actor=administrator, at=NOON, **WORDS, **RULE)

    second = write_entry(
        about=institution(college), actor=administrator, at=NOON, corrects_id=first.pk, **WORDS, **RULE
    )
    with pytest.raises(NotFound):
        write_entry(
            about=about_of("kind", "offer"), actor=administrator, at=NOON, corrects_id=first.pk, **WORDS, **RULE
        )

    assert second.corrects == first


def test_an_institution_answers_once(administrator, college):
    entry = write_entry(about=institution(college), actor=administrator, at=NOON, **WORDS, **RULE)
    told = {"entry_id": entry.pk, "actor": college, "at": NOON, "language": "en"}

    answers = {answer_entry(words="It was examination time", **told).pk for _click in range(2)}
    with pytest.raises(Refused) as refused:
        answer_entry(words="Something else", **told)

    assert (len(answers), refused.value.code, ReviewAnswer.objects.count()) == (1, "answered_already", 1)


def test_another_institution_neither_reads_nor_answers(client, administrator, college):
    entry = write_entry(about=institution(college), actor=administrator, at=NOON, **WORDS, **RULE)
    other = make_owner(make_unit(organisation=make_organisation(kind="academic_institution")))
    client.force_login(other.person)

    page = client.get("/en/reviews/").content.decode()
    answered = client.post(f"/en/reviews/{entry.pk}/answer/", {"words": "No"})

    assert ("Answers come late" in page, answered.status_code) == (False, 404)


@pytest.mark.parametrize("change", ["UPDATE reviews_reviewentry SET seen = 'x'", "DELETE FROM reviews_reviewentry"])
def test_the_database_lets_nobody_change_an_entry(administrator, college, change):
    write_entry(about=institution(college), actor=administrator, at=NOON, **WORDS, **RULE)

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)


@pytest.mark.parametrize("wrong", [{"rule": "X"}, {"no_rule_because": "y", "rule": "X", "new_value": "1"}, {}])
def test_the_database_wants_a_rule_or_a_reason(administrator, college, wrong):
    with pytest.raises(DatabaseError), transaction.atomic():
        write_entry(about=institution(college), actor=administrator, at=NOON, **WORDS, **wrong)


def test_the_administrator_writes_on_a_page_and_the_institution_answers_on_its_own(administrator, college):
    ours, theirs = Client(), Client()
    ours.force_login(administrator.person)
    theirs.force_login(college.person)
    address = f"/en/desk/reviews/write/?by=institution&of={college.organisation_id}"
    typed = {"seen": "Late", "decided": "Sooner", "changed": "yes", "rule": "ADVICE_DAYS", "old_value": "3"}

    wrong = ours.post(address, typed).content.decode()
    ours.post(address, typed | {"new_value": "2"})
    read = theirs.get("/en/reviews/").content.decode()
    theirs.post(f"/en/reviews/{ReviewEntry.objects.get().pk}/answer/", {"words": "Exams"})
    log = ours.get("/en/desk/reviews/log/").content.decode()

    assert ("Say the value it has now." in wrong, "Late</textarea>" in wrong) == (True, True)
    assert ("3 → 2" in read, "Exams" in log, "What the institution answers" in log) == (True, True, True)


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "by=district&of=MH",
        "by=district&of=XX-Pune",
        "by=kind&of=nonsense",
        "by=institution&of=9" * 9,
        "by=district&of=%00-Pune",
    ],
)
def test_what_is_no_institution_district_or_kind_is_not_found(client, administrator, asked):
    client.force_login(administrator.person)

    assert client.get(f"/en/desk/reviews/write/?{asked}").status_code == 404
