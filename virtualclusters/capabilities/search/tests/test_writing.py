"""The writer: one a node, and what it does after damage."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from virtualclusters.capabilities.search import reading
from virtualclusters.capabilities.search.index import folder
from virtualclusters.capabilities.search.indexer import catch_up
from virtualclusters.capabilities.search.models import Rebuild
from virtualclusters.capabilities.search.searching import search
from virtualclusters.capabilities.search.tests.conftest import NOON
from virtualclusters.capabilities.search.writing import AnotherWriter, Writer, mark_rebuilt, rebuilds_waiting


def test_writer_when_another_writes_refuses_and_is_free_again_after_it(writer):
    with pytest.raises(AnotherWriter):
        Writer()

    writer.close()

    Writer().close()


def test_rebuilds_waiting_when_the_index_is_new_asks_for_all_and_then_for_what_is_asked(writer):
    new = [wanted.source for wanted in rebuilds_waiting()]
    mark_rebuilt()
    none = rebuilds_waiting()
    Rebuild.objects.create(source="things", asked_at=timezone.now())

    assert (new, none, [wanted.source for wanted in rebuilds_waiting()]) == ([""], [], ["things"])


def test_writer_when_the_index_is_broken_begins_anew(shelf, writer):
    shelf.put(1, "Honey")
    writer.rebuild()
    mark_rebuilt()
    writer.close()
    reading.forget()
    (folder("things") / "meta.json").write_text("{")

    mended = Writer()

    assert [wanted.source for wanted in rebuilds_waiting()] == [""]
    mended.rebuild()
    mended.close()
    assert search(source="things", text="honey", at=NOON).used == "index"


def test_rebuild_search_index_when_an_indexer_runs_asks_it(shelf, writer):
    mark_rebuilt()
    call_command("rebuild_search_index", "things", stdout=StringIO())

    assert [wanted.source for wanted in rebuilds_waiting()] == ["things"]


def test_rebuild_search_index_when_there_is_no_such_source_says_so(shelf, writer):
    with pytest.raises(CommandError, match="Known: things"):
        call_command("rebuild_search_index", "nothing")


@pytest.mark.parametrize("damage", ["list", "garbage", "missing"])
def test_a_broken_index_is_noticed_answered_by_postgresql_and_filled_anew(shelf, writer, damage):
    shelf.put(1, "Honey")
    catch_up(writer)
    reading.forget()
    _damage(damage)

    meanwhile = search(source="things", text="honey", at=NOON)
    still = search(source="things", text="honey", at=NOON)
    catch_up(writer)
    mended = search(source="things", text="honey", at=NOON)

    answers = [(found.ids, found.used) for found in (meanwhile, still, mended)]
    assert answers == [([1], "database"), ([1], "database"), ([1], "index")]


def _damage(how):
    """The list of parts, the inside of the words, or one file of the index."""
    if how == "list":
        (folder("things") / "meta.json").write_text("{")
        return
    [words] = folder("things").glob("*.idx" if how == "garbage" else "*.term")
    if how == "missing":
        words.unlink()
    else:
        words.write_bytes(bytes(255 for _ in words.read_bytes()[:-60]) + words.read_bytes()[-60:])


def test_an_index_that_is_still_being_filled_is_not_searched(shelf, writer):
    shelf.put(1, "Honey")
    writer.index(shelf.source, [1])
    writer.commit()

    before = search(source="things", text="honey", at=NOON)
    catch_up(writer)

    assert (before.used, search(source="things", text="honey", at=NOON).used) == ("database", "index")
