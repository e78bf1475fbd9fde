"""Who is a minor, and where a student's consent stands. Pure: a student as a value, and a day.

Below 18 years a student's own yes is not enough (Digital Personal Data Protection Act 2023, section 9: verifiable consent of
the parent or lawful guardian).
"""

from datetime import date
from enum import StrEnum

from django.db.models import DateField, Func, Q
from django.db.models.functions import TruncDate

from virtualclusters.foundation.time import IST, day_in_india

OF_AGE = 18
"""Years."""
BEFORE_EIGHTEEN = Q(guardian_consented_at__isnull=False, guardian_checked_at__isnull=False)
LOOKED_AFTER = Q(supervisor__joined_at__isnull=False, supervisor__left_at=None)
"""Teams with a teacher who said yes herself and has not left, as a condition of a query."""


class EighteenYearsBefore(Func):
    """The day 18 years before a day; before 29 February stands 28 February, as in ``latest_birth_of_adults``."""

    template = "(%(expressions)s - interval '18 years')::date"
    output_field = DateField()


class Standing(StrEnum):
    """Where a student's consent stands."""

    NO_CONTACT = "no_contact"
    NOT_ASKED = "not_asked"
    ASKED = "asked"
    REFUSED = "refused"
    WAITS_FOR_GUARDIAN = "waits_for_guardian"
    GUARDIAN_REFUSED = "guardian_refused"
    WAITS_FOR_CHECK = "waits_for_check"
    CONSENTED = "consented"


def latest_birth_of_adults(on: date) -> date:
    """Who was born on this day or before is 18 on the day given. A child of 29 February is 18 on 1 March."""
    year = on.year - OF_AGE
    return date(year, 2, 28) if (on.month, on.day) == (2, 29) and not _is_leap(year) else on.replace(year=year)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def is_minor(student, *, on: date) -> bool:
    """Whether a student is below 18 on a day. Whose birth date is not known counts as below."""
    return student.born_on is None or student.born_on > latest_birth_of_adults(on)


def standing(student, *, on: date) -> Standing:
    """Where a student's consent stands on a day."""
    if student.consented_at is None:
        return _not_consented(student)
    if yes_is_outgrown(student, on=on):
        return Standing.ASKED
    if not is_minor(student, on=on):
        return Standing.CONSENTED
    if student.guardian_consented_at is None:
        return Standing.GUARDIAN_REFUSED if student.guardian_refused_at else Standing.WAITS_FOR_GUARDIAN
    return Standing.WAITS_FOR_CHECK if student.guardian_checked_at is None else Standing.CONSENTED


def yes_is_outgrown(student, *, on: date) -> bool:
    """Whether a student of age said her yes below 18 and her guardian's is not whole: it counts no more, she is asked again."""
    if student.consented_at is None or is_minor(student, on=on):
        return False
    whole = student.guardian_consented_at is not None and student.guardian_checked_at is not None
    return is_minor(student, on=day_in_india(student.consented_at)) and not whole


def _not_consented(student) -> Standing:
    if student.refused_at:
        return Standing.REFUSED
    if student.asked_at:
        return Standing.ASKED
    return Standing.NOT_ASKED if student.phone or student.email else Standing.NO_CONTACT


SAID_OF_AGE = Q(born_on__lte=EighteenYearsBefore(TruncDate("consented_at", tzinfo=IST)))


def has_consented(*, on: date) -> Q:
    """The students who stand at ``CONSENTED`` on a day and have not left, as a condition of a query."""
    return has_consented_and(adults_born_by=latest_birth_of_adults(on))


def has_consented_and(*, adults_born_by) -> Q:
    """The same of the day on which adults were born by a day; the day may be a part of a query."""
    of_age = Q(born_on__lte=adults_born_by) & SAID_OF_AGE
    return Q(of_age | BEFORE_EIGHTEEN, consented_at__isnull=False, left_at=None, erased_at=None)


def may_join_a_team(student) -> bool:
    """Whether she was asked or has said yes, and neither refused nor left."""
    said = student.asked_at or student.consented_at
    return bool(said) and not (student.refused_at or student.left_at or student.erased_at)
