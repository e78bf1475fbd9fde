"""From the talk about a project to the page of its work: which button is the first one, and when."""

import pytest
from django.utils import timezone

from virtualclusters.areas.student_projects.projects.operations import agreeing
from virtualclusters.areas.student_projects.tests.projects.scenes import CHOSEN, College, Project
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.pages.exchange.talk_page import talk_page


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def college(db, now):
    return College(at=now)


@pytest.fixture
def project(db, now):
    return Project(at=now)


def test_before_the_yes_the_first_act_is_to_choose_and_keeping_for_later_stands_behind_it(college, project, now):
    talk = project.applied(college, at=now)

    page = talk_page(talk.pk, actor=project.owner, at=now)

    loud = [verb.code for verb in page.ordered_verbs if not verb.quiet]
    assert (page.leads_to_work, loud) == (False, ["choose", "shortlist"])


def test_once_both_agreed_the_talk_leads_to_the_work_and_no_verb_is_the_first_act(college, project, now):
    talk = project.chosen(college, at=now)

    page = talk_page(talk.pk, actor=project.owner, at=now)

    assert (page.leads_to_work, page.primary, page.verbs != []) == (True, None, True)


def test_the_talk_of_a_project_that_ended_no_longer_leads_to_the_work(college, project, now):
    talk = project.chosen(college, at=now)
    told = {"engagement_id": talk.pk, "at": now}
    agreeing.propose_terms(actor=project.owner, **told, **CHOSEN)
    agreeing.say_yes(version=1, actor=college.coordinator, **told)
    act(verb="start", actor=project.owner, **told)
    before = talk_page(talk.pk, actor=project.owner, at=now).leads_to_work
    act(verb="finish", actor=project.owner, **told)

    assert (before, talk_page(talk.pk, actor=project.owner, at=now).leads_to_work) == (True, False)
