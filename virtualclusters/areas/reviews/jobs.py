"""What reviews do by themselves: the figures that are told are brought up to date every night."""

from virtualclusters.areas.reviews.telling import tell_figures
from virtualclusters.capabilities.jobs.declaring import job


@job(name="reviews.tell_figures", cron="50 20 * * *")
def tell_review_figures(*, at):
    """At 02:20 in India."""
    tell_figures(at=at)
