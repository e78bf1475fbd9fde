"""Facets in words: what stands in the filters, with counts, and what a kept search asks for."""

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from virtualclusters.exchange.kinds.kind import kinds
from virtualclusters.matching.rules.facts import SIZES
from virtualclusters.network.clusters.membership_facet import cluster_names
from virtualclusters.network.organisations.models import OrganisationKind
from virtualclusters.network.vocabulary.queries import names_of
from virtualclusters.pages.directory.asked import FACETS
from virtualclusters.pages.finding.words import state_names
from virtualclusters.ui.formatters import km, number

LABELS = {
    "organisations": {
        "group": gettext_lazy("What they make"),
        "cluster": gettext_lazy("Cluster"),
        "state": gettext_lazy("State"),
        "kind": gettext_lazy("Kind of organisation"),
        "district": gettext_lazy("District"),
        "size": gettext_lazy("Size"),
        "certificate": gettext_lazy("Certificate"),
        "verified": gettext_lazy("Checked"),
    },
    "opportunities": {
        "kind": gettext_lazy("Kind"),
        "group": gettext_lazy("What it is about"),
        "state": gettext_lazy("State"),
    },
}


NAMED_BY_ID = ("group", "certificate")
"""Facets whose codes are ids of concepts."""


def codes_named(filters, counts) -> set[str]:
    """The ids of concepts, as text, and the codes of districts that stand in filters or counts."""
    named = (*NAMED_BY_ID, "district")
    return {code for facet in named for code in (*counts.get(facet, ()), *filters.get(facet, ()))}


def words_of_facets(source, codes, *, at, more=()) -> tuple[dict[str, dict[str, str]], dict[int, str]]:
    """Facet to code to words, and the names of further concepts. Two queries, three for organisations."""
    names = names_of({int(pk) for pk in codes if pk.isdecimal() and len(pk) < 19} | set(more), get_language())
    by_id = {str(pk): name for pk, name in names.items()}
    kind_words = {kind.slug: str(kind.words_plural) for kind in kinds()}
    if source == "organisations":
        kind_words = {value: str(label) for value, label in OrganisationKind.choices}
    words = {
        **dict.fromkeys(NAMED_BY_ID, by_id),
        "district": {code: code.partition("_")[2] for code in codes if "_" in code},
        "state": state_names(),
        "kind": kind_words,
        "size": {code: str(size) for code, size in SIZES.items()},
        "verified": {"yes": _("With a checked number")},
        "cluster": cluster_names(get_language(), at=at) if source == "organisations" else {},
    }
    return words, names


def choices_of(asked, counts, words) -> dict[str, list[tuple[str, str]]]:
    """The choices of each facet: (code, words with the count), the most frequent first. A chosen one stays with none."""
    found = {}
    for facet in FACETS[asked.source]:
        counted = {**dict.fromkeys(asked.filters.get(facet, ()), 0), **counts.get(facet, {})}
        known = [(code, count) for code, count in counted.items() if code in words[facet]]
        ordered = sorted(known, key=lambda pair: (-pair[1], words[facet][pair[0]]))
        if ordered:
            found[facet] = [(code, f"{words[facet][code]} ({number(count)})") for code, count in ordered]
    return found


def _within(kilometres):
    return _("not farther than %(distance)s") % {"distance": km(kilometres)}


def _closing(days):
    return _("closes within %(days)s days") % {"days": number(days)}


_FIGURES = {"near": _within, "days": _closing}


def in_words(text, filters, words) -> str:
    """A search in one line: its words, then what was chosen."""
    chosen = [words[facet].get(code, "") for facet, codes in filters.items() if facet in words for code in codes]
    chosen += [say(int(code)) for name, say in _FIGURES.items() for code in filters.get(name, ())]
    return ", ".join(filter(None, [f"“{text}”" if text else "", *chosen]))
