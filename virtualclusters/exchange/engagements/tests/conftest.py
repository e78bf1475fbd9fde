"""One kind a path, made for these tests, so that every path is walked through the real verbs and tables."""

import pytest

from tests.factories import make_opportunity, make_owner, make_unit
from virtualclusters.exchange.kinds import kind as registry
from virtualclusters.exchange.kinds.kind import Indicator, Kind, KindScreens, register
from virtualclusters.exchange.kinds.paths import PATHS
from virtualclusters.network.organisations.roles import EVERY_KIND


@pytest.fixture(autouse=True)
def kinds_of_every_path():
    """``test_enquire``, ``test_contest`` … stand beside the real kinds while a test runs."""
    for path in PATHS.values():
        kind = Kind(
            slug=f"test_{path.slug}",
            words=path.slug,
            words_plural=path.slug,
            path=path,
            wants="asks",
            publisher_kinds=EVERY_KIND,
            answerer_kinds=EVERY_KIND,
            indicators=(Indicator("monthly_sales", "Sales in a month", "rupees", "answerer"),),
            accepts_by_itself=path.slug == "enrol",
        )
        register(kind, KindScreens(verbs={}, answer_words="Answer"))
    yield
    for path in PATHS.values():
        registry._kinds.pop(f"test_{path.slug}")
        registry._screens.pop(f"test_{path.slug}")


@pytest.fixture
def scene(db):
    """A publisher, an answerer and an opportunity of a path between them."""

    class Scene:
        def __init__(self, path, **columns):
            self.opportunity = make_opportunity(kind=f"test_{path}", **columns)
            self.publisher = make_owner(self.opportunity.unit)
            self.unit = make_unit()
            self.answerer = make_owner(self.unit)

        def another(self):
            """A further unit with its owner."""
            unit = make_unit()
            return unit, make_owner(unit)

    return Scene
