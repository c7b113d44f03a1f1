"""The first program of a user takes the calls of later starts (`desktop_app.handover`).

Made by `desktop_app.application.run`; closed before the program ends.
"""

from __future__ import annotations

import contextlib
import os
import socket
import struct
import sys
import threading
import time
from multiprocessing.connection import Client, Connection, Listener
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.handover import MOST, PATIENCE, address, family, load

_MOST_FAILURES = 200
_BYE = b"bye"


class Reception(QObject):
    """Takes calls of later starts; `called` comes on the GUI thread. Close it before the program ends."""

    called = Signal(object)  # Request

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listener = _listen()
        self._thread: threading.Thread | None = None
        if self._listener is not None:
            self._thread = threading.Thread(target=self._attend, name="juanzong-reception", daemon=True)
            self._thread.start()

    @property
    def open(self) -> bool:
        """Whether calls can come; False where the system allows none."""
        return self._thread is not None

    def close(self) -> None:
        """Take no more calls and leave no thread."""
        if self._thread is None or self._listener is None:
            return
        with contextlib.suppress(OSError, EOFError), contextlib.closing(Client(address(), family())) as own:
            own.send_bytes(_BYE + str(id(self)).encode())
        self._thread.join(PATIENCE * 2)
        self._listener.close()
        self._thread = None

    def _attend(self) -> None:
        assert self._listener is not None  # noqa: S101
        failures = 0
        while failures < _MOST_FAILURES:
            try:
                connection = self._listener.accept()
            except (OSError, EOFError):  # a caller that went away again, or the system is out of handles
                failures += 1
                time.sleep(0.05)
                continue
            with contextlib.closing(connection), contextlib.suppress(OSError, EOFError):
                if self._answer(connection):
                    return

    def _answer(self, connection: Connection) -> bool:
        """Hear one call; True if it was our own, to end."""
        if not connection.poll(PATIENCE):
            return False
        _wait_no_longer(connection)
        line = connection.recv_bytes(MOST)
        if line == _BYE + str(id(self)).encode():
            return True
        request = load(line)
        if request is not None:
            self.called.emit(request)
            connection.send_bytes(b"ok")
        return False


def _wait_no_longer(connection: Connection) -> None:
    """Let a caller who stops in the middle of a call not keep others waiting; pipes bring whole calls."""
    if sys.platform != "win32":
        with socket.socket(fileno=os.dup(connection.fileno())) as line:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, struct.pack("ll", int(PATIENCE), 0))


def _listen() -> Listener | None:
    """A listener at our address; None if another program has it or the system refuses."""
    if sys.platform != "win32":
        Path(address()).unlink(missing_ok=True)  # of a program that was killed: nobody answered `call`
    try:
        listener = Listener(address(), family(), backlog=8)
        if sys.platform != "win32":
            Path(address()).chmod(0o600)
    except OSError:
        return None
    return listener
