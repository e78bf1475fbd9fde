"""What is guarded in student projects beyond the exchange's own."""

from enum import StrEnum


class CollegePermission(StrEnum):
    """The college's own rows: departments, courses, faculty, students, teams."""

    COLLEGE_MANAGE = "college:manage"


class ProjectPermission(StrEnum):
    """The administrator's people settle reports of fees; whoever looks after a cluster calls where nothing moves."""

    FEE_REPORT_SETTLE = "fee_report:settle"
    PROJECT_CALL = "project:call"
