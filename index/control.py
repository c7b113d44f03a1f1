"""Pause and cancel for long work; passed by the window or the command line into the library."""

from __future__ import annotations

import threading

from index.errors import Cancelled


class Control:
    """A switch that one thread turns and the working thread obeys at safe points."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self._running = threading.Event()
        self._running.set()

    def cancel(self) -> None:
        """Ask the work to stop at the next safe point; what is done until then is kept."""
        self._cancelled.set()
        self._running.set()

    def pause(self) -> None:
        """Ask the work to wait at the next safe point."""
        self._running.clear()

    def resume(self) -> None:
        """Let paused work go on."""
        self._running.set()

    @property
    def cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._cancelled.is_set()

    @property
    def paused(self) -> bool:
        """Whether the work is asked to wait."""
        return not self._running.is_set()

    def checkpoint(self) -> None:
        """Wait while paused; raise Cancelled once cancelled."""
        self._running.wait()
        if self._cancelled.is_set():
            raise Cancelled
