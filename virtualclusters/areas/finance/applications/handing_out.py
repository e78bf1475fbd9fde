"""A lender's open applications as a file that it can change and send back: the headings are those ``imports`` reads."""

import csv

BYTE_ORDER_MARK = "\ufeff"
"""Spreadsheets read names in Indian scripts rightly only with it."""
HEADINGS = (
    "Application number", "Stage", "Date", "Amount", "Interest a year, in per cent", "Months", "Reason code",
    "How to mend it", "Come back on", "Owner", "District", "Asked for", "Received", "Decide by",
)  # fmt: skip


def write(target, applications) -> None:
    """Write them as CSV; the columns that a lender fills in are empty."""
    target.write(BYTE_ORDER_MARK)
    writer = csv.writer(target)
    writer.writerow(HEADINGS)
    for one in applications:
        writer.writerow([*_asked(one), *_about(one)])


def _asked(one):
    return [one.number, one.stage, "", "", "", one.sanctioned_months or one.months, "", "", ""]


def _about(one):
    lead = one.engagement.lead
    return [
        _plain(lead.organisation.name),
        _plain(lead.district),
        one.amount,
        one.received_at.date().isoformat(),
        one.decide_by.isoformat(),
    ]


def _plain(words):
    """A cell that begins like a formula is shown as the words it is."""
    return f"'{words}" if words[:1] in ("=", "+", "-", "@") else words
