"""Sample reviews: the figures of colleges' and advisers' help, counted from the samples before."""

from virtualclusters.areas.reviews.telling import tell_figures


def load_reviews(now):
    """What every night does, once."""
    tell_figures(at=now)
