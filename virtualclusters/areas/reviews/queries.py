"""Reads of the review log, and what can be reviewed."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from virtualclusters.areas.reviews.models import ReviewEntry
from virtualclusters.areas.reviews.permissions import HELPING_KINDS, ReviewPermission
from virtualclusters.exchange.kinds.kind import kinds
from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.organisations.models import Organisation
from virtualclusters.network.vocabulary.models import State

By = ReviewEntry.By


@dataclass(frozen=True)
class About:
    """What an entry is about. ``key`` is that of ``figures_by``, ``columns`` those of the entry, ``token`` stands in addresses."""

    by: str
    key: tuple
    columns: dict
    words: str
    token: str


def about_of(by, token) -> About:
    """What an address names.

    Raises:
        NotFound: no such institution, district or kind.
    """
    makers = {By.INSTITUTION: _institution, By.DISTRICT: _district, By.KIND: _kind}
    if by not in makers or "\x00" in token:
        raise NotFound
    return makers[By(by)](token)


def abouts_of(by, keys) -> dict[tuple, About]:
    """The same for many groups of ``figures_by``. One query at most."""
    if by == By.INSTITUTION:
        named = Organisation.objects.in_bulk([key[0] for key in keys])
        return {(pk,): _of_organisation(one) for pk, one in named.items()}
    if by == By.DISTRICT:
        return {key: _of_district(*key) for key in keys if key[1]}
    return {key: _kind(key[0]) for key in keys}


def about_entry(entry) -> About:
    """What an entry is about."""
    if entry.by == By.INSTITUTION:
        return _of_organisation(entry.organisation)
    return _of_district(entry.state, entry.district) if entry.by == By.DISTRICT else _kind(entry.kind)


def log():
    """All entries, the newest first, with what hangs on them."""
    rows = ReviewEntry.objects.select_related("organisation", "written_by", "answer", "corrects")
    return rows.order_by("-written_at", "-pk")


def about_own(actor):
    """Entries about the actor's institutions, the newest first."""
    return log().filter(organisation__in=actor.organisations_where(ReviewPermission.REVIEW_ANSWER))


def _institution(token):
    wanted = Organisation.objects.filter(kind__in=HELPING_KINDS, claimed_at__isnull=False)
    found = wanted.filter(pk=token).first() if token.isdecimal() and len(token) < 19 else None
    if found is None:
        raise NotFound
    return _of_organisation(found)


def _of_organisation(organisation):
    columns = {"by": By.INSTITUTION, "organisation": organisation}
    return About(By.INSTITUTION, (organisation.pk,), columns, organisation.name, str(organisation.pk))


def _district(token):
    state, _dash, district = token.partition("-")
    if not district or len(district) > 80 or not State.objects.filter(code=state).exists():
        raise NotFound
    return _of_district(state, district)


def _of_district(state, district):
    words = f"{district}, {state}" if state else district
    columns = {"by": By.DISTRICT, "state": state, "district": district}
    return About(By.DISTRICT, (state, district), columns, words, f"{state}-{district}")


def _kind(token):
    found = next((kind for kind in kinds() if kind.slug == token), None)
    if found is None:
        raise NotFound
    return About(By.KIND, (token,), {"by": By.KIND, "kind": token}, str(found.words_plural), token)


def tabs_words():
    """What each grouping is called on its tab."""
    return {By.INSTITUTION: _("By institution"), By.DISTRICT: _("By district"), By.KIND: _("By kind of help")}
