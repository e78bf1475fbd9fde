"""A college's own list of students comes in: good rows kept, bad rows mended, the same file twice, undo."""

import io
from datetime import timedelta

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from tests.factories import NOON, make_member, make_organisation, make_person
from virtualclusters.accounts.models import Person
from virtualclusters.accounts.operations import erase
from virtualclusters.areas.student_projects.college import imports
from virtualclusters.areas.student_projects.college.operations import consenting
from virtualclusters.areas.student_projects.models import Student
from virtualclusters.areas.student_projects.tests.college.rows import (
    make_college,
    make_coordinator,
    make_course,
    make_department,
    make_student,
    make_team,
)
from virtualclusters.capabilities.files.models import File
from virtualclusters.capabilities.imports import operations, queries
from virtualclusters.capabilities.imports.giving_back import workbook_back
from virtualclusters.capabilities.imports.models import Import, ImportRow
from virtualclusters.capabilities.imports.tidying import tidy
from virtualclusters.capabilities.jobs import run_jobs

pytestmark = pytest.mark.django_db
HEADINGS = "Enrollment No,Student Name,Mobile No,Email ID,DOB,Branch,Medium,Skill set,Father's name,Parent Mobile\n"
GOOD = "E{n:03},Sample Student {n},98765000{n:02},s{n}@example.com,15/08/2004,,Hindi,baking; labels,,\n"
BAD = (
    "E101,Bad Phone,12345,,15-08-2004,,,,,\n"
    "E102,,9876501002,,15-08-2004,,,,,\n"
    "E001,Other Person,9876501003,,15-08-2004,,,,,\n"
    "E104,Wrong Course,9876501004,,15-08-2004,Astrology,,,,\n"
    "E105,Too Young,9876501005,,15-08-2010,,,,,\n"
    "E106,Wrong Date,9876501006,,31-31-2004,,,,,\n"
)


@pytest.fixture(autouse=True)
def state_folder(settings, tmp_path):
    """Files of a test lie in its own folder."""
    settings.VIRTUALCLUSTERS_STATE = tmp_path / "state"


def lines(count):
    return "".join(GOOD.format(n=number) for number in range(1, count + 1))


def bring_in(course, coordinator, content, *, at=NOON):
    """Send a file, confirm what was guessed, and let the worker do its part."""
    person = coordinator.person
    told = {"spec": "students", "subject": imports.subject_of(course), "name": "class.csv"}
    job = operations.start(person=person, upload=io.BytesIO(content.encode()), at=at, **told)
    run_jobs()
    job.refresh_from_db()
    operations.confirm(import_id=job.pk, person=person, mapping=queries.guessed_mapping(job), at=at)
    run_jobs()
    job.refresh_from_db()
    return job


def test_the_columns_of_a_college_are_guessed_in_english_and_hindi(course, coordinator):
    hindi = "रोल नंबर,नाम,मोबाइल,ईमेल,जन्म तिथि,पाठ्यक्रम,भाषा,कौशल,पिता का नाम,अभिभावक का मोबाइल\n" + lines(3)
    names = [field.name for field in imports.FIELDS]

    for content in (HEADINGS + lines(3), hindi):
        job = operations.start(
            person=coordinator.person,
            spec="students",
            subject=imports.subject_of(course),
            upload=io.BytesIO(content.encode()),
            name="class.csv",
            at=NOON,
        )
        run_jobs()
        job.refresh_from_db()
        guessed = queries.guessed_mapping(job)
        wanted = ["roll_number", "name", "phone", "email", "born_on", "course", "language", "skills", *names[8:]]
        assert [guessed.get(place) for place in range(10)] == wanted


def test_of_sixty_students_the_six_bad_rows_are_kept_for_mending_and_the_good_ones_are_in(course, coordinator):
    job = bring_in(course, coordinator, HEADINGS + lines(54) + BAD)

    assert (job.added, job.refused, Student.objects.count()) == (54, 6, 54)
    said = {
        row.values["roll_number"]: [field for field, _label, _sentence in row.problems]
        for row in queries.refused_rows(job)
    }
    assert said == {
        "E101": ["phone"],
        "E102": ["name"],
        "E001": ["roll_number"],
        "E104": ["course"],
        "E105": ["guardian_phone"],
        "E106": ["born_on"],
    }


def test_a_good_row_is_the_student_as_the_college_knows_her(course, coordinator, college):
    bring_in(course, coordinator, HEADINGS + lines(1))

    student = Student.objects.get()
    assert (student.organisation, student.course, student.name, student.phone) == (
        college,
        course,
        "Sample Student 1",
        "+919876500001",
    )
    assert (str(student.born_on), student.language, student.skills) == ("2004-08-15", "hi", ["baking", "labels"])


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("E101,Bad Phone,12345,,15-08-2004,,,,,\n", {"phone": "9876501001"}),
        ("E104,Wrong Course,9876501004,,15-08-2004,Astrology,,,,\n", {"course": "diploma FOOD technology"}),
        (
            "E105,Too Young,9876501005,,15-08-2010,,,,,\n",
            {"guardian_name": "Parent Sample", "guardian_phone": "9876501099"},
        ),
        ("E106,Wrong Date,9876501006,,31-31-2004,,,,,\n", {"born_on": "30-11-2004"}),
    ],
)
def test_a_bad_row_that_is_mended_comes_in(course, coordinator, line, mended):
    job = bring_in(course, coordinator, HEADINGS + lines(3) + line)

    left = operations.mend(import_id=job.pk, line=5, values=mended, person=coordinator.person, at=NOON)

    assert (left, Student.objects.count()) == (None, 4)


def test_the_workbook_comes_back_with_a_column_of_errors(course, coordinator):
    job = bring_in(course, coordinator, HEADINGS + lines(1) + BAD)

    sheet = load_workbook(io.BytesIO(workbook_back(job).content)).active

    errors = [row[-1].value for row in sheet.iter_rows()]
    assert (errors[0], errors[1], sum(1 for error in errors[2:] if error)) == ("Errors", None, 6)


def test_the_same_file_twice_changes_nothing(course, coordinator):
    bring_in(course, coordinator, HEADINGS + lines(5))

    again = bring_in(course, coordinator, HEADINGS + lines(5), at=NOON + timedelta(hours=1))

    assert (again.added, again.changed, again.same, Student.objects.count()) == (0, 0, 5, 5)


def test_a_mended_file_changes_the_student_and_undo_puts_her_back(course, coordinator):
    bring_in(course, coordinator, HEADINGS + lines(2))
    job = bring_in(course, coordinator, HEADINGS + lines(2).replace("Sample Student 2", "Sunita Sample"))
    assert (job.changed, Student.objects.get(roll_number="E002").name) == (1, "Sunita Sample")

    operations.undo(import_id=job.pk, person=coordinator.person, at=NOON)
    run_jobs()

    assert Student.objects.get(roll_number="E002").name == "Sample Student 2"


def test_undo_takes_students_back_but_not_who_was_asked_or_answered_or_is_in_a_team(course, coordinator):
    job = bring_in(course, coordinator, HEADINGS + lines(4))
    Student.objects.filter(roll_number="E003").update(asked_at=NOON)
    Student.objects.filter(roll_number="E001").update(consented_at=NOON)
    make_team(course, [Student.objects.get(roll_number="E002")])

    operations.undo(import_id=job.pk, person=coordinator.person, at=NOON + timedelta(hours=23))
    run_jobs()

    assert sorted(Student.objects.values_list("roll_number", flat=True)) == ["E001", "E002", "E003"]


def test_undo_leaves_no_account_and_no_question_without_its_student(course, coordinator):
    job = bring_in(course, coordinator, HEADINGS + lines(2))
    before = Person.objects.count()
    consenting.ask_for_consent(course_id=course.pk, actor=coordinator, at=NOON)

    operations.undo(import_id=job.pk, person=coordinator.person, at=NOON)
    run_jobs()

    assert Person.objects.count() - before == Student.objects.filter(person__isnull=False).count() == 2


def test_a_file_stays_with_the_college_it_was_sent_for_though_its_sender_acts_for_another_first(course, coordinator):
    make_member(make_organisation(), person=coordinator.person, at=NOON - timedelta(days=400))

    bring_in(course, coordinator, HEADINGS + lines(1))

    assert Student.objects.get().organisation == course.department.unit.organisation


def test_who_no_longer_looks_after_the_college_brings_nobody_in(course, coordinator):
    coordinator.person.memberships.update(ended_at=NOON)

    job = bring_in(course, coordinator, HEADINGS + lines(1))

    assert (job.refused, Student.objects.count()) == (1, 0)


def test_the_same_roll_number_in_another_college_is_another_student(course, coordinator):
    elsewhere = make_college()
    other = make_course(make_department(elsewhere))
    bring_in(course, coordinator, HEADINGS + lines(1))

    job = bring_in(other, make_coordinator(elsewhere), HEADINGS + lines(1))

    assert (job.added, Student.objects.count()) == (1, 2)


def test_two_students_of_a_college_cannot_have_one_phone(course, coordinator):
    make_student(course, phone="+919876500001")

    job = bring_in(course, coordinator, HEADINGS + lines(1))

    row = next(queries.refused_rows(job))
    assert (job.refused, row.problems[0][0], row.problems[0][2]) == (
        1,
        "phone",
        "Another student has this mobile number. Each student needs a different number. Leave it empty if there is none.",
    )


def test_a_closed_course_takes_no_students(course, coordinator):
    type(course).objects.filter(pk=course.pk).update(closed_at=NOON)

    job = bring_in(course, coordinator, HEADINGS + lines(1))

    row = next(queries.refused_rows(job))
    assert row.problems[0][2] == "This course is closed. Choose another course."


def test_a_class_that_counts_from_one_again_takes_over_no_student_and_no_yes_of_another_class(course, coordinator):
    bring_in(course, coordinator, HEADINGS + lines(1))
    Student.objects.update(consented_at=NOON)
    other = make_course(course.department, name="Second class")
    line = "E001,Sunita Sample,9876509001,,16/09/2003,,,,,\n"

    job = bring_in(other, coordinator, HEADINGS + line)

    kept, row = Student.objects.get(), next(queries.refused_rows(job))
    assert (kept.name, kept.course, kept.consented_at) == ("Sample Student 1", course, NOON)
    assert row.problems[0][::2] == ("roll_number", "Another student has this roll number. Check the number.")


def changed_then_undone(course, coordinator, old, new, **meanwhile):
    """The one student after a second file changed her, something happened, and that file was taken back."""
    bring_in(course, coordinator, HEADINGS + old)
    job = bring_in(course, coordinator, HEADINGS + new)
    Student.objects.update(**meanwhile)
    operations.undo(import_id=job.pk, person=coordinator.person, at=NOON)
    run_jobs()
    job.refresh_from_db()
    return job, Student.objects.get(roll_number="E001")


def test_undo_leaves_who_answered_at_the_new_number_as_she_answered(course, coordinator):
    new = lines(1).replace("9876500001", "9876500011")

    _job, student = changed_then_undone(course, coordinator, lines(1), new, consented_at=NOON)

    assert student.phone == "+919876500011"


def test_undo_of_a_number_takes_the_question_back_from_whoever_has_it(course, coordinator):
    stranger, new = make_person(), lines(1).replace("9876500001", "9876500011")

    _job, student = changed_then_undone(course, coordinator, lines(1), new, person=stranger, asked_at=NOON)

    assert (student.phone, student.person, student.asked_at) == ("+919876500001", None, None)


def test_undo_ends_though_another_student_has_the_earlier_number_meanwhile(course, coordinator):
    bring_in(course, coordinator, HEADINGS + lines(1))
    job = bring_in(course, coordinator, HEADINGS + lines(1).replace("9876500001", "9876500011"))
    make_student(course, phone="+919876500001")

    operations.undo(import_id=job.pk, person=coordinator.person, at=NOON)
    run_jobs()

    job.refresh_from_db()
    assert (job.state, Student.objects.get(roll_number="E001").phone) == ("undone", "+919876500011")


def test_who_went_to_another_college_opens_no_list_of_her_former_one_and_takes_none_back(course, coordinator, client):
    job = bring_in(course, coordinator, HEADINGS + lines(1) + BAD)
    client.force_login(coordinator.person)
    before = client.get(reverse("desk_import_refused", args=[job.pk])).status_code
    coordinator.person.memberships.update(ended_at=NOON)
    make_member(make_college(), role="coordinator", person=coordinator.person)

    seen = client.get(reverse("desk_import_refused", args=[job.pk])).status_code
    taken_back = client.post(reverse("desk_import_undo", args=[job.pk])).status_code

    assert (before, seen, taken_back, Student.objects.count()) == (200, 404, 404, 1)


def test_a_line_mended_with_a_sign_that_no_text_holds_is_read_without_it(course, coordinator, client):
    job = bring_in(course, coordinator, HEADINGS + BAD)
    client.force_login(coordinator.person)
    line = next(row.line for row in queries.refused_rows(job) if row.values["roll_number"] == "E101")

    client.post(reverse("desk_import_refused", args=[job.pk]), {f"line-{line}-phone": "98765\x0001101"})

    assert Student.objects.get(roll_number="E101").phone == "+919876501101"


def test_a_list_and_its_rows_are_forgotten_after_fourteen_days_and_the_students_stay(course, coordinator):
    bring_in(course, coordinator, HEADINGS + lines(1) + BAD)

    gone = [tidy(at=NOON + timedelta(days=days)) for days in (13, 14, 15)]

    kept = (Import.objects.count(), ImportRow.objects.count(), File.objects.count(), Student.objects.count())
    assert (gone, kept) == ([0, 1, 0], (0, 0, 0, 1))


def test_of_an_erased_student_no_line_of_a_list_is_kept_and_those_of_others_are(course, coordinator):
    bring_in(course, coordinator, HEADINGS + lines(2))
    bring_in(course, coordinator, HEADINGS + lines(2).replace("Sample Student", "Sample Pupil"))
    student = Student.objects.get(roll_number="E001")
    Student.objects.filter(pk=student.pk).update(person=make_person())
    student.refresh_from_db()

    erase(person=student.person, at=NOON)

    assert list(ImportRow.objects.values_list("key", flat=True)) == ["E002"]
