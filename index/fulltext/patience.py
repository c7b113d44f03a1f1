"""Matching with an end to patience: expressions that people write may need longer than the world exists.

Called by `query` for regular expressions and wildcards, with `regex` in place of Python's own `re`, which
cannot be interrupted and stops all other threads meanwhile. It is loaded when somebody writes one.
"""

from __future__ import annotations

import re
import time
import warnings
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from index.errors import QueryError

if TYPE_CHECKING:
    import regex

SECONDS_PER_TEXT = 0.5
SECONDS = 60.0  # of matching for one query, in all texts together


class Patient:
    """A compiled expression that raises QueryError(query.too_slow) when its time is over."""

    def __init__(self, expression: str, shown: str, typed: tuple[int, int] = (0, 1)) -> None:
        """`shown`: what the reader knows the expression as; `typed`: where it stands in the query."""
        self._expression, self._shown, self._typed = expression, shown, typed
        self._left = SECONDS

    @cached_property
    def _compiled(self) -> regex.Pattern[str]:
        import regex

        return regex.compile(self._expression)

    def matches(self, text: str) -> Iterator[regex.Match[str]]:
        """Its matches in `text`, in order."""
        began = time.perf_counter()
        limit = min(SECONDS_PER_TEXT, self._left)
        try:
            yield from self._compiled.finditer(text, timeout=limit, concurrent=True)
        except (TimeoutError, MemoryError) as error:
            start, end = self._typed
            raise QueryError("query.too_slow", start, end - start, value=self._shown) from error
        finally:
            self._left = max(0.01, self._left - (time.perf_counter() - began))


def fault(expression: str) -> str:
    """What is wrong with a regular expression, "" if nothing."""
    import regex

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)
            re.compile(expression)  # the syntax that the manual promises, and the better messages
            regex.compile(expression)
    except (re.error, regex.error) as error:
        return str(getattr(error, "msg", error))
    except (RecursionError, OverflowError, MemoryError, ValueError) as error:
        return str(error)
    return ""
