"""In tests nobody's fingers rest: counting follows a search at once."""

from __future__ import annotations

import pytest

from desktop_app.search import counting


@pytest.fixture(autouse=True)
def count_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """No waiting before the counts."""
    monkeypatch.setattr(counting, "SOON", 0)
    monkeypatch.setattr(counting, "WHEN_PAUSED", 0)
    monkeypatch.setattr(counting, "LATER", 0)
