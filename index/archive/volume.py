"""What kind of volume a folder lies on: a disk of this computer, or a share of another one.

Called where that makes a difference: `watching` cannot rely on messages from a share, and an archive on one
that may only be read is copied first (`snapshot`).
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

_REMOTE = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "fuse.rclone", "davfs"}
)
_REMOTE_DRIVE = 4  # Windows' DRIVE_REMOTE


def is_remote(folder: Path) -> bool:
    """Whether a folder lies on another computer, as far as the system says."""
    if sys.platform == "win32":
        import ctypes

        place = os.path.splitdrive(folder)[0]
        if place.startswith("\\\\"):
            return True
        return bool(ctypes.windll.kernel32.GetDriveTypeW(f"{place}\\") == _REMOTE_DRIVE)
    best, kind = "", ""
    with contextlib.suppress(OSError):
        for line in Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace").splitlines():
            _, mount, system, *_ = line.split(" ")
            mount = mount.replace("\\040", " ")
            inside = mount == "/" or str(folder) == mount or str(folder).startswith(f"{mount}/")
            if inside and len(mount) >= len(best):
                best, kind = mount, system
    return kind in _REMOTE
