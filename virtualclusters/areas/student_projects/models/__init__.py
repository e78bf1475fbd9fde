"""What student projects add: the college's own rows, and a project's own rows."""

from virtualclusters.areas.student_projects.models.college import (
    Course,
    CreditRule,
    Department,
    FacultyMember,
    Student,
    Team,
    TeamMember,
)

__all__ = ["Course", "CreditRule", "Department", "FacultyMember", "Student", "Team", "TeamMember"]
