"""The sentences for rows that are refused. Codes are kept; sentences are written in the reader's language when she
reads them.
"""

from django.utils.translation import gettext_lazy as _

from virtualclusters.capabilities.imports.specs import Problem, RowSpec

SENTENCES = {
    "required": _("This is missing. Fill it in."),
    "not_a_date": _("We could not read this as a date. Write it like 21-11-2026 or 21 Nov 2026."),
    "not_an_amount": _("We could not read this as an amount in rupees. Write it like 2,50,000."),
    "not_a_whole_number": _("Write a whole number, like 25."),
    "not_a_pin": _("A PIN code has six digits and does not begin with 0."),
    "not_yes_or_no": _("Write yes or no."),
    "too_long": _("This text is too long. Shorten it."),
    "not_applied": _("This row could not be saved."),
}


def sentence(spec: RowSpec, problem: Problem, said: str = "") -> str:
    """What the person reads about one problem; `said` is the sentence of a refusal by the spec itself."""
    return said or str(spec.sentences.get(problem.code) or SENTENCES.get(problem.code) or SENTENCES["not_applied"])


def label(spec: RowSpec, problem: Problem) -> str:
    """The name of the field a problem is about; empty for the row as a whole."""
    return str(spec.field_named(problem.field).label) if problem.field else ""
