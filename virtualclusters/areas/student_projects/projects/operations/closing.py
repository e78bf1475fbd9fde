"""After the end: what unit, faculty and students say, and the certificates that follow."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from virtualclusters.areas.student_projects.college.rules import Standing, standing
from virtualclusters.areas.student_projects.models import Evaluation
from virtualclusters.areas.student_projects.projects import baseline
from virtualclusters.areas.student_projects.projects.operations.certifying import certify_when_due
from virtualclusters.areas.student_projects.projects.standing import Seat, place_for_change
from virtualclusters.exchange.engagements.models import Engagement, Party
from virtualclusters.exchange.engagements.operations.advance import record_of
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.exchange.outcomes.models import ClosingWord
from virtualclusters.exchange.outcomes.operations import give_closing_word
from virtualclusters.exchange.outcomes.queries import BLIND_FOR
from virtualclusters.foundation.errors import Refused
from virtualclusters.foundation.time import day_in_india

BY = {
    Seat.UNIT: Evaluation.By.UNIT,
    Seat.COLLEGE: Evaluation.By.FACULTY,
    Seat.MENTOR: Evaluation.By.FACULTY,
    Seat.STUDENT: Evaluation.By.STUDENT,
}


@transaction.atomic
def evaluate(*, engagement_id, marks, words, would_again, actor, at, number_now=None):
    """Give the last word of the unit, the faculty or one student, once; unit and college also say whether they would again.

    Students get their certificates when unit and faculty have both given theirs.

    Args:
        marks: three from 1 to 5, in the order of the form.
        number_now: the brief's number at the end, from the unit; None when it does not know it.

    Raises:
        NotFound: she takes no part.
        Refused: the project is not finished; she or her side gave it already; a student's consent is not whole.
    """
    place = place_for_change(engagement_id, actor=actor)
    engagement = place.engagement
    if engagement.phase != Phase.CLOSED:
        raise Refused("not_finished", _("You can say this when the project is finished."))
    if place.student and standing(place.student, on=day_in_india(at)) is not Standing.CONSENTED:
        raise Refused(
            "student_without_consent", _("Your consent is missing or was taken back."), _("Ask your college.")
        )
    given = _give(place, marks, words, at)
    if place.seat == Seat.UNIT:
        baseline.keep_end(engagement, number_now, actor=actor, at=at)
    if place.seat != Seat.STUDENT:
        _closing_word(place, would_again, words, actor, at)
    record_of("project.evaluated", engagement, actor=actor, at=at, side=place.side)
    certify_when_due(engagement=engagement, work=place.work, at=at)
    return given


def _give(place, marks, words, at):
    first, second, third = marks
    try:
        with transaction.atomic():
            return Evaluation.objects.create(
                engagement=place.engagement,
                by=BY[place.seat],
                student=place.student,
                first=first,
                second=second,
                third=third,
                words=words,
                given_at=at,
            )
    except IntegrityError as twice:
        raise Refused("given_already", _("This was said already. Thank you.")) from twice


def _closing_word(place, would_again, words, actor, at):
    """The exchange's own last word, from those who act for a side, while it is open."""
    engagement = place.engagement
    acts = Engagement.objects.for_change(actor).filter(pk=engagement.pk).exists()
    principal = Party.objects.filter(engagement=engagement, side=place.side, role=Party.Role.PRINCIPAL)
    given = ClosingWord.objects.filter(party__in=principal).exists()
    if acts and not given and at - engagement.ended_at < BLIND_FOR:
        give_closing_word(engagement_id=engagement.pk, would_again=would_again, words=words, actor=actor, at=at)
