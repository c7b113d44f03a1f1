#!/usr/bin/env python3
"""Signs executables and libraries for Windows: called by `release.py`, and by makensis for the uninstaller.

    python packaging/signing.py FILE...     sign these

The certificate comes from the environment; without it nothing is signed and nothing fails.

    JUANZONG_SIGN_PFX          a .pfx file with certificate and key; on Windows and on Linux
    JUANZONG_SIGN_PASSWORD     its password
    JUANZONG_SIGN_THUMBPRINT   instead: a certificate in the store of Windows, also on a token (signtool only)
    JUANZONG_SIGN_TIMESTAMP    a time stamp server (RFC 3161), so that signatures outlive the certificate
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DESCRIPTION = "Juanzong"
SIGNED_KINDS = (".exe", ".dll", ".pyd")
CERTIFICATE_TABLE = 4  # index of a PE file's data directory that holds signatures
AT_ONCE = 40  # files in one call of the tool


class SigningError(Exception):
    """A file could not be signed; the message says which and why."""


@dataclass(frozen=True)
class Certificate:
    """What files are signed with."""

    pfx: str = ""
    password: str = ""
    thumbprint: str = ""
    timestamp: str = ""


def certificate(environment: Mapping[str, str] = os.environ) -> Certificate | None:
    """The certificate that the environment names; None if it names none."""
    names = ("PFX", "PASSWORD", "THUMBPRINT", "TIMESTAMP")
    found = Certificate(*(environment.get(f"JUANZONG_SIGN_{name}", "") for name in names))
    return found if found.pfx or found.thumbprint else None


def is_signed(path: Path) -> bool:
    """Whether a file carries a signature already, such as its maker's."""
    import pefile

    with pefile.PE(str(path), fast_load=True) as file:
        return bool(file.OPTIONAL_HEADER.DATA_DIRECTORY[CERTIFICATE_TABLE].Size)


def unsigned(folder: Path) -> list[Path]:
    """The executables and libraries below a folder that nobody has signed yet."""
    files = (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in SIGNED_KINDS)
    return [path for path in files if path.is_file() and not is_signed(path)]


def sign(files: list[Path], using: Certificate) -> None:
    """Sign files in place."""
    signtool = find_signtool() if sys.platform == "win32" else None
    if signtool:
        for first in range(0, len(files), AT_ONCE):
            _run([signtool, *_signtool_words(using), *map(str, files[first : first + AT_ONCE])], "signtool")
        return
    osslsigncode = shutil.which("osslsigncode")
    if not osslsigncode:
        raise SigningError("neither signtool nor osslsigncode is on the path")
    if not using.pfx:
        raise SigningError("a certificate in the store of Windows needs signtool; give a file instead")
    with tempfile.TemporaryDirectory(prefix="juanzong-sign-") as private:
        secret = Path(private, "secret")  # not on the command line, where everybody could read it
        secret.touch(mode=0o600)
        secret.write_text(using.password, encoding="utf-8")
        for path in files:
            _sign_with_osslsigncode(osslsigncode, path, secret, using)


def find_signtool() -> str | None:
    """Where Windows' own tool is: on the path, or the newest one of the Windows SDK."""
    kits = Path(r"C:\Program Files (x86)\Windows Kits\10\bin")
    return shutil.which("signtool") or next(
        (str(each) for each in sorted(kits.glob("*/x64/signtool.exe"), reverse=True)), None
    )


def _signtool_words(using: Certificate) -> list[str]:
    words = ["sign", "/q", "/fd", "SHA256", "/d", DESCRIPTION]
    words += ["/f", using.pfx, "/p", using.password] if using.pfx else ["/sha1", using.thumbprint]
    return words + (["/tr", using.timestamp, "/td", "SHA256"] if using.timestamp else [])


def _sign_with_osslsigncode(tool: str, path: Path, secret: Path, using: Certificate) -> None:
    target = path.with_name(path.name + ".signed")
    words = ["sign", "-pkcs12", using.pfx, "-readpass", str(secret), "-h", "sha256", "-n", DESCRIPTION]
    words += ["-ts", using.timestamp] if using.timestamp else []
    try:
        _run([tool, *words, "-in", str(path), "-out", str(target)], path.name)
        shutil.copymode(path, target)
        target.replace(path)
    finally:
        target.unlink(missing_ok=True)


def _run(command: list[str], what: str) -> None:
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        raise SigningError(f"{what}: " + (done.stdout + done.stderr).strip()[-400:])


def main() -> int:
    """Sign the files named on the command line."""
    using = certificate()
    if using is None:
        print("signing: no certificate in the environment", file=sys.stderr)
        return 1
    try:
        sign([Path(each) for each in sys.argv[1:]], using)
    except SigningError as error:
        print(f"signing: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
