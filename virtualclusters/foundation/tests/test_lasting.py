"""What lasts is left out of full collections."""

import gc

import pytest

from virtualclusters.foundation import lasting


@pytest.fixture(autouse=True)
def _seen_again():
    yield
    lasting.settle()
    gc.unfreeze()


def test_what_lasts_is_put_out_of_sight_once():
    lasting.settle()
    gc.unfreeze()
    kept = [[] for _ in range(1000)]
    lasting.lasts()
    lasting.settle()
    out_of_sight = gc.get_freeze_count()
    assert out_of_sight > len(kept)
    more = [[] for _ in range(1000)]
    lasting.settle()
    assert gc.get_freeze_count() == out_of_sight, f"{len(more)} passing lists were frozen"


def test_what_lasts_no_more_is_freed():
    class Held:
        freed = False

        def __del__(self):
            Held.freed = True

    held = [Held()]
    lasting.lasts()
    lasting.settle()
    held.clear()
    assert Held.freed
