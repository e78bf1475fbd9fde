"""The public page: figures as the file has them, real use only where it says something."""

import json
from html import unescape

import brotli
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import NOON
from virtualclusters.exchange.alerts.models import RealUse
from virtualclusters.pages.quality import published as published_figures
from virtualclusters.pages.quality.published import FILE, MEASURES, published

pytestmark = pytest.mark.django_db


def share(told=60, yes=15, no=6, units=12):
    return {"told": told, "yes": yes, "no": no, "units": units}


def counted(**groups):
    return RealUse.objects.create(day=NOON.date(), counted_at=NOON, figures=groups)


def page_of(client, language="en"):
    return client.get(f"/{language}/quality/")


def text(page):
    return unescape(page.content.decode())


@pytest.fixture
def measured(tmp_path, monkeypatch):
    """Other figures than the published ones."""
    figures = {"ndcg": {"ours": 0.8275, "bm25": 0.4911}, "p5": {"ours": 0.7275, "bm25": 0.325}, "terms": {"ours": 0.9}}
    kept = {"measured_on": "2026-11-20", "counts": {"units": 3, "opportunities": 4, "pairs": 1200}, "figures": figures}
    monkeypatch.setattr(published_figures, "FILE", tmp_path / "figures.json")
    published_figures.FILE.write_text(json.dumps(kept), encoding="utf-8")
    published.cache_clear()
    yield
    published.cache_clear()


def test_the_figures_are_those_of_the_file_beside_plain_words(client, measured):
    page = page_of(client)

    assert [row[1:] for row in page.context["rows"]] == [["0.83", "0.49"], ["72.8%", "32.5%"], ["90.0%", "–"]]
    assert "Measured on 20 November 2026: 3 made-up units, 4 opportunities, and 1,200 pairs" in text(page)


def test_the_published_file_has_every_measure_and_figures_between_0_and_1():
    figures = json.loads(FILE.read_text(encoding="utf-8"))["figures"]

    values = [value for row in figures.values() for value in row.values()]
    assert (set(figures), all(0 <= value <= 1 for value in values)) == (set(MEASURES), True)


def test_before_the_first_count_it_says_so(client):
    assert "Too few to say: not counted yet." in text(page_of(client))


def test_shares_are_whole_per_cents_of_what_was_told(client):
    counted(all={"": share()})

    assert page_of(client).context["tables"][0].rows == [["All that we found", "25%", "10%", "65%"]]


def test_a_group_of_which_too_little_was_told_is_only_named(client):
    counted(
        all={"": share()},
        by_hand={"": share(told=49)},
        ownership={"women": share(told=50, units=10), "sc_st": share(units=9), "": share(told=3)},
    )

    tables = {one.caption: one for one in page_of(client).context["tables"]}

    whole, owners = tables["All together"], tables["By who owns the unit"]
    assert whole.too_few == ["What somebody suggested by hand"]
    assert ([row[0] for row in owners.rows], owners.too_few) == (
        ["Owned by women"],
        ["Owned by people of Scheduled Castes or Tribes", "Not said"],
    )


def test_the_least_that_is_told_can_be_set(client, settings):
    settings.QUALITY_TOLD_AT_LEAST, settings.QUALITY_UNITS_AT_LEAST = 3, 1
    counted(all={"": share(told=3, yes=1, no=1, units=1)})

    assert page_of(client).context["tables"][0].rows == [["All that we found", "33%", "33%", "34%"]]


def test_places_and_zones_stand_in_their_own_order_whatever_the_count_says_first(client):
    counted(place={"21-": share(), "4-10": share(), "1-3": share()}, zone={"southern": share(), "northern": share()})

    captions = {one.caption: [str(row[0]) for row in one.rows] for one in page_of(client).context["tables"]}

    assert captions["By the place in the list"] == ["1 to 3 in the week", "4 to 10", "after that"]
    assert captions["By where the unit is"] == ["Northern states", "Southern states"]


def test_the_page_is_small_and_asks_one_query_for_a_visitor(client):
    everything = {"1-3": share(), "4-10": share(), "11-20": share(), "21-": share()}
    kinds = ("offer", "requirement", "tender", "training", "student_project", "loan_package", "scheme", "advice")
    zones = ("northern", "central", "eastern", "western", "southern", "north_eastern", "islands", "")
    counted(
        all={"": share()}, place=everything, kind={kind: share() for kind in kinds},
        zone={zone: share() for zone in zones},
        size={size: share() for size in ("micro", "small", "medium", "")},
        ownership={owner: share() for owner in ("women", "sc_st", "women_sc_st", "others", "")},
    )  # fmt: skip
    page_of(client)
    with CaptureQueriesContext(connection) as asked:
        pages = [page_of(client, language) for language in ("en", "hi")]

    assert len(asked) == 2
    assert [len(brotli.compress(page.content, quality=5)) <= 5_000 for page in pages] == [True, True]
    assert dict(pages[0].cookies) == {}


def test_the_front_page_and_the_site_map_lead_to_it(client):
    assert ["/en/quality/" in text(client.get(f"/en/{path}")) for path in ("", "site-map/")] == [True, True]
