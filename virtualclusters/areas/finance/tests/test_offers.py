"""Packages as a unit reads them: what each asks, what turns a no, the cheapest first."""

from decimal import Decimal

import pytest
from django.utils import timezone
from django.utils.translation import override

from tests.factories import NOON, give_concept, make_concept, make_owner, make_unit
from virtualclusters.areas.finance.models import PackageDetail
from virtualclusters.areas.finance.packages.offers import borrower_of, offers_for
from virtualclusters.areas.finance.packages.ranking import BEST_FIT, CHEAPEST
from virtualclusters.areas.finance.packages.terms import Wish
from virtualclusters.areas.finance.tests.lending import make_clerk, make_lender, make_spice_maker, publish_package
from virtualclusters.exchange.alerts.values import vocabulary
from virtualclusters.exchange.opportunities.models import Opportunity
from virtualclusters.matching.rules import Answer
from virtualclusters.network.vocabulary.models import ConceptName
from virtualclusters.network.vocabulary.reading import held
from virtualclusters.pages.clusters.cards import opportunity_cards

pytestmark = pytest.mark.django_db
WISH = Wish(Decimal(500_000), 36)


@pytest.fixture
def branch():
    return make_lender()


@pytest.fixture
def clerk(branch):
    return make_clerk(branch)


def read_by(unit, wish=WISH, *, order=CHEAPEST):
    return offers_for(borrower_of(make_owner(unit), at=NOON), wish, order=order, at=NOON)


def titles(offers):
    return [offer.package.title for offer in offers]


def test_the_cheapest_in_all_comes_first_even_with_the_higher_rate(branch, clerk):
    publish_package(branch, clerk, title="Low rate, high fee", fees=[_upfront("4")])
    publish_package(branch, clerk, title="Higher rate, no fee", spread_min=Decimal(3), spread_max=Decimal(3), fees=[])

    found = read_by(make_unit())

    assert titles(found) == ["Higher rate, no fee", "Low rate, high fee"]
    assert found[0].high.nominal_percent < found[1].high.nominal_percent


def test_a_package_that_a_rule_ends_comes_last_and_says_what_would_turn_it(branch, clerk):
    publish_package(branch, clerk, title="Elsewhere", states=["KL"], spread_min=Decimal(0), spread_max=Decimal(0))
    publish_package(branch, clerk, title="Here", states=["MH"])

    here, elsewhere = read_by(make_unit())

    assert (titles([here, elsewhere]), here.answer, elsewhere.answer) == (["Here", "Elsewhere"], Answer.YES, Answer.NO)
    assert elsewhere.lines[0].change == "It fits when this is so: State: Kerala. This is not for you to change."


def test_what_is_not_known_is_neither_yes_nor_no(branch, clerk):
    publish_package(branch, clerk, sizes=["micro"])

    (offer,) = read_by(make_unit())

    assert (offer.answer, offer.lines[0].answer) == (Answer.NOT_KNOWN, "not_known")


def test_packages_for_other_products_are_not_shown(branch, clerk):
    spices, oil = make_concept("spices-y"), make_concept("oil-y")
    publish_package(branch, clerk, title="For oil", products=[oil.pk])
    publish_package(branch, clerk, title="For spices", products=[spices.pk])
    publish_package(branch, clerk, title="For all")

    found = read_by(make_spice_maker(concept=spices), order=BEST_FIT)

    assert titles(found) == ["For spices", "For all"]


@pytest.mark.parametrize(
    ("count", "asked"), [(1, "What you make: Thing 0."), (2, "What you make: one of these: Thing 0, Thing 1.")]
)
def test_a_package_for_one_product_does_not_say_one_of_these(branch, clerk, count, asked):
    things = [make_concept() for _ in range(count)]
    for number, thing in enumerate(things):
        ConceptName.objects.create(concept=thing, language="en", text=f"Thing {number}", key="", preferred=True)
    publish_package(branch, clerk, products=[thing.pk for thing in things])

    (offer,) = read_by(make_spice_maker(concept=things[0]))

    assert offer.lines[0].asked == asked


@pytest.mark.parametrize(("language", "title"), [("hi", "मसाला मिलों के लिए कर्ज़"), ("en", "Loan for spice mills")])
def test_a_package_has_its_title_in_the_readers_language_wherever_it_stands(branch, clerk, client, language, title):
    now = timezone.now()
    package = publish_package(branch, clerk, at=now)
    package = Opportunity.objects.select_related("unit__organisation").get(pk=package.pk)

    with override(language):
        (card,) = opportunity_cards([package])
        page = client.get(f"/{language}/opportunities/{package.pk}/").content.decode()

    assert (card.title, page.count(f'<h1 class="vc-heading-l">{title}</h1>')) == (title, 1)


def test_an_amount_that_it_does_not_lend_is_a_no_without_a_cost(branch, clerk):
    publish_package(branch, clerk)

    (offer,) = read_by(make_unit(), Wish(Decimal(50_000), 36))

    assert (offer.answer, offer.high) == (Answer.NO, None)
    assert offer.lines[0].change == "It fits when you choose an amount between these two."


def test_a_rate_between_two_has_two_costs(branch, clerk):
    publish_package(branch, clerk, spread_min=Decimal(1), spread_max=Decimal(3), fees=[])

    (offer,) = read_by(make_unit())

    assert (offer.low.nominal_percent, offer.high.nominal_percent) == (Decimal("9.25"), Decimal("11.25"))


def test_what_a_unit_uses_is_not_what_it_makes(branch, clerk):
    oil = make_concept("oil-z")
    publish_package(branch, clerk, products=[oil.pk])
    unit = make_spice_maker()
    give_concept(unit, oil, role="uses")

    assert list(read_by(unit)) == []


def _upfront(percent):
    return {
        "what": "upfront",
        "above": Decimal(0),
        "up_to": None,
        "percent": Decimal(percent),
        "rupees": None,
        "cap": None,
        "yearly": False,
    }


@pytest.mark.parametrize("order", [CHEAPEST, BEST_FIT])
def test_the_order_is_that_of_reading_every_package_whole(branch, clerk, order):
    spices = make_concept("spices-o")
    for number in range(16):
        publish_package(branch, clerk, title=f"Loan {number}", **_some_terms(number, spices))
    unit = make_spice_maker(concept=spices)

    found = read_by(unit, order=order)

    assert titles(found) == titles(sorted(found, key=READ_WHOLE[order]))
    assert len(found) == 16


def _some_terms(number, concept):
    return {
        "spread_max": Decimal(3) + Decimal(number * 7 % 16) / 20,
        "states": [["MH"], ["KL"], []][number % 3],
        "sizes": ["micro"] if number % 4 == 0 else [],
        "products": [concept.pk] if number % 5 else [],
        "amount_max": Decimal(400_000) if number % 6 == 5 else Decimal(5_000_000),
        "fees": [_upfront(str(number % 3))],
        "repayment": "quarterly" if number % 2 else "monthly",
    }


def _percent(offer):
    """What it costs in a year; what something ends is not put in order by its cost."""
    return offer.high.yearly_percent if offer.high and not _said(offer, Answer.NO) else Decimal(10_000)


def _said(offer, answer):
    return sum(line.answer == answer for line in offer.lines)


READ_WHOLE = {
    CHEAPEST: lambda offer: (
        _said(offer, Answer.NO), _percent(offer), _said(offer, Answer.NOT_KNOWN), offer.package.pk,
    ),
    BEST_FIT: lambda offer: (
        _said(offer, Answer.NO), _said(offer, Answer.NOT_KNOWN), not offer.package.scope.concepts, _percent(offer), offer.package.pk,
    ),
}  # fmt: skip


def test_of_two_hundred_and_ten_packages_the_cheapest_is_found_though_it_is_the_oldest(branch, clerk):
    publish_package(branch, clerk, title="Oldest and cheapest", spread_min=Decimal(0), spread_max=Decimal(0))
    model = publish_package(branch, clerk, title="Dearer")
    _copies(model, 208)

    found = read_by(make_unit())

    assert (len(found), found[0].package.title) == (210, "Oldest and cheapest")


def _copies(model, many):
    """The same package again and again, without its fees."""
    rows = []
    for _number in range(many):
        again = Opportunity.objects.get(pk=model.pk)
        again.pk = None
        rows.append(again)
    details = []
    for row in Opportunity.objects.bulk_create(rows):
        detail = PackageDetail.objects.get(pk=model.pk)
        detail.pk = row.pk
        details.append(detail)
    PackageDetail.objects.bulk_create(details)


@pytest.mark.parametrize("many", [20, 60])
def test_a_page_of_packages_costs_eight_queries_however_many_there_are(branch, clerk, many, django_assert_num_queries):
    _copies(publish_package(branch, clerk), many)
    borrower = borrower_of(make_owner(make_spice_maker()), at=NOON)
    held.forget()
    vocabulary()

    with django_assert_num_queries(8):
        assert len(offers_for(borrower, WISH, order=CHEAPEST, at=NOON)[10:20]) == 10
