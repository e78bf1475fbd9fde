"""An audience in words: for the sender, and for a unit as the reasons why it got a notice."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from virtualclusters.areas.targeted_notices.audience import HAVING, SIZES
from virtualclusters.exchange.audiences import OWNERS, with_all_below
from virtualclusters.network.clusters.models import Cluster
from virtualclusters.network.organisations.models import ConceptRole, UnitConcept
from virtualclusters.network.vocabulary.districts import District, in_words
from virtualclusters.network.vocabulary.queries import names_of
from virtualclusters.ui.components import Row
from virtualclusters.ui.state_tiles import STATE_NAMES


def rows_about(audience) -> list[Row]:
    """What the group is, as rows of a summary. Two queries."""
    names = names_of([*audience.concepts, *audience.needs], get_language())
    said = [
        (_("They make, use or can do"), [names.get(pk, "") for pk in audience.concepts]),
        (_("They said they need"), [names.get(pk, "") for pk in audience.needs]),
        (_("State"), [str(STATE_NAMES[audience.state])] if audience.state else []),
        (_("Districts"), _districts(audience)),
        (_("Size"), _labels(SIZES, audience.sizes)),
        (_("Who owns them"), _labels(OWNERS, audience.owners)),
        (_("Cluster"), _cluster(audience)),
    ]
    return [Row(label, ", ".join(words)) for label, words in said if words]


def reasons_for(unit, audience) -> list[str]:
    """Why a unit got a notice, in sentences. At most four queries."""
    reasons = [*_of_its_profile(unit, audience)]
    if audience.state or audience.districts:
        reasons.append(_("You are in %(place)s.") % {"place": unit.district})
    if audience.sizes:
        reasons.append(_("Your yearly figures say this size: %(size)s.") % {"size": _joined(SIZES, audience.sizes)})
    if audience.owners:
        reasons.append(_("You let offices find you so: %(owners)s.") % {"owners": _joined(OWNERS, audience.owners)})
    if audience.cluster:
        reasons.append(_("You are in the cluster %(cluster)s.") % {"cluster": ", ".join(_cluster(audience))})
    return [*reasons, _("You agreed that others may ask you.")]


def _of_its_profile(unit, audience):
    having = _named(unit, audience.concepts, audience.roles or HAVING)
    needing = _named(unit, audience.needs, [ConceptRole.NEEDS])
    if audience.concepts and having:
        yield _("Your profile names %(goods)s.") % {"goods": having}
    if audience.needs:
        yield _("You said you need %(goods)s.") % {"goods": needing} if needing else _("You said you need this.")


def _named(unit, concepts, roles):
    if not concepts:
        return ""
    held = UnitConcept.objects.filter(unit=unit, concept__in=with_all_below(concepts), role__in=roles)
    found = list(dict.fromkeys(held.order_by("pk").values_list("concept", flat=True)))[:3]
    names = names_of(found, get_language())
    return ", ".join(names[pk] for pk in found if pk in names)


def _districts(audience):
    return [in_words(District(state, name)) for state, name in audience.districts]


def _labels(choices, picked):
    return [str(label) for code, label in choices if code in picked]


def _joined(choices, picked):
    return ", ".join(_labels(choices, picked))


def _cluster(audience):
    found = Cluster.objects.filter(pk=audience.cluster).first() if audience.cluster else None
    return [found.words("name", get_language())] if found else []
