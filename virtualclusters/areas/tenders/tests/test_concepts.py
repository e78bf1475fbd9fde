"""What a notice asks for: names as they are written, else the sector that its portal sorted it under."""

import pytest

from virtualclusters.areas.tenders.concepts import concepts_in
from virtualclusters.areas.tenders.notice import Notice
from virtualclusters.network.vocabulary import offline


def asked(title, *, category="Miscellaneous Goods", summary="", language="en"):
    opportunity = {"title": title, "summary": summary, "language": language}
    notice = Notice("portal", "1", "", [], opportunity, {"product_category": category, "category": "goods"})
    found = concepts_in(notice, names=offline.lexicon())
    slugs = {number: slug for slug, number in offline.lexicon().by_slug.items()}
    return [(role, slugs[number]) for role, number in found.concepts]


@pytest.mark.parametrize(
    ("title", "slugs"),
    [
        ("Supply of turmeric powder", ["turmeric-powder"]),
        ("Supply of papads", ["papad"]),
        ("हल्दी पाउडर की आपूर्ति", ["turmeric-powder"]),
        ("Supply of soya refind oil", ["edible-oil"]),
        ("Supply of ration to the district jail", []),
        ("Lighting of the traffic circle", []),
        ("Supply of sports goods", []),
        ("Transformers for the eastern zone", []),
    ],
)
def test_only_names_as_they_are_written_count_in_a_notice(title, slugs):
    assert asked(title) == [("asks", slug) for slug in slugs]


def test_a_notice_whose_words_name_nothing_asks_for_the_sector_of_its_portals_category():
    assert asked("Supply of dietary articles to the jail", category="FOOD PRODUCTS") == [("asks", "food-processing")]


def test_a_notice_that_names_something_asks_for_that_and_not_for_the_whole_sector():
    assert asked("Supply of honey", category="Food Products") == [("asks", "honey")]


def test_a_category_of_another_trade_says_nothing():
    assert asked("Supply and erection", category="Electrical Work/ Equipment") == []
