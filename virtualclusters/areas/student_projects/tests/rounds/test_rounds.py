"""A round from its opening to its seats: who may, what is given, what is refused, what is left out."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import NOON, make_member, make_organisation, make_owner, make_unit
from virtualclusters.areas.student_projects.models.rounds import AllocationRound, RoundProject, RoundTeam, RoundUnit
from virtualclusters.areas.student_projects.projects.operations.publishing import publish_project
from virtualclusters.areas.student_projects.rounds import finding, queries
from virtualclusters.areas.student_projects.rounds.operations import giving, preparing
from virtualclusters.areas.student_projects.rounds.waiting import Awaited, awaited
from virtualclusters.areas.student_projects.tests.college.rows import (
    CHILD,
    make_college,
    make_coordinator,
    make_course,
    make_department,
    make_student,
    make_teacher,
    make_team,
)
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.organisations.models import OrganisationKind

AFTER = NOON + timedelta(days=8)


@pytest.fixture
def college(db):
    return make_college()


@pytest.fixture
def coordinator(college):
    return make_coordinator(college)


@pytest.fixture
def course(college):
    return make_course(make_department(college))


@pytest.fixture
def a_round(college, coordinator):
    return preparing.open_round(
        organisation_id=college.pk,
        title="Winter round",
        closes_at=NOON + timedelta(days=7),
        reserved_districts=[],
        for_all_colleges=False,
        actor=coordinator,
        at=NOON,
    )


def a_team(course, *, supervisor=None):
    return make_team(course, [make_student(course)], supervisor=supervisor or make_teacher(course.department))


def a_project(title="Biscuits break"):
    """A project of a new unit with its owner: (opportunity, owner)."""
    unit = make_unit()
    owner = make_owner(unit)
    project = publish_project(
        actor=owner, at=NOON, unit_id=unit.pk, title=title, summary="", language="en", concept_ids=[], where="at_unit"
    )
    return project, owner


def entered(a_round, teams, projects, coordinator):
    """The teams and projects in the round: (rows of teams, rows of projects)."""
    preparing.enter_teams(round_id=a_round.pk, team_ids=[team.pk for team in teams], actor=coordinator, at=NOON)
    ids = [project.pk for project, _owner in projects]
    preparing.ask_projects_in(round_id=a_round.pk, opportunity_ids=ids, reserved=0, actor=coordinator, at=NOON)
    rows = {row.team_id: row for row in RoundTeam.objects.filter(round=a_round)}
    asked = {row.opportunity_id: row for row in RoundProject.objects.filter(round=a_round)}
    return [rows[team.pk] for team in teams], [asked[pk] for pk in ids]


def say_yes(a_round, owner, *, capacity=1, levels=None, refused=()):
    row = RoundUnit.objects.get(round=a_round, unit__organisation=owner.organisation_id)
    preparing.take_part(
        round_unit_id=row.pk, capacity=capacity, levels=levels or {}, refused=list(refused), actor=owner, at=NOON
    )


def test_a_round_gives_each_team_the_dearest_project_whose_unit_wants_it(a_round, course, coordinator):
    teams, projects = [a_team(course), a_team(course)], [a_project("Biscuits break"), a_project("Chips are oily")]
    (one, two), (biscuits, chips) = entered(a_round, teams, projects, coordinator)
    for row in (one, two):
        wanted = [biscuits.pk, chips.pk]
        preparing.wish(round_team_id=row.pk, project_ids=wanted, actor=coordinator, at=NOON)
    say_yes(a_round, projects[0][1], levels={(biscuits.pk, two.pk): 1, (biscuits.pk, one.pk): 2})
    say_yes(a_round, projects[1][1])

    giving.apply_round(round_id=a_round.pk, actor=coordinator, at=AFTER)

    got = {row.pk: (row.project_id, row.wish, row.left_out) for row in RoundTeam.objects.all()}
    assert got == {two.pk: (biscuits.pk, 1, ""), one.pk: (chips.pk, 2, "")}
    agreed = Engagement.objects.filter(phase=Phase.AGREED).values_list("opportunity", "series")
    assert set(agreed) == {(projects[0][0].pk, teams[1].series), (projects[1][0].pk, teams[0].series)}


def test_a_round_applied_twice_gives_nothing_twice(a_round, course, coordinator):
    projects = [a_project()]
    (row,), (project,) = entered(a_round, [a_team(course)], projects, coordinator)
    preparing.wish(round_team_id=row.pk, project_ids=[project.pk], actor=coordinator, at=NOON)
    say_yes(a_round, projects[0][1])
    first = giving.apply_round(round_id=a_round.pk, actor=coordinator, at=AFTER)

    again = giving.apply_round(round_id=a_round.pk, actor=coordinator, at=AFTER + timedelta(hours=1))

    assert again.applied_at == first.applied_at == AFTER
    assert Engagement.objects.count() == 1
    assert Opportunity.objects.get(pk=projects[0][0].pk).places_taken == 1


def test_a_rehearsal_tells_how_it_would_go_and_gives_nothing(a_round, course, coordinator):
    projects = [a_project()]
    rows, (project,) = entered(a_round, [a_team(course), a_team(course)], projects, coordinator)
    for row in rows:
        preparing.wish(round_team_id=row.pk, project_ids=[project.pk], actor=coordinator, at=NOON)
    say_yes(a_round, projects[0][1])

    rehearsed = giving.rehearse(round_id=a_round.pk, actor=coordinator, at=NOON).rehearsal

    assert (rehearsed["by_wish"], rehearsed["unplaced"], rehearsed["breaches"]) == ([1], 1, 0)
    assert Engagement.objects.count() == 0
    assert set(RoundTeam.objects.values_list("project", flat=True)) == {None}


def test_after_a_rehearsal_the_page_says_which_team_would_get_what(a_round, course, coordinator):
    projects = [a_project()]
    rows, (project,) = entered(a_round, [a_team(course), a_team(course)], projects, coordinator)
    for row in rows:
        preparing.wish(round_team_id=row.pk, project_ids=[project.pk], actor=coordinator, at=NOON)
    say_yes(a_round, projects[0][1])
    browser = Client()
    browser.force_login(coordinator.person)

    pages = [browser.get(f"/en/rounds/{a_round.pk}/").content.decode()]
    giving.rehearse(round_id=a_round.pk, actor=coordinator, at=NOON)
    pages.append(browser.get(f"/en/rounds/{a_round.pk}/").content.decode())

    told = [(page.count("Would get:"), page.count("Would get no place")) for page in pages]
    assert told == [(0, 0), (1, 1)]


def test_a_unit_that_has_not_said_yes_is_never_chosen_for(a_round, course, coordinator):
    (row,), (project,) = entered(a_round, [a_team(course)], [a_project()], coordinator)
    preparing.wish(round_team_id=row.pk, project_ids=[project.pk], actor=coordinator, at=NOON)

    giving.apply_round(round_id=a_round.pk, actor=coordinator, at=AFTER)

    assert Engagement.objects.count() == 0


def test_a_project_taken_back_before_the_seats_are_given_is_left_out_and_the_others_are_given(
    a_round, course, coordinator
):
    teams, projects = [a_team(course), a_team(course)], [a_project(), a_project("Chips are oily")]
    rows, asked = entered(a_round, teams, projects, coordinator)
    for row, project in zip(rows, asked, strict=True):
        preparing.wish(round_team_id=row.pk, project_ids=[project.pk], actor=coordinator, at=NOON)
    for _project, owner in projects:
        say_yes(a_round, owner)
    Opportunity.objects.filter(pk=projects[0][0].pk).update(ended_at=NOON, end_reason="withdrawn")

    giving.apply_round(round_id=a_round.pk, actor=coordinator, at=AFTER)

    assert list(RoundTeam.objects.order_by("pk").values_list("project", flat=True)) == [None, asked[1].pk]


def test_a_team_without_a_teacher_any_more_is_left_out_with_the_reason(a_round, course, coordinator):
    team, projects = a_team(course), [a_project()]
    (row,), (project,) = entered(a_round, [team], projects, coordinator)
    preparing.wish(round_team_id=row.pk, project_ids=[project.pk], actor=coordinator, at=NOON)
    say_yes(a_round, projects[0][1])
    team.supervisor = None
    team.save()

    giving.apply_round(round_id=a_round.pk, actor=coordinator, at=AFTER)

    row.refresh_from_db()
    assert (row.project, row.left_out) == (None, "no_supervisor")


def test_places_reserved_for_under_served_districts_go_there_first(coordinator, course):
    institute = make_organisation(kind=OrganisationKind.ADMINISTRATOR)
    administrator = make_member(institute)
    far = make_organisation(kind=OrganisationKind.ACADEMIC_INSTITUTION)
    make_unit(organisation=far, district="Gadchiroli")
    far_course, far_coordinator = make_course(make_department(far)), make_coordinator(far)
    a_round = preparing.open_round(
        organisation_id=institute.pk, title="R", closes_at=NOON + timedelta(days=7), reserved_districts=["MH:Gadchiroli"],
        for_all_colleges=True, actor=administrator, at=NOON,
    )  # fmt: skip
    near_team, far_team, projects = a_team(course), a_team(far_course), [a_project()]
    preparing.ask_projects_in(
        round_id=a_round.pk, opportunity_ids=[projects[0][0].pk], reserved=1, actor=administrator, at=NOON
    )
    preparing.enter_teams(round_id=a_round.pk, team_ids=[near_team.pk], actor=coordinator, at=NOON)
    preparing.enter_teams(round_id=a_round.pk, team_ids=[far_team.pk], actor=far_coordinator, at=NOON)
    near_row, far_row = (RoundTeam.objects.get(team=team) for team in (near_team, far_team))
    project = RoundProject.objects.get()
    preparing.wish(round_team_id=near_row.pk, project_ids=[project.pk], actor=coordinator, at=NOON)
    preparing.wish(round_team_id=far_row.pk, project_ids=[project.pk], actor=far_coordinator, at=NOON)
    say_yes(a_round, projects[0][1], levels={(project.pk, near_row.pk): 1, (project.pk, far_row.pk): 2})

    giving.apply_round(round_id=a_round.pk, actor=administrator, at=AFTER)

    assert dict(RoundTeam.objects.values_list("pk", "project")) == {near_row.pk: None, far_row.pk: project.pk}


def test_a_college_opens_no_round_for_all_colleges(college, coordinator):
    with pytest.raises(NotFound):
        preparing.open_round(
            organisation_id=college.pk, title="R", closes_at=AFTER, reserved_districts=[], for_all_colleges=True,
            actor=coordinator, at=NOON,
        )  # fmt: skip


def test_seats_are_given_after_the_last_day_only_and_wishes_made_before_it_only(a_round, course, coordinator):
    (row,), _projects = entered(a_round, [a_team(course)], [a_project()], coordinator)

    with pytest.raises(Refused) as early:
        giving.apply_round(round_id=a_round.pk, actor=coordinator, at=NOON)
    with pytest.raises(Refused) as late:
        preparing.wish(round_team_id=row.pk, project_ids=[], actor=coordinator, at=AFTER)

    assert (early.value.code, late.value.code) == ("round_open", "round_over")


@pytest.fixture
def answered(a_round, course, coordinator):
    """A round in which the one team has wished and the one unit has said yes: (round, row of the team, owner)."""
    projects = [a_project()]
    (row,), (project,) = entered(a_round, [a_team(course)], projects, coordinator)
    preparing.wish(round_team_id=row.pk, project_ids=[project.pk], actor=coordinator, at=NOON)
    say_yes(a_round, projects[0][1], levels={(project.pk, row.pk): 1})
    return a_round, row, projects[0][1]


def test_places_are_given_before_the_last_day_once_every_team_and_unit_has_answered(answered, coordinator):
    a_round, row, _owner = answered

    given = giving.give_now(round_id=a_round.pk, actor=coordinator, at=NOON)

    row.refresh_from_db()
    assert (given.applied_at, row.wish, Engagement.objects.get().phase) == (NOON, 1, Phase.AGREED)


def test_places_given_now_and_then_again_are_given_once(answered, coordinator):
    a_round, _row, _owner = answered
    giving.give_now(round_id=a_round.pk, actor=coordinator, at=NOON)

    again = giving.give_now(round_id=a_round.pk, actor=coordinator, at=NOON + timedelta(hours=1))

    assert (again.applied_at, Engagement.objects.count()) == (NOON, 1)


def test_a_team_without_a_wish_keeps_the_places_until_the_last_day(answered, coordinator):
    a_round, row, _owner = answered
    row.wishes.all().delete()

    with pytest.raises(Refused) as refused:
        giving.give_now(round_id=a_round.pk, actor=coordinator, at=NOON)

    assert (refused.value.code, Engagement.objects.count()) == ("answers_missing", 0)


def test_a_unit_that_has_not_said_yes_keeps_the_places_until_the_last_day(answered, coordinator):
    a_round, _row, _owner = answered
    RoundUnit.objects.update(agreed_at=None, agreed_by=None, capacity=None)

    with pytest.raises(Refused) as refused:
        giving.give_now(round_id=a_round.pk, actor=coordinator, at=NOON)

    assert refused.value.code == "answers_missing"


def test_a_unit_that_said_yes_before_the_last_team_came_in_is_waited_for(answered, course, coordinator):
    a_round, _row, owner = answered
    late, later = a_team(course), NOON + timedelta(hours=1)
    preparing.enter_teams(round_id=a_round.pk, team_ids=[late.pk], actor=coordinator, at=later)
    project, row = RoundProject.objects.get(), RoundTeam.objects.get(team=late)
    preparing.wish(round_team_id=row.pk, project_ids=[project.pk], actor=coordinator, at=later)
    before = awaited(a_round)

    unit = RoundUnit.objects.get()
    preparing.take_part(round_unit_id=unit.pk, capacity=1, levels={}, refused=[], actor=owner, at=later)

    assert (before, before.nobody) == (Awaited(teams=0, units=1, takes_place=True), False)
    assert (awaited(a_round), awaited(a_round).nobody) == (Awaited(teams=0, units=0, takes_place=True), True)


def test_a_round_in_which_nobody_takes_part_is_not_given_early(a_round, coordinator):
    with pytest.raises(Refused) as refused:
        giving.give_now(round_id=a_round.pk, actor=coordinator, at=NOON)

    assert refused.value.code == "answers_missing"


def test_a_cancelled_round_is_not_given_early(answered, coordinator):
    a_round, _row, _owner = answered
    preparing.cancel_round(round_id=a_round.pk, actor=coordinator, at=NOON)

    with pytest.raises(Refused) as refused:
        giving.give_now(round_id=a_round.pk, actor=coordinator, at=NOON)

    assert refused.value.code == "round_cancelled"


def test_the_page_of_a_round_says_whom_it_waits_for_and_gives_the_places_when_nobody_is_missing(
    answered, coordinator, client, course
):
    a_round, row, _owner = answered
    soon = timezone.now() + timedelta(days=7)
    AllocationRound.objects.update(created_at=soon - timedelta(days=9), closes_at=soon)
    type(course).objects.update(begins_on=soon.date() - timedelta(days=30), ends_on=soon.date() + timedelta(days=90))
    client.force_login(coordinator.person)
    ready = client.get(f"/en/rounds/{a_round.pk}/").content.decode()
    wish = row.wishes.get()
    wish.delete()
    waits = client.get(f"/en/rounds/{a_round.pk}/").content.decode()
    refused = client.post(f"/en/rounds/{a_round.pk}/give-now/")
    row.wishes.create(project=wish.project, rank=1)

    given = client.post(f"/en/rounds/{a_round.pk}/give-now/", follow=True).content.decode()

    assert ("Give the places now" in ready, "All have answered" in ready) == (True, True)
    assert ("Give the places now" in waits, "1 team has no wish yet." in waits, refused.status_code) == (
        False,
        True,
        422,
    )
    assert "Given. Units and teams are being told." in given


def test_another_colleges_round_and_teams_answer_as_if_there_were_none(a_round, course, coordinator):
    (row,), _projects = entered(a_round, [a_team(course)], [a_project()], coordinator)
    stranger = make_coordinator(make_college())

    for act in (
        lambda: giving.rehearse(round_id=a_round.pk, actor=stranger, at=NOON),
        lambda: giving.apply_round(round_id=a_round.pk, actor=stranger, at=AFTER),
        lambda: giving.give_now(round_id=a_round.pk, actor=stranger, at=NOON),
        lambda: preparing.enter_teams(round_id=a_round.pk, team_ids=[], actor=stranger, at=NOON),
        lambda: preparing.wish(round_team_id=row.pk, project_ids=[], actor=stranger, at=NOON),
        lambda: preparing.cancel_round(round_id=a_round.pk, actor=stranger, at=NOON),
        lambda: finding.round_seen(stranger, a_round.pk),
    ):
        with pytest.raises(NotFound):
            act()


def test_a_student_of_the_team_wishes_for_it_and_one_of_another_team_does_not(a_round, course, coordinator):
    teams = [a_team(course), a_team(course)]
    (row, _other), (project,) = entered(a_round, teams, [a_project()], coordinator)
    mine, theirs = (team.members.get().student.person for team in teams)
    student, other = (finding_actor(person) for person in (mine, theirs))

    preparing.wish(round_team_id=row.pk, project_ids=[project.pk], actor=student, at=NOON)

    assert list(row.wishes.values_list("project", flat=True)) == [project.pk]
    with pytest.raises(NotFound):
        preparing.wish(round_team_id=row.pk, project_ids=[], actor=other, at=NOON)


def finding_actor(person):
    from virtualclusters.network.actors import actor_for

    return actor_for(person)


def test_a_teacher_finds_a_team_of_a_round_once_she_has_said_yes(a_round, course, coordinator):
    team = a_team(course)
    (row,), _projects = entered(a_round, [team], [a_project()], coordinator)
    teacher = team.supervisor
    found = finding.own_round_team(finding_actor(teacher.person), row.pk)
    type(teacher).objects.filter(pk=teacher.pk).update(joined_at=None)

    with pytest.raises(NotFound):
        finding.own_round_team(finding_actor(teacher.person), row.pk)
    assert found == row


def further_round(college, coordinator, project, *, at):
    """Another round of the college, with the project asked in."""
    told = {"title": "R", "closes_at": at + timedelta(days=7), "reserved_districts": [], "for_all_colleges": False}
    further = preparing.open_round(organisation_id=college.pk, actor=coordinator, at=at, **told)
    return preparing.ask_projects_in(
        round_id=further.pk, opportunity_ids=[project.pk], reserved=0, actor=coordinator, at=at
    )


def test_a_unit_is_asked_into_two_rounds_of_a_college_a_term_and_no_more(college, coordinator):
    project, _owner = a_project()
    first = [further_round(college, coordinator, project, at=NOON + timedelta(days=days)) for days in (0, 1)]

    with pytest.raises(Refused) as refused:
        further_round(college, coordinator, project, at=NOON + timedelta(days=181))
    other = make_college()
    theirs = further_round(other, make_coordinator(other), project, at=NOON + timedelta(days=181))
    next_term = further_round(college, coordinator, project, at=NOON + timedelta(days=182))

    assert (first, refused.value.code, theirs, next_term) == ([1, 1], "asked_often", 1, 1)
    assert project.unit.organisation.name in refused.value.sentence


def test_how_many_rounds_a_term_is_a_setting(college, coordinator, settings):
    settings.ALLOCATION_ROUNDS_A_TERM = 1
    project, _owner = a_project()
    further_round(college, coordinator, project, at=NOON)

    with pytest.raises(Refused):
        further_round(college, coordinator, project, at=NOON + timedelta(days=1))
    assert RoundProject.objects.count() == 1


def test_a_second_project_of_a_unit_in_the_same_round_asks_it_no_second_time(a_round, coordinator, settings):
    settings.ALLOCATION_ROUNDS_A_TERM = 1
    project, owner = a_project()
    further = publish_project(
        actor=owner, at=NOON, unit_id=project.unit_id, title="Chips", summary="", language="en", concept_ids=[],
        where="at_unit",
    )  # fmt: skip

    asked = {"round_id": a_round.pk, "reserved": 0, "actor": coordinator, "at": NOON}
    new = [preparing.ask_projects_in(opportunity_ids=[one.pk], **asked) for one in (project, further)]

    assert (new, RoundUnit.objects.count()) == ([1, 1], 1)


def test_a_unit_reads_of_a_team_no_students_name(a_round, course, coordinator):
    team, projects = a_team(course), [a_project()]
    rows, _asked = entered(a_round, [team], projects, coordinator)

    (line,) = queries.told_of_teams(rows, projects[0][0].unit, at=NOON).values()

    assert team.members.get().student.name not in line
    assert line == "Sample Polytechnic · Diploma food technology · 1 student · less than 1 km"


@pytest.mark.parametrize("many", [1, 12])
def test_the_page_of_a_round_takes_the_same_number_of_queries_with_one_team_and_with_many(
    many, a_round, course, coordinator, client, django_assert_max_num_queries
):
    entered(a_round, [a_team(course) for _ in range(many)], [a_project() for _ in range(many)], coordinator)
    giving.rehearse(round_id=a_round.pk, actor=coordinator, at=NOON)
    client.force_login(coordinator.person)

    with django_assert_max_num_queries(20):
        answer = client.get(f"/en/rounds/{a_round.pk}/")

    assert answer.status_code == 200
    assert answer.content.decode().count("No wish yet") == (many if a_round.closes_at > NOON else 0)


def test_the_pages_of_coordinator_team_and_unit_lead_from_opening_to_a_yes(college, course, coordinator, client):
    make_member(college)
    team, (project, owner) = a_team(course), a_project()
    client.force_login(coordinator.person)
    day = (NOON + timedelta(days=300)).date()
    told = {"title": "Spring", "closes_on_day": day.day, "closes_on_month": day.month, "closes_on_year": day.year}
    opened = client.post("/en/rounds/new/", told, follow=True)
    pk = opened.resolver_match.kwargs["pk"]
    client.post(f"/en/rounds/{pk}/teams/", {"teams": [team.pk]})
    client.post(f"/en/rounds/{pk}/projects/", {"projects": [project.pk], "reserved": "0"})
    row, asked = RoundTeam.objects.get(), RoundProject.objects.get()
    client.post(f"/en/rounds/teams/{row.pk}/wishes/", {"wish_1": asked.pk})
    client.force_login(owner.person)
    unit = RoundUnit.objects.get()
    client.post(f"/en/rounds/units/{unit.pk}/", {"capacity": "2", f"level_{asked.pk}_{row.pk}": "1"})

    unit.refresh_from_db()
    assert (unit.capacity, unit.agreed_by_id) == (2, owner.person_id)
    assert list(row.wishes.values_list("project", flat=True)) == [asked.pk]


def test_a_unit_reads_skills_only_of_students_whose_consent_is_whole(a_round, course, coordinator):
    grown = make_student(course, skills=["baking"])
    silent = make_student(course, skills=["owns a scooter"], consented_at=None)
    minor = make_student(course, skills=["sings"], born_on=CHILD, guardian_consented_at=NOON)
    team = make_team(course, [grown, silent, minor], supervisor=make_teacher(course.department))
    projects = [a_project()]
    rows, _asked = entered(a_round, [team], projects, coordinator)

    (line,) = queries.told_of_teams(rows, projects[0][0].unit, at=NOON).values()

    assert line == "Sample Polytechnic · Diploma food technology · 3 students · baking · less than 1 km"
