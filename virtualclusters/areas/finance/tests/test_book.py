"""A book of 12 loans of 11 borrowers, one crore rupees in all, worked by hand.

    borrower  sector     sub-sector  district     size     owed (lakh)   share in %   squared
    Anand     food       spices      Pune         micro    4 + 1          5              25
    Bela      food       spices      Nashik       micro    3              3               9
    Chitra    food       bakery      Pune         small    12            12             144
    Dinesh    food       bakery      Patna        micro    2              2               4
    Esha      food       honey       Muzaffarpur  micro    1.5            1.5             2.25
    Farid     food       honey       Patna        micro    2.5            2.5             6.25
    Gita      food       pickle      Nashik       small    9              9              81
    Hari      machinery  grinders    Rajkot       small    15            15             225
    Indu      machinery  grinders    Rajkot       small    5              5              25
    Jaya      machinery  ovens       Pune         medium   35            35           1,225
    Kiran     packaging  jars        Pune         micro    10            10             100
                                                           100           100          1,846.50

The squares of shares in per cent add up to the index. By sector: 35, 55 and 10 of 100, so 1,225 + 3,025 + 100 = 4,350.
"""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from virtualclusters.areas.finance.board.book import (
    Breach,
    Caps,
    Hit,
    Loan,
    Side,
    Slice,
    Spread,
    breaches,
    concentration,
    exposure,
    owed_by,
    resting_on,
    shock,
    total,
    with_loan,
)


def loan(borrower, sector, sub_sector, district, size, lakh, **sales):
    shares = {name: Decimal(share) for name, share in sales.items()}
    return Loan(borrower, sector, sub_sector, district, size, Decimal(lakh) * 100_000, shares)


BOOK = [
    loan("Anand", "food", "spices", "Pune", "micro", "4", chilli="0.5"),
    loan("Anand", "food", "spices", "Pune", "micro", "1", chilli="0.5"),
    loan("Bela", "food", "spices", "Nashik", "micro", "3", chilli="1"),
    loan("Chitra", "food", "bakery", "Pune", "small", "12"),
    loan("Dinesh", "food", "bakery", "Patna", "micro", "2"),
    loan("Esha", "food", "honey", "Muzaffarpur", "micro", "1.5", honey="1"),
    loan("Farid", "food", "honey", "Patna", "micro", "2.5", honey="0.8"),
    loan("Gita", "food", "pickle", "Nashik", "small", "9", chilli="0.1"),
    loan("Hari", "machinery", "grinders", "Rajkot", "small", "15"),
    loan("Indu", "machinery", "grinders", "Rajkot", "small", "5"),
    loan("Jaya", "machinery", "ovens", "Pune", "medium", "35"),
    loan("Kiran", "packaging", "jars", "Pune", "micro", "10"),
]
OWED = owed_by(BOOK)
CAPS = Caps(capital=Decimal(20_000_000), single_name_percent=Decimal(15), sector_percent=Decimal(50))


def rupees(lakh):
    return Decimal(lakh) * 100_000


def of(name, lakh):
    return Slice(name, rupees(lakh), Decimal(lakh) / 100)


def test_exposure_by_each_side_is_right_to_the_rupee():
    assert total(OWED) == Decimal(10_000_000)
    assert exposure(OWED, Side.SECTOR) == (of("machinery", "55"), of("food", "35"), of("packaging", "10"))
    assert exposure(OWED, Side.SUB_SECTOR) == (
        of("ovens", "35"), of("grinders", "20"), of("bakery", "14"), of("jars", "10"),
        of("pickle", "9"), of("spices", "8"), of("honey", "4"),
    )  # fmt: skip
    assert exposure(OWED, Side.DISTRICT) == (
        of("Pune", "62"), of("Rajkot", "20"), of("Nashik", "12"), of("Patna", "4.5"), of("Muzaffarpur", "1.5"),
    )  # fmt: skip
    assert exposure(OWED, Side.SIZE) == (of("small", "41"), of("medium", "35"), of("micro", "24"))


def test_the_largest_borrowers_count_all_their_loans():
    assert exposure(OWED, Side.BORROWER, most=3) == (of("Jaya", "35"), of("Hari", "15"), of("Chitra", "12"))
    assert of("Anand", "5") in exposure(OWED, Side.BORROWER)


def test_concentration_is_the_sum_of_squared_shares():
    by_borrower, by_sector = concentration(OWED, Side.BORROWER), concentration(OWED, Side.SECTOR)

    assert (by_borrower.index, by_borrower.spread) == (Decimal("1846.5"), Spread.BETWEEN)
    assert (by_sector.index, by_sector.spread) == (Decimal(4350), Spread.CONCENTRATED)
    assert by_borrower.effective.quantize(Decimal("0.001")) == Decimal("5.416")
    assert by_sector.effective.quantize(Decimal("0.001")) == Decimal("2.299")


def test_caps_measure_one_borrower_against_capital_and_a_sector_against_the_book():
    """15 % of two crore are 30 lakh: Jaya is 5 lakh over. Half of the book are 50 lakh: machinery is 5 lakh over."""
    assert breaches(OWED, CAPS) == (
        Breach(Side.BORROWER, "Jaya", rupees(35), rupees(30)),
        Breach(Side.SECTOR, "machinery", rupees(55), rupees(50)),
    )
    assert [one.over_by for one in breaches(OWED, CAPS)] == [rupees(5), rupees(5)]
    assert breaches(OWED, Caps()) == ()


def test_a_loan_more_shows_what_it_would_change_before_it_is_given():
    """25 lakh more to Kiran: 35 of 125 lakh. Packaging 28 %, machinery 44 %, food 28 %: 784 + 1,936 + 784 = 3,504; no sector is over."""
    before, after = with_loan(OWED, loan("Kiran", "packaging", "jars", "Pune", "micro", "25"), CAPS)

    assert (before.outstanding, after.outstanding) == (rupees(100), rupees(125))
    assert (before.sectors.index, after.sectors.index) == (Decimal(4350), Decimal(3504))
    assert [one.name for one in before.breaches] == ["Jaya", "machinery"]
    assert [(one.name, one.over_by) for one in after.breaches] == [("Jaya", rupees(5)), ("Kiran", rupees(5))]


def test_a_fall_of_a_price_hits_those_whose_sales_rest_on_it():
    """Chilli falls by 30 %: Bela lives on it alone and loses 30 %, Anand half of that, Gita 3 %: 3 + 5 + 9 lakh of 100."""
    found = shock(resting_on(BOOK, "chilli"), rupees(100), Decimal(30))

    assert found.hits == (
        Hit("Bela", Decimal("0.3"), rupees(3)),
        Hit("Anand", Decimal("0.15"), rupees(5)),
        Hit("Gita", Decimal("0.03"), rupees(9)),
    )
    assert (found.outstanding, found.share) == (rupees(17), Decimal("0.17"))
    assert [
        hit.borrower for hit in shock(resting_on(BOOK, "chilli"), rupees(100), Decimal(30), least=Decimal("0.1")).hits
    ] == ["Bela", "Anand"]


def test_a_price_cannot_fall_by_more_than_all_of_it():
    with pytest.raises(ValueError, match="cannot fall by 101"):
        shock(resting_on(BOOK, "chilli"), rupees(100), Decimal(101))


def test_an_empty_book_has_no_concentration():
    empty = owed_by([])

    assert (total(empty), exposure(empty, Side.SECTOR), concentration(empty, Side.BORROWER), breaches(empty, CAPS)) == (
        0,
        (),
        None,
        (),
    )


loans = st.lists(
    st.builds(
        Loan,
        *[st.sampled_from("abcde")] * 5,
        st.decimals(min_value=0, max_value=10**9, places=2),
    ),
    min_size=1,
    max_size=12,
)


@given(loans, st.sampled_from(Side))
def test_slices_add_up_to_the_book_and_the_index_lies_between_equal_shares_and_one_name(book, side):
    owed = owed_by(book)
    slices, found = exposure(owed, side), concentration(owed, side)

    assert sum(one.outstanding for one in slices) == total(owed)
    if found is not None:
        owing = len([one for one in slices if one.outstanding])
        assert round(Decimal(10_000) / owing, 6) <= round(found.index, 6) <= 10_000
        assert 1 <= round(found.effective, 6) <= owing


@given(loans)
def test_two_borrowers_become_one_and_the_book_is_no_less_concentrated(book):
    before = concentration(owed_by(book), Side.BORROWER)
    merged = [one if one.borrower != "a" else Loan("b", "", "", "", "", one.outstanding) for one in book]

    if before is not None:
        assert round(concentration(owed_by(merged), Side.BORROWER).index, 6) >= round(before.index, 6)
