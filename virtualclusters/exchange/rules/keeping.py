"""The table of how long papers take: read by name for the administrator, who corrects it."""

from django.utils.translation import get_language

from virtualclusters.exchange.rules.models import PaperDays
from virtualclusters.exchange.rules.readiness import names_of_papers
from virtualclusters.network.vocabulary.models import Concept


def set_paper_days(*, paper, days, source, address) -> PaperDays:
    """Note how many days a paper usually takes, as read at its source. The caller has checked that she keeps the table."""
    facts = {"days": days, "source": source, "address": address, "is_checked": True}
    row, _made = PaperDays.objects.update_or_create(paper=paper, defaults=facts)
    return row


def papers_to_choose() -> list[tuple[str, str]]:
    """Every paper that can be asked, code and name, by name. Two queries."""
    slugs = Concept.objects.filter(kind=Concept.Kind.CERTIFICATE).values_list("slug", flat=True)
    return sorted(names_of_papers([*slugs], get_language()).items(), key=lambda pair: pair[1])


def paper_days_named() -> list[tuple[str, PaperDays]]:
    """The table, by name. Two queries."""
    rows = {row.paper: row for row in PaperDays.objects.all()}
    names = names_of_papers(rows, get_language())
    return sorted(((names[paper], row) for paper, row in rows.items()), key=lambda pair: pair[0])
