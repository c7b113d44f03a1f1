#!/usr/bin/env python3
"""Make the program that users get: a folder that runs without Python.

    python packaging/build.py            build dist/SYSTEM/juanzong, check its size and what it links to
    python packaging/build.py --release  the same, then sign it and make installer, portable zip, SBOM, sums
    python packaging/build.py --smoke    the same, then try everything as a user would (smoke.py)
    python packaging/build.py --wine     all of it for Windows on Linux, with a Windows Python under Wine

The system that runs it is the system that is built for. Called by `.ci/run` and by the workflow. Needs the
extra `package` (PyInstaller); a release for Windows also needs NSIS. Two builds of one commit by the same
Python give the same files (`compare.py` says where not).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import release
import signing
import start
import windows_resources

ROOT = start.ROOT
BUILD = ROOT / "build"
WINDOWS = sys.platform == "win32"
DIST = ROOT / "dist" / ("windows" if WINDOWS else "linux")
BUNDLE = DIST / "juanzong"
BUDGET = {"win32": 130_000_000, "linux": 250_000_000}  # bytes; Linux carries ICU, X libraries and symbols
ICON = BUILD / "juanzong.ico"


class BuildError(Exception):
    """The build cannot go on; the message says why."""


# ---- what the build needs ----------------------------------------------------------------------------


def prepare_linux() -> None:
    """See that PyInstaller finds its tools and a shared libpython; Debian ships both apart."""
    packages = [] if shutil.which("objdump") else ["binutils"]
    library = sysconfig.get_config_var("INSTSONAME") or ""
    folder = sysconfig.get_config_var("LIBDIR") or ""
    if ".so" not in library:
        library = f"libpython{sys.version_info.major}.{sys.version_info.minor}.so.1.0"
    if not start.loads(library) and not Path(folder, library).exists():
        packages.append(f"libpython{sys.version_info.major}.{sys.version_info.minor}")
    if not packages:
        return
    rights = start.administrator() if shutil.which("apt-get") else None
    if rights is None or start.install_packages(packages, rights):
        raise BuildError(f"the build needs {' and '.join(packages)}; please have it installed")


# ---- the build ---------------------------------------------------------------------------------------


def version() -> str:
    """The version in `index/version.py`."""
    sys.path.insert(0, str(ROOT))
    from index.version import __version__

    return __version__


def source_date() -> int:
    """When the sources were committed, in seconds since 1970: every date in a build is this one."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not given and shutil.which("git"):
        asked = subprocess.run(
            ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
        )
        given = asked.stdout.strip()
    return int(given) if given.isdecimal() else int((ROOT / "index" / "version.py").stat().st_mtime)


def freeze() -> None:
    """Run PyInstaller on the spec."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    command += ["--distpath", str(DIST), "--workpath", str(BUILD / DIST.name)]
    fixed = {"SOURCE_DATE_EPOCH": str(source_date()), "PYTHONHASHSEED": "0"}
    done = subprocess.run(
        [*command, str(ROOT / "packaging" / "juanzong.spec")],
        cwd=ROOT,
        env={**os.environ, **fixed},
        check=False,
    )
    if done.returncode:
        raise BuildError("PyInstaller could not make the bundle")


def write_papers() -> None:
    """Put the licences of all components into the bundle, and the bill of materials beside it."""
    import components
    import licences
    import sbom

    try:
        found = components.components(components.noted_sources(BUILD))
    except components.UnknownLicenceError as error:
        raise BuildError(str(error)) from error
    licences.write(BUNDLE / "licences", ROOT / "LICENSE", found)
    system = "windows-x64" if WINDOWS else "linux-x64"
    bill = sbom.bill(version(), system, found, source_date())
    target = DIST / f"juanzong-{version()}-{system}.cdx.json"
    target.write_text(json.dumps(bill, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    print(f"components: {len(found)}", flush=True)


def check_size() -> None:
    """Say how large the bundle is; too large fails the build."""
    files = [path for path in BUNDLE.rglob("*") if path.is_file() and not path.is_symlink()]
    size = sum(path.stat().st_size for path in files)
    budget = BUDGET["win32" if WINDOWS else "linux"]
    print(f"bundle: {size / 1e6:.1f} MB in {len(files)} files (budget {budget / 1e6:.0f} MB)", flush=True)
    if size > budget:
        largest = sorted(files, key=lambda path: -path.stat().st_size)[:15]
        lines = [f"  {path.stat().st_size / 1e6:6.1f} MB  {path.relative_to(BUNDLE)}" for path in largest]
        raise BuildError("the bundle is larger than its budget:\n" + "\n".join(lines))


def check_links() -> None:
    """Every DLL that the bundle imports is in it or part of Windows (Wine would hide a gap)."""
    import dlls

    if missing := dlls.missing(BUNDLE):
        raise BuildError("the bundle lacks DLLs:\n" + "\n".join(f"  {line}" for line in missing))


def build() -> None:
    """Make and check the bundle."""
    if WINDOWS:
        windows_resources.write(BUILD, version(), ROOT / "resources" / "icons" / "juanzong.svg")
    else:
        prepare_linux()
    freeze()
    write_papers()
    check_size()
    if WINDOWS:
        check_links()


def pack(bundle: Path, folder: Path) -> None:
    """Make what is given to people of a finished bundle for Windows."""
    for path in release.pack(bundle, folder, version(), source_date(), ICON):
        print(f"made: {path.relative_to(ROOT)}", flush=True)


def try_all(with_installer: bool) -> int:
    """Try the bundle, and perhaps what was made of it; 1 if anything failed."""
    import smoke
    import smoke_installed

    failed = smoke.try_bundle(BUNDLE)
    if with_installer:
        older = BUILD / "older-setup.exe"
        release.older_installer(BUNDLE, older, ICON)
        failed = smoke_installed.try_release(DIST, older) or failed
    return failed


def main() -> int:
    """Build, pack and try, as asked; the exit code."""
    if "--wine" in sys.argv[1:]:
        import wine

        return wine.main([word for word in sys.argv[1:] if word != "--wine"])
    parser = argparse.ArgumentParser(description="Make the program that users get.")
    parser.add_argument("--release", action="store_true", help="also make installer, portable zip, sums")
    parser.add_argument("--smoke", action="store_true", help="try everything as a user would")
    parser.add_argument("--only-smoke", action="store_true", help="try what is there already")
    parser.add_argument("--wine", action="store_true", help="for Windows on Linux; see wine.py for its words")
    chosen = parser.parse_args()
    try:
        if not chosen.only_smoke:
            build()
        if chosen.release and WINDOWS:
            pack(BUNDLE, DIST)
    except (BuildError, release.ReleaseError, signing.SigningError) as error:
        print(f"build: {error}", file=sys.stderr)
        return 1
    if chosen.smoke or chosen.only_smoke:
        return try_all(with_installer=chosen.release and WINDOWS)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
