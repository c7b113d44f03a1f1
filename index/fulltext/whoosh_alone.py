"""Whoosh without the parts of Python that speak to networks: imported before anything of Whoosh is.

`whoosh.compat` wants a function for downloads that Whoosh never calls, and `cached_property` the whole of
asyncio for one question; together they load some seventy modules, for which the first page would wait.
They get what they ask for from modules that hold nothing else and are taken away again at once.
"""

from __future__ import annotations

import inspect
import sys
from types import ModuleType


def _import_whoosh() -> None:
    stands_in = {"asyncio": ModuleType("asyncio"), "urllib.request": ModuleType("urllib.request")}
    stands_in["asyncio"].__dict__["iscoroutinefunction"] = inspect.iscoroutinefunction
    stands_in["urllib.request"].__dict__["urlretrieve"] = None
    missing = {name: module for name, module in stands_in.items() if name not in sys.modules}
    sys.modules.update(missing)
    try:
        import whoosh.reading  # noqa: F401  # loads both
    finally:
        for name in missing:
            del sys.modules[name]


_import_whoosh()
