import pytest

from virtualclusters.network.vocabulary.places import Place, distance_km, pin_fits_state, place_of_pin


@pytest.mark.parametrize(
    ("pin", "district", "state"),
    [
        ("110001", "New Delhi", "DL"),
        ("283203", "Firozabad", "UP"),
        ("396230", "Dadra and Nagar Haveli", "DD"),
        ("194101", "Leh Ladakh", "LA"),
        ("500001", "Hyderabad", "TS"),
    ],
)
def test_place_of_pin_gives_district_and_state(pin, district, state):
    place = place_of_pin(pin)
    assert (place.district, place.state) == (district, state)


@pytest.mark.parametrize("pin", ["999999", "011000", "11000", "abcdef", ""])
def test_place_of_pin_when_there_is_none_is_none(pin):
    assert place_of_pin(pin) is None


@pytest.mark.parametrize(("pin", "neighbour"), [("283203", "283204"), ("403401", "403001"), ("182222", "182221")])
def test_points_known_to_be_wrong_are_corrected_to_lie_near_their_neighbours(pin, neighbour):
    assert distance_km(place_of_pin(pin), place_of_pin(neighbour)) < 60


def test_a_point_in_another_part_of_india_gives_way_to_the_middle_of_its_sorting_district():
    noida = place_of_pin("201301")
    assert noida.rough
    assert distance_km(noida, place_of_pin("110001")) < 60


def test_a_remote_island_keeps_its_own_point():
    assert not place_of_pin("744301").rough


def test_distance_between_delhi_and_mumbai_is_known():
    assert distance_km(place_of_pin("110001"), place_of_pin("400001")) == pytest.approx(1150, abs=30)


def test_distance_without_a_point_is_not_known():
    nowhere = Place("000000", "", "", None, None)
    assert distance_km(nowhere, place_of_pin("110001")) is None


@pytest.mark.parametrize(
    ("pin", "state", "fits"),
    [("110001", "DL", True), ("396230", "DD", True), ("403401", "GA", True), ("110001", "TN", False)],
)
def test_pin_fits_state(pin, state, fits):
    assert pin_fits_state(pin, state) is fits
