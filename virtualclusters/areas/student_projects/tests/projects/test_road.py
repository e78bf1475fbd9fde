"""The road of a project from the application to the certificate, and what each bad step is answered."""

import io
from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.factories import NOON, make_owner, make_unit
from virtualclusters.areas.student_projects.college.operations.people import end_faculty
from virtualclusters.areas.student_projects.college.visibility import visible_name
from virtualclusters.areas.student_projects.models import (
    Evaluation,
    ProjectCertificate,
    ProjectWork,
    StillInUse,
    Terms,
)
from virtualclusters.areas.student_projects.projects.operations import agreeing, closing, following, working
from virtualclusters.areas.student_projects.projects.operations.applying import apply_with_team
from virtualclusters.areas.student_projects.projects.operations.seating import seat_team
from virtualclusters.areas.student_projects.projects.queries import applicants_of
from virtualclusters.areas.student_projects.projects.standing import Seat, place_of
from virtualclusters.areas.student_projects.projects.work_page import Next, work_page
from virtualclusters.areas.student_projects.tests.projects.scenes import CHOSEN, DAY, College, Project
from virtualclusters.capabilities.files.models import File
from virtualclusters.capabilities.jobs.running import run_jobs
from virtualclusters.exchange.engagements.models import Engagement, Party
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.exchange.engagements.operations.opening import invite
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.exchange.opportunities.operations import end
from virtualclusters.exchange.outcomes.models import Measure
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.actors import actor_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def college():
    return College()


@pytest.fixture
def project():
    return Project()


def students_of(engagement):
    work = ProjectWork.objects.get(pk=engagement.pk)
    return [member.student for member in work.team.members.select_related("student__person").order_by("pk")]


def begun(project, college, team=None):
    """A project under way, terms agreed."""
    engagement = project.chosen(college, team)
    agreeing.propose_terms(engagement_id=engagement.pk, actor=project.owner, at=NOON, **CHOSEN)
    agreeing.say_yes(engagement_id=engagement.pk, version=1, actor=college.coordinator, at=NOON)
    return act(engagement_id=engagement.pk, verb="start", actor=project.owner, at=NOON)


def finished(project, college):
    """A finished project in which the first student logged 8 hours."""
    engagement = begun(project, college)
    student = actor_for(students_of(engagement)[0].person)
    working.write_week(
        engagement_id=engagement.pk, week=date(2026, 11, 16), hours=8, done="Weighed.", actor=student, at=NOON
    )
    return act(engagement_id=engagement.pk, verb="finish", actor=project.owner, at=NOON + 3 * DAY)


def judge(engagement, actor, *, at=NOON + 4 * DAY, **told):
    return closing.evaluate(
        engagement_id=engagement.pk, marks=(5, 4, 3), words="", would_again=True, actor=actor, at=at, **told
    )


def refusal_of(call, *args, **told):
    with pytest.raises(Refused) as refused:
        call(*args, **told)
    return refused.value.code


def test_two_teams_of_a_college_answer_one_project_and_a_second_click_is_the_first(project, college):
    team = college.team()

    first, again, other = project.applied(college, team), project.applied(college, team), project.applied(college)

    assert (first.pk == again.pk, first.pk == other.pk, Engagement.objects.count()) == (True, False, 2)


def test_an_invited_college_says_yes_with_a_team_and_stays_one_answer(project, college):
    invited = invite(opportunity_id=project.opportunity.pk, unit_id=college.unit.pk, actor=project.owner, at=NOON)
    team = college.team()

    engagement = project.applied(college, team)

    assert (engagement.pk, engagement.series, engagement.turn) == (invited.pk, team.series, "publisher")


def test_an_invited_college_cannot_say_yes_without_a_team(project, college):
    invited = invite(opportunity_id=project.opportunity.pk, unit_id=college.unit.pk, actor=project.owner, at=NOON)

    assert refusal_of(act, engagement_id=invited.pk, verb="take_up", actor=college.coordinator, at=NOON) == "no_team"


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (lambda college, team: setattr(college.course, "closed_at", NOON) or college.course.save(), "course_closed"),
        (
            lambda college, team: setattr(college.course, "ends_on", date(2026, 11, 19)) or college.course.save(),
            "course_closed",
        ),
        (lambda college, team: setattr(team, "closed_at", NOON) or team.save(), "team_closed"),
        (lambda college, team: setattr(team, "supervisor", None) or team.save(), "no_supervisor"),
        (lambda college, team: team.members.update(left_at=NOON), "team_empty"),
    ],
    ids=["course closed", "course over", "team closed", "no teacher", "nobody in it"],
)
def test_a_team_that_cannot_take_a_project_is_refused_with_its_reason(project, college, spoil, code):
    team = college.team()
    spoil(college, team)

    assert refusal_of(project.applied, college, team) == code
    assert Engagement.objects.count() == 0


def test_a_withdrawn_project_takes_no_application(project, college):
    end(opportunity_id=project.opportunity.pk, reason="withdrawn", actor=project.owner, at=NOON)

    assert refusal_of(project.applied, college) == "closed"


def test_a_team_of_another_college_is_not_found(project, college):
    other = College()

    with pytest.raises(NotFound):
        apply_with_team(
            opportunity_id=project.opportunity.pk, team_id=other.team().pk, words="", actor=college.coordinator, at=NOON
        )


def test_the_last_place_goes_to_one_of_two_colleges_and_the_other_loses_nothing(project, college):
    mine, theirs = project.applied(college), project.applied(College())
    act(engagement_id=mine.pk, verb="choose", actor=project.owner, at=NOON)

    code = refusal_of(act, engagement_id=theirs.pk, verb="choose", actor=project.owner, at=NOON)

    theirs.refresh_from_db()
    assert (code, theirs.phase, ProjectWork.objects.count()) == ("no_place_left", Phase.ASKED, 1)


def test_a_team_chosen_for_one_project_is_not_chosen_for_another_and_its_other_answers_end(project, college):
    team, second = college.team(), Project()
    mine, waiting = project.applied(college, team), second.applied(college, team)
    act(engagement_id=mine.pk, verb="choose", actor=project.owner, at=NOON)

    code = refusal_of(act, engagement_id=waiting.pk, verb="choose", actor=second.owner, at=NOON)
    run_jobs()

    waiting.refresh_from_db()
    second.opportunity.refresh_from_db()
    assert (code, waiting.phase, waiting.end_reason) == ("team_taken", Phase.DECLINED, "team_taken")
    assert (second.opportunity.places_taken, second.opportunity.answers_taken) == (0, 0)


def test_a_team_is_free_again_when_the_college_steps_back(project, college):
    team = college.team()
    engagement = project.chosen(college, team)

    act(engagement_id=engagement.pk, verb="withdraw", actor=college.coordinator, at=NOON, reason="time")

    project.opportunity.refresh_from_db()
    assert (ProjectWork.objects.get().held, project.opportunity.places_taken) == (False, 0)
    assert Project().applied(college, team).phase == Phase.ASKED


def test_a_chosen_teams_consenting_students_and_teacher_take_part_and_nobody_else(project, college):
    silent = college.student(consented=False)
    minor = college.student(born_on=date(2010, 1, 1))
    grown = college.student()

    engagement = project.chosen(college, college.team(silent, minor, grown))

    partners = Party.objects.filter(engagement=engagement, role="partner").order_by("person")
    assert sorted(partners.values_list("person", flat=True)) == sorted([grown.person_id, college.person.pk])
    assert set(partners.values_list("agreed_at", flat=True)) != {None}


@pytest.mark.parametrize(
    ("student", "code"),
    [({"consented": False}, "student_without_consent"), ({"born_on": date(2010, 1, 1)}, "minor_without_guardian")],
)
def test_the_work_does_not_begin_before_every_student_may_take_part(project, college, student, code):
    engagement = project.chosen(college, college.team(college.student(), college.student(**student)))
    agreeing.propose_terms(engagement_id=engagement.pk, actor=project.owner, at=NOON, **CHOSEN)
    agreeing.say_yes(engagement_id=engagement.pk, version=1, actor=college.coordinator, at=NOON)

    assert refusal_of(act, engagement_id=engagement.pk, verb="start", actor=project.owner, at=NOON) == code


def test_the_work_does_not_begin_before_both_said_yes_to_the_newest_terms(project, college):
    engagement = project.chosen(college)
    agreeing.propose_terms(engagement_id=engagement.pk, actor=project.owner, at=NOON, **CHOSEN)

    assert refusal_of(act, engagement_id=engagement.pk, verb="start", actor=project.owner, at=NOON) == "no_terms"


def test_terms_chosen_again_are_a_new_version_and_a_yes_to_the_old_one_is_refused(project, college):
    engagement = project.chosen(college)
    agreeing.propose_terms(engagement_id=engagement.pk, actor=project.owner, at=NOON, **CHOSEN)
    other = CHOSEN | {"secrecy": "non_disclosure"}
    agreeing.propose_terms(engagement_id=engagement.pk, actor=college.coordinator, at=NOON, **other)

    late = refusal_of(agreeing.say_yes, engagement_id=engagement.pk, version=1, actor=college.coordinator, at=NOON)
    terms = agreeing.say_yes(engagement_id=engagement.pk, version=2, actor=project.owner, at=NOON)

    assert (late, terms.stand, Terms.objects.count()) == ("newer_terms", True, 2)
    assert sorted(terms.words) == ["en", "hi"]
    assert len(terms.words["en"]) == len(terms.words["hi"]) == 8


def test_publishing_by_the_college_needs_a_number_of_months(project, college):
    engagement = project.chosen(college)
    chosen = CHOSEN | {"ownership": "college_publishes"}

    code = refusal_of(agreeing.propose_terms, engagement_id=engagement.pk, actor=project.owner, at=NOON, **chosen)

    assert (code, Terms.objects.count()) == ("months_missing", 0)


def test_a_student_and_a_teacher_without_a_role_choose_no_terms_and_take_no_step(project, college):
    engagement = project.chosen(college)
    student = actor_for(students_of(engagement)[0].person)

    for actor in (student, college.mentor):
        with pytest.raises(NotFound):
            agreeing.propose_terms(engagement_id=engagement.pk, actor=actor, at=NOON, **CHOSEN)
        with pytest.raises(NotFound):
            act(engagement_id=engagement.pk, verb="withdraw", actor=actor, at=NOON, reason="time")


def test_the_briefs_number_becomes_the_baseline_in_the_units_own_word(project, college):
    engagement = begun(project, college)

    reading = Measure.objects.get(engagement=engagement, indicator="project_number", moment="baseline")

    assert (reading.value, reading.said_by.side) == (Decimal(6), "publisher")


def test_a_week_written_again_replaces_the_first_and_old_weeks_are_closed(project, college):
    engagement = begun(project, college)
    student = actor_for(students_of(engagement)[0].person)
    told = {"engagement_id": engagement.pk, "actor": student, "at": NOON}

    working.write_week(week=date(2026, 11, 16), hours=8, done="Weighed.", **told)
    working.write_week(week=date(2026, 11, 16), hours=9, done="Weighed again.", **told)
    code = refusal_of(working.write_week, week=date(2026, 11, 9), hours=1, done="x", **told)

    log = engagement.logs.get()
    assert (log.hours, log.done, code) == (Decimal("9.0"), "Weighed again.", "week_closed")


def test_a_student_whose_consent_was_taken_back_writes_no_week(project, college):
    engagement = begun(project, college)
    student = students_of(engagement)[0]
    student.consented_at = None
    student.save()

    code = refusal_of(
        working.write_week,
        engagement_id=engagement.pk,
        week=date(2026, 11, 16),
        hours=8,
        done="x",
        actor=actor_for(student.person),
        at=NOON,
    )

    assert code == "student_without_consent"


def test_unit_and_teacher_comment_on_a_week_and_students_do_not(project, college):
    engagement = finished(project, college)
    log, student = engagement.logs.get(), actor_for(students_of(engagement)[1].person)

    working.comment(log_id=log.pk, words="Good.", actor=project.owner, at=NOON)
    working.comment(log_id=log.pk, words="More numbers.", actor=college.mentor, at=NOON)
    with pytest.raises(NotFound):
        working.comment(log_id=log.pk, words="Me too.", actor=student, at=NOON)

    assert [one.side for one in log.comments.all()] == ["publisher", "answerer"]


def test_half_way_each_side_says_once_whether_it_is_on_track_and_why_not(project, college):
    engagement = begun(project, college)
    told = {"engagement_id": engagement.pk, "at": NOON}

    silent = refusal_of(working.review, on_track=False, words=" ", actor=project.owner, **told)
    working.review(on_track=False, words="Nobody came.", actor=project.owner, **told)
    working.review(on_track=True, words="", actor=college.mentor, **told)
    twice = refusal_of(working.review, on_track=True, words="", actor=college.coordinator, **told)

    assert (silent, twice) == ("reason_missing", "given_already")


def test_nobody_reads_a_last_word_before_unit_and_college_gave_theirs_or_14_days(project, college):
    engagement = finished(project, college)
    judge(engagement, project.owner, number_now=Decimal("2.5"))

    blind = work_page(engagement.pk, actor=college.coordinator, at=NOON + 5 * DAY).evaluations
    late = work_page(engagement.pk, actor=college.coordinator, at=NOON + 17 * DAY).evaluations
    judge(engagement, college.mentor)
    both = work_page(engagement.pk, actor=college.coordinator, at=NOON + 5 * DAY).evaluations

    assert (len(blind), len(late), [one.by for one in both]) == (0, 1, ["unit", "faculty"])


def test_a_students_word_shows_to_others_only_when_all_students_gave_theirs(project, college):
    engagement = finished(project, college)
    first, second = students_of(engagement)
    judge(engagement, project.owner)
    judge(engagement, college.mentor)
    judge(engagement, actor_for(first.person))

    one = [word.by for word in work_page(engagement.pk, actor=project.owner, at=NOON + 5 * DAY).evaluations]
    judge(engagement, actor_for(second.person))
    two = [word.by for word in work_page(engagement.pk, actor=project.owner, at=NOON + 5 * DAY).evaluations]

    assert (one, two) == (["unit", "faculty"], ["unit", "faculty", "student", "student"])


def test_students_who_logged_hours_get_one_certificate_when_both_have_judged(project, college):
    engagement = finished(project, college)
    judge(engagement, project.owner)
    before = ProjectCertificate.objects.count()

    judge(engagement, college.mentor)
    judge(engagement, actor_for(students_of(engagement)[1].person))

    given = ProjectCertificate.objects.select_related("certificate", "student").get()
    facts = dict(given.certificate.facts)
    assert (before, given.student, given.certificate.holder_name) == (0, students_of(engagement)[0], given.student.name)
    assert (facts["Hours logged"], facts["Course"], facts["Unit"]) == (
        "8",
        "B.Tech Food",
        project.unit.organisation.name,
    )


def test_a_unit_that_is_not_to_be_named_does_not_stand_on_the_certificate(project, college):
    engagement = project.chosen(college)
    chosen = CHOSEN | {"names_unit": False}
    agreeing.propose_terms(engagement_id=engagement.pk, actor=project.owner, at=NOON, **chosen)
    agreeing.say_yes(engagement_id=engagement.pk, version=1, actor=college.coordinator, at=NOON)
    act(engagement_id=engagement.pk, verb="start", actor=project.owner, at=NOON)
    student = actor_for(students_of(engagement)[0].person)
    told = {"engagement_id": engagement.pk, "week": date(2026, 11, 16), "hours": 8, "done": "x"}
    working.write_week(actor=student, at=NOON, **told)
    act(engagement_id=engagement.pk, verb="finish", actor=project.owner, at=NOON)
    judge(engagement, project.owner)
    judge(engagement, college.mentor)

    facts = dict(ProjectCertificate.objects.get().certificate.facts)

    assert "Unit" not in facts


def test_a_last_word_is_given_once_and_after_the_end_only(project, college):
    engagement = begun(project, college)
    early = refusal_of(judge, engagement, project.owner)
    act(engagement_id=engagement.pk, verb="finish", actor=project.owner, at=NOON)
    judge(engagement, project.owner)

    assert (early, refusal_of(judge, engagement, project.owner)) == ("not_finished", "given_already")
    assert Evaluation.objects.count() == 1


def test_the_number_at_the_end_is_the_units_reading(project, college):
    engagement = finished(project, college)
    judge(engagement, project.owner, number_now=Decimal("2.5"))

    reading = Measure.objects.get(engagement=engagement, indicator="project_number", moment="end")

    assert reading.value == Decimal("2.5")


def test_each_reader_is_shown_her_own_next_thing(project, college):
    engagement = project.chosen(college)
    student = actor_for(students_of(engagement)[0].person)

    def nexts():
        return [
            work_page(engagement.pk, actor=one, at=NOON).next for one in (project.owner, college.coordinator, student)
        ]

    steps = [nexts()]
    agreeing.propose_terms(engagement_id=engagement.pk, actor=project.owner, at=NOON, **CHOSEN)
    steps.append(nexts())
    agreeing.say_yes(engagement_id=engagement.pk, version=1, actor=college.coordinator, at=NOON)
    steps.append(nexts())
    act(engagement_id=engagement.pk, verb="start", actor=project.owner, at=NOON)
    steps.append(nexts())

    assert steps == [
        [Next.CHOOSE_TERMS, Next.CHOOSE_TERMS, Next.NOTHING],
        [Next.WAIT_FOR_YES, Next.READ_TERMS, Next.NOTHING],
        [Next.BEGIN, Next.BEGIN, Next.NOTHING],
        [Next.READ_WEEKS, Next.READ_WEEKS, Next.WRITE_WEEK],
    ]


def test_a_unit_reads_names_only_of_students_who_agreed_and_only_when_the_team_is_chosen(project, college):
    silent, grown = college.student(consented=False), college.student()
    engagement = project.applied(college, college.team(silent, grown))
    before = work_page(engagement.pk, actor=project.owner, at=NOON).mates
    act(engagement_id=engagement.pk, verb="choose", actor=project.owner, at=NOON)
    run_jobs()

    after = {mate.student.pk: mate.name for mate in work_page(engagement.pk, actor=project.owner, at=NOON).mates}

    assert (before, after) == ([], {silent.pk: "", grown.pk: grown.name})


def test_strangers_find_no_project_of_others(project, college):
    engagement = project.chosen(college)

    for actor in (make_owner(make_unit()), College().coordinator, actor_for(College().student().person)):
        with pytest.raises(NotFound):
            place_of(engagement.pk, actor=actor)

    assert place_of(engagement.pk, actor=college.mentor).seat == Seat.MENTOR


def test_opening_the_link_says_nothing_and_the_answer_is_kept_once(project, college):
    engagement = finished(project, college)
    asked = following.ask_still_in_use(engagement=engagement, at=NOON + 95 * DAY)

    following.answer_still_in_use(key=asked.key, in_use=True, words="", at=NOON + 96 * DAY)
    following.answer_still_in_use(key=asked.key, in_use=True, words="", at=NOON + 97 * DAY)
    code = refusal_of(following.answer_still_in_use, key=asked.key, in_use=False, words="", at=NOON + 98 * DAY)

    kept = StillInUse.objects.get()
    assert (kept.in_use, kept.answered_at, code) == (True, NOON + timedelta(days=96), "answered_already")


def test_a_unit_reads_skills_only_of_applicants_whose_consent_is_whole(project, college):
    silent, minor = college.student(consented=False), college.student(born_on=date(2010, 1, 1))
    project.applied(college, college.team(silent, minor))

    (applicant,) = applicants_of(project.opportunity, at=NOON)

    assert (applicant.size, applicant.skills) == (2, ())


def test_a_teacher_whom_the_college_let_go_sees_the_project_and_its_students_no_more(project, college):
    engagement = begun(project, college)
    student = students_of(engagement)[0]
    assert place_of(engagement.pk, actor=college.mentor).seat == Seat.MENTOR

    end_faculty(member_id=college.teacher.pk, actor=college.coordinator, at=NOON)
    seat_team(engagement_id=engagement.pk, at=NOON)

    with pytest.raises(NotFound):
        place_of(engagement.pk, actor=college.mentor)
    assert visible_name(student, actor=college.mentor, at=NOON) == ""
    assert visible_name(student, actor=project.owner, at=NOON) == student.name


def test_a_file_is_stored_only_for_who_may_hand_something_over(project, college, tmp_path, settings):
    settings.VIRTUALCLUSTERS_STATE = tmp_path
    engagement = begun(project, college)
    student = actor_for(students_of(engagement)[0].person)
    told = {"engagement_id": engagement.pk, "title": "A softer box", "at": NOON}

    with pytest.raises(NotFound):
        working.hand_over(file=io.BytesIO(b"report"), actor=project.owner, **told)
    before = File.objects.count(), [one for one in tmp_path.rglob("*") if one.is_file()]
    made = working.hand_over(file=io.BytesIO(b"report"), actor=student, **told)

    assert (before, File.objects.count(), made.file.owner) == ((0, []), 1, student.person)
