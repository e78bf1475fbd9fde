"""How much a table may hold. Past these figures a file is refused whole, or a row alone, always with a sentence."""

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Bytes are of the file as sent; unpacked bytes are what a compressed file grows to."""

    most_bytes: int = 100 * MEBIBYTE
    most_unpacked_bytes: int = 400 * MEBIBYTE
    most_rows: int = 200_000
    most_columns: int = 300
    most_characters_a_cell: int = 20_000


LIMITS = Limits()
