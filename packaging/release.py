"""Makes of a bundle what is given to people: installer, portable zip, check sums. Called by `build.py`.

Works on a bundle for Windows wherever makensis is: on Windows, or on Linux after the bundle was made under
Wine. The same bundle gives the same files.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import signing

PACKAGING = Path(__file__).resolve().parent
INSTALLER_BUDGET = 45_000_000  # bytes
PORTABLE_MARK = "portable.txt"  # as in index/paths.py
PORTABLE_WORDS = """卷宗便携版：只要这个文件还在程序旁边，设置和日志就放在这里的 data 文件夹，
新建的档案库放在 archives 文件夹。
卷宗可攜版：只要這個檔案還在程式旁邊，設定和記錄檔就放在這裡的 data 資料夾，
新建的檔案庫放在 archives 資料夾。
Portable Juanzong: while this file lies beside the program, settings and logs are kept in the folder data
here, and new archives in the folder archives.
"""
SUMS = "SHA256SUMS.txt"
OLDER, LEFTOVER = "0.0.1", "leftover.txt"


class ReleaseError(Exception):
    """Something that is given to people could not be made; the message says why."""


def stem(version: str) -> str:
    """How the names of all files of a release begin."""
    return f"juanzong-{version}-windows-x64"


def sign_bundle(bundle: Path) -> None:
    """Sign every binary of the bundle that is not signed yet, if there is a certificate."""
    using = signing.certificate()
    if using is None:
        print("signing: no certificate in the environment, nothing is signed", flush=True)
        return
    files = signing.unsigned(bundle)
    signing.sign(files, using)
    print(f"signing: {len(files)} files signed", flush=True)


# ---- the portable copy ---------------------------------------------------------------------------------


def portable_zip(bundle: Path, target: Path, seconds: int) -> None:
    """Pack the bundle with the mark that keeps its data beside it; `seconds` since 1970 dates every entry."""
    date = time.gmtime(max(seconds, 315_532_800))[:6]
    files = sorted(path for path in bundle.rglob("*") if path.is_file())
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in files:
            place = f"juanzong/{path.relative_to(bundle).as_posix()}"
            archive.writestr(_entry(place, date), path.read_bytes(), compresslevel=9)
        archive.writestr(
            _entry(f"juanzong/{PORTABLE_MARK}", date), "\ufeff" + PORTABLE_WORDS.replace("\n", "\r\n")
        )


def _entry(place: str, date: tuple[int, ...]) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(place, date)  # type: ignore[arg-type]
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    entry.external_attr = 0x20
    return entry


# ---- the installer -------------------------------------------------------------------------------------


def installer(bundle: Path, target: Path, version: str, icon: Path, *, quick: bool = False) -> None:
    """Make the installer of a bundle, signed like it; `quick` packs it loosely, for trying it."""
    makensis = shutil.which("makensis") or shutil.which(r"C:\Program Files (x86)\NSIS\makensis.exe")
    if makensis is None:
        raise ReleaseError("makensis is not on the path; NSIS 3.08 or later makes the installer")
    kilobytes = sum(path.stat().st_size for path in bundle.rglob("*") if path.is_file()) // 1024
    words = {
        "VERSION": version,
        "SOURCE": str(bundle),
        "OUT": str(target),
        "ICON": str(icon),
        "TARGET": stub(makensis),
        "KILOBYTES": str(kilobytes),
        "MEGABYTES": str(kilobytes // 1024 + 1),
    }
    if quick:
        words["QUICK"] = "1"
    if signing.certificate() is not None:
        words["SIGNER"] = f'"{sys.executable}" "{PACKAGING / "signing.py"}"'
    command = [
        makensis,
        "-V2",
        "-INPUTCHARSET",
        "UTF8",
        *(f"-D{name}={value}" for name, value in words.items()),
    ]
    script = PACKAGING / "installer" / "installer.nsi"
    done = subprocess.run(
        [*command, str(script)], capture_output=True, text=True, errors="replace", check=False
    )
    if done.returncode or "warning" in done.stdout.lower():
        raise ReleaseError("makensis could not make the installer:\n" + (done.stdout + done.stderr)[-2000:])
    if (using := signing.certificate()) is not None:
        signing.sign([target], using)
    if quick:  # packed loosely, for trying only
        return
    size = target.stat().st_size
    print(f"installer: {size / 1e6:.1f} MB (budget {INSTALLER_BUDGET / 1e6:.0f} MB)", flush=True)
    if size > INSTALLER_BUDGET:
        raise ReleaseError("the installer is larger than its budget")


def stub(makensis: str) -> str:
    """What kind of program the installer is: for x64 where NSIS has the parts (Debian's), else for x86."""
    places = (Path("/usr/share/nsis/Stubs"), Path(makensis).parent / "Stubs")
    return (
        "amd64-unicode"
        if any((each / "lzma_solid-amd64-unicode").exists() for each in places)
        else "x86-unicode"
    )


def older_installer(bundle: Path, target: Path, icon: Path) -> None:
    """Make an installer of a pretended older version, with a file that went since, for trying the update."""
    with tempfile.TemporaryDirectory(prefix="juanzong-older-") as scratch:
        copy = Path(scratch, "juanzong")
        shutil.copytree(bundle, copy)
        (copy / "_internal" / LEFTOVER).write_text("of an older version\n", encoding="utf-8")
        installer(copy, target, OLDER, icon, quick=True)


# ---- check sums ----------------------------------------------------------------------------------------


def write_sums(folder: Path, files: list[Path]) -> None:
    """Write the SHA-256 sums of files in the form that `sha256sum -c` reads."""
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in sorted(files)]
    (folder / SUMS).write_text("".join(lines), encoding="ascii", newline="\n")


def pack(bundle: Path, folder: Path, version: str, seconds: int, icon: Path) -> list[Path]:
    """Make everything from a finished bundle; the files made, the sums last."""
    sign_bundle(bundle)
    made = [folder / f"{stem(version)}-portable.zip", folder / f"{stem(version)}-setup.exe"]
    for path in made:
        path.unlink(missing_ok=True)
    portable_zip(bundle, made[0], seconds)
    print(f"portable: {made[0].stat().st_size / 1e6:.1f} MB", flush=True)
    installer(bundle, made[1], version, icon)
    bill = folder / f"{stem(version)}.cdx.json"
    listed = [*made, *([bill] if bill.is_file() else [])]
    write_sums(folder, listed)
    return [*listed, folder / SUMS]
