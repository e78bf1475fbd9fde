"""What notices do by themselves. Each may run twice."""

from django.utils import timezone

from virtualclusters.areas.targeted_notices.models import Notice
from virtualclusters.areas.targeted_notices.operations.telling import tell_some
from virtualclusters.capabilities.jobs import enqueue, job
from virtualclusters.capabilities.messaging.quiet_hours import is_quiet, next_hour_to_send


@job(name="targeted_notices.begin")
def begin(*, event_id, subject_id):
    """A notice was sent: its receivers are told."""
    enqueue(tell, lock=f"notice:{subject_id}", notice_id=subject_id)


@job(name="targeted_notices.tell")
def tell(*, notice_id):
    """Tell five hundred, then the next; by night not before the morning."""
    now = timezone.now()
    if is_quiet(now):
        enqueue(tell, at=next_hour_to_send(now), lock=f"notice:{notice_id}", notice_id=notice_id)
    elif tell_some(notice_id=notice_id, at=now):
        enqueue(tell, lock=f"notice:{notice_id}", notice_id=notice_id)


@job(name="targeted_notices.pick_up", cron="*/15 * * * *")
def pick_up(*, at):
    """Every quarter of an hour: no notice stays half told because a job died."""
    for notice_id in Notice.objects.filter(sent_at__lte=at, done_at=None).values_list("pk", flat=True):
        enqueue(tell, lock=f"notice:{notice_id}", notice_id=notice_id)
