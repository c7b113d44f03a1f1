"""Fixtures for all tests."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform == "win32":  # without a screen Qt does not ask Windows for its fonts
    os.environ.setdefault("QT_QPA_FONTDIR", str(Path(os.environ["SYSTEMROOT"], "Fonts")))

IN_WINE = sys.platform == "win32" and hasattr(ctypes.windll.ntdll, "wine_get_version")

# a busy machine is no fault of the program
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

SHARED_DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The development data beside the checkout; the test skips where it is not there."""
    if not SHARED_DATA.is_dir():
        pytest.skip("the development data (../shared/data) is not on this machine")
    return SHARED_DATA


@pytest.fixture(autouse=True)
def private_user_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the real user's settings."""
    monkeypatch.setenv("JUANZONG_DATA", str(tmp_path / "user-data"))
