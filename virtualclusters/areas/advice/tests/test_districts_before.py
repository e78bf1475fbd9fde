"""What advisers had typed as districts before names were checked, as the migration reads it."""

from importlib import import_module

import pytest

migration = import_module("virtualclusters.areas.advice.migrations.0002_whom_it_reaches")


@pytest.mark.parametrize(
    ("typed", "own_state", "kept"),
    [
        ("pune", "MH", ["MH", "Pune"]),
        ("Poona", "", ["MH", "Pune"]),
        ("Bilaspur", "HP", ["HP", "Bilaspur"]),
        ("Bilaspur", "MH", ["", "Bilaspur"]),
        ("near the old mill", "MH", ["", "near the old mill"]),
    ],
)
def test_a_district_that_was_typed_is_mapped_or_kept_to_be_written_anew(typed, own_state, kept):
    assert migration._pair(typed, own_state) == kept
