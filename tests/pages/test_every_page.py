"""Every page of the portal in Chromium, with the sample data: accessible, within the content policy, on a phone of 320 points.

The pages come from the root resolver (``tests.pages.addresses``): a new route is walked without a line here, unless it is no
page, which ``NO_PAGE`` must then say.
"""

import json
import subprocess
import sys
from dataclasses import dataclass

import pytest

from tests.pages.browsing import Browsing
from tests.portal import ROOT

pytestmark = pytest.mark.journeys
STATE = "shows only in the middle of a task, which the journeys walk"
FILE = "a file, not a page"
NO_PAGE = {
    "notice_act": "for the office that wrote the notice; the journey of notices walks it",
    "notice_change": "for the office that wrote the notice; the journey of notices walks it",
    "notice_shown": "for the office that wrote the notice; the journey of notices walks it",
    "late_payment_folder": FILE,
    "late_payment_table": FILE,
    "late_payment_pdf": FILE,
    "purchase_statement_table": FILE,
    "vendors_table": FILE,
    "advice_hours_table": FILE,
    "advice_ics": FILE,
    "answer": "leads back to the opportunity",
    "apply_with_papers": STATE,
    "calendar_ended": "answers that it has gone; a test of the desk walks it",
    "calendar_feed": FILE,
    "certificate_pdf": FILE,
    "change_email": STATE,
    "change_phone": STATE,
    "closing_word": STATE,
    "clusters": "leads on to the one cluster there is",
    "desk_advice_one": "when nobody is left to ask; tests of advice",
    "desk_advice_settle": "when nobody is left to ask; tests of advice",
    "desk_import": STATE,
    "desk_import_confirm": STATE,
    "desk_import_progress": STATE,
    "desk_import_refused": STATE,
    "desk_import_refused_table": FILE,
    "desk_import_undo": STATE,
    "desk_import_workbook": FILE,
    "desk_organisations_csv": FILE,
    "desk_review_write": STATE,
    "desk_suggest": "for a unit that is chosen on the page before; tests of quality",
    "desk_verification_page": FILE,
    "desk_verification_paper": FILE,
    "engagement_file": FILE,
    "entered": "leads on",
    "gallery": "where a setting asks for it; its own tests walk it",
    "guardian_consent": "for the guardian of a student below 18; the journey of the college's list walks it",
    "guardian_consent_answer": "for the guardian of a student below 18; the journey of the college's list walks it",
    "helping_open": FILE,
    "join_organisation_check": STATE,
    "lender_loan_paper": FILE,
    "lender_loans_file": FILE,
    "loan_work": "leads on to the application",
    "mfa_activate_totp": STATE,
    "mfa_add_webauthn": STATE,
    "mfa_authenticate": STATE,
    "mfa_login_webauthn": STATE,
    "mfa_remove": STATE,
    "mfa_view_recovery_codes": STATE,
    "my_download": FILE,
    "my_teaching": "for the teacher herself; tests of the college",
    "my_erase": STATE,
    "project_call": STATE,
    "project_certificate": FILE,
    "project_file": FILE,
    "project_in_use": STATE,
    "project_paper": FILE,
    "project_report": STATE,
    "project_week": "for a student of the team; the journey walks it",
    "prove_code": STATE,
    "publish_check": STATE,
    "review_answer": "when the administrator wrote of an institution; the journey of the review log walks it",
    "robots": FILE,
    "saved_search_change": STATE,
    "saved_search_delete": STATE,
    "service_worker": FILE,
    "short_link": "leads on",
    "training_certificate": FILE,
    "training_ics": FILE,
    "unsubscribe": STATE,
    "wallet_paper_open": FILE,
}
"""Routes that answer no GET with a page, each with the reason."""
DESKS = (
    "round",
    "scheme_applications",
    "lender_packages",
    "lender_loan",
    "desk",
    "cluster_health",
    "college",
    "cluster_open",
    "cluster_officers",
    "cluster_preview",
    "cluster_write",
    "training_class",
    "training_attendance",
    "lender_",
    "late_loans",
)
BOARDS = ("cluster_room", "for_you", "need_shown", "project_work")
"""May ask the database as much as a desk, but are as small as other pages: each shows cards of many kinds, one query a kind."""
SIGN_UP = ["join", "account_login", "join_notice", "join_name", "join_makes", "join_needs", "join_check", "join_kind"]
LARGEST_PAGE, MOST_QUERIES, MOST_QUERIES_AT_A_DESK = 5_000, 15, 20


@dataclass(frozen=True)
class Found:
    """The pages and who may look at them."""

    pages: list[dict]
    sessions: dict[str, str]
    answers: dict[str, dict]


@pytest.fixture(scope="module")
def found(portal):
    done = subprocess.run(
        [sys.executable, "-m", "tests.pages.addresses"],
        env=portal.environment, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True,
    )  # fmt: skip
    told = json.loads(done.stdout)
    return Found(
        [page for page in told["pages"] if page["page"]],
        told["sessions"],
        {page["name"]: page for page in told["pages"]},
    )


@pytest.fixture
def browsing(portal, chromium, found):
    browsing = Browsing(chromium, portal.address, found.sessions)
    yield browsing
    browsing.close()


def test_every_route_is_a_page_or_is_said_to_be_none(found):
    none = {name: page["status"] for name, page in found.answers.items() if not page["page"] and page["status"] != 405}

    assert {name: status for name, status in none.items() if name not in NO_PAGE or status >= 500} == {}


def test_no_page_has_a_fault_in_english(found, browsing):
    assert _faults(browsing, found.pages, ["en"]) == []


def test_sign_up_has_no_fault_in_hindi_and_urdu(found, browsing):
    pages = [page for page in found.pages if page["name"] in SIGN_UP]

    assert {page["name"] for page in pages} == set(SIGN_UP)
    assert _faults(browsing, pages, ["hi", "ur"]) == []


@pytest.mark.full
def test_no_page_has_a_fault_in_hindi_and_urdu(found, browsing):
    pages = [page for page in found.pages if page["path"].startswith("/en/")]

    assert _faults(browsing, pages, ["hi", "ur"]) == []


def test_pages_are_small_and_ask_the_database_little(found):
    too_large = [
        (page["path"], page["bytes"]) for page in found.pages if not _is_desk(page) and page["bytes"] > LARGEST_PAGE
    ]
    too_curious = [
        (page["path"], page["queries"])
        for page in found.pages
        if page["queries"] > (MOST_QUERIES_AT_A_DESK if _is_desk(page) or page["name"] in BOARDS else MOST_QUERIES)
    ]

    assert (too_large, too_curious) == ([], [])


def _is_desk(page):
    return page["name"].startswith(DESKS)


def _faults(browsing, pages, languages):
    sights = [browsing.look(page, language=language) for language in languages for page in pages]
    return [
        (sight.path, fault) for sight in sights for fault in [*sight.axe, *sight.breaches, *sight.wide, *sight.console]
    ]
