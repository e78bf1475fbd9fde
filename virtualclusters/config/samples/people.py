"""Who can sign in to try the portal, as a table for the terminal."""

from django.conf import settings

from virtualclusters.accounts.models import Person
from virtualclusters.config.samples.tables import phone, table

HEADINGS = ("Role", "Name", "Mobile number")


def people_table():
    """A line a sample person: role, name, number; then how to sign in. Empty when no samples were loaded."""
    loaded = set(Person.objects.filter(is_sample=True).values_list("phone", flat=True))
    rows = [row for row in _rows() if row[2] in loaded]
    if not rows:
        return ""
    widths = [max(len(row[column]) for row in [HEADINGS, *rows]) for column in range(3)]
    lines = [_line(HEADINGS, widths), _line(["-" * width for width in widths], widths)]
    lines += [_line(_readable(row), widths) for row in rows]
    return "\n".join([*lines, "", _words()]) + "\n"


def _rows():
    owners = [(row["as"], row["owner"], phone(row["phone"])) for row in table("enterprises") + table("organisations")]
    members = [(row["as"], row["name"], phone(row["phone"])) for row in table("members")]
    college = table("projects")
    members += [("Teacher", row["name"], phone(row["phone"])) for row in college["teachers"][:1]]
    members += [("Student", row["name"], phone(row["phone"])) for row in college["teams"][1]["students"][:1]]
    asked = [("Owner who was asked to say yes", row["owner"], phone(row["phone"])) for row in table("assisted")[:1]]
    return [row for row in owners + members + asked if row[0]]


def _readable(row):
    return row[0], row[1], f"{row[2][3:8]} {row[2][8:]}"


def _line(cells, widths):
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _words():
    return (
        f"Sign in at {settings.SITE_ADDRESS}/en/sign-in/ with one of these numbers. "
        f"The code appears at {settings.SITE_ADDRESS}/en/outbox/"
    )
