"""What a person is about to publish: kept between pages by kind, read into concepts, and published once."""

from datetime import date, datetime, time
from decimal import Decimal

from django.db import transaction
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from virtualclusters.capabilities.drafts import operations as drafts
from virtualclusters.capabilities.drafts.models import Draft
from virtualclusters.exchange.kinds.kind import kinds, screens_of
from virtualclusters.exchange.needs.models import Need
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.exchange.opportunities.operations import tie_to_need
from virtualclusters.foundation.errors import Refused
from virtualclusters.network.clusters.models import ClusterMembership
from virtualclusters.network.vocabulary import reading
from virtualclusters.network.vocabulary.queries import names_of
from virtualclusters.ui.formatters import inr, long_date, number
from virtualclusters.ui.forms import AmountField

FORM = "publish"
NEED = "need"
"""Where a draft keeps the id of the need from which it was begun."""
MOST_CONCEPTS = 12


def publishable(actor):
    """The kinds that have a form and that the actor's organisation may publish, what most come for first."""
    organisation = actor.organisation
    if organisation is None:
        return []
    found = [kind for kind in kinds() if screens_of(kind.slug).form and organisation.kind in kind.publisher_kinds]
    return sorted(found, key=lambda kind: screens_of(kind.slug).publish_position)


def begun(person) -> set[str]:
    """Slugs of the kinds of which the person has begun a form."""
    return set(Draft.objects.filter(person=person, form=FORM).values_list("subject", flat=True))


def keep(person, kind, posted, *, at):
    """Keep a form as it was sent; the need from which it was begun stays with it."""
    begun_before = drafts.load(form=FORM, subject=kind, person=person)
    need = {NEED: begun_before.values[NEED]} if begun_before and NEED in begun_before.values else {}
    drafts.save(form=FORM, subject=kind, person=person, values=dict(posted.lists()) | need, at=at)


def begin(person, kind, posted, *, need_id, at) -> bool:
    """Begin a form with what a need fills in. False when another one of that kind was begun already: it stays."""
    begun_before = drafts.load(form=FORM, subject=kind, person=person)
    if begun_before and begun_before.values.get(NEED) != need_id:
        return False
    if begun_before is None:
        values = dict(posted.lists()) | {NEED: need_id}
        drafts.save(form=FORM, subject=kind, person=person, values=values, at=at)
    return True


def kept_form(person, kind):
    """The kind's form with what was kept, as if just sent; None when nothing is kept."""
    draft = drafts.load(form=FORM, subject=kind, person=person)
    return screens_of(kind).form(_as_posted(draft.values)) if draft else None


def filled_in(person, kind):
    """The kind's form for a first look: with what was kept, and without its errors."""
    draft = drafts.load(form=FORM, subject=kind, person=person)
    form_class = screens_of(kind).form
    if draft is None:
        return form_class()
    posted, empty = _as_posted(draft.values), form_class()
    initial = {
        name: field.widget.value_from_datadict(posted, {}, empty.add_prefix(name))
        for name, field in empty.fields.items()
        if name != "once"
    }
    return form_class(initial={name: _one(value) for name, value in initial.items()})


def scope_so_far(person, kind):
    """How good the kept form is, by the kind's own rules; None when nothing is kept or the kind has no such rules."""
    filled = kept_form(person, kind) if screens_of(kind).scope else None
    if filled is None:
        return None
    filled.is_valid()
    return screens_of(kind).scope(filled.cleaned_data)


def concepts_in(told) -> list[tuple[int, str]]:
    """Id and name of what the title and the words beneath it name, the best first."""
    words = f"{told['title']}. {told.get('summary', '')}"
    found = dict.fromkeys(one.concept_id for one in reading.read(words, language=get_language()).named)
    ids = list(found)[:MOST_CONCEPTS]
    names = names_of(ids, get_language())
    return [(pk, names[pk]) for pk in ids if pk in names]


def clusters_of(units) -> list[tuple[int, str]]:
    """Id and name of the published clusters in which these units sit."""
    sits = ClusterMembership.objects.filter(unit__in=units, left_at=None, cluster__published_at__isnull=False)
    found = {row.cluster_id: row.cluster for row in sits.select_related("cluster").order_by("cluster")}
    return [(pk, _name(cluster)) for pk, cluster in found.items()]


@transaction.atomic
def publish_kept(*, kind, unit_id, understood, actor, at):
    """Publish what was kept, and forget it, in one step: a second click finds nothing to publish and gets None.

    Raises:
        NotFound: the actor does not publish for that unit.
        Refused: her kind of organisation does not publish it; the last day is over; it was sent for the same need already.
    """
    draft = Draft.objects.select_for_update().filter(person=actor.person, form=FORM, subject=kind).first()
    filled = screens_of(kind).form(_as_posted(draft.values)) if draft else None
    if filled is None or not filled.is_valid():
        return None
    sits = ClusterMembership.objects.filter(unit=unit_id, left_at=None, cluster__in=understood.get("clusters", []))
    published = screens_of(kind).publish(
        actor=actor,
        at=at,
        unit_id=unit_id,
        language=get_language(),
        concept_ids=understood.get("concepts", []),
        clusters=list(sits.values_list("cluster", flat=True)),
        remote=understood["remote"],
        **filled.columns(),
    )
    if NEED in draft.values:
        _tie(published, draft.values[NEED], actor)
    drafts.discard(form=FORM, subject=kind, person=actor.person)
    return published


def _tie(published, need_id, actor):
    need = Need.objects.for_change(actor).filter(pk=need_id).first()
    if need is None:
        return
    if Opportunity.objects.filter(need=need, kind=published.kind, ended_at=None).exists():
        raise Refused("sent_already", _("You sent this for your need already."), _("End that one first."))
    tie_to_need(published, need)


def shown(bound) -> str:
    """A field's cleaned value in words; empty when nothing was said."""
    value = bound.form.cleaned_data.get(bound.name)
    choices = dict(getattr(bound.field, "choices", []))
    if value in (None, "", []):
        return ""
    if choices:
        return ", ".join(str(choices.get(one, one)) for one in (value if isinstance(value, list) else [value]))
    if isinstance(value, list):
        told = bound.field.prepare_value(value)
        return told if isinstance(told, str) else ", ".join(str(one) for one in value)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, datetime | date):
        return long_date(value)
    if isinstance(value, Decimal | int):
        return inr(value) if isinstance(bound.field, AmountField) else number(value)
    return str(bound.field.prepare_value(value))


def _as_posted(values):
    posted = QueryDict(mutable=True)
    for name, value in values.items():
        posted.setlist(name, value if isinstance(value, list) else [value])
    return posted


def _one(value):
    """Three empty boxes of a date are no date."""
    return None if isinstance(value, list) and not any(value) else value


def _name(cluster):
    texts = cluster.texts.get(get_language()) or cluster.texts.get("en") or {}
    return texts.get("name", cluster.slug)
