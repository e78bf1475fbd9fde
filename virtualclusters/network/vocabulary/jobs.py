"""What the clock does for the vocabulary."""

from virtualclusters.capabilities.jobs.declaring import job
from virtualclusters.network.vocabulary.unknown.forgetting import AT_ONCE, forget_old_words


@job(name="vocabulary.forget_unknown_words", cron="15 21 * * *")
def forget_unknown_words(*, at):
    """At 02:45 in India: unknown words that nobody types any more."""
    while forget_old_words(at=at) == AT_ONCE:
        pass
