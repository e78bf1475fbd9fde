"""What a college says of itself once: departments, its rules of hours a credit, courses."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from virtualclusters.areas.student_projects.college import finding
from virtualclusters.areas.student_projects.models import Course, CreditRule, Department
from virtualclusters.areas.student_projects.projects.subjects import let_subjects_count
from virtualclusters.foundation.errors import NotFound, Refused
from virtualclusters.network.organisations.models import Unit
from virtualclusters.network.vocabulary import reading


def subjects_in(words, *, language) -> tuple[set[int], list[str]]:
    """The concepts that words name, and the words that name none we know."""
    read = reading.read(words, language=language)
    return {one.concept_id for one in read.found}, read.unknown


@transaction.atomic
def add_department(*, unit_id, name, words, laboratory, language, actor, at):
    """Add a department at one of the college's campuses; returns it and the words nobody knows yet.

    Raises:
        NotFound: the campus is not of a college that the actor manages.
        Refused: there is one of that name at the campus.
    """
    campus = Unit.objects.filter(pk=unit_id, organisation__in=finding.colleges_of(actor), closed_at=None).first()
    if campus is None:
        raise NotFound
    department = _save(Department(unit=campus, name=name, laboratory=laboratory), _name_taken)
    concepts, unknown = subjects_in(words, language=language)
    department.subjects.set(concepts)
    let_subjects_count(department.unit_id)
    return department, unknown


@transaction.atomic
def change_department(*, department_id, name, words, concept_ids, laboratory, language, actor, at):
    """Write a department anew: the subjects that stay, and those that further words name.

    Raises:
        NotFound: it is not hers.
        Refused: another one has that name.
    """
    department = finding.department(actor, department_id)
    department.name, department.laboratory = name, laboratory
    _save(department, _name_taken)
    found, unknown = subjects_in(words, language=language)
    before = set(department.subjects.values_list("pk", flat=True))
    department.subjects.set(found | before & set(concept_ids))
    let_subjects_count(department.unit_id, before=before)
    return department, unknown


def _name_taken():
    return Refused("name_taken", _("There is one of this name already."), _("Give it another name."))


def _save(row, refusal):
    """Save a row whose name must be its own; a refusal when another has it."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as taken:
        raise refusal() from taken
    return row


@transaction.atomic
def add_credit_rule(*, name, hours_a_credit, source, actor, at):
    """Write down how many hours of work make one credit here, and where that stands.

    Raises:
        NotFound: the actor manages no college.
        Refused: there is a rule of that name.
    """
    college = finding.the_college_of(actor)
    rule = CreditRule(organisation_id=college, name=name, hours_a_credit=hours_a_credit, source=source)
    return _save(rule, _name_taken)


@transaction.atomic
def change_credit_rule(*, rule_id, name, hours_a_credit, source, actor, at):
    """Write a rule anew; the hours of its courses follow.

    Raises:
        NotFound: it is not hers.
        Refused: another one has that name.
    """
    rule = finding.credit_rule(actor, rule_id)
    rule.name, rule.hours_a_credit, rule.source = name, hours_a_credit, source
    return _save(rule, _name_taken)


@transaction.atomic
def add_course(*, department_id, rule_id, actor, at, **columns):
    """Add a class that does projects between two days.

    Args:
        columns: name, level, head_count, begins_on, ends_on, credits.

    Raises:
        NotFound: department or rule are not hers.
    """
    department = finding.department(actor, department_id)
    rule = finding.credit_rule(actor, rule_id) if rule_id else None
    return Course.objects.create(department=department, rule=rule, **columns)


@transaction.atomic
def change_course(*, course_id, department_id, rule_id, actor, at, **columns):
    """Write a course anew. Raises NotFound when course, department or rule are not hers."""
    course = finding.course(actor, course_id)
    course.department = finding.department(actor, department_id)
    course.rule = finding.credit_rule(actor, rule_id) if rule_id else None
    for name, value in columns.items():
        setattr(course, name, value)
    course.save()
    return course


@transaction.atomic
def close_course(*, course_id, actor, at):
    """End a course: nobody joins it any more, and it is not offered for new teams. Raises NotFound when it is not hers."""
    course = finding.course(actor, course_id)
    Course.objects.filter(pk=course.pk, closed_at=None).update(closed_at=at)


def refuse_closed(course):
    """Raise a refusal when a course is closed."""
    if course.closed_at is not None:
        raise Refused("course_closed", _("This course is closed."), _("Choose another course."))
