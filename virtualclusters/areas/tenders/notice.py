"""A row of a file as a notice: what stands in it, cleaned and told apart, before anything is written."""

import hashlib
import re
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal, InvalidOperation

from virtualclusters.areas.tenders.buyers import buyer_type_of, chain_of, highest
from virtualclusters.areas.tenders.models import Category, TenderDetail
from virtualclusters.areas.tenders.places import place_columns
from virtualclusters.capabilities.imports.specs import Row, Source
from virtualclusters.capabilities.imports.values import NotAValue, read_money
from virtualclusters.foundation.scripts import ascii_digits, fold, script_of
from virtualclusters.foundation.time import day_in_india
from virtualclusters.network.organisations.buyers import buyer_key

CATEGORIES = (
    (re.compile(r"work|कार्य|निर्माण", re.IGNORECASE), Category.WORKS),
    (re.compile(r"service|सेवा", re.IGNORECASE), Category.SERVICES),
    (re.compile(r"good|supply|सामान|सामग्री|वस्तु", re.IGNORECASE), Category.GOODS),
)
CONSTRUCTION = re.compile(
    r"civil|construction|composite works|pipe laying|निर्माण|road|bridge|building|highway|canal|irrigation",
    re.IGNORECASE,
)
BEGINS_AS_CONSTRUCTION = re.compile(
    r"^\W*(re-?tender\W*)?(construction|improvement|renovation|repair|extension|upgradation|erection of|development of|"
    r"imp(\.|rov)|const\.?\b|widening|strengthening|निर्माण)",
    re.IGNORECASE,
)
PERCENT = re.compile(r"^\s*(\d{1,3}(?:\.\d+)?)\s*(?:%|percent|per cent|प्रतिशत)")
PLAIN = (
    "tender_type",
    "form_of_contract",
    "product_category",
    "period_of_work",
    "location",
    "payment_mode",
    "authority",
    "status",
    "stage",
)
MOMENTS = (
    "papers_from", "papers_until", "questions_from", "questions_until", "bids_from", "bids_until", "bids_open_at",
    "price_bids_open_at", "pre_bid_meeting_at", "contract_at",
)  # fmt: skip
AS_THEY_ARE = (*MOMENTS, "two_stage", "emd_exemption", "bid_validity_days", "bids_received")


@dataclass
class Notice:
    """What a row says: columns of the opportunity, columns of its detail, and where it comes from."""

    portal: str
    number: str
    address: str
    chain: list[str]
    opportunity: dict = field(default_factory=dict)
    detail: dict = field(default_factory=dict)

    OPPORTUNITY_COLUMNS = (
        "title",
        "summary",
        "published_at",
        "closes_at",
        "value",
        "state",
        "district",
        "latitude",
        "longitude",
    )

    @property
    def name(self) -> tuple[str, str]:
        """Portal and number: what a notice is known by."""
        return self.portal, self.number

    @property
    def buyer_key(self) -> str:
        return buyer_key(highest(self.chain))

    @property
    def closes_at(self) -> datetime | None:
        """The last day for bids, else the day they are opened; None when neither is told."""
        return self.opportunity["closes_at"]

    def columns_told(self) -> dict:
        """Columns of the opportunity that the row fills."""
        told = {name: self.opportunity[name] for name in self.OPPORTUNITY_COLUMNS}
        return {name: value for name, value in told.items() if value not in (None, "")}

    def detail_told(self) -> dict:
        """Columns of the detail that the row fills."""
        ours = {"tender_id"}
        return {
            name: value
            for name, value in self.detail.items()
            if name not in ours and value not in (None, "", [], "unknown")
        }

    @property
    def title(self) -> str:
        return self.opportunity["title"]

    @property
    def is_construction(self) -> bool:
        """Building and repair, which no maker of things answers."""
        works = self.detail["category"] == Category.WORKS
        named = CONSTRUCTION.search(self.detail["product_category"]) or BEGINS_AS_CONSTRUCTION.match(self.title)
        return bool(works and named)


def notice_of(row: Row, source: Source) -> Notice:
    """The notice a row tells of."""
    chain, state = chain_of(_words(row, "buyer")), _words(row, "state")
    address = _words(row, "address")
    return Notice(
        portal=(_words(row, "portal") or source.origin or _stem(source.file_name))[:80],
        number=number_of(row)[:200],
        address=address[:500] if address.startswith(("https://", "http://")) else "",
        chain=chain,
        opportunity={
            "title": _words(row, "title")[:300],
            "summary": _summary(row)[:5000],
            "language": "hi" if script_of(_words(row, "title")) == "Devanagari" else "en",
            "published_at": row.get("published_at"),
            "closes_at": row.get("bids_until") or row.get("bids_open_at"),
            "value": row.get("value") or None,
            **place_columns(row.get("pin") or "", state),
        },
        detail=_detail(row, chain, state),
    )


def number_of(row: Row) -> str:
    """The portal's number of a notice; without one, a fingerprint of what names it."""
    if row.get("tender_id") or row.get("ocid"):
        return _words(row, "tender_id") or _words(row, "ocid")
    parts = [fold(_words(row, name)) for name in ("reference", "title", "buyer", "location")]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:40]


def twin_key(buyer_key: str, closes_at: datetime) -> str:
    """Notices of one buyer that close on one day share it; only among these is a twin looked for."""
    return hashlib.sha256(f"{buyer_key}\n{day_in_india(closes_at).isoformat()}".encode()).hexdigest()[:32]


def _detail(row: Row, chain: list[str], state: str) -> dict:
    columns = {name: _words(row, name)[: TenderDetail._meta.get_field(name).max_length] for name in PLAIN}
    columns |= {name: row.get(name) for name in AS_THEY_ARE}
    return {
        **columns,
        **_deposit(_words(row, "emd")),
        "tender_id": number_of(row)[:120],
        "reference": _words(row, "reference")[:200],
        "organisation_chain": chain,
        "buyer_type": buyer_type_of(_words(row, "buyer_type"), chain, state).value,
        "category": _category(_words(row, "category")).value,
        "fee": row.get("fee") or None,
        "pin": row.get("pin") or "",
        "documents": [{"name": name[:200]} for name in row.get("documents") or []],
    }


def _category(words: str) -> Category:
    return next((category for pattern, category in CATEGORIES if pattern.search(words)), Category.UNKNOWN)


def _deposit(words: str) -> dict:
    """Earnest money as an amount, a share of the value, or as the words that stand there."""
    empty = {"emd_amount": None, "emd_percent": None, "emd_words": ""}
    if match := PERCENT.match(ascii_digits(words)):
        percent = Decimal(match[1])
        return empty | ({"emd_percent": percent} if 0 < percent <= 100 else {"emd_words": words[:120]})
    try:
        return empty | {"emd_amount": (read_money(words) or None) if words else None}
    except (NotAValue, InvalidOperation):
        return empty | {"emd_words": words[:120]}


def _summary(row: Row) -> str:
    """The description, when it says more than the title."""
    description = _words(row, "description")
    return "" if fold(description) == fold(_words(row, "title")) else description


def _words(row: Row, name: str) -> str:
    return str(row.get(name) or "").strip()


def _stem(file_name: str) -> str:
    return re.sub(r"(\.(csv|tsv|txt|xlsx|xlsm|ods|json|jsonl|gz))+$", "", file_name, flags=re.IGNORECASE) or file_name
