"""What is new in the searches people keep."""

from datetime import timedelta
from urllib.parse import urlencode

from django.db import transaction
from django.db.models import Q

from virtualclusters.capabilities.messaging.operations import notify
from virtualclusters.capabilities.search.asking import Near
from virtualclusters.capabilities.search.searching import search
from virtualclusters.exchange.alerts.models import SavedSearch
from virtualclusters.exchange.alerts.notices import SAVED_SEARCH, SAVED_SEARCH_NOW
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.network.organisations.models import Organisation
from virtualclusters.network.vocabulary import reading

PAUSES = {
    SavedSearch.Frequency.INSTANT: timedelta(0),
    SavedSearch.Frequency.DAILY: timedelta(hours=23),
    SavedSearch.Frequency.WEEKLY: timedelta(days=6, hours=23),
}
SETTLES = timedelta(minutes=1)
"""What came within the last minute is left for the next look: the index may not show it yet."""
NEAR, DAYS = "near", "days"
"""The two filters of a kept search that are no facets: kilometres from her unit, and days until it closes."""
MOST_NEW = 20
"""New things that are looked at for one message; the page shows them all."""
PAGES = {"opportunities": "/opportunities/", "organisations": "/directory/"}


def due(*, at, most=500) -> list[int]:
    """Ids of saved searches that are to be looked at again, the longest waiting first."""
    wanted = Q()
    for frequency, pause in PAUSES.items():
        wanted |= Q(frequency=frequency, last_sent_at__lte=at - pause)
    return list(SavedSearch.objects.filter(wanted).order_by("last_sent_at").values_list("pk", flat=True)[:most])


@transaction.atomic
def tell_what_is_new(*, saved_search_id, at) -> int:
    """Look at one saved search again and tell its person what came since; how many things that were.

    Its person may have let it go meanwhile; then nothing happens.
    """
    kept = SavedSearch.objects.select_for_update().filter(pk=saved_search_id).first()
    until = at - SETTLES
    if kept is None or kept.last_sent_at >= until:
        return 0
    titles = _new_between(kept, until, at)
    if titles:
        notify(
            people_ids=[kept.person_id],
            key=SAVED_SEARCH_NOW if kept.frequency == SavedSearch.Frequency.INSTANT else SAVED_SEARCH,
            variables={"words": kept.text or str(kept.get_source_display()), "first": titles[0]},
            at=at,
            about=address_of(kept),
            dedupe_key=f"saved_search:{kept.pk}:{kept.last_sent_at.isoformat()}",
        )
    kept.last_sent_at = until
    kept.save(update_fields=["last_sent_at"])
    return len(titles)


def address_of(kept) -> str:
    """The path, without language, of the page that shows a saved search."""
    pairs = ([("q", kept.text)] if kept.text else []) + [(n, v) for n, values in kept.filters.items() for v in values]
    return f"{PAGES[kept.source]}?{urlencode(pairs)}"


def _new_between(kept, until, at):
    facets = {name: values for name, values in kept.filters.items() if name not in (NEAR, DAYS)}
    found = search(
        source=kept.source,
        text=kept.text,
        concepts=[one.concept_id for one in reading.read(kept.text).named],
        filters=facets,
        near=_near(kept),
        closes_by=at + timedelta(days=int(kept.filters[DAYS][0])) if DAYS in kept.filters else None,
        order="newest",
        per_page=MOST_NEW,
        at=at,
    )
    if found.loosened:
        return []
    return _titles(kept, found.ids, until, at)


def _near(kept):
    if NEAR not in kept.filters or kept.unit is None or kept.unit.latitude is None:
        return None
    return Near(kept.unit.latitude, kept.unit.longitude, int(kept.filters[NEAR][0]))


def _titles(kept, ids, until, at):
    if kept.source == SavedSearch.Source.OPPORTUNITIES:
        rows = Opportunity.objects.open_at(at).filter(
            pk__in=ids, published_at__gt=kept.last_sent_at, published_at__lte=until
        )
        return list(rows.order_by("-published_at").values_list("title", flat=True))
    rows = Organisation.objects.filter(
        pk__in=ids, closed_at=None, claimed_at__gt=kept.last_sent_at, claimed_at__lte=until
    )
    return list(rows.order_by("-claimed_at").values_list("name", flat=True))
