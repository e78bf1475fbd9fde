"""What student projects add: the college's own rows, and a project's own rows."""

from virtualclusters.areas.student_projects.models.college import (
    Course,
    CreditRule,
    Department,
    FacultyMember,
    Student,
    Team,
    TeamMember,
    WrongNumber,
)
from virtualclusters.areas.student_projects.models.projects import (
    Bearer,
    CallItem,
    CollegeOffer,
    FeeReport,
    ProjectBrief,
    ProjectWork,
    StillInUse,
    Where,
    Widening,
)
from virtualclusters.areas.student_projects.models.work import (
    Deliverable,
    Evaluation,
    LogComment,
    MidReview,
    ProjectCertificate,
    Terms,
    WeekLog,
)

__all__ = [
    "Bearer",
    "CallItem",
    "CollegeOffer",
    "Course",
    "CreditRule",
    "Deliverable",
    "Department",
    "Evaluation",
    "FacultyMember",
    "FeeReport",
    "LogComment",
    "MidReview",
    "ProjectBrief",
    "ProjectCertificate",
    "ProjectWork",
    "StillInUse",
    "Student",
    "Team",
    "TeamMember",
    "Terms",
    "WeekLog",
    "Where",
    "Widening",
    "WrongNumber",
]
