"""What a college's answers say when they stand side by side with those of others: cost and time."""

import pytest

from tests.factories import NOON, make_concept, make_owner, make_unit
from virtualclusters.areas.student_projects.projects.cards import offer_answer_facts, project_answer_facts
from virtualclusters.areas.student_projects.projects.operations.publishing import publish_offer
from virtualclusters.areas.student_projects.tests.projects.scenes import College, Project
from virtualclusters.exchange.engagements.operations.opening import answer, invite
from virtualclusters.exchange.kinds.kind import screens_of

pytestmark = pytest.mark.django_db


def offered(college, **offer):
    """What a unit asked of a college's offer."""
    opportunity = publish_offer(
        actor=college.coordinator,
        at=NOON,
        unit_id=college.unit.pk,
        title="Texture tests",
        summary="",
        language="en",
        concept_ids=[make_concept().pk],
        **offer,
    )
    unit = make_unit()
    return answer(opportunity_id=opportunity.pk, unit_id=unit.pk, actor=make_owner(unit), at=NOON)


def test_a_team_is_free_and_works_while_its_course_does():
    engagement = Project().applied(College())

    assert project_answer_facts([engagement.pk]) == {
        engagement.pk: {"cost": "Free", "time": "1 July 2026 to 31 May 2027"}
    }


def test_a_college_that_has_named_no_team_says_no_time():
    project, college = Project(), College()
    invited = invite(opportunity_id=project.opportunity.pk, unit_id=college.unit.pk, actor=project.owner, at=NOON)

    assert project_answer_facts([invited.pk]) == {invited.pk: {"cost": "Free"}}


def test_an_offer_says_hours_as_time_and_a_laboratory_as_what_is_offered():
    hours, laboratory = offered(College(), hours_a_month=6), offered(College(), laboratory="Texture tester")

    assert offer_answer_facts([hours.pk, laboratory.pk]) == {
        hours.pk: {"cost": "Free", "time": "6 hours a month"},
        laboratory.pk: {"cost": "Free", "time": "", "offer": "Texture tester"},
    }


@pytest.mark.parametrize("many", [1, 8])
def test_the_facts_of_many_answers_are_asked_at_once(many, django_assert_num_queries):
    project, college = Project(), College()
    answers = [project.applied(college).pk for _each in range(many)]
    asked = [offered(college, hours_a_month=6).pk for _each in range(many)]

    with django_assert_num_queries(2):
        project_answer_facts(answers)
    with django_assert_num_queries(1):
        offer_answer_facts(asked)


def test_both_kinds_bring_their_facts():
    facts = [screens_of(slug).answer_facts for slug in ("student_project", "college_offer")]

    assert facts == [project_answer_facts, offer_answer_facts]
