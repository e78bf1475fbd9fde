"""Samples of what somebody must look after: a minor's guardian, a project nobody answers, a report of money, a question after the end."""

from datetime import timedelta
from functools import partial

from virtualclusters.accounts.models import Person
from virtualclusters.areas.student_projects.college.operations import consenting
from virtualclusters.areas.student_projects.college.operations.people import add_student
from virtualclusters.areas.student_projects.models import Course, Student
from virtualclusters.areas.student_projects.projects.operations import following, reporting
from virtualclusters.config.samples.making import actor_of, once, unit_of
from virtualclusters.config.samples.projecting import COLLEGE, proven
from virtualclusters.config.samples.tables import before, phone, table
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.actors import actor_for
from virtualclusters.network.organisations.models import Role


def load_watch(now):
    """Each row once."""
    rows = table("projects")
    for key, make in (("minor", _minor), ("unanswered", _unanswered), ("money", _money), ("in_use", _in_use)):
        once(f"watch:{key}", partial(make, rows[key], before(now, rows[key])), now=now)


def _minor(row, at):
    """A student below 18 said yes; her guardian is asked and has not answered."""
    told = {"actor": actor_of(COLLEGE, role=Role.COORDINATOR), "at": at}
    course = Course.objects.get(name=row["course"], department__unit=unit_of(COLLEGE))
    guardian = {"guardian_name": row["guardian"]["name"], "guardian_phone": phone(row["guardian"]["phone"])}
    columns = {name: row[name] for name in ("roll_number", "name", "language", "skills")} | {"email": ""}
    born_on = day_in_india(at - timedelta(days=row["born_days_ago"]))
    student = add_student(
        course_id=course.pk, phone=phone(row["phone"]), born_on=born_on, **columns, **guardian, **told
    )
    consenting.ask_for_consent(course_id=course.pk, **told)
    key = Student.objects.get(pk=student.pk).consent_key
    consenting.say_yes(key=key, language=row["language"], actor=actor_for(proven(row, at)), at=at)
    proven(row["guardian"], at)


def _unanswered(row, at):
    following.widen(opportunity=_project(row), at=at)


def _money(row, at):
    reporter = actor_for(Person.objects.get(phone=phone(row["by"])))
    told = {"asker": row["asker"], "words": row["words"]}
    reporting.report_fee(opportunity_id=_project(row).pk, actor=reporter, at=at, **told)


def _in_use(row, at):
    following.ask_still_in_use(engagement=Engagement.objects.get(opportunity=_project(row), phase=Phase.CLOSED), at=at)


def _project(row):
    return Opportunity.objects.select_related("unit").get(kind="student_project", title=row["project"])
