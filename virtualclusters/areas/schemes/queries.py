"""Reads: schemes with what they say in the reader's language, their versions, and how many units follow them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Prefetch, Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from virtualclusters.areas.schemes.models import FigureKind, Scheme, SchemeVersion
from virtualclusters.areas.schemes.operations import own_schemes, rules_as_values
from virtualclusters.areas.schemes.slugs import SCHEME, SCHEME_HERE, SLUGS
from virtualclusters.areas.schemes.versions import last_day
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.kind import kind_of
from virtualclusters.exchange.kinds.paths import Phase
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.exchange.rules.showing import shown
from virtualclusters.foundation.time import day_in_india
from virtualclusters.matching.rules import condition_sentence
from virtualclusters.ui.formatters import inr_short, number

ABOUT_MONEY = (FigureKind.SUBSIDY_MOST, FigureKind.LOAN_MOST, FigureKind.COVER_MOST, FigureKind.SEED_MONEY)
_WHOLE = ("texts", "figures", "rules")


@dataclass(frozen=True)
class ShownFigure:
    """A figure in words; ``checked``: found in the source."""

    label: str
    value: str
    checked: bool


@dataclass(frozen=True)
class ShownRule:
    """A condition in words, and where it is written."""

    words: str
    hard: bool
    source: str
    checked: bool


@dataclass(frozen=True)
class ShownVersion:
    """A version as a reader sees it, in her language where there are words in it."""

    id: int
    number: int
    name: str
    language: str
    benefits: str
    how_to_apply: str
    documents: list[str]
    figures: list[ShownFigure]
    conditions: list[ShownRule]
    effective_from: date
    last_day: date | None
    period_checked: bool
    address: str
    source_title: str
    source_address: str
    as_of: date | None
    corrected_on: date | None
    replaced_on: date | None
    revision: int
    in_force: bool
    over: bool
    published: bool


@dataclass(frozen=True)
class OpenScheme:
    """A scheme that is offered today, with its rules as values."""

    id: int
    name: str
    language: str
    issuer: str
    benefits: str
    benefit: str
    benefit_checked: bool
    period_checked: bool
    here: bool
    as_of: date | None
    rules: tuple = ()
    checked: tuple = ()
    most_rupees: Decimal | None = None


def schemes(*, at, words="", over=False):
    """Published schemes whose name holds the words, those that are offered or those that are over; by name."""
    shown_ones = Scheme.objects.filter(in_force__isnull=False).select_related(
        "opportunity__unit__organisation", "in_force"
    )
    open_ones = Opportunity.objects.open_at(at).filter(kind__in=SLUGS)
    found = shown_ones.exclude(opportunity__in=open_ones) if over else shown_ones.filter(opportunity__in=open_ones)
    for word in words.split():
        found = found.filter(Q(in_force__texts__name__icontains=word) | Q(in_force__texts__benefits__icontains=word))
    return (
        found.prefetch_related(*(f"in_force__{name}" for name in _WHOLE))
        .order_by("opportunity__title", "pk")
        .distinct()
    )


def open_schemes(*, at, language) -> list[OpenScheme]:
    """All schemes that are offered at a moment, with their rules as values. Four queries."""
    return [as_open(row, language) for row in schemes(at=at)]


def as_open(row, language) -> OpenScheme:
    """A scheme with its version read as a reader of a language sees it."""
    version, text = row.in_force, text_in(row.in_force, language)
    main = _main_figure(version)
    return OpenScheme(
        id=row.pk,
        name=text.name,
        language=text.language,
        issuer=row.opportunity.unit.organisation.name,
        benefits=text.benefits,
        benefit=benefit_words(version),
        benefit_checked=main is None or main.checked,
        period_checked=version.period_checked,
        here=row.opportunity.kind == SCHEME_HERE,
        as_of=version.as_of,
        rules=tuple(rules_as_values(version)),
        checked=tuple(rule.checked for rule in version.rules.all()),
        most_rupees=main.value if main and main.kind in ABOUT_MONEY else None,
    )


def text_in(version, language):
    """The words in a language, else in the version's own."""
    texts = {text.language: text for text in version.texts.all()}
    return texts.get(language) or texts[version.language]


def _main_figure(version):
    figures = {figure.kind: figure for figure in version.figures.all()}
    return next((figures[kind] for kind in (*ABOUT_MONEY, *FigureKind.values) if kind in figures), None)


def benefit_words(version) -> str:
    """The main figure as one sentence part: "Subsidy, at most: ₹10 lakh"; empty when there is none."""
    main = _main_figure(version)
    return f"{main.get_kind_display()}: {figure_words(main)}" if main else ""


def figure_words(figure) -> str:
    """Rupees or percent."""
    if not figure.kind.endswith("percent"):
        return inr_short(figure.value)
    value = number(figure.value, 2).rstrip("0").rstrip(".")
    return _("%(share)s percent") % {"share": value}


def versions_of(scheme, *, at, language) -> list[ShownVersion]:
    """All published versions of a scheme as they read now, the newest first. Four queries."""
    rows = list(scheme.versions.published().prefetch_related(*_WHOLE).order_by("-effective_from"))
    return [shown_version(row, rows, at=at, language=language) for row in rows]


def earlier_wordings(scheme, number, *, at, language) -> list[ShownVersion]:
    """What a version said before it was corrected, the newest first."""
    rows = scheme.versions.filter(number=number, published_at__isnull=False, replaced_by__isnull=False)
    found = rows.select_related("replaced_by").prefetch_related(*_WHOLE).order_by("-published_at", "-revision")
    return [shown_version(row, [row], at=at, language=language) for row in found]


def shown_version(version, among, *, at, language) -> ShownVersion:
    """One version; ``among`` are the published ones of its scheme, from which its last day follows."""
    text, today, end = text_in(version, language), day_in_india(at), last_day(version, among)
    over = end is not None and end < today
    return ShownVersion(
        id=version.pk,
        number=version.number,
        name=text.name,
        language=text.language,
        benefits=text.benefits,
        how_to_apply=text.how_to_apply,
        documents=text.documents,
        figures=[ShownFigure(one.get_kind_display(), figure_words(one), one.checked) for one in version.figures.all()],
        conditions=_conditions(version),
        effective_from=version.effective_from,
        last_day=end,
        period_checked=version.period_checked,
        address=version.address,
        source_title=version.source_title,
        source_address=version.source_address,
        as_of=version.as_of,
        corrected_on=version.corrected_on,
        replaced_on=version.replaced_by.corrected_on if version.replaced_by_id else None,
        revision=version.revision,
        in_force=not over and version.effective_from <= today and version.published_at is not None,
        over=over,
        published=version.published_at is not None,
    )


def _conditions(version):
    values = zip(rules_as_values(version), version.rules.all(), strict=True)
    return [ShownRule(condition_sentence(value, shown), row.hard, row.source, row.checked) for value, row in values]


READ_WITH_A_CARD = ("scheme__in_force__figures", "scheme__in_force__texts")


def scheme_facts(version) -> dict:
    """What the card of a scheme shows as title, as money and as a further line, by its version in force."""
    title = text_in(version, get_language()).name
    return {"title": title, "money": benefit_words(version), "line": _checked_line(version)}


def scheme_titles(opportunity_ids) -> dict[int, str]:
    """Names of schemes in the reader's language, where they have one in it. One query."""
    rows = Scheme.objects.filter(opportunity__in=opportunity_ids, in_force__texts__language=get_language())
    return dict(rows.values_list("pk", "in_force__texts__name"))


def _checked_line(version):
    main = _main_figure(version)
    return _("This figure was not checked.") if main and not main.checked else ""


def desk_rows(actor, *, language):
    """Schemes that the actor writes, with the name of each in a language, its draft, its followers, and how far they are. Five queries."""
    drafts = Prefetch("versions", SchemeVersion.objects.filter(published_at=None).prefetch_related("texts"), "drafts")
    rows = list(
        own_schemes(actor)
        .select_related("opportunity__unit__organisation", "in_force")
        .prefetch_related(drafts, "in_force__texts")
    )
    counts = how_far([row.pk for row in rows])
    return [
        {
            "scheme": row,
            "name": text_in(row.in_force, language).name if row.in_force else row.opportunity.title,
            "draft": next(iter(row.drafts), None),
            "steps": counts.get(row.pk, []),
        }
        for row in rows
    ]


def how_far(opportunity_ids) -> dict[int, list]:
    """By scheme, pairs of (words, how many units) for each phase and milestone that any reached. Two queries; counts, no names."""
    rows = Engagement.objects.filter(opportunity__in=opportunity_ids)
    phases = rows.values("opportunity", "phase").annotate(n=Count("pk")).order_by("phase")
    reached = rows.filter(milestones__done_at__isnull=False).values("opportunity", "milestones__code")
    told: dict[int, list] = {}
    for row in phases:
        told.setdefault(row["opportunity"], []).append((Phase(row["phase"]).label, row["n"]))
    words = kind_of(SCHEME).milestones | kind_of(SCHEME_HERE).milestones
    for row in reached.annotate(n=Count("pk")).order_by("milestones__code"):
        told[row["opportunity"]].append((words.get(row["milestones__code"], ""), row["n"]))
    return told
