"""The folder for the dispute portal: a PDF that can be read aloud, the calculation as a table, and the papers themselves."""

import csv
import io
import json
import zipfile
from pathlib import Path

import typst
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from virtualclusters.areas.late_payments import queries
from virtualclusters.areas.late_payments.interest import accepted_on
from virtualclusters.capabilities.certificates.printing import fonts
from virtualclusters.capabilities.files.models import File
from virtualclusters.capabilities.files.operations import open_checked
from virtualclusters.ui.formatters import inr, long_date, number

TEMPLATE = Path(__file__).resolve().parent / "folder.typ"


def pdf(kept, *, at) -> bytes:
    """The summary in the reader's language: the facts, each line of the calculation, the rates, and which papers are there.

    Raises:
        FontsMissing: the fonts are not built.
    """
    return typst.compile(
        TEMPLATE,
        format="pdf",
        root=TEMPLATE.parent,
        font_paths=fonts(),
        sys_inputs={"folder": json.dumps(words_of(kept, at=at), ensure_ascii=False)},
        pdf_standards=["ua-1"],
        timestamp=int(at.timestamp()),
    )


def table(kept, *, at) -> bytes:
    """The lines of the calculation as CSV: plain numbers and ISO dates, for any program."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["from", "to", "days", "bank_rate", "yearly_rate", "counted_on", "interest", "paid", "owed"])
    for line in queries.worked_out(kept, at=at).lines:
        rates = (line.bank_rate, line.yearly_rate)
        writer.writerow([line.first, line.last, line.days, *rates, line.base, line.interest, line.paid, line.owed])
    return text.getvalue().encode("utf-8-sig")


def packed(kept, *, at) -> bytes:
    """All of it in one ZIP file; a paper that is still being checked for harm is left out."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("summary.pdf", pdf(kept, at=at))
        archive.writestr("calculation.csv", table(kept, at=at))
        for name, file in _papers(kept):
            with open_checked(file) as content:
                archive.writestr(f"papers/{name}", content.read())
    return held.getvalue()


def _papers(kept):
    """Names in the folder, with the files that passed their check."""
    rows = [(one.kind, one.file) for one in kept.evidence.select_related("file")]
    if udyam := queries.udyam_paper(kept.organisation):
        rows.append(("udyam", udyam.file))
    checked = [(kind, file) for kind, file in rows if file.state == File.State.CHECKED]
    return [(f"{place:02}-{kind}{Path(file.name).suffix}", file) for place, (kind, file) in enumerate(checked, 1)]


def words_of(kept, *, at) -> dict:
    """Everything that stands in the PDF, in the language in use."""
    found = queries.worked_out(kept, at=at)
    return {
        "language": get_language(),
        "direction": "rtl" if get_language_bidi() else "ltr",
        "heading": _("Late payment: facts and interest"),
        "about": [_("Supplier"), kept.organisation.name, _("Buyer"), kept.buyer],
        "facts": _facts(kept, found),
        "lines_heading": _("How the interest arises"),
        "convention": convention(),
        "columns": [column.label for column in queries.columns()],
        "lines": queries.cells(found),
        "rates_heading": _("Bank rates and where they stand"),
        "rates": _rates(found),
        "papers_heading": _("Papers"),
        "papers": [[part.label, number(len(part.papers)) if part.papers else _("missing")] for part in _parts(kept)],
        "filing": [who_may_file(), where_to_file()],
    }


def convention() -> str:
    """How it is counted, in one sentence or two."""
    return _(
        "Compound interest, added each month, at three times the bank rate. A part payment pays interest first, then the amount. "
        "Some days of a month count as their share of that month."
    )


def who_may_file() -> str:
    return _("Only a micro or small enterprise may file, with an Udyam number dated before the dispute.")


def where_to_file() -> str:
    return _(
        "You file it yourself on odr.msme.gov.in, in use since 15 October 2025. This portal files nothing for you."
    )


def _parts(kept):
    return queries.parts_of(kept)


def _facts(kept, found):
    agreed = _("%(days)s days, in writing") % {"days": kept.agreed_days}
    rows = [
        [
            _("Invoice"),
            _("%(number)s of %(day)s") % {"number": kept.invoice_number, "day": long_date(kept.invoiced_on)},
        ],
        [_("Amount"), inr(kept.amount)],
        [_("Delivered on"), long_date(kept.delivered_on)],
        [_("Accepted on"), long_date(accepted_on(kept.delivered_on, kept.objection_removed_on))],
        [_("Agreed time to pay"), _("Nothing in writing") if kept.agreed_days is None else agreed],
        [_("Last day to pay"), long_date(found.due_on)],
        [_("Counted until"), long_date(found.until)],
        [_("Paid so far"), inr(found.paid_in_time + found.paid_late)],
        [_("Interest"), inr(found.interest)],
        [_("Owed now, with interest"), inr(found.owed)],
    ]
    return rows


def _rates(found):
    return [
        [long_date(row.day), f"{number(row.percent, 2)} %", row.source, _state(row)]
        for row in queries.rates_used(found)
    ]


def _state(row):
    return row.address if row.is_checked else _("check this rate with the Reserve Bank's circular")
