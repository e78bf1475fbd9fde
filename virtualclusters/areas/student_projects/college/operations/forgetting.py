"""What a college's list tells of students who left or said no is not kept for ever."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from virtualclusters.areas.student_projects.college.own_data import NO_GUARDIAN
from virtualclusters.areas.student_projects.models import Student
from virtualclusters.capabilities.events.recording import record

AT_ONCE = 200
DETAILS = {"phone": "", "email": "", "born_on": None, "skills": []}
STILL_TOLD = ~Q(phone="") | ~Q(email="") | Q(born_on__isnull=False) | ~Q(guardian_phone="") | ~Q(guardian_name="")


@transaction.atomic
def forget_details(*, at) -> int:
    """Empty number, address, birth date, skills and the guardian of up to 200 students who left or said no long ago.

    How long is the setting ``STUDENT_PROJECT_FORGET_DAYS``. Name and roll number stay with the college: her weeks and certificates
    belong to them. Whoever is on a list again is asked afresh (``registering``). Returns how many were emptied.
    """
    before = at - timedelta(days=settings.STUDENT_PROJECT_FORGET_DAYS)
    gone = Q(left_at__lte=before) | Q(refused_at__lte=before)
    rows = Student.objects.filter(gone & STILL_TOLD, erased_at=None).order_by("pk")
    ids = list(rows.select_for_update().values_list("pk", flat=True)[:AT_ONCE])
    Student.objects.filter(pk__in=ids).update(**DETAILS, **NO_GUARDIAN)
    for pk in ids:
        record("student.details_forgotten", at=at, subject="student", subject_id=pk)
    return len(ids)
