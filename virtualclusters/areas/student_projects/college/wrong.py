"""Numbers and addresses of which their owner said that they are wrong: sealed, so that they are not written to again."""

from django.utils.crypto import salted_hmac

from virtualclusters.areas.student_projects.models import WrongNumber


def keep_wrong(student, contacts, *, at) -> None:
    """Remember sealed that these are not this student's or her guardian's."""
    rows = [WrongNumber(student=student, seal=_seal(one), said_at=at) for one in contacts if one]
    WrongNumber.objects.bulk_create(rows, ignore_conflicts=True)


def any_wrong(student, contacts) -> bool:
    """Whether one of these was said to be wrong for this student."""
    return student.wrong_numbers.filter(seal__in=[_seal(one) for one in contacts if one]).exists()


def _seal(contact):
    return salted_hmac("student_projects.wrong_number", contact.casefold(), algorithm="sha256").hexdigest()
