"""From a need's draft into the kind's own form, which keeps it as what the person has begun."""

from virtualclusters.exchange.kinds.kind import kinds
from virtualclusters.exchange.needs.models import Need
from virtualclusters.exchange.needs.understanding import view_of
from virtualclusters.foundation.errors import NotFound
from virtualclusters.pages.exchange import drafting
from virtualclusters.pages.exchange.helping.drafts import draft_for


def begin(*, need_id, kind, actor, at) -> bool:
    """Keep a need's draft as the begun form of a kind. False when she has begun another of that kind, which then stays.

    Raises:
        NotFound: the actor does not act for the need's unit, or the kind has no form or cannot help with it.
    """
    need = Need.objects.visible_to(actor).select_related("unit__organisation").one(need_id)
    declared = next((one for one in kinds() if one.slug == kind), None)
    filled = draft_for(view_of(need, at=at, language=need.language), declared) if declared else None
    if filled is None or filled.form is None:
        raise NotFound
    return drafting.begin(actor.person, kind, filled.posted, need_id=need.pk, at=at)
