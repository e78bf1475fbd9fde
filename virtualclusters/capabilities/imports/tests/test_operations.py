from dataclasses import replace
from datetime import timedelta

import pytest

from virtualclusters.accounts.models import Person
from virtualclusters.capabilities.imports import operations, running
from virtualclusters.capabilities.imports.looking import look
from virtualclusters.capabilities.imports.models import Import
from virtualclusters.capabilities.imports.queries import (
    columns,
    guessed_mapping,
    import_of,
    imports_of,
    progress,
    refused_rows,
    report,
)
from virtualclusters.capabilities.imports.specs import register
from virtualclusters.capabilities.imports.tests.conftest import NOON
from virtualclusters.capabilities.imports.tests.notices import HINDI
from virtualclusters.capabilities.jobs.running import run_jobs
from virtualclusters.foundation.errors import NotFound, Refused

BAD = (
    "Tender ID,Tender Title,Published Date,Last date,Pincode\n"
    "1,rice,01-11-2026,30-11-2026,411001\n"
    "2,honey,01-11-2026,soon,11001\n"
    "3,tea,30-11-2026,01-11-2026,411003\n"
    "4,forbidden,01-11-2026,30-11-2026,411004\n"
    ",nameless,01-11-2026,30-11-2026,411005\n"
)


@pytest.fixture
def started(shelf, officer, upload):
    """Start an import and let the worker look at it."""

    def start(content, name="notices.csv", **more):
        job = operations.start(person=officer, spec="notices", upload=upload(content, name), at=NOON, **more)
        run_jobs()
        job.refresh_from_db()
        return job

    return start


@pytest.fixture
def imported(started, officer):
    """Start an import, confirm its guesses and let the worker apply it."""

    def run(content, name="notices.csv", **more):
        job = started(content, name, **more)
        operations.confirm(import_id=job.pk, person=officer, mapping=guessed_mapping(job), at=NOON)
        run_jobs()
        job.refresh_from_db()
        return job

    return run


def figures(job):
    return (job.state, job.added, job.changed, job.same, job.refused)


def test_a_file_waits_with_its_guesses_until_a_person_confirms(started, shelf):
    job = started(HINDI)

    assert (job.state, job.rows_in_file, shelf.rows) == ("guessed", 3, {})
    assert [(one.heading, one.field) for one in columns(job)][:2] == [
        ("निविदा संख्या", "reference"),
        ("कार्य का नाम", "title"),
    ]


def test_a_confirmed_file_is_applied_row_by_row(imported, shelf):
    job = imported(HINDI)

    assert (figures(job), list(shelf.rows)) == (("done", 3, 0, 0, 0), ["उप्र/२०२६/१", "उप्र/२०२६/२", "उप्र/२०२६/३"])


def test_the_same_file_twice_adds_nothing_and_says_so(imported):
    first = imported(HINDI)
    second = imported(HINDI)

    assert figures(second) == ("done", 0, 0, 3, 0)
    assert (second.same_file_as_id, report(second.pk).same_file_at) == (first.pk, NOON)


def test_a_changed_row_changes_its_record_and_undo_puts_the_old_one_back(imported, officer, shelf):
    imported(HINDI)
    before = dict(shelf.rows)
    job = imported(HINDI.replace("75000", "80000"))
    operations.undo(import_id=job.pk, person=officer, at=job.finished_at)
    run_jobs()

    assert (figures(job), shelf.rows) == (("done", 0, 1, 2, 0), before)


def test_undo_within_a_day_takes_back_what_was_added(imported, officer, shelf):
    job = imported(HINDI)
    operations.undo(import_id=job.pk, person=officer, at=job.finished_at + timedelta(hours=24))
    run_jobs()
    job.refresh_from_db()

    assert (figures(job), shelf.rows) == (("undone", 0, 0, 0, 0), {})


def test_undo_after_a_day_is_refused(imported, officer):
    job = imported(HINDI)
    with pytest.raises(Refused) as refused:
        operations.undo(import_id=job.pk, person=officer, at=job.finished_at + timedelta(hours=24, seconds=1))

    assert refused.value.code == "undo_time_over"


def test_rows_that_cannot_be_taken_are_kept_with_line_field_and_reason(imported):
    job = imported(BAD)

    assert figures(job) == ("done", 1, 0, 0, 4)
    assert [
        (row.line, [(field, sentence.split(".")[0]) for field, _label, sentence in row.problems])
        for row in refused_rows(job)
    ] == [
        (
            3,
            [
                ("closes_at", "We could not read this as a date"),
                ("pin", "A PIN code has six digits and does not begin with 0"),
            ],
        ),
        (4, [("closes_at", "This day is before the day it was published")]),
        (5, [("", "We do not take this")]),
        (6, [("reference", "This is missing")]),
    ]


def test_the_report_counts_the_reasons_and_names_the_columns_that_were_not_read(started, officer):
    job = started(BAD)
    mapping = {column: field for column, field in guessed_mapping(job).items() if field != "pin"}
    operations.confirm(import_id=job.pk, person=officer, mapping=mapping, at=NOON)
    run_jobs()
    told = report(job.pk)

    assert told.unread == ["Pincode"]
    assert [(reason.label, reason.rows, reason.first_line) for reason in told.reasons] == [
        ("Closes on", 1, 3),
        ("Closes on", 1, 4),
        ("", 1, 5),
        ("Notice number", 1, 6),
    ]


def test_a_mended_row_is_taken_and_leaves_the_list(imported, officer, shelf):
    job = imported(BAD)
    left = operations.mend(import_id=job.pk, line=6, values={"reference": "5"}, person=officer, at=NOON)
    job.refresh_from_db()

    assert (left, figures(job), shelf.rows["5"]["title"]) == (None, ("done", 2, 0, 0, 3), "nameless")


def test_a_row_mended_by_half_keeps_what_was_typed_and_says_what_is_left(imported, officer):
    job = imported(BAD)
    left = operations.mend(import_id=job.pk, line=3, values={"pin": "411001", "id": "9"}, person=officer, at=NOON)

    assert (left.problems, left.values["pin"]) == ([{"field": "closes_at", "code": "not_a_date"}], "411001")
    assert "id" not in left.values


def test_a_run_killed_in_the_middle_goes_on_without_doubling(started, officer, shelf):
    job = started(HINDI)
    operations.confirm(import_id=job.pk, person=officer, mapping=guessed_mapping(job), at=NOON)
    apply, applied = shelf.apply, []

    def dies_at_the_third(row, source):
        applied.append(source.line)
        if len(applied) == 3:
            raise KeyboardInterrupt
        return apply(row, source)

    shelf.apply = dies_at_the_third
    register(replace(shelf.spec(), rows_a_transaction=1))
    with pytest.raises(KeyboardInterrupt):
        running.run(import_id=job.pk, at=NOON)
    halfway = progress(job.pk)
    running.run(import_id=job.pk, at=NOON)
    job.refresh_from_db()

    assert (halfway.done, halfway.percent, applied) == (2, 66, [2, 3, 4, 4])
    assert figures(job) == ("done", 3, 0, 0, 0)


def test_running_again_applies_nothing(imported):
    job = imported(HINDI)
    again = running.run(import_id=job.pk, at=NOON)

    assert figures(again) == ("done", 3, 0, 0, 0)


@pytest.mark.parametrize(
    ("mapping", "code"),
    [
        ({0: "reference"}, "column_missing"),
        ({0: "reference", 1: "title", 2: "title"}, "column_twice"),
        ({0: "reference", 1: "title", 2: "password"}, "unknown_column"),
        ({0: "reference", 99: "title"}, "unknown_column"),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused(started, officer, mapping, code):
    job = started(HINDI)
    with pytest.raises(Refused) as refused:
        operations.confirm(import_id=job.pk, person=officer, mapping=mapping, at=NOON)

    assert refused.value.code == code


def test_confirming_twice_is_refused(imported, officer):
    job = imported(HINDI)
    with pytest.raises(Refused) as refused:
        operations.confirm(import_id=job.pk, person=officer, mapping=guessed_mapping(job), at=NOON)

    assert refused.value.code == "not_waiting"


@pytest.mark.parametrize(
    ("content", "name", "reason"),
    [
        ("<html><script>alert(1)</script>", "notices.csv", "unknown_kind"),
        ("%PDF-1.7\n", "notices.csv", "kind_not_taken"),
        ("1,2\n3,4\n", "notices.csv", "no_heading_row"),
        ("Tender ID,Title\n", "notices.csv", "no_rows"),
        ("X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*", "notices.csv", "malware"),
        (HINDI, "notices.exe", "name_and_content_differ"),
    ],
)
def test_a_file_that_is_no_table_is_refused_with_a_sentence(started, content, name, reason):
    job = started(content, name)

    assert (job.state, job.reason, progress(job.pk).said[-1]) == ("refused", reason, ".")


def test_an_empty_file_is_refused_at_once(shelf, officer, upload):
    with pytest.raises(Refused) as refused:
        operations.start(person=officer, spec="notices", upload=upload(b""), at=NOON)

    assert (refused.value.code, Import.objects.count()) == ("file_empty", 0)


def test_an_import_of_another_looks_like_none(imported, db):
    job = imported(BAD)
    other = Person.objects.create_user(phone="+919800000002")
    acts = (
        lambda: operations.undo(import_id=job.pk, person=other, at=NOON),
        lambda: operations.mend(import_id=job.pk, line=3, values={}, person=other, at=NOON),
        lambda: operations.confirm(import_id=job.pk, person=None, mapping={}, at=NOON),
        lambda: import_of(other, job.pk),
    )
    for act in acts:
        with pytest.raises(NotFound):
            act()

    assert list(imports_of(other)) == []


def test_the_command_line_replays_a_file_as_of_a_day_and_reaches_its_own_imports_only(shelf, upload, db):
    seen = []
    shelf.check = lambda row: []
    apply = shelf.apply
    shelf.apply = lambda row, source: seen.append(source.as_of) or apply(row, source)
    from virtualclusters.capabilities.imports.specs import register

    register(shelf.spec())
    earlier = NOON - timedelta(days=300)
    job = operations.start(person=None, spec="notices", upload=upload(HINDI), at=NOON, as_of=earlier)
    job = look(import_id=job.pk, at=NOON)
    operations.confirm(import_id=job.pk, person=None, mapping=guessed_mapping(job), at=NOON)
    running.run(import_id=job.pk, at=NOON)

    assert (seen, imports_of(None).count()) == ([earlier] * 3, 1)


def test_looking_again_after_confirming_changes_nothing(started, officer):
    job = started(HINDI)
    operations.confirm(import_id=job.pk, person=officer, mapping=guessed_mapping(job), at=NOON)

    assert look(import_id=job.pk, at=NOON).state == "running"
