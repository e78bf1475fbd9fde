"""A query that was built once answers each asking with that asking's values, on the connection of whoever asks."""

from datetime import UTC, datetime, timedelta
from threading import Thread

from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.db import connection
from django.db.models import BigIntegerField, CharField, DateTimeField, F
from pytest import fixture, mark

from virtualclusters.foundation.built_once import BuiltOnce, Given, OneOf

pytestmark = mark.django_db
NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
LABEL = Given("label", CharField())


@fixture
def types():
    """Three rows, each with a permission of its own name."""
    rows = [ContentType.objects.create(app_label="sample", model=name) for name in ("honey", "jam", "papad")]
    for row in rows:
        Permission.objects.create(content_type=row, codename=row.model, name=row.model)
    return rows


def test_each_asking_is_answered_for_its_own_values_and_the_query_is_built_once(types):
    built = []

    def build():
        built.append(1)
        return ContentType.objects.filter(model=Given("model", CharField())).values_list("pk", flat=True)

    query = BuiltOnce(build)
    answers = [query.ask(model="jam"), query.ask(model="honey"), query.ask(model="nothing"), query.ask(model=None)]

    assert (answers, built) == ([[types[1].pk], [types[0].pk], [], []], [1])


def test_rows_are_instances_with_what_was_joined_and_annotated(types, django_assert_num_queries):
    query = BuiltOnce(
        lambda: (
            Permission.objects.filter(content_type=Given("type", BigIntegerField()))
            .select_related("content_type")
            .annotate(model=F("content_type__model"))
        )
    )
    query.ask(type=types[0].pk)

    with django_assert_num_queries(1):
        [found] = query.ask(type=types[2].pk)
        assert (found.codename, found.model, found.content_type) == ("papad", "papad", types[2])


def test_a_list_of_values_finds_any_of_them_and_an_empty_one_none(types):
    query = BuiltOnce(
        lambda: ContentType.objects.filter(pk=OneOf("ids", BigIntegerField())).order_by("pk").values_list("model")
    )

    assert query.ask(ids=[types[0].pk, types[2].pk]) == [("honey",), ("papad",)]
    assert query.ask(ids=[]) == []


def test_a_moment_in_a_comparison_is_the_one_that_was_told():
    Session.objects.create(session_key="a", session_data="", expire_date=NOON)
    query = BuiltOnce(
        lambda: Session.objects.filter(expire_date__gt=Given("at", DateTimeField())).values_list("session_key")
    )

    assert query.ask(at=NOON - timedelta(seconds=1)) == [("a",)]
    assert query.ask(at=NOON) == []


def test_values_reach_each_part_of_a_union(types):
    def build():
        named = ContentType.objects.filter(app_label=LABEL, model="jam").values_list("model")
        other = ContentType.objects.filter(app_label=LABEL, model="papad").values_list("model")
        return named.union(other, all=True).order_by("model")

    query = BuiltOnce(build)

    assert (query.ask(label="sample"), query.ask(label="other")) == ([("jam",), ("papad",)], [])


def test_a_query_that_differs_in_form_is_built_for_each_form(types):
    query = BuiltOnce(lambda order: ContentType.objects.filter(app_label=LABEL).order_by(order).values_list("model"))

    assert query.ask("model", label="sample") == [("honey",), ("jam",), ("papad",)]
    assert query.ask("-model", label="sample") == [("papad",), ("jam",), ("honey",)]


def test_it_is_asked_on_the_connection_of_the_thread_that_asks(types):
    query, seen = BuiltOnce(lambda: ContentType.objects.filter(app_label=LABEL).values_list("model")), []
    query.ask(label="sample")

    def elsewhere():
        seen.append(query.ask(label="sample"))
        connection.close()

    other = Thread(target=elsewhere)
    other.start()
    other.join()

    assert (len(query.ask(label="sample")), seen) == (3, [[]])
