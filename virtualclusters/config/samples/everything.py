"""All samples, in the order in which they need each other."""

from datetime import timedelta

from virtualclusters.capabilities.messaging.models import Notification
from virtualclusters.config.samples.advising import load_advice
from virtualclusters.config.samples.allocating import load_rounds
from virtualclusters.config.samples.applying import load_applications
from virtualclusters.config.samples.booking import load_book
from virtualclusters.config.samples.buying import load_buying
from virtualclusters.config.samples.dealing import load_dealings
from virtualclusters.config.samples.joining import load_people
from virtualclusters.config.samples.keeping import load_papers
from virtualclusters.config.samples.lending import load_loans
from virtualclusters.config.samples.needing import load_needs
from virtualclusters.config.samples.noticing import load_notices
from virtualclusters.config.samples.planning import load_plans
from virtualclusters.config.samples.projecting import load_projects
from virtualclusters.config.samples.proving import load_numbers
from virtualclusters.config.samples.reviewing import load_reviews
from virtualclusters.config.samples.rooms import load_cluster
from virtualclusters.config.samples.scheming import load_schemes
from virtualclusters.config.samples.teaching import load_trainings
from virtualclusters.config.samples.tendering import load_tenders
from virtualclusters.config.samples.watching import load_watch

STEPS = (
    load_people,
    load_cluster,
    load_numbers,
    load_papers,
    load_dealings,
    load_tenders,
    load_trainings,
    load_plans,
    load_buying,
    load_needs,
    load_projects,
    load_rounds,
    load_watch,
    load_advice,
    load_loans,
    load_applications,
    load_book,
    load_reviews,
    load_schemes,
    load_notices,
)
LONG_AGO = timedelta(days=2)


def load_everything(*, now):
    """Make what is missing of the samples. Safe to repeat: what was made once is left alone."""
    for step in STEPS:
        step(now)
    _settle_what_is_long_ago(now)


def _settle_what_is_long_ago(now):
    """What samples were told in the past stands in their lists; no SMS of it goes out today."""
    Notification.objects.filter(person__is_sample=True, written_at__lt=now - LONG_AGO, sms_settled_at=None).update(
        sms_settled_at=now, email_settled_at=now, due_at=None
    )
