"""Six colleges want the last place of a project at the same moment; two units choose the same team at the same moment."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from tests.factories import NOON
from virtualclusters.areas.student_projects.models import ProjectWork
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
