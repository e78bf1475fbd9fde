"""Reading tables of any usual kind: delimited text, workbooks and JSON, as numbered lines of cells.

`open_table` looks at the content, never at the name alone. Text is read a line at a time and JSON a record at a time,
so memory stays flat; a workbook's sheet is held by its reader (about 1.3 kB a row of twelve columns).
"""

from pathlib import Path

from virtualclusters.capabilities.imports.reading.delimited import open_delimited
from virtualclusters.capabilities.imports.reading.json_records import looks_like_json, open_json
from virtualclusters.capabilities.imports.reading.limits import LIMITS, Limits
from virtualclusters.capabilities.imports.reading.packed import open_unpacked
from virtualclusters.capabilities.imports.reading.problems import TableProblem
from virtualclusters.capabilities.imports.reading.table import Table
from virtualclusters.capabilities.imports.reading.workbooks import looks_like_a_workbook, open_workbook

__all__ = ["LIMITS", "Limits", "Table", "TableProblem", "open_table"]


def open_table(path: Path, *, limits: Limits = LIMITS) -> Table:
    """The table in a file: its kind, its headings and its rows.

    Raises:
        TableProblem: the file is empty, broken, of no known kind, past a limit, or carries a program.
    """
    size = path.stat().st_size
    if size == 0:
        raise TableProblem("empty")
    if size > limits.most_bytes:
        raise TableProblem("too_large")
    if looks_like_a_workbook(path):
        return open_workbook(path, limits)
    with open_unpacked(path, limits) as stream:
        head = stream.read(4096)
    if looks_like_json(head):
        return open_json(path, limits)
    return open_delimited(path, limits)
