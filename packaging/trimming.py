"""What the bundle can do without: read by `juanzong.spec`, tried by `smoke.py`.

Names are given as PyInstaller lays files out in the bundle, with forward slashes. Leaving something out
here must never change what the program does; the smoke test runs the trimmed bundle.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path, PurePosixPath

Entry = tuple[str, str, str]  # place in the bundle, file it comes from, kind

# Python modules that only tests, builds or other toolkits use.
EXCLUDED_MODULES = [
    *("tkinter", "_tkinter", "turtle", "idlelib", "lib2to3", "pydoc_data", "test", "ensurepip", "venv"),
    *("setuptools", "pkg_resources", "pip", "wheel", "pytest", "hypothesis", "mypy", "PyInstaller"),
    *("paddle", "paddlenlp", "IPython", "matplotlib", "pandas", "scipy", "jieba.lac_small"),
    # the program opens no network connection; what would is not even there
    *("ssl", "_ssl"),
    # 5 MB of libcrypto for hashes that Python has itself
    "_hashlib",
    # what tables of `resources` were derived with, and what only tests use
    # and what pypdfium2 would use of Pillow, were it there: pictures of pages
    *("PIL", "pypinyin", "openpyxl", "tantivy", "numpy.random", "numpy.testing", "doctest"),
    *("lxml.objectify", "lxml.isoschematron", "lxml.html.diff", "numpy.f2py", "numpy.distutils", "numpy.fft"),
    *("pydoc", "numpy.polynomial", "numpy.ctypeslib", "numpy.char"),
]

ROOT = Path(__file__).resolve().parent.parent


def all_modules() -> list[str]:
    """Every module of the program; the command line and the readers import some by name."""
    files = [
        path.relative_to(ROOT) for top in ("index", "desktop_app") for path in (ROOT / top).rglob("*.py")
    ]
    names = (
        path.parent.parts if path.name == "__init__.py" else path.with_suffix("").parts for path in files
    )
    return sorted(".".join(parts) for parts in names)


def unused_qt() -> list[str]:
    """The modules of PySide6 that the window does not import."""
    import PySide6

    folder = Path(PySide6.__path__[0])
    there = {f"PySide6.{file.name.partition('.')[0]}" for file in folder.glob("Qt*.*") if file.is_file()}
    used = set()
    for source in (ROOT / "desktop_app").rglob("*.py"):
        used |= set(re.findall(r"(?:from|import) (PySide6\.Qt\w+)", source.read_text(encoding="utf-8")))
    return sorted(there - used)


QT_PLUGINS_DROPPED = (
    "egldeviceintegrations|generic|qmltooling|sqldrivers|networkinformation|tls|designer|vectorimageformats|"
    "wayland-[^/]*|xcbglintegrations"
)
DROPPED = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"/plugins/({QT_PLUGINS_DROPPED})/",
        r"/plugins/platforminputcontexts/.*virtualkeyboard",
        r"/plugins/platforms/(lib)?q(minimal\w*|eglfs|linuxfb|vnc|vkkhrdisplay|wayland[\w-]*|direct2d)\.(dll|so)$",
        r"/plugins/platformthemes/libqgtk3\.so$",
        r"/plugins/imageformats/(lib)?q(pdf|tga|tiff|wbmp|webp|icns)\.(dll|so)$",
        r"(^|/)(opengl32sw|d3dcompiler_\d+)\.dll$",
        # Qt's own texts: only in the languages of the window
        r"^PySide6/(Qt/)?translations/(?!qtbase_(zh_CN|zh_TW|en)\.qm$)",
        # jieba: the dictionary stays; models for tagging, keywords and neural segmentation go
        r"^jieba/(lac_small|analyse)/",
        r"^jieba/(posseg|finalseg)/.*\.p$",
        # what is for compiling against a library
        r"^opencc/clib/(bin|include|lib|lib64|cmake)/",
        r"^(lxml/html/_difflib|numpy/fft/_pocketfft_umath)\.",
        r"^(lxml|numpy)/.*\.(pxd|pxi|pyx|h|c|a)$",
        r"^numpy/(f2py|tests|.*/tests)/",
        r"\.(lib|a|pc|cmake|pdb)$",
        r"^[^/]*\.dist-info/(RECORD|REQUESTED|INSTALLER|direct_url\.json)$",
    )
]

# What PyInstaller takes for part of every Linux with a screen; a bare one lacks it. The first five are
# only the dispatchers of GLVND: they find the drivers of the machine, and work without.
DISPLAY = (
    *("libGL.so.1", "libEGL.so.1", "libGLX.so.0", "libGLdispatch.so.0", "libOpenGL.so.0"),
    *("libxcb.so.1", "libXau.so.6", "libXdmcp.so.6", "libbsd.so.0", "libmd.so.0"),
)

LOADED_FIRST = ("libpython3", "python3", "vcruntime")  # by the executables themselves
RUNTIME = re.compile(r"(vcruntime|msvcp|concrt)[0-9_]+\.dll$", re.IGNORECASE)


def display_libraries() -> list[tuple[str, str]]:
    """The files of DISPLAY on this machine with their place in the bundle; none on Windows."""
    if sys.platform == "win32":
        return []
    from PyInstaller.depend import bindepend

    found = (bindepend.resolve_library_path(name) for name in DISPLAY)
    return [(path, ".") for path in found if path]


def is_kept(place: str) -> bool:
    """Whether the file at this place in the bundle stays."""
    place = place.replace("\\", "/")
    return not any(pattern.search(place) for pattern in DROPPED)


def name_of(path: str) -> str:
    """The file name of a path of either system, for comparing."""
    return PurePosixPath(path.replace("\\", "/")).name.lower()


def is_root(entry: Entry) -> bool:
    """Whether a binary is loaded by itself, not because another one links to it."""
    place, _, kind = entry
    return (
        kind == "EXTENSION"
        or "/plugins/" in place.replace("\\", "/")
        or place.lower().endswith(".pyd")
        or name_of(place).startswith(LOADED_FIRST)
        or not place.replace("\\", "/").startswith(("PySide6/", "shiboken6/", "lib"))
    )


def file_version(path: str) -> tuple[int, int]:
    """The version that a DLL states, as two numbers that compare."""
    import pefile

    with pefile.PE(path, fast_load=True) as file:
        file.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_RESOURCE"]])
        stated = file.VS_FIXEDFILEINFO[0]
        return stated.FileVersionMS, stated.FileVersionLS


def one_runtime(binaries: list[Entry]) -> list[Entry]:
    """The binaries with one copy of each DLL of the C++ runtime, the newest, where all others find it."""
    copies: dict[str, list[Entry]] = defaultdict(list)
    for entry in binaries:
        if RUNTIME.match(name_of(entry[0])):
            copies[name_of(entry[0])].append(entry)
    others = [entry for entry in binaries if not RUNTIME.match(name_of(entry[0]))]
    newest = (max(entries, key=lambda entry: file_version(entry[1])) for entries in copies.values())
    return others + [
        (PurePosixPath(place.replace("\\", "/")).name, source, kind) for place, source, kind in newest
    ]


def reachable(binaries: list[Entry]) -> list[Entry]:
    """The binaries that something kept still links to; Qt libraries of dropped plugins go."""
    from PyInstaller.depend import bindepend

    by_name: dict[str, list[Entry]] = defaultdict(list)
    for entry in binaries:
        by_name[name_of(entry[0])].append(entry)
    waiting = [entry for entry in binaries if is_root(entry)]
    kept = set(waiting)
    while waiting:
        for name, _ in bindepend.get_imports(waiting.pop()[1]):
            for linked in by_name.get(name_of(name), ()):
                if linked not in kept:
                    kept.add(linked)
                    waiting.append(linked)
    left_out = sorted(entry[0] for entry in binaries if entry not in kept)
    if left_out:
        print(f"left out, nothing links to them: {' '.join(left_out)}")
    return [entry for entry in binaries if entry in kept]


def without_dangling_links(datas: list[Entry], binaries: list[Entry]) -> list[Entry]:
    """The data files without symbolic links to binaries that were left out (Linux only has such links)."""
    there = {entry[0] for entry in binaries} | {entry[0] for entry in datas}
    return [entry for entry in datas if entry[2] != "SYMLINK" or entry[1] in there]
