"""Whoosh comes without the parts of Python that speak to networks, and leaves nothing in their place."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
import index.fulltext
print(sorted({"asyncio", "urllib.request", "http.client", "email.parser"} & set(sys.modules)))
import asyncio, urllib.request
print(asyncio.run(asyncio.sleep(0, "runs")), callable(urllib.request.urlopen))
"""


def test_loading_the_index_loads_nothing_for_networks_and_leaves_the_real_modules_to_others() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["[]", "runs True"]
