"""Versions hold from their day, answers are kept with consent, and a no says which rule and what would change it."""

import re
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from tests.factories import make_member, make_organisation, make_owner, make_unit
from virtualclusters.accounts.models import Consent
from virtualclusters.areas.schemes import keeping
from virtualclusters.areas.schemes.answers import Answers, rule_facts
from virtualclusters.areas.schemes.content import Condition, Content, Figure, Text
from virtualclusters.areas.schemes.data_file import SHIPPED, FileRefused, read
from virtualclusters.areas.schemes.finding import find
from virtualclusters.areas.schemes.jobs import begin_versions
from virtualclusters.areas.schemes.loading import keep_schemes
from virtualclusters.areas.schemes.models import Scheme, SchemeAnswers
from virtualclusters.areas.schemes.operations import publish_version, write_draft
from virtualclusters.areas.schemes.queries import earlier_wordings, how_far, open_schemes, schemes, versions_of
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.engagements.operations.milestones import reach
from virtualclusters.exchange.engagements.operations.opening import answer
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.exchange.rules.queries import rule_facts_of
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.foundation.time import day_in_india
from virtualclusters.matching.rules import Rule
from virtualclusters.network.organisations.models import OrganisationKind

pytestmark = pytest.mark.django_db
SOURCE = "https://example.org/order"
GOVERNMENT = OrganisationKind.GOVERNMENT_BODY


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def officer(now):
    return make_owner(make_unit(organisation=make_organisation(kind=GOVERNMENT, at=now), at=now))


def a_version(from_day, *rules, to=None, name="Packing help", subsidy=200_000):
    return Content(
        effective_from=from_day,
        effective_to=to,
        language="en",
        source_title="Order 5",
        source_address=SOURCE,
        as_of=from_day,
        texts={"en": Text(name, "A subsidy for packing machines.", "Apply here.", ("Udyam registration",))},
        figures=(Figure("subsidy_most", Decimal(subsidy), checked=True),),
        conditions=tuple(Condition(rule, checked=True) for rule in rules),
    )


OWN_TEN = Rule("own_percent", "at_least", 10, source=SOURCE)
MICRO = Rule("size_class", "one_of", ["micro"], source=SOURCE)


def published(officer, content, at, *, here=False):
    unit = officer.organisation.units.get()
    draft = write_draft(content=content, unit_id=unit.pk, here=here, actor=officer, at=at)
    return publish_version(version_id=draft.pk, actor=officer, at=at).scheme


def next_version(officer, scheme, content, at):
    draft = write_draft(content=content, scheme_id=scheme.pk, actor=officer, at=at)
    return publish_version(version_id=draft.pk, actor=officer, at=at)


def test_a_published_version_stands_in_the_opportunity_with_its_rules(officer, now):
    scheme = published(officer, a_version(day_in_india(now), OWN_TEN), now)

    opportunity = Opportunity.objects.get(pk=scheme.pk)
    assert (opportunity.kind, opportunity.title, opportunity.is_open(now)) == ("scheme", "Packing help", True)
    assert list(opportunity.rules.values_list("fact", "operator", "value", "source")) == [
        ("own_percent", "at_least", "10", SOURCE)
    ]


def test_a_new_version_ends_the_old_one_on_the_day_before_its_own_first_day(officer, now):
    today = day_in_india(now)
    scheme = published(officer, a_version(today, OWN_TEN), now)
    begins = today + timedelta(days=10)

    next_version(officer, scheme, a_version(begins, MICRO, name="Packing help, new"), now)

    before = versions_of(scheme, at=now, language="en")
    assert [(one.number, one.last_day, one.in_force) for one in before] == [
        (2, None, False),
        (1, begins - timedelta(days=1), True),
    ]
    assert Opportunity.objects.get(pk=scheme.pk).title == "Packing help"
    later = now + timedelta(days=10)
    begin_versions(at=later)
    assert Opportunity.objects.get(pk=scheme.pk).title == "Packing help, new"
    assert [one.fact for one in Opportunity.objects.get(pk=scheme.pk).rules.all()] == ["size_class"]


def test_a_scheme_that_is_over_is_kept_and_found_and_never_offered(officer, now):
    today = day_in_india(now)
    scheme = published(officer, a_version(today, to=today + timedelta(days=3)), now)

    later = now + timedelta(days=4)

    assert [one.id for one in open_schemes(at=now, language="en")] == [scheme.pk]
    assert open_schemes(at=later, language="en") == []
    assert [one.pk for one in schemes(at=later, over=True, words="packing")] == [scheme.pk]
    unit = make_unit(at=now)
    with pytest.raises(Refused):
        answer(opportunity_id=scheme.pk, unit_id=unit.pk, actor=make_owner(unit), at=later)


def test_rules_that_no_unit_can_meet_together_are_refused_and_named(officer, now):
    rules = [Rule("own_percent", "at_least", 20, source=SOURCE), Rule("own_percent", "at_most", 10, source=SOURCE)]

    with pytest.raises(Refused) as refused:
        published(officer, a_version(day_in_india(now), *rules), now)

    assert refused.value.code == "rules_contradict"
    assert "Your own money, of the cost" in refused.value.sentence


def test_another_office_cannot_write_the_next_version(officer, now):
    scheme = published(officer, a_version(day_in_india(now)), now)
    stranger = make_owner(make_unit(organisation=make_organisation(kind=GOVERNMENT, at=now), at=now))

    with pytest.raises(NotFound):
        write_draft(
            content=a_version(day_in_india(now) + timedelta(days=1)), scheme_id=scheme.pk, actor=stranger, at=now
        )


def test_an_administrator_writes_the_next_version_of_an_office_that_is_not_here(now):
    keep_schemes(read(SHIPPED.read_text())[:1], at=now)
    scheme = Scheme.objects.get()
    administrator = make_owner(
        make_unit(organisation=make_organisation(kind=OrganisationKind.ADMINISTRATOR, at=now), at=now)
    )

    version = next_version(administrator, scheme, a_version(day_in_india(now), MICRO), now)

    assert (version.number, Scheme.objects.get().in_force_id) == (2, version.pk)


def test_each_no_names_the_rule_and_the_smallest_change_and_a_gap_says_what_to_tell(officer, now):
    published(officer, a_version(day_in_india(now), OWN_TEN, MICRO), now)
    said = Answers(own_money="under_5")

    found = find(open_schemes(at=now, language="en"), rule_facts(said), at=now)

    (one,) = found["no"]
    assert [(reason.fact, reason.change) for reason in one.against] == [
        ("own_percent", "It fits when this goes up: Your own money, of the cost: 10 percent.")
    ]
    assert [reason.change for reason in one.to_tell] == ["Tell us this, and we can say if it fits: Size."]
    assert one.scheme.benefit == "Subsidy, at most: ₹2 lakh"


def test_the_smallest_change_made_turns_the_no_into_may_get(officer, now):
    published(officer, a_version(day_in_india(now), OWN_TEN, MICRO), now)

    found = find(
        open_schemes(at=now, language="en"), rule_facts(Answers(own_money="to_25", size_class="micro")), at=now
    )

    assert {answer: len(rows) for answer, rows in found.items()} == {"yes": 1, "not_known": 0, "no": 0}


def test_a_scheme_whose_rules_nobody_knows_is_never_said_to_be_within_reach(officer, now):
    published(officer, a_version(day_in_india(now)), now)

    found = find(open_schemes(at=now, language="en"), rule_facts(Answers(size_class="micro")), at=now)

    assert [one.without_rules for one in found["not_known"]] == [True]
    assert found["yes"] == []


def test_who_owns_the_firm_is_kept_only_with_a_yes_and_emptied_when_it_is_taken_back(now):
    unit = make_unit(at=now)
    owner = make_owner(unit)
    said = Answers(women=True, minority=False, own_money="to_10")
    told = {"unit_id": unit.pk, "answers": said, "language": "en", "actor": owner, "at": now}

    keeping.keep_answers(**told, may_keep_owners=False)
    assert (SchemeAnswers.objects.get().women, SchemeAnswers.objects.get().own_money) == (None, "to_10")

    keeping.keep_answers(**told, may_keep_owners=True)
    consent = Consent.objects.get(person=owner.person, purpose="owners_for_schemes")
    assert (consent.given, consent.notice, SchemeAnswers.objects.get().women) == (
        True,
        "owners-for-schemes 2026-11",
        True,
    )

    keeping.forget_owners(person=owner.person, at=now)
    kept = SchemeAnswers.objects.get()
    assert (kept.women, kept.minority, kept.owners_kept_by, kept.own_money) == (None, None, None, "to_10")


def test_answers_are_facts_of_the_unit_for_every_page_that_asks_rules(now):
    unit = make_unit(at=now)
    keeping.keep_answers(
        unit_id=unit.pk,
        answers=Answers(size_class="micro", had_support=False),
        may_keep_owners=False,
        language="en",
        actor=make_owner(unit),
        at=now,
    )

    facts = rule_facts_of([unit.pk], at=now)[unit.pk]

    assert (facts["size_class"], facts["had_support"]) == ("micro", False)


def test_an_answer_that_the_profile_gives_already_is_not_kept_beside_it(now):
    unit = make_unit(organisation=make_organisation(at=now, women_owned=True), at=now)
    owner = make_owner(unit)

    keeping.keep_answers(
        unit_id=unit.pk,
        answers=keeping.known_answers(unit, at=now),
        may_keep_owners=True,
        language="en",
        actor=owner,
        at=now,
    )

    assert (SchemeAnswers.objects.get().women, keeping.known_answers(unit, at=now).women) == (None, True)


def test_what_is_answered_of_one_group_of_owners_leaves_what_the_profile_says_of_another(now):
    unit = make_unit(organisation=make_organisation(at=now, women_owned=True), at=now)
    told = Answers(women=True, minority=False)

    keeping.keep_answers(
        unit_id=unit.pk, answers=told, may_keep_owners=True, language="en", actor=make_owner(unit), at=now
    )

    ownership = rule_facts_of([unit.pk], at=now)[unit.pk]["ownership"]
    assert (ownership.items, ownership.without) == ({"women"}, {"minority"})


def test_following_a_scheme_elsewhere_goes_from_preparing_to_a_result_and_the_office_sees_counts(officer, now):
    scheme = published(officer, a_version(day_in_india(now)), now)
    unit = make_unit(at=now)
    owner = make_owner(unit)
    talk = answer(opportunity_id=scheme.pk, unit_id=unit.pk, actor=owner, at=now)
    for code in ("preparing", "submitted"):
        reach(engagement_id=talk.pk, code=code, actor=owner, at=now)

    closed = act(engagement_id=talk.pk, verb="finish", actor=owner, at=now, reason="got")

    assert (talk.phase, closed.phase, closed.end_reason) == ("under_way", "closed", "got")
    assert how_far([scheme.pk])[scheme.pk] == [
        ("Finished", 1),
        ("Papers are being prepared", 1),
        ("The application was sent", 1),
    ]


def test_an_application_here_is_declined_only_with_a_reason_that_says_how_to_mend_it(officer, now):
    scheme = published(officer, a_version(day_in_india(now)), now, here=True)
    unit = make_unit(at=now)
    talk = answer(opportunity_id=scheme.pk, unit_id=unit.pk, actor=make_owner(unit), at=now)

    with pytest.raises(Refused):
        act(engagement_id=talk.pk, verb="decline", actor=officer, at=now)
    declined = act(
        engagement_id=talk.pk, verb="decline", actor=officer, at=now, reason="papers", words="Send the plan."
    )

    assert (declined.phase, declined.end_reason) == ("declined", "papers")


def test_the_twenty_schemes_are_read_once_however_often_the_file_is_read(now):
    told = read(SHIPPED.read_text())

    first, again = keep_schemes(told, at=now), keep_schemes(told, at=now)

    assert (dict(first), dict(again)) == ({"schemes": 20, "versions": 20}, {"same": 20})


def test_the_shipped_schemes_mark_every_figure_that_does_not_stand_in_their_source():
    not_found = {
        (one.code, figure.kind)
        for one in read(SHIPPED.read_text())
        for figure in one.versions[0].figures
        if not figure.checked
    }

    assert not_found == {
        ("pmegp", "subsidy_percent"),
        ("pmegp", "own_percent"),
        ("aif", "own_percent"),
        ("pmksy-capacity", "subsidy_most"),
        ("pmksy-capacity", "subsidy_percent"),
        ("pmksy-cold-chain", "subsidy_most"),
    }


def test_a_file_with_errors_is_refused_whole_and_names_each_place():
    wrong = SHIPPED.read_text().replace('"value": 35', '"value": 350', 1).replace('"2020-06-29"', '"29-06-2020"', 1)

    with pytest.raises(FileRefused) as refused:
        read(wrong)

    assert [place for place, _words in refused.value.errors] == [
        "schemes[0].versions[0].effective_from",
        "schemes[0].versions[0].figures[1].value",
    ]


def test_every_shipped_scheme_names_its_source_and_its_day_and_claims_no_period_that_no_source_gave(now):
    told = {one.code: one.versions[0] for one in read(SHIPPED.read_text())}

    assert (len(told), all(one.source_address and one.as_of <= now.date() for one in told.values())) == (20, True)
    assert {code for code, one in told.items() if one.period_checked} == {
        "pmfme-unit", "pmfme-group", "mse-cdp-cfc", "treds",
    }  # fmt: skip


def test_a_file_that_says_something_else_of_a_published_version_corrects_it_and_keeps_what_stood_there(now):
    told = SHIPPED.read_text()
    keep_schemes(read(told), at=now)

    counted = keep_schemes(read(told.replace('"value": 1000000', '"value": 1200000', 1)), at=now + timedelta(days=3))

    scheme = Scheme.objects.get(code="pmfme-unit")
    [version] = versions_of(scheme, at=now, language="en")
    assert dict(counted) == {"same": 19, "corrected": 1}
    assert (version.number, version.revision, version.corrected_on) == (1, 2, day_in_india(now + timedelta(days=3)))
    assert [one.figures[0].value for one in earlier_wordings(scheme, 1, at=now, language="en")] == ["₹10 lakh"]
    assert scheme.in_force.revision == 2
    page = Client().get(f"/en/schemes/{scheme.pk}/versions/1/").content.decode()
    assert [words in page for words in ("Corrected on", "₹12 lakh", "What stood here before", "₹10 lakh")] == [True] * 4


def test_a_file_that_was_read_before_does_not_take_a_correction_back(now):
    told = SHIPPED.read_text()
    keep_schemes(read(told), at=now)
    keep_schemes(read(told.replace('"value": 1000000', '"value": 1200000', 1)), at=now)

    assert dict(keep_schemes(read(told), at=now)) == {"same": 20}


def test_an_office_corrects_a_published_version_by_writing_it_from_the_same_day(officer, now):
    scheme = published(officer, a_version(day_in_india(now), OWN_TEN), now)

    next_version(officer, scheme, a_version(day_in_india(now)), now)

    told = versions_of(scheme, at=now, language="en")
    assert [(one.number, one.revision, one.conditions) for one in told] == [(1, 2, [])]


def test_a_visitor_answers_and_nothing_of_it_is_stored(officer, now):
    published(officer, a_version(day_in_india(now), OWN_TEN), now)
    visitor = Client()

    asked = visitor.post("/en/schemes/questions/", {"own_money": "under_5", "women": "yes"})
    page = visitor.get(asked["Location"]).content.decode()

    assert (asked["Location"], SchemeAnswers.objects.count()) == ("/en/schemes/for-you/", 0)
    assert "It fits when this goes up: Your own money, of the cost: 10 percent." in page
    assert "Register your firm" in page


def test_a_note_that_was_changed_counts_for_nothing(officer, now):
    visitor = Client()
    visitor.cookies["scheme_answers"] = "changed:by:hand"

    assert visitor.get("/en/schemes/for-you/")["Location"] == "/en/schemes/questions/"


def test_a_district_that_nobody_knows_is_told_beside_the_field(now):
    page = Client().post("/en/schemes/questions/", {"district": "Nowherepur"}).content.decode()

    assert "We do not know this district." in page
    assert "Nowherepur" in page


def test_an_owners_questions_are_filled_in_and_her_answers_kept(officer, now):
    published(officer, a_version(day_in_india(now), MICRO), now)
    unit = make_unit(organisation=make_organisation(at=now, started_year=now.year - 10), at=now)
    owner = make_owner(unit)
    client = Client()
    client.force_login(owner.person, backend="allauth.account.auth_backends.AuthenticationBackend")

    first = client.get("/en/schemes/questions/").content.decode()
    kept = client.post("/en/schemes/questions/", {"size_class": "micro", "started": "over_5", "had_support": "no"})
    again = client.get("/en/schemes/questions/").content.decode()
    found = client.get(kept["Location"]).content.decode()

    assert _ticked(first, "over_5")
    assert _ticked(again, "micro")
    assert found.index("You may get") < found.index("Packing help")
    assert "Register your firm" not in found


def _ticked(page, value):
    return re.search(rf'<input[^>]*value="{value}"[^>]*checked', page) is not None


def test_an_officer_writes_looks_and_publishes(officer, now):
    member = make_member(officer.organisation, role="officer", at=now)
    client = Client()
    client.force_login(member.person, backend="allauth.account.auth_backends.AuthenticationBackend")
    day, unit = day_in_india(now), officer.organisation.units.get()
    days = {
        f"{name}_{part}": value
        for name in ("effective_from", "as_of")
        for part, value in (("day", day.day), ("month", day.month), ("year", day.year))
    }
    said = {
        "unit_id": unit.pk,
        "here": "here",
        "name": "Cold room help",
        "benefits": "A subsidy for a cold room.",
        "how_to_apply": "Apply here.",
        "documents": "Plan\nQuotation",
        "subsidy_most": "2 lakh",
        "sizes": ["micro", "small"],
        "makers_only": "on",
        "source_title": "Order 7",
        "source_address": "https://example.org/7",
        **days,
    }

    written = client.post("/en/desk/schemes/new/", said)
    preview = client.get(written["Location"]).content.decode()
    client.post(f"{written['Location']}publish/")

    assert [word for word in ("₹2 lakh", "Quotation", "nobody else sees it") if word not in preview] == []
    scheme = Scheme.objects.get()
    assert (scheme.opportunity.kind, scheme.opportunity.title) == ("scheme_here", "Cold room help")
    assert sorted(scheme.opportunity.rules.values_list("fact", flat=True)) == ["is_manufacturer", "size_class"]
    copied = client.get(f"/en/desk/schemes/{scheme.pk}/write/").content.decode()
    assert "Cold room help" in copied


def test_the_list_takes_as_many_queries_with_twenty_as_with_one(officer, now):
    def count():
        with CaptureQueriesContext(connection) as counted:
            assert Client().get("/en/schemes/").status_code == 200
        return len(counted)

    published(officer, a_version(day_in_india(now)), now)
    count()
    one = count()
    keep_schemes(read(SHIPPED.read_text()), at=now)

    assert count() == one


def test_as_of_and_what_was_not_checked_stand_on_the_page(now):
    keep_schemes(read(SHIPPED.read_text()), at=now)
    pmegp = Scheme.objects.get(code="pmegp")
    said = ["As of 8 February 2023", "Not yet read at the office", "Not checked", "This page promises nothing"]

    read_on_a_day = Client().get(f"/en/opportunities/{pmegp.pk}/").content.decode()
    pmegp.versions.update(as_of=None)
    never_read = Client().get(f"/en/opportunities/{pmegp.pk}/").content.decode()

    assert [word for word in said if word in read_on_a_day] == [said[0], *said[2:]]
    assert [word for word in said if word in never_read] == said[1:]


def test_a_schemes_own_page_is_headed_in_the_readers_language_and_says_nothing_twice(now):
    keep_schemes(read(SHIPPED.read_text()), at=now)
    fund = Scheme.objects.get(code="cgtmse")

    with translation.override("hi"):
        page = Client().get(f"/hi/opportunities/{fund.pk}/").content.decode()

    assert '<h1 class="vc-heading-l">सीजीटीएमएसई: बिना गिरवी के कर्ज़</h1>' in page
    assert fund.opportunity.title not in page


def test_a_hindi_reader_sees_the_hindi_words_of_a_scheme(now):
    keep_schemes(read(SHIPPED.read_text()), at=now)
    visitor = Client()
    with translation.override("hi"):
        visitor.post("/hi/schemes/questions/", {"size_class": "micro"})
        page = visitor.get("/hi/schemes/for-you/").content.decode()

    assert "सीजीटीएमएसई: बिना गिरवी के कर्ज़" in page
