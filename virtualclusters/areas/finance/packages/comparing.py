"""Packages side by side: a row a question, a column a package."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from virtualclusters.areas.finance.packages.telling import rows_about, span
from virtualclusters.areas.finance.packages.terms import rates_of
from virtualclusters.matching.rules import Answer
from virtualclusters.ui.components import Column
from virtualclusters.ui.formatters import inr

UNSAID = "–"


@dataclass(frozen=True)
class Comparison:
    """Headings and rows as the table component takes them; ``ids`` of the packages in the order of the columns."""

    columns: list[Column]
    rows: list[list[str]]
    ids: list[int]


def comparison(offers) -> Comparison:
    """The costs first, then everything that one of the packages says."""
    columns = [Column(_("What")), *(Column(f"{offer.package.title} – {offer.package.lender}") for offer in offers)]
    costs = [
        [_("All-in yearly cost"), *(_yearly(offer) for offer in offers)],
        [_("Rupees a year"), *(inr(round(offer.high.rupees_a_year)) if offer.high else UNSAID for offer in offers)],
        [_("Instalment"), *(inr(round(offer.high.instalment)) if offer.high else UNSAID for offer in offers)],
        [_("Interest a year"), *(span(*rates_of(offer.package.detail)) for offer in offers)],
        [_("Your answers"), *(_answers(offer) for offer in offers)],
    ]
    said = [{str(row.label): row.value for row in rows_about(offer.package)} for offer in offers]
    labels = dict.fromkeys(label for rows in said for label in rows if label != _("Interest a year"))
    more = [[label, *(rows.get(label, UNSAID) for rows in said)] for label in labels]
    return Comparison(columns, [*costs, *more] if offers else [], [offer.package.pk for offer in offers])


def _yearly(offer):
    if offer.high is None or offer.high.yearly_percent is None:
        return UNSAID
    return span(offer.low.yearly_percent, offer.high.yearly_percent)


def _answers(offer):
    counts = {answer: sum(line.answer == answer for line in offer.lines) for answer in Answer}
    told = {"yes": counts[Answer.YES], "no": counts[Answer.NO], "open": counts[Answer.NOT_KNOWN]}
    return _("%(yes)s yes, %(no)s no, %(open)s not known") % told
