"""The paths as a page for people who read, made from the step tables: it cannot say anything else than they do."""

from django.utils import translation

from virtualclusters.exchange.kinds.paths import PATHS, Path, Step

HEAD = """# The five paths

Made from the step tables in `virtualclusters/exchange/kinds/paths.py` by `virtualclusters manage write_paths`.
A test fails when this page is not current.

Each row is the only way that verb can be taken: from a phase, by a side, to a phase. Then it is that side's turn for
so many days, and when they are over the clock itself takes a step. Every other cell is refused and changes nothing;
`test_path_cells.py` walks them all.
"""
COLUMNS = ("from", "verb", "who", "to", "then whose turn", "days", "reason")


def paths_in_words() -> str:
    """The whole page, in Markdown and English."""
    with translation.override("en"):
        return "\n".join([HEAD, *map(_section, PATHS.values())])


def _section(path: Path) -> str:
    contact = "Contact details open when all have agreed." if path.opens_contact else "Contact details never open."
    rows = [COLUMNS, ("---",) * len(COLUMNS), *map(_row, path.steps)]
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([f"## {path.slug.capitalize()}", "", contact, "", *lines, ""])


def _row(step: Step) -> tuple[str, ...]:
    return (
        str(step.before.label) if step.before else "–",
        step.verb.replace("_", " "),
        str(step.side),
        str(step.after.label),
        step.turn or "–",
        str(step.days or "–"),
        "needed" if step.needs_reason else "",
    )
