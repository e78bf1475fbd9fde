"""What is no longer shown of unknown words goes."""

from datetime import datetime

from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.vocabulary.models import UnknownWord, UnknownWordDay, UnknownWordsOfDay
from virtualclusters.network.vocabulary.unknown.queries import LOOKED_BACK

AT_ONCE = 2_000


def forget_old_words(*, at: datetime) -> int:
    """Remove what was counted of days gone by, and open words that nobody typed in ninety days; how many words those were.

    At most ``AT_ONCE`` words a call, so that no transaction is long. What somebody decided about a word is kept.
    """
    today = day_in_india(at)
    UnknownWordsOfDay.objects.filter(day__lt=today).delete()
    UnknownWordDay.objects.filter(day__lt=day_in_india(at - LOOKED_BACK)).delete()
    old = UnknownWord.objects.filter(decision=UnknownWord.Decision.OPEN, days=None).order_by("pk")
    forgotten = list(old.values_list("pk", flat=True)[:AT_ONCE])
    UnknownWord.objects.filter(pk__in=forgotten).delete()
    return len(forgotten)
