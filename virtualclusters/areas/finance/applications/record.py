"""How a package's lender has decided so far: median days and the reasons of its noes, from a fifth decision on only.

Fewer would tell about single applicants, and one quick or slow case would stand for all.
"""

from collections import Counter
from dataclasses import dataclass
from statistics import median

from django.db.models import Q

from virtualclusters.areas.finance.models import DeclineReason, LoanApplication
from virtualclusters.foundation.time import days_between

FEWEST = 5
MOST_LOOKED_AT = 500


@dataclass(frozen=True)
class PackageRecord:
    """``days`` from receipt to the lender's word, the median; ``reasons`` in words with how often, the most frequent first."""

    decided: int
    sanctioned: int
    days: int
    reasons: list[tuple[str, int]]


def record_of(package_id: int) -> PackageRecord | None:
    """The record of one package over its last 500 decisions; None below five. One query."""
    rows = LoanApplication.objects.filter(engagement__opportunity=package_id).filter(
        Q(decline__isnull=False) | Q(sanctioned_at__isnull=False)
    )
    told = rows.order_by("-received_at").values_list(
        "received_at", "sanctioned_at", "decline__declined_at", "decline__reason"
    )
    found = list(told[:MOST_LOOKED_AT])
    if len(found) < FEWEST:
        return None
    counted = Counter(reason for *_rest, reason in found if reason)
    return PackageRecord(
        decided=len(found),
        sanctioned=sum(sanctioned is not None for _received, sanctioned, *_rest in found),
        days=round(
            median(days_between(received, sanctioned or declined) for received, sanctioned, declined, _ in found)
        ),
        reasons=[(str(DeclineReason(reason).label), many) for reason, many in counted.most_common()],
    )
