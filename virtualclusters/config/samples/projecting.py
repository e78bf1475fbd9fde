"""Sample student projects: a college with its teams, one open project, one under way, one finished with certificates."""

from datetime import timedelta
from decimal import Decimal
from functools import partial

from virtualclusters.accounts import operations as people
from virtualclusters.accounts.models import Person
from virtualclusters.areas.student_projects.college.operations import consenting, setting_up, teaming
from virtualclusters.areas.student_projects.college.operations.people import (
    add_faculty,
    add_student,
    join_as_faculty,
)
from virtualclusters.areas.student_projects.models import Course, Department, FacultyMember, Student, Team
from virtualclusters.areas.student_projects.projects.operations import agreeing, closing, publishing, working
from virtualclusters.areas.student_projects.projects.operations.applying import apply_with_team
from virtualclusters.areas.student_projects.projects.operations.seating import seat_team
from virtualclusters.config.samples.dealing import concept_ids
from virtualclusters.config.samples.making import actor_of, once, unit_of
from virtualclusters.config.samples.tables import after, before, phone, table
from virtualclusters.exchange.engagements.operations.acting import act
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.actors import actor_for
from virtualclusters.network.clusters.models import Cluster
from virtualclusters.network.organisations.models import Role

COLLEGE = "college"
BORN_DAYS_AGO = 365 * 20 + 90


def load_projects(now):
    """The college's rows, its offer, then the projects, each as far as it has come."""
    row = table("projects")
    once("college:rows", partial(_college, row, now), now=now)
    once("college:offer", partial(_offer, row["offer"], now), now=now)
    for project in row["projects"]:
        once(f"project:{project['key']}", partial(_project, project, now), now=now)


def _coordinator():
    return actor_of(COLLEGE, role=Role.COORDINATOR)


def _college(row, now):
    at, coordinator = before(now, row), _coordinator()
    told = {"actor": coordinator, "at": at}
    for one in row["departments"]:
        setting_up.add_department(unit_id=unit_of(COLLEGE).pk, language="en", **one, **told)
    rule = setting_up.add_credit_rule(**row["rule"], **told)
    for one in row["courses"]:
        _course(one, rule, now, told)
    for one in row["teachers"]:
        _teacher(one, told)
    for one in row["teams"]:
        _team(one, told)


def _course(row, rule, now, told):
    columns = {name: row[name] for name in ("name", "level", "head_count", "credits")}
    setting_up.add_course(
        department_id=_department(row["department"]).pk,
        rule_id=rule.pk,
        begins_on=day_in_india(now - timedelta(days=190)),
        ends_on=day_in_india(now + timedelta(days=120)),
        **columns,
        **told,
    )


def _teacher(row, told):
    member = add_faculty(
        department_id=_department(row["department"]).pk,
        name=row["name"],
        contact=phone(row["phone"]),
        most_projects=row["most_projects"],
        hours_a_month=row["hours_a_month"],
        words=row["words"],
        language="en",
        **told,
    )
    join_as_faculty(member_id=member.pk, actor=actor_for(proven(row, told["at"])), at=told["at"])


def _team(row, told):
    course = Course.objects.get(name=row["course"], department__unit=unit_of(COLLEGE))
    students = [_student(one, course, told) for one in row["students"]]
    consenting.ask_for_consent(course_id=course.pk, **told)
    for one in row["students"]:
        _answer_for(one, told["at"])
    team = teaming.make_team(course_id=course.pk, name=row["name"], student_ids=[one.pk for one in students], **told)
    teacher = FacultyMember.objects.get(person__phone=phone(row["teacher"]))
    teaming.give_supervisor(team_id=team.pk, member_id=teacher.pk, **told)


def _student(row, course, told):
    columns = {name: row[name] for name in ("roll_number", "name", "language", "skills")}
    columns |= dict.fromkeys(("email", "guardian_name", "guardian_phone"), "")
    born_on = day_in_india(told["at"] - timedelta(days=BORN_DAYS_AGO))
    return add_student(course_id=course.pk, phone=phone(row["phone"]), born_on=born_on, **columns, **told)


def _answer_for(row, at):
    """The student proves her number and says yes; one of them has not answered yet."""
    person = proven(row, at)
    if not row.get("waits"):
        key = Student.objects.get(person=person).consent_key
        consenting.say_yes(key=key, language=row["language"], actor=actor_for(person), at=at)


def proven(row, at):
    """The person of a row after she proved her number, with the name the samples give her."""
    person = Person.objects.get(phone=phone(row["phone"]))
    people.change_phone(person=person, phone=person.phone, at=at)
    Person.objects.filter(pk=person.pk).update(is_sample=True, joined_at=at, name=row["name"])
    person.refresh_from_db()
    return person


def _offer(row, now):
    names = ("title", "summary", "hours_a_month", "laboratory", "languages")
    publishing.publish_offer(
        unit_id=unit_of(COLLEGE).pk,
        language="en",
        concept_ids=concept_ids(row["concepts"]),
        clusters=_clusters(),
        department_id=_department(row["department"]).pk,
        actor=_coordinator(),
        at=before(now, row),
        **{name: row[name] for name in names},
    )


def _project(row, now):
    owner = actor_of(row["by"])
    project = publishing.publish_project(
        unit_id=unit_of(row["by"]).pk,
        title=row["title"],
        summary=row["summary"],
        language="en",
        concept_ids=concept_ids(row["concepts"]),
        clusters=_clusters(),
        closes_at=after(now, row.get("closes_in")),
        actor=owner,
        at=before(now, row),
        **row["brief"],
    )
    for one in row.get("answers", []):
        _apply(project, one["team"], one["words"], before(now, one))
    if "team" in row:
        _work(row, _apply(project, row["team"], "", _ago(now, row["applied"])), owner, now)


def _apply(project, team, words, at):
    team = Team.objects.get(name=team, course__department__unit=unit_of(COLLEGE))
    return apply_with_team(opportunity_id=project.pk, team_id=team.pk, words=words, actor=_coordinator(), at=at)


def _work(row, engagement, owner, now):
    pk, coordinator = engagement.pk, _coordinator()
    act(engagement_id=pk, verb="choose", actor=owner, at=_ago(now, row["chosen"]))
    seat_team(engagement_id=pk, at=_ago(now, row["chosen"]))
    begun = _ago(now, row["begun"])
    agreeing.propose_terms(engagement_id=pk, objectives=row["objectives"], actor=owner, at=begun, **row["terms"])
    agreeing.say_yes(engagement_id=pk, version=1, actor=coordinator, at=begun)
    act(engagement_id=pk, verb="start", actor=owner, at=begun)
    students = [actor_for(one.person) for one in _members(row["team"])]
    for week in row["weeks"]:
        _week(pk, week, students, owner, before(now, week))
    _review(pk, row["review"], owner, coordinator, before(now, row["review"]))
    if "finished" in row:
        _finish(row, pk, students, owner, coordinator, now)


def _week(pk, row, students, owner, at):
    for place, student in enumerate(students):
        log = working.write_week(
            engagement_id=pk,
            week=working.week_of(day_in_india(at)),
            hours=Decimal(row["hours"]) - place,
            done=row["done"],
            actor=student,
            at=at,
        )
    if row.get("word"):
        working.comment(log_id=log.pk, words=row["word"], actor=owner, at=at + timedelta(days=1))


def _review(pk, row, owner, coordinator, at):
    working.review(engagement_id=pk, on_track=True, words=row["unit"], actor=owner, at=at)
    working.review(engagement_id=pk, on_track=True, words=row["college"], actor=coordinator, at=at)


def _finish(row, pk, students, owner, coordinator, now):
    made, judged, at = row["made"], row["judged"], _ago(now, row["finished"])
    working.hand_over(
        engagement_id=pk,
        title=made["title"],
        number_after=Decimal(str(made["number_after"])),
        actor=students[0],
        at=before(now, made),
    )
    act(engagement_id=pk, verb="finish", actor=owner, at=at)
    shared = {"engagement_id": pk, "would_again": True, "at": at + timedelta(days=1)}
    number = Decimal(str(judged["number_now"]))
    closing.evaluate(marks=judged["unit"], words=judged["words"], number_now=number, actor=owner, **shared)
    closing.evaluate(marks=judged["college"], words="", actor=coordinator, **shared)


def _members(team):
    team = Team.objects.get(name=team, course__department__unit=unit_of(COLLEGE))
    members = team.members.filter(left_at=None, student__consented_at__isnull=False)
    return [one.student for one in members.select_related("student__person").order_by("pk")]


def _department(name):
    return Department.objects.get(name=name, unit=unit_of(COLLEGE))


def _clusters():
    return list(Cluster.objects.filter(published_at__isnull=False).values_list("pk", flat=True))


def _ago(now, days):
    return now - timedelta(days=days)
