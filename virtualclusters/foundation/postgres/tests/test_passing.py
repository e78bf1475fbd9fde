"""What a passing state leaves behind: nothing, wherever the database's own files stood."""

import pytest

from virtualclusters.foundation.postgres import passing, passing_state, running
from virtualclusters.foundation.postgres.places import Place


def test_a_passing_state_leaves_nothing_of_its_server():
    with passing_state() as folder, running(folder):
        home = Place.of(folder).home
        was_there = (home / "data" / "postmaster.pid").exists()

    assert (was_there, home.exists(), folder.exists()) == (True, False, False)


def test_it_leaves_nothing_when_what_it_was_for_fails():
    with pytest.raises(LookupError), passing_state() as folder, running(folder):
        home = Place.of(folder).home
        raise LookupError

    assert (home.exists(), folder.exists()) == (False, False)


def test_the_files_of_a_server_that_still_runs_stay(state_folder, monkeypatch):
    monkeypatch.setattr(passing, "PATIENCE", 0)
    with running(state_folder):
        place = Place.of(state_folder)
        with pytest.raises(TimeoutError, match="still runs"):
            passing.forget(place)
        assert (place.data / "PG_VERSION").exists()
    monkeypatch.undo()
