"""The settings of all fuzz tests: the same examples every time, few of them; campaigns do the long runs."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

FUZZ = settings(
    derandomize=True,
    max_examples=int(os.environ.get("JUANZONG_FUZZ_EXAMPLES", "60")),
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
