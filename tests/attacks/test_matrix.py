"""Nobody sees, changes or even notices what is not hers: every route, both methods, every role (trust notes, rows 1-4).

The matrix is made from the root resolver. A route with arguments that ``tests/attacks/routes.py`` does not know fails here.
"""

import pytest

from tests.attacks.routes import MEANT_FOR_OTHERS, routes
from tests.attacks.walking import FOREIGN, MISSING, OWN, Walk

MAY_SEE = {
    ("administrator", "desk_imports"): "the names of those who brought files in",
    ("administrator", "project_report"): "what was told of money asked, to look into it",
    ("administrator", "desk_review_log"): "what she wrote herself about an institution",
    ("verifier", "desk_verification"): "the number at hand, to compare it with the paper",
}
"""(person, route) that may see one of the other organisation's secrets, with the reason."""
OPENS = {*range(200, 400), 422}


OPENS_LATER = {
    "calendar_ended": "never: it says that an address of old has ended: tests of the calendar",
    "cluster_join": "for a unit of one's own, and the form names another's: tests of the clusters",
    "cluster_leave": "for a unit of one's own, and the form names another's: tests of the clusters",
    "closing_word": "after the end of a talk: journeys",
    "college_team_add_member": "with a student of one's own, and the form names another's: tests of the college",
    "college_team_remove_member": "with a student of one's own, and the form names another's: tests of the college",
    "desk_suggest": "for a unit that the address names: tests of quality",
    "desk_review_write": "where the address says about whom: tests of the reviews",
    "desk_dead_letter_retry": "when a job has failed for good: tests of the desk",
    "desk_word_decide": "when three people typed a word that nobody knows: tests of the desk",
    "engagement_reach": "at a milestone of its kind: tests of the talks",
    "gallery": "where a setting asks for it",
    "project_evaluate": "after the end of a project: journeys",
    "project_terms_yes": "to the version at hand: tests of the projects",
    "project_week": "for a student of the team: tests of the projects",
    "lender_setting": "for who decides in a lender: tests of the packages",
    "need_undo": "when something was sent for the need just now: tests of the needs",
    "purchase_plan_remind": "for a buyer without a plan: tests of the buying",
    "purchase_plan_step": "for a unit that noted its interest: tests of the plans",
    "short_link": "by a key that was sent: tests of the messages",
    "training_certificate": "when a class was attended: journeys",
    "training_revoke": "when a certificate was given: tests of trainings",
    "unsubscribe": "by a signed token: tests of the messages",
}
"""Routes that no row of these worlds opens, each with when it opens and where that is shown."""
SOME = ["visitor", "purchase_officer", "enterprise_staff", "administrator", "college_coordinator", "bank_officer"]
SOME += ["facilitator", "verifier", "enterprise_owner"]
"""Who walks under ``make test``, in this order: of roles that hold the same permissions, one, and of them ``FEW`` each route.

Who has most of a route's rows comes first. All walk everywhere under ``make test-all``.
"""


@pytest.fixture(scope="module", params=["some", pytest.param("all", marks=pytest.mark.full)])
def cells(request, both_worlds):
    sides, other = both_worlds
    walk = Walk(other, everything=request.param == "all")
    people = SOME if request.param == "some" else list(sides)
    return [cell for person in people for cell in walk.of(person, sides[person])]


def faults(cells, wrong):
    """The wrong ones, a line each, so that a failure shows them all."""
    return "\n".join(str(cell) for cell in cells if wrong(cell))


def test_every_route_with_arguments_is_known():
    assert [route.name for route in routes() if route.arguments is None] == []


def test_a_visitor_is_sent_to_sign_in_wherever_it_is_not_public(cells):
    strangers = [cell for cell in cells if cell.person == "visitor" and not cell.allowed]

    assert len(strangers) > 100
    assert faults(strangers, lambda cell: "/sign-in/" not in cell.leads_to) == ""


def test_a_role_without_the_permission_is_refused(cells):
    refused = [cell for cell in cells if cell.person != "visitor" and not cell.allowed]

    assert len(refused) > 400
    assert faults(refused, lambda cell: cell.status != 403) == ""


def test_another_organisations_row_and_no_row_answer_alike(cells):
    asked = [cell for cell in cells if cell.allowed and cell.route.name not in MEANT_FOR_OTHERS]
    missing = {_place(cell): cell for cell in asked if cell.whose == MISSING}
    foreign = [cell for cell in asked if cell.whose == FOREIGN]
    compared = [cell for cell in foreign if _place(cell) in missing]

    assert len(compared) > 90
    assert faults(foreign, lambda cell: cell.status == 200) == ""
    assert faults(compared, lambda cell: cell.answer != missing[_place(cell)].answer) == ""


def test_nobody_sees_another_organisations_secrets(cells):
    assert faults(cells, lambda cell: cell.secrets and (cell.person, cell.route.name) not in MAY_SEE) == ""


def test_what_may_be_seen_is_seen(cells):
    seen = {(cell.person, cell.route.name) for cell in cells if cell.secrets}

    assert set(MAY_SEE) - seen == set()


def test_nobody_changes_another_organisations_rows(cells):
    assert faults(cells, lambda cell: cell.changed) == ""


def test_no_request_ends_in_a_fault_of_ours(cells):
    assert faults(cells, lambda cell: cell.status >= 500) == ""


def test_every_route_opens_for_somebody_with_rows_of_her_own(cells):
    own = [cell for cell in cells if cell.whose in ("", OWN) or cell.route.name in MEANT_FOR_OTHERS]
    opened = {cell.route.name for cell in own if cell.status in OPENS}
    named = {route.name for route in routes()}

    assert named - opened - set(OPENS_LATER) == set()


def _place(cell):
    return cell.person, cell.route.name, cell.method
