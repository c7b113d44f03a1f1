"""What the latest queries read from segments, so that the next key of a query need not read it again.

Segments never change, so nothing here ever grows old; what was not asked for longest is dropped. Called by
`segment` and `evaluation`, from any thread.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable

import numpy as np
import numpy.typing as npt

Arrays = tuple[npt.NDArray[np.int64], ...]
_ROOM = 24 << 20  # bytes for all segments together
_LARGEST = _ROOM // 4  # of one thing that is worth keeping


class Recent:
    """Arrays by what they answer, within a bound of bytes; they can be read only."""

    def __init__(self, room: int = _ROOM) -> None:
        self._room = room
        self._lock = threading.Lock()
        self._known: OrderedDict[Hashable, Arrays] = OrderedDict()
        self._size = 0

    def get(self, key: Hashable, make: Callable[[], Arrays]) -> Arrays:
        """What `make` gives for `key`, as it was last time if that is still here."""
        with self._lock:
            found = self._known.get(key)
            if found is not None:
                self._known.move_to_end(key)
                return found
        found = make()
        for array in found:
            array.flags.writeable = False
        size = _size(found)
        if size > min(_LARGEST, self._room):
            return found
        with self._lock:
            if key not in self._known:
                self._known[key] = found
                self._size += size
            while self._size > self._room:
                self._size -= _size(self._known.popitem(last=False)[1])
        return found


def _size(arrays: Arrays) -> int:
    return 200 + sum(array.nbytes for array in arrays)


recent = Recent()
