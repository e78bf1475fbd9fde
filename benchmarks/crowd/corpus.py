"""Who makes what and where, drawn from a fixed seed: frequencies fall as Zipf's law has it, as in a real directory."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

SEED = 20261122
NOUNS, PRODUCTS = 494, 60_000
ZIPF_PRODUCTS, ZIPF_STATES, ZIPF_ASKED = 0.9, 0.8, 0.65
"""What is asked for falls more slowly than what is made: an opportunity touches some 20,000 of 27 million things that five million units
have."""
STATES, DISTRICTS = 36, 22
FEWEST, MOST = 3, 8
ROLES = ("makes", "uses", "can", "needs")
SHARES = (0.6, 0.2, 0.1, 0.1)
ALL_INDIA = 0.3
A_BATCH = 200_000


@dataclass(frozen=True)
class Crowd:
    """Arrays with a place for each unit; and pairs, a place for each thing that a unit has."""

    state: np.ndarray
    district: np.ndarray
    latitude: np.ndarray
    longitude: np.ndarray
    unit: np.ndarray
    concept: np.ndarray
    role: np.ndarray


def state_code(number) -> str:
    """Two letters for a made-up state."""
    return f"{chr(65 + number // 10)}{number % 10}"


def draw(chance, first, count) -> Crowd:
    """So many units from an id on; what they have comes without repetition."""
    state = drawn(chance, falling(STATES, ZIPF_STATES), count).astype(np.int16)
    district = chance.integers(0, DISTRICTS, count).astype(np.int16)
    north, east = centre_of(state, district)
    unit, concept, role = _pairs(chance, first, count)
    return Crowd(
        state,
        district,
        np.round(north + chance.normal(0, 0.2, count), 2),
        np.round(east + chance.normal(0, 0.2, count), 2),
        unit,
        concept,
        role,
    )


def centre_of(state, district):
    """The middle of a district: states lie in a grid over India, their districts in a grid within."""
    north = 9 + (state // 6) * 4 + (district // 5) * 0.8
    east = 69 + (state % 6) * 4.5 + (district % 5) * 0.9
    return north, east


@lru_cache
def falling(count, power):
    """Shares that fall as Zipf's law has it, added up."""
    weights = 1 / np.arange(1, count + 1) ** power
    return np.cumsum(weights) / weights.sum()


def drawn(chance, shares, count):
    """Places among shares that were added up."""
    return np.minimum(np.searchsorted(shares, chance.random(count)), len(shares) - 1)


def products(chance, count):
    """Ids of products as often as they are made: the first is the commonest. Ids up to ``NOUNS`` are the groups above them."""
    return drawn(chance, falling(PRODUCTS, ZIPF_PRODUCTS), count) + NOUNS + 1


def asked(chance, count, most=5):
    """Products that opportunities name, a row each: one of any, the others of its group."""
    first = drawn(chance, falling(PRODUCTS, ZIPF_ASKED), count) + NOUNS + 1
    steps = chance.integers(0, PRODUCTS // NOUNS, (count, most - 1)) * NOUNS
    others = (first[:, None] - NOUNS - 1 + steps) % (PRODUCTS // NOUNS * NOUNS) + NOUNS + 1
    return np.concatenate([first[:, None], others], axis=1)


def group_of(product):
    """The group that a product belongs to, by id."""
    return (product * 7) % NOUNS + 1


def _pairs(chance, first, count):
    how_many = chance.integers(FEWEST, MOST + 1, count)
    unit = np.repeat(np.arange(first, first + count, dtype=np.int64), how_many)
    role = drawn(chance, np.cumsum(SHARES), len(unit))
    once = np.unique((unit << 20 | products(chance, len(unit))) << 3 | role)
    return once >> 23, (once >> 3) & (2**20 - 1), once & 7
