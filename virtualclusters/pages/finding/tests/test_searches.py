"""Searches a person keeps, on screen."""

import pytest
from django.urls import reverse

from virtualclusters.exchange.alerts.models import SavedSearch


@pytest.fixture
def kept(client, signed_in, maker):
    """A search saved from the list of opportunities."""
    signed_in(maker(makes=["honey"]))
    form = {"source": "opportunities", "q": "honey", "state": ["MH"], "kind": "offer"}
    client.post(reverse("saved_search_add"), form)
    return SavedSearch.objects.get()


def test_a_saved_search_keeps_words_and_filters_and_leads_back_to_them(client, kept):
    page = client.get(reverse("saved_searches")).content.decode()

    assert (kept.text, kept.filters) == ("honey", {"state": ["MH"], "kind": ["offer"]})
    assert "“honey”, Offers, Maharashtra" in page
    assert 'href="/en/opportunities/?q=honey&amp;kind=offer&amp;state=MH"' in page


def test_a_saved_search_keeps_how_far_and_how_soon_and_says_both(client, signed_in, maker):
    unit = maker(makes=["honey"])
    signed_in(unit)
    client.post(reverse("saved_search_add"), {"source": "opportunities", "q": "honey", "near": "25", "days": "7"})

    kept, page = SavedSearch.objects.get(), client.get(reverse("saved_searches")).content.decode()

    assert (kept.filters, kept.unit) == ({"near": ["25"], "days": ["7"]}, unit)
    assert "“honey”, not farther than 25 km, closes within 7 days" in page
    assert 'href="/en/opportunities/?q=honey&amp;days=7&amp;near=25"' in page


def test_how_often_can_be_changed_and_the_search_deleted(client, kept):
    client.post(reverse("saved_search_change", args=[kept.pk]), {"frequency": "weekly"})
    kept.refresh_from_db()
    assert kept.frequency == "weekly"

    client.post(reverse("saved_search_delete", args=[kept.pk]))
    assert SavedSearch.objects.count() == 0


def test_anothers_search_is_not_there(client, kept, signed_in, maker):
    signed_in(maker("Other Sample"))
    answers = [client.post(reverse(name, args=[kept.pk])) for name in ("saved_search_delete", "saved_search_change")]
    assert ([answer.status_code for answer in answers], SavedSearch.objects.count()) == ([404, 422], 1)


def test_saving_needs_something_to_search_for(client, signed_in, maker):
    signed_in(maker())
    answers = [client.post(reverse("saved_search_add"), {"source": source}) for source in ("opportunities", "people")]
    assert [answer.status_code for answer in answers] == [422, 404]


@pytest.mark.parametrize("searches", [1, 20])
def test_the_list_takes_few_queries(client, signed_in, maker, searches, django_assert_max_num_queries):
    signed_in(maker())
    for number in range(searches):
        client.post(reverse("saved_search_add"), {"source": "opportunities", "q": f"honey {number}"})
    with django_assert_max_num_queries(10):
        client.get(reverse("saved_searches"))
