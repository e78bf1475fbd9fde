"""Six colleges want the last place of a project at the same moment; two units choose the same team at the same moment; a team
is chosen while its college ends it or gives it to another teacher.
"""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from tests.factories import NOON, make_person
from virtualclusters.areas.student_projects.college.operations.teaming import close_team, give_supervisor
from virtualclusters.areas.student_projects.models import FacultyMember, ProjectWork
from virtualclusters.areas.student_projects.tests.projects.scenes import College, Project
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.errors import Refused

pytestmark = pytest.mark.races
COLLEGES = 6


def _chosen(engagement, owner, start):
    start.wait()
    try:
        act(engagement_id=engagement.pk, verb="choose", actor=owner, at=NOON)
        return "chosen"
    except Refused as refused:
        return refused.code
    finally:
        connections.close_all()


def _at_once(pairs):
    start = threading.Barrier(len(pairs))
    with ThreadPoolExecutor(len(pairs)) as pool:
        return sorted(pool.map(lambda pair: _chosen(*pair, start), pairs))


def _done(verb, start, **told):
    start.wait()
    try:
        verb(at=NOON, **told)
        return "done"
    except Refused as refused:
        return refused.code
    finally:
        connections.close_all()


def _while_chosen(engagement, owner, verb, **told):
    """What a choice and the college's verb at the same moment come to."""
    start = threading.Barrier(2)
    with ThreadPoolExecutor(2) as pool:
        done = pool.submit(_done, verb, start, **told)
        chosen = pool.submit(_chosen, engagement, owner, start)
        return chosen.result(), done.result()


def test_of_six_colleges_for_the_last_place_one_is_chosen_and_nothing_is_oversold(committing_database):
    project = Project()
    engagements = [project.applied(College()) for _each in range(COLLEGES)]

    said = _at_once([(one, project.owner) for one in engagements])

    assert said == ["chosen"] + ["no_place_left"] * (COLLEGES - 1)
    assert Opportunity.objects.get().places_taken == 1
    assert (ProjectWork.objects.count(), Engagement.objects.filter(phase="asked").count()) == (1, COLLEGES - 1)


def test_a_team_that_two_units_choose_at_once_works_for_one_of_them(committing_database):
    college, first, second = College(), Project(), Project()
    team = college.team()
    engagements = [(one.applied(college, team), one.owner) for one in (first, second)]

    said = _at_once(engagements)

    assert said == ["chosen", "team_taken"]
    assert sorted(Opportunity.objects.values_list("places_taken", flat=True)) == [0, 1]
    assert ProjectWork.objects.filter(team=team, held=True).count() == 1


@pytest.mark.parametrize("_again", range(2))
def test_a_team_that_is_chosen_while_its_college_ends_it_is_either_at_work_or_ended(committing_database, _again):
    college, project = College(), Project()
    team = college.team()
    engagement = project.applied(college, team)

    said = _while_chosen(engagement, project.owner, close_team, team_id=team.pk, actor=college.coordinator)

    team.refresh_from_db()
    at_work = ProjectWork.objects.filter(team=team, held=True).exists()
    assert (said, at_work, team.closed_at) in [
        (("chosen", "team_at_work"), True, None),
        (("no_team", "done"), False, NOON),
        (("team_closed", "done"), False, NOON),
    ]


@pytest.mark.parametrize("_again", range(2))
def test_a_team_that_is_chosen_while_it_gets_another_teacher_works_under_that_one(committing_database, _again):
    college, project = College(), Project()
    team = college.team()
    engagement = project.applied(college, team)
    other = FacultyMember.objects.create(
        department=college.department, person=make_person(), name="Dr Other Sample", joined_at=NOON, most_projects=4
    )

    told = {"team_id": team.pk, "member_id": other.pk, "actor": college.coordinator}
    said = _while_chosen(engagement, project.owner, give_supervisor, **told)

    assert (said, ProjectWork.objects.get().supervisor) == (("chosen", "done"), other)
