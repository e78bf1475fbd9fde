"""Packages as pages read them: one value from stored rows, or from a form that nobody stored yet."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import get_language

from virtualclusters.areas.finance.costs import Fee
from virtualclusters.areas.finance.models import PackageDetail, PackageMargin, PackageSecurity
from virtualclusters.areas.finance.packages.cards import words_of_reader
from virtualclusters.areas.finance.packages.fields import FEE_ROWS
from virtualclusters.areas.finance.packages.scope import Scope
from virtualclusters.areas.finance.packages.terms import fee_of
from virtualclusters.areas.finance.packages.writing import OF_FEE, detail_columns, scope_told
from virtualclusters.areas.finance.slugs import PACKAGE
from virtualclusters.exchange.engagements.models import Engagement
from virtualclusters.exchange.kinds.paths import LIVE
from virtualclusters.exchange.opportunities.models import Opportunity, OpportunityConcept
from virtualclusters.exchange.rules.queries import RULES, rules_in
from virtualclusters.foundation.errors import NotFound
from virtualclusters.network.vocabulary.queries import names_of


@dataclass(frozen=True)
class Package:
    """A package with all that pages show of it, or those parts that were read. ``language`` is that of title and summary."""

    detail: PackageDetail
    title: str
    summary: str
    language: str
    lender: str
    scope: Scope
    fees: tuple[Fee, ...] = ()
    margins: tuple[PackageMargin, ...] = ()
    securities: tuple[PackageSecurity, ...] = ()
    opportunity: Opportunity | None = None
    answers: int = 0
    is_sample: bool = False
    names: dict = field(default_factory=dict, compare=False)

    @property
    def pk(self):
        return self.detail.pk


ROWS = ("fees", "margins", "securities", "words")
PEOPLE = ("drafted_by", "approved_by")
PARTS = (*ROWS, *PEOPLE, "answers")
_NAMED = ArraySubquery(
    OpportunityConcept.objects.filter(opportunity=OuterRef("pk")).order_by("concept").values("concept")
)
_ANSWERS = Coalesce(
    Subquery(
        Engagement.objects.filter(opportunity=OuterRef("pk"), phase__in=LIVE)
        .order_by()
        .values("opportunity")
        .values(many=Count("pk"))
    ),
    0,
)


def packages(rows: Iterable, parts=PARTS) -> list[Package]:
    """Packages of a query set of opportunities that are packages, in its order: a query a part of ``ROWS`` and two more, however many."""
    found = (
        rows.select_related("unit__organisation", *(f"loan_package__{one}" for one in PEOPLE if one in parts))
        .select_related("loan_package")
        .prefetch_related(*(f"loan_package__{part}" for part in ROWS if part in parts))
        .annotate(named=_NAMED, conditions=RULES, **({"answers": _ANSWERS} if "answers" in parts else {}))
    )
    found = list(found)
    names = names_of({concept for row in found for concept in row.named}, get_language())
    return [_package(row, names, parts) for row in found]


def package(rows, pk) -> Package:
    """One of them. Raises NotFound when it is not among these."""
    found = packages(rows.filter(pk=pk, kind=PACKAGE))
    if not found:
        raise NotFound
    return found[0]


def _package(row, names, parts):
    detail = row.loan_package
    other = words_of_reader(detail) if "words" in parts else None
    return Package(
        detail=detail,
        title=other.title if other else row.title,
        summary=(other.summary if other else "") or row.summary,
        language=other.language if other else row.language,
        lender=row.unit.organisation.name,
        scope=Scope(tuple(row.named), rules_in(row.conditions)),
        fees=tuple(fee_of(fee) for fee in sorted(detail.fees.all(), key=lambda fee: fee.pk)) if "fees" in parts else (),
        margins=tuple(detail.margins.all()) if "margins" in parts else (),
        securities=tuple(sorted(detail.securities.all(), key=lambda one: one.above)) if "securities" in parts else (),
        opportunity=row,
        answers=row.answers if "answers" in parts else 0,
        is_sample=row.unit.organisation.is_sample,
        names=names,
    )


def package_told(told, *, lender, language, at) -> Package:
    """A package as a form says it so far; what was not said, or said wrongly, is left out."""
    other = language != "en" and told.get("title_other")
    scope = scope_told(told, source=lender, at=at)
    return Package(
        detail=PackageDetail(**{"facilities": [], "purposes": [], **detail_columns(told)}),
        title=(told.get("title_other") if other else told.get("title")) or "",
        summary=(told.get("summary_other") if other else told.get("summary")) or "",
        language=language if other else "en",
        lender=lender,
        scope=scope,
        names=names_of(scope.concepts, language),
        fees=tuple(_fees_told(told)),
        margins=tuple(
            PackageMargin(facility=one, percent=told[f"margin_{one}"])
            for one in told.get("facilities") or ()
            if told.get(f"margin_{one}") is not None
        ),
        securities=tuple(PackageSecurity(**row) for row in told.get("securities") or ()),
    )


def _fees_told(told):
    if "fees" in told:
        return [Fee(**row) for row in told["fees"]]
    rows = [{name: told.get(f"fee_{number}_{name}") for name in OF_FEE} for number in range(FEE_ROWS)]
    return [Fee(**row) for row in rows if row["what"]]
