"""How those who write in a project's talk are named to whoever reads it later."""

from django.utils.translation import gettext as _

from virtualclusters.areas.student_projects.college.visibility import visible_names
from virtualclusters.areas.student_projects.models import FacultyMember, Student
from virtualclusters.exchange.engagements.models import Party


def author_names(engagement, *, actor, at) -> dict[int, str]:
    """What stands in place of an author's name, by the person's id, where the reader may not read that name (any more).

    Every person who has or had a seat in the team counts, so a name does not come back when her row at the college is emptied.
    One query before a team was chosen, eight at most afterwards.
    """
    seats = Party.objects.filter(engagement=engagement, role=Party.Role.PARTNER, unit=None)
    hidden = set(seats.values_list("person", flat=True))
    if not hidden:
        return {}
    college = engagement.lead.organisation_id
    teachers = FacultyMember.objects.filter(person__in=hidden, department__unit__organisation=college)
    students = list(Student.objects.filter(person__in=hidden, organisation=college))
    named = visible_names(students, actor=actor, at=at)
    hidden -= set(teachers.values_list("person", flat=True))
    hidden -= {one.person_id for one in students if one.pk in named}
    return dict.fromkeys(hidden, _("A student who left the team"))
