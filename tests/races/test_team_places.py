"""Eight teams are given to one teacher at the same moment: she gets as many as she takes, and no more."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections

from tests.factories import NOON
from virtualclusters.areas.student_projects.college.operations.teaming import give_supervisor
from virtualclusters.areas.student_projects.models import FacultyMember, Team
from virtualclusters.areas.student_projects.tests.college.rows import (
    make_college,
    make_coordinator,
    make_course,
    make_department,
    make_teacher,
    make_team,
)
from virtualclusters.foundation.errors import Refused

pytestmark = pytest.mark.races
TEAMS, MOST = 8, 3


def _given(team, teacher, coordinator, start):
    start.wait()
    try:
        give_supervisor(team_id=team.pk, member_id=teacher.pk, actor=coordinator, at=NOON)
        return "given"
    except Refused as refused:
        return refused.code
    finally:
        connections.close_all()


def test_eight_teams_at_once_for_a_teacher_of_three_give_her_three(committing_database):
    college = make_college()
    department = make_department(college)
    course, teacher = make_course(department), make_teacher(department, most_projects=MOST)
    coordinators = [make_coordinator(college) for _each in range(TEAMS)]
    teams = [make_team(course) for _each in range(TEAMS)]
    start = threading.Barrier(TEAMS)

    with ThreadPoolExecutor(TEAMS) as pool:
        said = list(
            pool.map(lambda pair: _given(pair[0], teacher, pair[1], start), zip(teams, coordinators, strict=True))
        )

    assert sorted(said) == ["given"] * MOST + ["supervisor_full"] * (TEAMS - MOST)
    assert (FacultyMember.objects.get().projects_taken, Team.objects.filter(supervisor=teacher).count()) == (MOST, MOST)
