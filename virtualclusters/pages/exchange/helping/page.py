"""All that the page of a need shows."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import get_language, ngettext

from virtualclusters.exchange.alerts.values import vocabulary
from virtualclusters.exchange.kinds.from_need import Fit, NeedView
from virtualclusters.exchange.kinds.kind import screens_of
from virtualclusters.exchange.needs.models import Need
from virtualclusters.exchange.needs.understanding import view_of
from virtualclusters.pages.exchange.common import state_name
from virtualclusters.pages.exchange.figures import in_words
from virtualclusters.pages.exchange.helping.answers import Answer, answers_to
from virtualclusters.pages.exchange.helping.drafts import Filled, drafts_for
from virtualclusters.pages.exchange.helping.here import Here, already_here
from virtualclusters.pages.exchange.helping.near import NEAR_KM, near_by_kind
from virtualclusters.pages.exchange.helping.sending import may_take_back, sent_for
from virtualclusters.ui.formatters import COUNTED, number, quantity

IN_A_ROW = 3


@dataclass(frozen=True)
class DraftCard:
    """A draft as it is shown.

    Attributes:
        sent_at: when it was sent; None while it was not.
        href: what was published, once it was.
        near: how many who could answer are within ``near_km``; None when that is not known.
    """

    slug: str
    kind: str
    title: str
    summary: str
    concepts: list[str]
    closes_on: object
    near: int | None
    can_send: bool
    change_href: str = ""
    sent_at: datetime | None = None
    can_undo: bool = False
    href: str = ""
    is_best: bool = False


@dataclass(frozen=True)
class NeedPage:
    """What the template shows. ``rows_of_answers`` stand side by side on a desk."""

    need: Need
    view: NeedView
    said: str
    place: str
    drafts: list[DraftCard]
    others: list[DraftCard]
    here: Here
    answers: list[Answer]
    near_km: int = NEAR_KM

    @property
    def rows_of_answers(self):
        return [self.answers[at : at + IN_A_ROW] for at in range(0, len(self.answers), IN_A_ROW)]


def need_page(pk, *, actor, at) -> NeedPage:
    """Gather the page.

    Raises:
        NotFound: there is none, or the actor does not act for its unit.
    """
    named = Subquery(state_name(OuterRef("unit__state"))[:1])
    need = Need.objects.visible_to(actor).select_related("unit__organisation").annotate(state_name=named).one(pk)
    view = view_of(need, at=at, language=get_language())
    filled = drafts_for(view)
    words = vocabulary()
    near = near_by_kind(view, [one.kind for one in filled], words)
    sent = sent_for(need, [one.kind.slug for one in filled])
    cards = [_card(one, view, near.get(one.kind.slug), sent.get(one.kind.slug), at) for one in filled]
    best = [card for card in cards if card.is_best or card.sent_at]
    return NeedPage(
        need=need,
        view=view,
        said=number_in_words(view),
        place=", ".join(filter(None, [need.unit.district, need.state_name])),
        drafts=best or cards,
        others=[card for card in cards if card not in best] if best else [],
        here=already_here(view, words),
        answers=answers_to(need),
    )


def number_in_words(view) -> str:
    """The number she said, as people write it; empty when she said none."""
    if view.number is None:
        return ""
    if view.number_unit == "days":
        return ngettext("%(n)s day", "%(n)s days", int(view.number)) % {"n": number(view.number)}
    if view.number_unit in COUNTED:
        return quantity(view.number, view.number_unit)
    return in_words(view.number, view.number_unit)


def _card(filled: Filled, view, near, sent, at):
    slug = filled.kind.slug
    cleaned = filled.form.cleaned_data if filled.form and filled.is_whole else {}
    told = cleaned or filled.posted
    concepts = view.concepts if filled.draft.concepts is None else filled.draft.concepts
    return DraftCard(
        slug=slug,
        kind=str(filled.kind.words),
        title=told.get("title") or view.words,
        summary=told.get("summary", ""),
        concepts=[view.names[pk] for pk in concepts if pk in view.names],
        closes_on=None if sent else cleaned.get("closes_on"),
        near=near,
        can_send=filled.is_whole,
        change_href=f"{reverse(screens_of(slug).need_page)}?need={view.need_id}" if screens_of(slug).need_page else "",
        sent_at=sent and sent.sent_at,
        can_undo=sent is not None and may_take_back(sent.sent_at, at),
        href=sent.address if sent else "",
        is_best=filled.draft.fits > Fit.MAY_HELP,
    )
