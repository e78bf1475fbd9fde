"""Between numpy's arrays and roaring bitmaps, in one copy."""

from array import array

import numpy as np
from numpy.typing import NDArray
from pyroaring import BitMap


def bitmap_of(numbers: NDArray[np.integer]) -> BitMap:
    """The set of these numbers."""
    return BitMap(array("I", numbers.astype(np.uint32, copy=False).tobytes()))


def as_array(members: BitMap) -> NDArray[np.uint32]:
    """The members of a set, smallest first."""
    return np.frombuffer(members.to_array(), np.uint32) if members else np.zeros(0, np.uint32)
