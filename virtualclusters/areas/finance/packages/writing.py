"""A package from what a form says to its rows, and back: the only place that knows both."""

from decimal import Decimal

from virtualclusters.areas.finance.models import (
    PackageDetail,
    PackageFee,
    PackageMargin,
    PackageSecurity,
    PackageWords,
)
from virtualclusters.areas.finance.packages import scope
from virtualclusters.areas.finance.packages.fields import FEE_ROWS, SECURITY_ROWS
from virtualclusters.areas.finance.packages.forms import OTHER_LANGUAGE, products_in_words
from virtualclusters.exchange.rules.models import Rule as RuleRow
from virtualclusters.foundation.time import day_in_india

OF_DETAIL = (
    "facilities", "purposes", "borrower_types", "amount_min", "amount_max", "benchmark", "benchmark_percent",
    "benchmark_as_of", "spread_min", "spread_max", "reset_months", "concessions", "months_max", "moratorium_months_max",
    "moratorium_interest", "repayment", "season_months", "prepayment_percent", "prepayment_words", "primary_security",
    "guarantee_fee_percent", "guarantee_fee_paid_by", "gst_percent", "subsidies", "insurance", "documents",
    "decision_days", "contact_desk",
)  # fmt: skip
OF_FEE = ("what", "up_to", "percent", "rupees", "cap", "yearly")
OF_SECURITY = ("rule", "up_to", "cover_percent")


def detail_columns(told) -> dict:
    """Columns of ``PackageDetail`` from a form's cleaned values, also from some of them."""
    found = {name: told[name] for name in OF_DETAIL if told.get(name) is not None}
    if "season_months" in found:
        found["season_months"] = [int(month) for month in found["season_months"]]
    return found


def scope_told(told, *, source, at) -> scope.Scope:
    """The scope that a form's cleaned values say."""
    day = day_in_india(at)
    rules = scope.rules_told(told, source=source, version=f"{day:%Y-%m}", effective_from=day)
    return scope.Scope(tuple(told.get("products") or ()), rules)


def write_children(detail: PackageDetail, told) -> None:
    """Replace margins, fees, security and the words in the further language by what was told."""
    for rows in (detail.margins, detail.fees, detail.securities, detail.words):
        rows.all().delete()
    margins = told["margins"].items()
    PackageMargin.objects.bulk_create(
        PackageMargin(package=detail, facility=one, percent=part) for one, part in margins
    )
    PackageFee.objects.bulk_create(PackageFee(package=detail, **row) for row in told["fees"])
    PackageSecurity.objects.bulk_create(PackageSecurity(package=detail, **row) for row in told["securities"])
    if told.get("title_other"):
        PackageWords.objects.create(
            package=detail, language=OTHER_LANGUAGE, title=told["title_other"], summary=told.get("summary_other", "")
        )


def write_rules(opportunity, rules) -> None:
    """Replace the rules of a package."""
    RuleRow.objects.filter(opportunity=opportunity).delete()
    RuleRow.objects.bulk_create(
        RuleRow(
            opportunity=opportunity,
            fact=rule.fact,
            operator=str(rule.operator),
            value=_stored(rule.value),
            hard=rule.hard,
            source=rule.source,
            version=rule.version,
            effective_from=rule.effective_from,
        )
        for rule in rules
    )


def _stored(value):
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Decimal):
        return int(value) if value == int(value) else str(value)
    return True if value is None else value


def told_of(opportunity, detail: PackageDetail, stored: scope.Scope) -> dict:
    """What the form would have said for a stored package: to change it, or to copy it."""
    other = next((words for words in detail.words.all() if words.language == OTHER_LANGUAGE), None)
    return {
        "title": opportunity.title,
        "summary": opportunity.summary,
        "closes_on": day_in_india(opportunity.closes_at) if opportunity.closes_at else None,
        "title_other": other.title if other else "",
        "summary_other": other.summary if other else "",
        "products": products_in_words(stored.concepts),
        **{name: getattr(detail, name) for name in OF_DETAIL},
        "season_months": [str(month) for month in detail.season_months],
        **_lists_as_words(scope.told_by(stored.rules)),
        **{f"margin_{row.facility}": row.percent for row in detail.margins.all()},
        **_rows_told("fee", detail.fees.all()[:FEE_ROWS], OF_FEE),
        **_rows_told("security", detail.securities.all()[:SECURITY_ROWS], OF_SECURITY),
    }


def _lists_as_words(told):
    return told | {"districts": ", ".join(told["districts"])} if "districts" in told else told


def _rows_told(prefix, rows, names):
    return {f"{prefix}_{number}_{name}": getattr(row, name) for number, row in enumerate(rows) for name in names}
