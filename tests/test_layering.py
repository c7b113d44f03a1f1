"""The arrows of ARCHITECTURE.md, held by reading every import in the program.

Imports inside functions and under TYPE_CHECKING count like any other: an arrow is an arrow. Only circles
between modules are looked for among the imports that happen when a module is loaded.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

GROUND = {"version", "atomic", "ahead", "distinct", "paths", "control", "errors", "wording", "model"}
BELOW = {"catalogue", "script"} | GROUND

# What each room of `index` may import besides itself.
LIBRARY: dict[str, set[str]] = {
    "version": set(),
    "atomic": set(),
    "ahead": set(),
    "distinct": set(),
    "paths": set(),
    "control": {"errors"},
    "errors": {"wording"},
    "wording": {"paths"},
    "model": {"errors"},
    "script": GROUND,
    "catalogue": GROUND | {"script"},
    "importing": BELOW,
    "fulltext": BELOW,
    "entities": BELOW,
    "export": BELOW,
    "exploration": BELOW | {"fulltext"},
    "register": BELOW,
    "alignment": GROUND | {"script"},
    "desk": BELOW | {"alignment", "fulltext"},
    "archive": BELOW
    | {"importing", "fulltext", "entities", "export", "exploration", "register", "alignment", "desk"},
    "cli": GROUND | {"archive", "script"},
}

# What the window may import from `index`; only its start-up module may reach the command line.
WINDOW = {"archive", "atomic", "ahead", "model", "errors", "wording", "control", "paths", "version", "script"}
START_UP = "desktop_app.launch"

# Modules that also derive tables of `resources` from libraries that the program itself does without.
DERIVING = {"index.script.readings", "index.importing.repair.gloss_tables"}

# Libraries that only these rooms know, so that each could be exchanged in one place.
OWNERS: dict[str, tuple[str, ...]] = {
    "PySide6": ("desktop_app",),
    "shiboken6": ("desktop_app",),
    "whoosh": ("index.fulltext",),
    "regex": ("index.fulltext",),
    "opencc": ("index.script",),
    "lxml": ("index.importing",),
    "xlsxwriter": ("index.export",),
    "networkx": ("index.register",),
}


@dataclass(frozen=True)
class Import:
    """One imported name: `module` imports `target` in `line`."""

    module: str
    target: str
    line: int
    on_loading: bool = True


def imports_of(module: str, source: str, *, package: bool = False) -> Iterator[Import]:
    """All imports of a module, relative ones resolved; `from a import b` gives `a.b`."""
    tree = ast.parse(source)
    on_loading = set(loaded_at_once(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield Import(module, alias.name, node.lineno, node in on_loading)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                here = module.split(".")
                kept = here[: len(here) - node.level + (1 if package else 0)]
                base = ".".join([*kept, *([node.module] if node.module else [])])
            for alias in node.names:
                yield Import(module, f"{base}.{alias.name}", node.lineno, node in on_loading)


def loaded_at_once(tree: ast.AST) -> Iterator[ast.AST]:
    """Every node that runs when the module is loaded: none in functions or for type checkers only."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        yield node
        yield from loaded_at_once(node)


def program_modules() -> dict[str, Path]:
    """Every module of the program by its dotted name."""
    found = {}
    for top in ("index", "desktop_app"):
        for path in sorted((ROOT / top).rglob("*.py")):
            parts = path.relative_to(ROOT).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def all_imports() -> list[Import]:
    """Every import in the program."""
    return [
        found
        for module, path in program_modules().items()
        for found in imports_of(module, path.read_text(encoding="utf-8"), package=path.name == "__init__.py")
    ]


def within(name: str, package: str) -> bool:
    """Whether a dotted name is the package or lies in it."""
    return name == package or name.startswith(package + ".")


def library_trespass(found: Import) -> str:
    """Why a module of `index` may not import this; "" if it may."""
    if not within(found.module, "index"):
        return ""
    if within(found.target, "desktop_app"):
        return "the library knows nothing of the window"
    if not within(found.target, "index"):
        return ""
    here, there = found.module.split(".")[1:2], found.target.split(".")[1:2]
    if not here or not there or here == there:
        return ""
    if here[0] not in LIBRARY:
        return f"the room {here[0]} has no place in the arrows; give it one in ARCHITECTURE.md and here"
    return "" if there[0] in LIBRARY[here[0]] else f"{here[0]} may import only {sorted(LIBRARY[here[0]])}"


def window_trespass(found: Import) -> str:
    """Why a module of `desktop_app` may not import this; "" if it may."""
    if not within(found.module, "desktop_app") or not within(found.target, "index"):
        return ""
    room = found.target.removeprefix("index").lstrip(".").partition(".")[0]
    if room == "cli":
        return "" if found.module == START_UP else f"only {START_UP} reaches the command line"
    return "" if room in WINDOW else f"the window may import only {sorted(WINDOW)} from the library"


def owner_trespass(found: Import) -> str:
    """Why this library is not for this module; "" if it is, or if anybody may have it."""
    library = found.target.partition(".")[0]
    owners = OWNERS.get(library)
    if not found.on_loading and library != "PySide6":
        return ""  # functions that derive a table of `resources` ask other libraries once
    if owners is None or any(within(found.module, owner) for owner in owners):
        return ""
    return f"only {' and '.join(owners)} may import {library}"


def trespasses(found: list[Import]) -> list[str]:
    """A line for every import that goes against an arrow."""
    lines = []
    for one in found:
        for rule in (library_trespass, window_trespass, owner_trespass):
            if why := rule(one):
                lines.append(f"{one.module}:{one.line} imports {one.target}: {why}")
    return lines


def circles(found: list[Import], modules: set[str]) -> list[str]:
    """Every circle of modules that load each other, as `a -> b -> a`."""
    edges: dict[str, set[str]] = {module: set() for module in modules}
    for one in found:
        if not one.on_loading:
            continue
        target = one.target if one.target in modules else one.target.rpartition(".")[0]
        if target in modules and target != one.module:
            edges[one.module].add(target)
    done: set[str] = set()
    lines = []

    def visit(module: str, way: list[str]) -> None:
        if module in way:
            lines.append(" -> ".join([*way[way.index(module) :], module]))
        elif module not in done:
            for target in sorted(edges[module]):
                visit(target, [*way, module])
            done.add(module)

    for module in sorted(modules):
        visit(module, [])
    return lines


def test_every_import_follows_the_arrows() -> None:
    assert trespasses(all_imports()) == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert circles(all_imports(), set(program_modules())) == []


def test_every_room_of_the_library_has_a_place_in_the_arrows() -> None:
    rooms = {
        name.split(".")[1] for name in program_modules() if name.count(".") >= 1 and within(name, "index")
    }
    assert rooms <= set(LIBRARY)


def test_every_library_that_is_imported_is_declared() -> None:
    # shiboken6 is one thing with PySide6
    assert {
        one for one in foreign_imports() if not distributions(one) & (declared() | {"shiboken6"})
    } == set()


def test_every_library_that_is_declared_is_imported() -> None:
    imported = {name for one in foreign_imports() for name in distributions(one)}
    assert declared() - imported == set()


def foreign_imports() -> list[Import]:
    """The imports of libraries that happen when a module is loaded or a function runs, but no tools."""
    own = sys.stdlib_module_names | {"index", "desktop_app"}
    return [
        one for one in all_imports() if one.target.partition(".")[0] not in own and one.module not in DERIVING
    ]


@cache
def carriers() -> dict[str, list[str]]:
    return dict(packages_distributions())


def distributions(one: Import) -> set[str]:
    """Normal names of the distributions that carry what is imported."""
    return {normal_name(name) for name in carriers().get(one.target.partition(".")[0], [])}


def declared() -> set[str]:
    """Normal names of what pyproject.toml says the program is built on."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return {normal_name(re.split(r"[^\w.-]", line)[0]) for line in project["dependencies"]}


def normal_name(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def test_the_packaging_folder_is_no_package() -> None:
    # `packaging/__init__.py` would shadow the library of that name, which PyInstaller and pytest import.
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_a_wrong_arrow_is_noticed() -> None:
    wrong = {
        "index.fulltext.searcher": "from index.importing import units",
        "index.catalogue.articles": "import index.archive",
        "index.script.fold": "def f():\n    from PySide6.QtCore import QObject",
        "index.archive.hits": "from ..cli import main",
        "index.model": "from desktop_app.theme import tokens",
        "desktop_app.search.pane": "from index.catalogue import articles",
        "desktop_app.reader.page": "from index import fulltext",
        "desktop_app.tasks": "import index.cli",
        "index.cellar.wine": "from index.model import Article",
    }
    for module, source in wrong.items():
        assert len(trespasses(list(imports_of(module, source)))) == 1, module


def test_a_right_arrow_is_not_complained_of() -> None:
    right = {
        "index.fulltext.searcher": "from index.script.fold import fold\nimport whoosh.query",
        "index.archive": "from .hits import Hits\nfrom index.errors import ArchiveMissing",
        "desktop_app.main_window": "from desktop_app.search import Pane\nfrom index.archive import Archive",
        START_UP: "from index.cli import main\nfrom PySide6.QtWidgets import QApplication",
    }
    for module, source in right.items():
        assert trespasses(list(imports_of(module, source, package=module == "index.archive"))) == []


def test_a_circle_is_noticed() -> None:
    found = [Import("a", "b.Name", 1), Import("b", "c", 1), Import("c", "a.Other", 2)]
    assert circles(found, {"a", "b", "c"}) == ["a -> b -> c -> a"]


def test_an_import_that_waits_makes_no_circle() -> None:
    later = "def f():\n    import a\nif TYPE_CHECKING:\n    import a"
    assert circles([*imports_of("a", "import b"), *imports_of("b", later)], {"a", "b"}) == []
