"""An officer works a pipeline of 200 applications at her desk: filters, fifty at once to another stage, the list out as a file, changed,
and back in: what the file cannot mean is reported, the rest is applied.
"""

import csv
import io
import re
import time

import pytest

from tests.journeys.test_loan import DeskSide
from virtualclusters.areas.finance.applications.numbers import new_number

pytestmark = [pytest.mark.journeys, pytest.mark.full]

OFFICER = "+916000845201"


@pytest.fixture
def officer(portal, chromium):
    portal.prepare("pipeline_of_200", OFFICER)
    side = DeskSide(portal, chromium, OFFICER, javascript=True)
    side.page.set_viewport_size({"width": 1280, "height": 900})
    yield side
    side.context.close()


def test_two_hundred_applications_are_moved_by_ticks_and_by_a_file(officer, tmp_path):
    assert _counts(officer)["New"] == 200

    _moves_fifty(officer)
    assert _counts(officer) | {"New": 150, "Papers are read": 50} == _counts(officer)

    changed = _takes_out_and_changes(officer, tmp_path / "stages.csv")
    report = _brings_in(officer, changed)

    assert report == ["0", "120", "0", "2"]
    assert _counts(officer) | {"New": 30, "Papers are read": 70, "Being decided": 100} == _counts(officer)
    officer.goes_to("lender/loans/?stage=decision")
    assert officer.page.locator("tbody tr").count() == 50


def _counts(officer):
    """How many stand in each stage, as the first line of the page says."""
    officer.goes_to("lender/loans/")
    links = officer.page.locator("main p a[href*='?stage=']").all_inner_texts()
    return {match[1]: int(match[2]) for text in links if (match := re.fullmatch(r"(.+) (\d+)", text))}


def _moves_fifty(officer):
    officer.goes_to("lender/loans/?stage=received")
    for box in officer.page.locator("tbody input[type=checkbox]").all():
        box.check(force=True)
    officer.page.locator("[name=stage][value=documents][type=radio]").check(force=True)
    officer.presses("Put the ticked ones there")
    assert "50 moved." in officer.reads()


def _takes_out_and_changes(officer, path):
    """The list as a file with a hundred put to the decision, twenty to the papers, and two rows that nobody sent."""
    got = officer.page.request.get(f"{officer.portal.address}/en/lender/loans/file/")
    rows = list(csv.DictReader(io.StringIO(got.body().decode("utf-8-sig"))))
    assert len(rows) == 200
    fresh = [row for row in rows if row["Stage"] == "received"]
    sent = [row | {"Stage": "decision"} for row in fresh[:100]] + [
        row | {"Stage": "documents"} for row in fresh[100:120]
    ]
    sent += [sent[0] | {"Application number": new_number()}, sent[1] | {"Stage": "somewhere"}]
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(sent)
    return path


def _brings_in(officer, path):
    """What the report says when the worker has done its part."""
    officer.goes_to("desk/files/new/")
    officer.page.get_by_label("File").set_input_files(path)
    officer.page.get_by_label("Stages of loan applications").check()
    officer.presses("Send")
    _waits_for(officer, "Which column is which?")
    officer.presses("These are right")
    _waits_for(officer, "The file is in")
    return [stat.inner_text().split()[0] for stat in officer.page.locator(".vc-stats > *").all()]


def _waits_for(officer, words):
    for _attempt in range(240):
        if words in officer.reads():
            return
        time.sleep(0.5)
        officer.page.reload()
    raise AssertionError(f"{words!r} did not come:\n{officer.reads()}")
