"""What a caller brings: a `RowSpec` says what a row of a file means, how it is checked, applied and taken back.

An area registers its spec in `AppConfig.ready`; imports keep only the spec's name, so a worker finds it again.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from django.utils.functional import Promise

from virtualclusters.capabilities.imports.permissions import ImportPermission
from virtualclusters.capabilities.imports.values import Type

Row = dict[str, object]
Words = str | Promise


class Outcome(StrEnum):
    """What became of a row."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True)
class Field:
    """One thing a row says.

    Attributes:
        name: the key of the value in a row.
        label: what people read, a lazily translated string.
        synonyms: other headings of the same thing, in any language, and paths of flattened standards
            (``tender/title``).
        end_of_day: a day without a time means its last second; for closing days.
        separator: what stands between the parts of a list; empty to find it.
    """

    name: str
    label: Words
    type: Type = Type.TEXT
    required: bool = False
    synonyms: tuple[str, ...] = ()
    end_of_day: bool = False
    separator: str = ""


@dataclass(frozen=True)
class Problem:
    """Why a row is refused: the field (empty for the row as a whole) and a reason code with a sentence in the spec or
    in `reasons`.
    """

    field: str
    code: str


@dataclass
class Source:
    """Where a row comes from, handed to `apply`.

    Attributes:
        origin: where the file comes from, as its sender said; empty when she did not.
        subject: what the file is about, as its sender's page said when it came in; empty where nothing was said.
        as_of: the day the file is replayed as, or the moment of the import; what "open" and "late" are judged by.
        before: `apply` sets it when it changes a record, to whatever `put_back` needs to restore it (plain JSON
            values).
    """

    import_id: int
    line: int
    file_name: str
    origin: str
    sha256: str
    person_id: int | None
    at: datetime
    as_of: datetime
    before: dict | None = None
    subject: str = ""


@dataclass(frozen=True)
class RowSpec:
    """What a file's row means.

    Attributes:
        name: a stable word, kept in the database.
        key: the identity of a row, the same in every file that tells of the same thing; applying a known key adds
            nothing.
        check: problems no single field shows; called when every field could be read.
        apply: writes one row and says ``added``, ``changed`` or ``same``. It may raise `Refused`, whose code and
            sentence are given
            back with the row; what it wrote of that row is rolled back. It must be safe to call twice.
        apply_many: the same for a batch in one go, where a file has thousands of rows: one outcome a row, in their order. It
            may not raise `Refused`: what can be refused is for `check`.
        rows_a_transaction: so many rows are one transaction; fewer where a row takes much thought, for none may live over 5 s.
        undo: takes back up to `limit` records that the import added and that nothing else stands on; returns how many,
            0 when none is left.
        put_back: restores a changed record from its key and what `apply` left in `Source.before`.
        sentences: a sentence for each code that `check` uses.
        field_of: the field that a refusal by `apply` is about, by its code, so that it stands beside that field.
        together: fields that are shown for mending along with another, by its name.
        permission: who may send such files; the administrator's people where none is named.
        sent_at: name of the page where such files are sent, where it must be said first what they are about.
        kept_for: how long a file and its kept rows stand, from its coming in; for ever where none is named. Longer than the time
            in which it can be taken back.
        reaches: whether somebody may still reach a file by its subject, besides holding the permission; her own rows may have
            been another organisation's when she sent it.
        onward: where one goes on when the file is in, as words and address, from the file's subject.
        stays: what undo leaves, in a sentence, where it leaves something.
    """

    name: str
    label: Words
    fields: Sequence[Field]
    key: Callable[[Row], str]
    check: Callable[[Row], list[Problem]]
    apply: Callable[[Row, Source], str]
    undo: Callable[[int, int], int]
    put_back: Callable[[str, dict], None]
    sentences: Mapping[str, Words] = field(default_factory=dict)
    apply_many: Callable[[list[tuple[Row, Source]]], list[str]] | None = None
    rows_a_transaction: int = 500
    field_of: Mapping[str, str] = field(default_factory=dict)
    together: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    permission: StrEnum = ImportPermission.IMPORT_ANY
    sent_at: str = ""
    stays: str = ""
    onward: Callable[[str], tuple[str, str]] | None = None
    reaches: Callable[[object, str], bool] | None = None
    kept_for: timedelta | None = None

    def field_named(self, name: str) -> Field:
        """The field of that name."""
        return next(one for one in self.fields if one.name == name)


_REGISTERED: dict[str, RowSpec] = {}


def register(spec: RowSpec) -> None:
    """Make a spec known by its name."""
    _REGISTERED[spec.name] = spec


def registered() -> list[RowSpec]:
    """All specs, in the order of their names."""
    return [_REGISTERED[name] for name in sorted(_REGISTERED)]


def spec_named(name: str) -> RowSpec:
    """The registered spec of that name.

    Raises:
        KeyError: no area registered it.
    """
    return _REGISTERED[name]
