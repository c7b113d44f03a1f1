"""What both executables share: called by `juanzong.spec`.

PyInstaller packs the Python modules into each executable anew, megabytes twice over. Modules that look for
no file beside themselves work as well from `base_library.zip`, which is there once.
"""

from __future__ import annotations

import marshal
import sys
import zipfile
from importlib.util import MAGIC_NUMBER
from pathlib import Path

Entry = tuple[str, str, str]  # name of the module, its source file ("-" for none), kind

# Packages of other people that consist of Python alone and open no file of their own.
ALONE = frozenset(
    "cached_property filelock markdown_it mdurl networkx olefile striprtf typing_extensions warcio whoosh "
    "xlsxwriter".split()
)
# Their docstrings weigh as much as their code, and nobody reads them here.
WITHOUT_DOCSTRINGS = frozenset(("networkx", "numpy"))
UNCHECKED = (1).to_bytes(4, "little") + bytes(8)  # a compiled module that is not compared with its source


def is_shared(entry: Entry) -> bool:
    """Whether a module goes into the zip that both executables read."""
    name, source, _ = entry
    top = name.partition(".")[0]
    return source not in ("-", "", None) and (top in sys.stdlib_module_names or top in ALONE)


def level(name: str) -> int:
    """How far a module is optimised when it is compiled: 2 drops the docstrings."""
    return 2 if name.partition(".")[0] in WITHOUT_DOCSTRINGS else 0


def divide(modules: list[Entry]) -> tuple[list[Entry], list[Entry]]:
    """The modules that are shared, and those that each executable carries."""
    shared = sorted(entry for entry in modules if is_shared(entry))
    own = [entry for entry in modules if not is_shared(entry)]
    return shared, [
        (name, source, f"PYMODULE-{level(name)}" if level(name) and kind.startswith("PYMODULE") else kind)
        for name, source, kind in own
    ]


def add(library: Path, modules: list[Entry]) -> None:
    """Compile the modules into the zip; the same modules give the same bytes."""
    with zipfile.ZipFile(library, "a") as archive:
        for name, source, _ in modules:
            place = name.replace(".", "/") + ("/__init__" if Path(source).stem == "__init__" else "")
            text = Path(source).read_bytes()
            code = compile(text, f"{place}.py", "exec", dont_inherit=True, optimize=level(name))
            entry = zipfile.ZipInfo(f"{place}.pyc", (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, MAGIC_NUMBER + UNCHECKED + marshal.dumps(code), compresslevel=9)
