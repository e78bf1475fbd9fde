"""The college's entry on the desk."""

from django.utils.translation import gettext_lazy

from virtualclusters.areas.student_projects.permissions import CollegePermission
from virtualclusters.network.desk_entries import DeskEntry

ENTRY = DeskEntry(
    url_name="college",
    label=gettext_lazy("My college"),
    about=gettext_lazy("Departments, courses, students, teams, and projects of units near you."),
    permission=CollegePermission.COLLEGE_MANAGE,
    position=5,
)
