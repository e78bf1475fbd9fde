"""The college's screens: what a coordinator, a teacher, a student and a guardian reach, and what others do not."""

from datetime import timedelta
from urllib.parse import unquote

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_member, make_opportunity, make_owner, make_unit
from virtualclusters.areas.student_projects.college.operations import consenting
from virtualclusters.areas.student_projects.models import Course, Department, FacultyMember, Student, Team
from virtualclusters.areas.student_projects.projects.queries import answered_already
from virtualclusters.areas.student_projects.tests.college.rows import (
    CHILD,
    add_rule,
    make_college,
    make_coordinator,
    make_course,
    make_department,
    make_student,
    make_teacher,
    make_team,
    make_unasked,
)
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.network.vocabulary.models import Concept, ConceptName

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, coordinator):
    """A browser in which the coordinator is signed in."""
    client.force_login(coordinator.person)
    return client


def text(response):
    return response.content.decode()


def test_a_new_college_is_shown_the_first_step(desk):
    page = text(desk.get(reverse("college")))

    assert page.count("Add the first one") == 4
    assert "Begin here: say which department can help small firms" in page


def test_a_department_is_added_with_the_subjects_that_her_words_name(desk, college):
    concept = Concept.objects.create(slug="sample-turmeric", kind="product")
    ConceptName.objects.create(concept=concept, language="en", text="samplewort", preferred=True, key="samplewort")
    told = {
        "name": "Food technology",
        "unit_id": college.units.get().pk,
        "words": "samplewort",
        "laboratory": "Texture tester",
    }

    answer = desk.post(reverse("college_department_add"), told)

    department = Department.objects.get()
    assert (answer.status_code, department.name, department.laboratory) == (302, "Food technology", "Texture tester")


def test_words_that_nobody_knows_are_told_and_the_department_is_kept(desk, college):
    told = {"name": "Astrology", "unit_id": college.units.get().pk, "words": "zodiacal horoscopy", "laboratory": ""}

    page = text(desk.post(reverse("college_department_add"), told, follow=True))

    assert ("We do not know these words yet" in page, Department.objects.count()) == (True, 1)


def test_two_departments_of_one_name_are_told_beside_the_field(desk, college, department):
    told = {"name": department.name, "unit_id": college.units.get().pk, "words": "", "laboratory": "kept words"}

    answer = desk.post(reverse("college_department_add"), told)

    page = text(answer)
    assert (answer.status_code, "There is one of this name already" in page, "kept words" in page) == (422, True, True)


def test_hours_of_a_course_follow_the_colleges_own_rule(desk, coordinator, department):
    rule = add_rule(coordinator, hours=45)
    told = {
        "name": "Diploma food technology", "department_id": department.pk, "level": "diploma", "head_count": 60,
        "begins_on_day": 1, "begins_on_month": 12, "begins_on_year": 2026, "ends_on_day": 31, "ends_on_month": 3, "ends_on_year": 2027,
        "rule_id": rule.pk, "credits": "4",
    }  # fmt: skip

    page = text(desk.post(reverse("college_course_add"), told, follow=True))

    assert (Course.objects.get().hours, "4 credits are 180 hours" in page) == (180, True)


def test_a_course_that_ends_before_it_begins_is_told_beside_the_field(desk, department):
    told = {
        "name": "C", "department_id": department.pk, "level": "diploma", "head_count": 60,
        "begins_on_day": 1, "begins_on_month": 12, "begins_on_year": 2026, "ends_on_day": 1, "ends_on_month": 11, "ends_on_year": 2026,
    }  # fmt: skip

    answer = desk.post(reverse("college_course_add"), told)

    assert (answer.status_code, "The last day is before the first day" in text(answer)) == (422, True)


def test_a_teachers_link_tells_who_asks_for_what_before_she_gives_her_number(department, client):
    teacher = make_teacher(department, joined_at=None, most_projects=3)

    page = text(client.get(reverse("teacher_asked", args=[teacher.question_key])))

    said = "Sample Polytechnic asks you to look after student projects at small firms, at most 3 at once."
    assert (said in page, teacher.name in page, "next=/en/my-teams/" in unquote(page)) == (True, False, True)


def test_a_teacher_who_is_signed_in_is_led_from_her_link_to_her_teams_and_another_to_sign_out(desk, department, client):
    teacher = make_teacher(department, joined_at=None)
    address = reverse("teacher_asked", args=[teacher.question_key])
    other = text(desk.get(address))
    client.force_login(teacher.person)

    hers = client.get(address)

    assert (hers.status_code, hers["Location"], "Sign out, and sign in" in other) == (302, reverse("my_teams"), True)


def test_the_link_of_a_teacher_who_left_answers_as_one_that_nobody_has(department, client):
    teacher = make_teacher(department, left_at=timezone.now())
    addresses = [reverse("teacher_asked", args=[key]) for key in (teacher.question_key, "nobody")]

    assert [client.get(address).status_code for address in addresses] == [404, 404]


def test_a_class_that_was_asked_is_reminded_and_one_with_a_new_student_is_asked(desk, course):
    make_unasked(course, asked_at=timezone.now())
    address = reverse("college_course", args=[course.pk])
    reminded = text(desk.get(address))
    make_unasked(course)

    asked = text(desk.get(address))

    assert ("Remind 1 student" in reminded, "for the consent" in reminded) == (True, False)
    assert ("Remind" in asked, "Ask 2 students for the consent" in asked) == (False, True)


def test_a_teacher_is_added_asked_and_says_yes_herself(desk, department, client):
    told = {
        "name": "Meera Sample", "contact": "98765 00111", "department_id": department.pk, "most_projects": 3, "hours_a_month": 6,
        "words": "", "language": "hi",
    }  # fmt: skip
    desk.post(reverse("college_faculty_add"), told)
    teacher = FacultyMember.objects.get()
    client.force_login(teacher.person)
    question = text(client.get(reverse("my_teams")))

    client.post(reverse("my_teaching_answer", args=[teacher.pk]), {"verb": "yes"})

    teacher.refresh_from_db()
    assert ("asks you to look after student projects" in question, teacher.joined_at is not None) == (True, True)
    assert (teacher.person.phone, teacher.hours_a_month) == ("+919876500111", 6)


def test_a_teacher_sees_her_teams_and_no_others(client, department, course):
    teacher, mine, other = make_teacher(department), make_student(course), make_student(course)
    make_team(course, [mine], supervisor=teacher)
    make_team(course, [other])
    client.force_login(teacher.person)

    page = text(client.get(reverse("my_teams")))

    assert (mine.roll_number in page, other.roll_number in page) == (True, False)


def test_a_student_is_added_by_hand_and_a_minor_without_guardian_is_told_so(desk, course):
    told = {
        "roll_number": "R1", "name": "Ravi Sample", "born_on_day": 1, "born_on_month": 5, "born_on_year": CHILD.year,
        "phone": "98765 00001", "email": "", "language": "hi", "skills": "baking, labels", "guardian_name": "",
        "guardian_phone": "",
    }  # fmt: skip
    answer = desk.post(reverse("college_student_add", args=[course.pk]), told)
    assert (answer.status_code, "This student is below 18" in text(answer)) == (422, True)

    further = {"guardian_name": "Parent Sample", "guardian_phone": "98765 00099"}
    desk.post(reverse("college_student_add", args=[course.pk]), told | further)

    student = Student.objects.get()
    assert (student.skills, student.guardian_phone) == (["baking", "labels"], "+919876500099")


def test_one_tap_asks_the_whole_class(desk, course):
    for _each in range(3):
        make_unasked(course)
    assert "Ask 3 students for the consent" in text(desk.get(reverse("college_course", args=[course.pk])))

    page = text(desk.post(reverse("college_course_ask", args=[course.pk]), follow=True))

    assert ("3 students are asked." in page, Student.objects.filter(asked_at=None).count()) == (True, 0)


def test_a_visitor_with_the_link_reads_the_notice_but_no_name(client, course):
    student = make_unasked(course, name="Hidden Sample")

    page = text(client.get(reverse("student_consent", args=[student.consent_key])))

    assert ("What is shown, to whom, until when" in page, "Hidden Sample" in page) == (True, False)


def test_a_student_says_yes_and_sees_her_own_page(client, course, coordinator):
    student = make_unasked(course)
    consenting.ask_for_consent(course_id=course.pk, actor=coordinator, at=timezone.now())
    student.refresh_from_db()
    client.force_login(student.person)
    address = reverse("student_consent", args=[student.consent_key])
    assert student.name in text(client.get(address))

    page = text(
        client.post(reverse("student_consent_answer", args=[student.consent_key]), {"verb": "yes"}, follow=True)
    )

    student.refresh_from_db()
    assert (student.consented_at is not None, "You are in no team yet" in page) == (True, True)


def test_somebody_signed_in_as_another_is_told_to_use_the_number_of_the_message(client, course):
    student = make_unasked(course)
    client.force_login(make_member(make_college()).person)

    page = text(client.get(reverse("student_consent", args=[student.consent_key])))

    assert ("This question went to another number" in page, student.name in page) == (True, False)


def test_my_project_shows_team_and_mates_and_nobody_elses_page_exists(client, course, department):
    student, mate = make_student(course), make_student(course)
    make_team(course, [student, mate], supervisor=make_teacher(department), name="Team Turmeric")
    client.force_login(student.person)

    page = text(client.get(reverse("my_project")))

    assert [word in page for word in ("Team Turmeric", mate.name, "Teacher Sample")] == [True, True, True]
    client.force_login(make_owner(make_unit()).person)
    assert (client.get(reverse("my_project")).status_code, client.get(reverse("my_teams")).status_code) == (404, 404)


def test_the_guardians_paper_is_noted_after_his_yes(desk, course, coordinator):
    student = make_student(course, born_on=CHILD, guardian_name="P", guardian_phone="+919876500099")
    Student.objects.filter(pk=student.pk).update(guardian_consented_at=timezone.now())
    assert "I saw the guardian" in text(desk.get(reverse("college_student", args=[student.pk])))

    desk.post(reverse("college_student_guardian", args=[student.pk]), {"verb": "checked"})

    student.refresh_from_db()
    assert student.guardian_checked_by == coordinator.person


def test_a_team_is_made_filled_and_given_to_a_teacher(desk, course, department):
    first, second, teacher = make_student(course), make_student(course), make_teacher(department)
    desk.post(reverse("college_team_add", args=[course.pk]), {"name": "Team 1", "student_ids": [first.pk]})
    team = Team.objects.get()

    desk.post(reverse("college_team_add_member", args=[team.pk]), {"student": second.pk})
    desk.post(reverse("college_team_supervise", args=[team.pk]), {"member_id": teacher.pk})

    page = text(desk.get(reverse("college_team", args=[team.pk])))
    team.refresh_from_db()
    assert (first.name in page, second.name in page, team.supervisor) == (True, True, teacher)


PLACES = {"near": (18.53, 73.87), "km_60": (18.0, 73.87), "far": (12.97, 77.59)}


@pytest.fixture
def projects(db):
    """Open projects of units at three distances from Pune, and one done from afar."""
    rows = {
        name: make_opportunity(
            kind="student_project", unit=make_unit(latitude=point[0], longitude=point[1]), title=f"Project {name}"
        )
        for name, point in PLACES.items()
    }
    rows["remote"] = make_opportunity(kind="student_project", title="Project remote", remote=True)
    return rows


def shown(page):
    return [name for name in (*PLACES, "remote") if f"Project {name}" in page]


def test_projects_are_looked_for_as_near_as_there_is_one_and_step_by_step_wider(desk, projects):
    first = text(desk.get(reverse("college_projects")))
    wider = text(desk.get(reverse("college_projects"), {"within": 100}))
    elsewhere = text(desk.get(reverse("college_projects"), {"pin": "560001"}))

    assert (shown(first), shown(wider), shown(elsewhere)) == (
        ["near", "remote"],
        ["near", "km_60", "remote"],
        ["far", "remote"],
    )
    assert "Look within 25 km" in first


def test_a_project_of_another_subject_shows_only_when_all_subjects_are_asked(desk, projects, department):
    department.subjects.add(Concept.objects.create(slug="sample-subject", kind="skill"))

    assert shown(text(desk.get(reverse("college_projects")))) == []
    assert shown(text(desk.get(reverse("college_projects"), {"subject": "all"}))) == ["near", "remote"]


PAGES = [
    "college",
    "college_department_add",
    "college_rule_add",
    "college_course_add",
    "college_faculty_add",
    "college_projects",
]
OF_COURSE = [
    "college_course",
    "college_course_change",
    "college_course_upload",
    "college_student_add",
    "college_team_add",
]


@pytest.mark.parametrize("name", [*PAGES, *OF_COURSE])
def test_a_unit_owner_reaches_no_screen_of_a_college(client, course, name):
    client.force_login(make_owner(make_unit()).person)

    assert client.get(reverse(name, args=[course.pk] if name in OF_COURSE else [])).status_code == 403


@pytest.mark.parametrize("name", OF_COURSE)
def test_another_colleges_course_is_not_found(desk, name):
    foreign = make_course(make_department(make_college()))

    assert desk.get(reverse(name, args=[foreign.pk])).status_code == 404


def test_another_colleges_student_team_and_teacher_are_not_found(client, course, department):
    client.force_login(make_coordinator(make_college()).person)
    rows = {
        "college_student": make_student(course),
        "college_team": make_team(course),
        "college_faculty": make_teacher(department),
        "college_department": department,
    }

    assert {client.get(reverse(name, args=[row.pk])).status_code for name, row in rows.items()} == {404}


def fill(college, department, count):
    """So many courses, students, teams and teachers."""
    for number in range(count):
        course = make_course(department, name=f"Course {number}")
        teacher = make_teacher(department)
        make_team(course, [make_student(course), make_student(course)], supervisor=teacher)
        make_department(college, name=f"Department {number}")


@pytest.mark.parametrize("name", ["college", "college_projects"])
def test_the_colleges_pages_ask_as_much_for_fifty_rows_as_for_one(
    desk, college, department, name, django_assert_max_num_queries
):
    fill(college, department, 50)
    for number in range(50):
        make_opportunity(kind="student_project", title=f"Project {number}")

    with django_assert_max_num_queries(20):
        assert desk.get(reverse(name), {"subject": "all"}).status_code == 200


def test_a_class_asks_as_much_for_fifty_students_as_for_one(desk, course, django_assert_max_num_queries):
    make_team(course, [make_student(course) for _each in range(50)])

    with django_assert_max_num_queries(20):
        assert "Student Sample" in text(desk.get(reverse("college_course", args=[course.pk])))


def test_a_teachers_page_asks_as_much_for_fifty_teams_as_for_one(
    client, course, department, django_assert_max_num_queries
):
    teacher = make_teacher(department, most_projects=50)
    for _each in range(50):
        make_team(course, [make_student(course)], supervisor=teacher)
    client.force_login(teacher.person)

    with django_assert_max_num_queries(15):
        assert text(client.get(reverse("my_teams"))).count("Student Sample") == 50


def test_a_student_without_an_organisation_finds_her_page_after_signing_in(client, course):
    client.force_login(make_student(course).person)

    page = text(client.get(reverse("entered"), follow=True))

    assert (reverse("my_project") in page, reverse("my_teams") in page) == (True, False)


def test_a_coordinator_finds_her_college_on_her_desk(desk):
    assert reverse("college") in text(desk.get(reverse("workspace")))
    assert reverse("college") in text(desk.get(reverse("desk")))


@pytest.fixture
def ready_team(course, department):
    """A team that can be sent: students, a teacher, a course that runs."""
    today = timezone.now().date()
    type(course).objects.filter(pk=course.pk).update(begins_on=today, ends_on=today + timedelta(days=90))
    return make_team(course, [make_student(course)], supervisor=make_teacher(department))


def test_ticked_teams_are_sent_to_ticked_projects_and_what_cannot_be_sent_is_told(desk, projects, ready_team, course):
    alone = make_team(course, [make_student(course)], name="Team without a teacher")
    shown_page = text(desk.get(reverse("college_projects"), {"subject": "all"}))
    told = {"team": [ready_team.pk, alone.pk], "project": [projects["near"].pk, projects["remote"].pk]}

    page = text(desk.post(reverse("college_projects_send"), told, follow=True))

    assert (ready_team.name in shown_page, alone.name in shown_page) == (True, False)
    assert ("2 answers are sent." in page, page.count("Nobody looks after this team yet")) == (True, 2)
    assert Engagement.objects.filter(series=ready_team.series).count() == 2


def test_a_project_with_a_live_answer_of_the_college_says_so_and_one_whose_answer_was_taken_back_does_not(
    desk, projects, ready_team, coordinator
):
    told = {"team": [ready_team.pk], "project": [projects["near"].pk, projects["remote"].pk]}
    desk.post(reverse("college_projects_send"), told)
    both = answered_already([one.pk for one in projects.values()], coordinator)
    back = Engagement.objects.get(opportunity=projects["remote"])
    act(engagement_id=back.pk, verb="withdraw", actor=coordinator, at=timezone.now())

    page = text(desk.get(reverse("college_projects"), {"subject": "all"}))

    assert both == {projects["near"].pk, projects["remote"].pk}
    assert answered_already([one.pk for one in projects.values()], coordinator) == {projects["near"].pk}
    assert page.count("Your college has a team here already.") == 1


def test_the_answer_of_one_college_is_nothing_to_another(desk, projects, ready_team):
    desk.post(reverse("college_projects_send"), {"team": [ready_team.pk], "project": [projects["near"].pk]})
    stranger = make_coordinator(make_college())

    assert answered_already([projects["near"].pk], stranger) == set()


def test_a_students_number_and_a_rules_hours_stand_in_their_boxes_as_people_write_them(desk, coordinator, course):
    student, rule = make_student(course, phone="+916000000093"), add_rule(coordinator, hours=40)

    pages = [
        desk.get(reverse(name, args=[pk])) for name, pk in (("college_student", student.pk), ("college_rule", rule.pk))
    ]

    shown = [text(page) for page in pages]
    assert ('value="+91 60000 00093"' in shown[0], 'value="40"' in shown[1]) == (True, True)


def test_where_no_project_is_found_no_count_is_told_but_how_to_look_on(desk, college):
    address = reverse("college_projects")
    page, of_all = text(desk.get(address)), text(desk.get(address, {"subject": "all"}))

    assert ("0 projects" in page, "No project fits here yet" in page) == (False, True)
    assert ['href="?subject=all"' in one for one in (page, of_all)] == [True, False]


def test_sending_without_a_tick_is_told_and_another_colleges_team_is_not_found(desk, projects):
    foreign = make_team(make_course(make_department(make_college())))

    nothing = text(desk.post(reverse("college_projects_send"), {}, follow=True))
    strange = desk.post(reverse("college_projects_send"), {"team": foreign.pk, "project": projects["near"].pk})

    assert ("Choose at least one team and one project." in nothing, strange.status_code) == (True, 404)


@pytest.mark.parametrize("page", ["student-consent", "guardian-consent", "in-use"])
def test_a_link_with_a_sign_that_no_key_has_is_not_found(client, db, page):
    assert client.get(f"/en/{page}/%00/").status_code == 404
