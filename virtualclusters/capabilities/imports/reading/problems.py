"""Why a file as a whole cannot be read. The code is kept in the database; the sentence is written when it is shown."""

from django.utils.translation import gettext_lazy as _

NOT_A_TABLE = _("We can read CSV, Excel, OpenDocument and JSON files. This file is something else.")
SENTENCES = {
    "empty": _("There is nothing in this file."),
    "no_heading_row": _(
        "We could not find a row with the names of the columns. Put the names in one row above the data."
    ),
    "no_rows": _("There are column names in this file but no rows under them."),
    "unknown_kind": NOT_A_TABLE,
    "kind_not_taken": NOT_A_TABLE,
    "unknown_encoding": _(
        "We could not read the letters in this file. Save it as CSV UTF-8 or as an Excel file and send it again."
    ),
    "broken": _("This file is damaged and cannot be opened. Save it again and send the new copy."),
    "too_large": _("This file is too large. Cut it into smaller files and send them one after the other."),
    "unpacks_too_large": _("This file grows too large when it is opened. Cut it into smaller files."),
    "too_many_rows": _("This file has too many rows. Cut it into smaller files and send them one after the other."),
    "too_many_columns": _("This file has too many columns. Remove those that are not needed."),
    "macros": _(
        "This workbook carries a program (a macro). Save it as a plain workbook without macros and send it again."
    ),
    "unsafe": _("This file carries something that is not safe to open. Save the table as CSV and send that."),
    "cell_too_long": _(
        "A quotation mark seems to be missing: one cell runs on over many lines. Mend it and send the file again."
    ),
}


class TableProblem(Exception):
    """The file cannot be read as a table.

    Attributes:
        code: a key of `SENTENCES`.
        line: the line where reading stopped, or None.
    """

    def __init__(self, code: str, *, line: int | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.line = line

    @property
    def sentence(self) -> str:
        """What the person reads, in the language in use."""
        return sentence(self.code)


def sentence(code: str) -> str:
    """The sentence of a code, in the language in use."""
    return str(SENTENCES[code])
