"""What the frozen program does before anything else: dataclasses made quickly, libraries read ahead."""

from __future__ import annotations

import copy
import dataclasses
import importlib.util
import inspect
import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

HOOKS = Path(__file__).resolve().parents[2] / "packaging" / "start_hooks"
SIGNS = ("__eq__", "__lt__", "__le__", "__gt__", "__ge__")
with_own_source = pytest.mark.skipif(
    not hasattr(dataclasses, "_create_fn"), reason="from Python 3.13 on the hook does nothing"
)


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, HOOKS / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def quick() -> Iterator[Any]:
    """Makes a dataclass by the hook's methods; the standard library's are back at the end."""
    names = ("_repr_fn", "_frozen_get_del_attr", "_cmp_fn", "_hash_fn")
    stock = {name: getattr(dataclasses, name) for name in names if hasattr(dataclasses, name)}
    load("quick_dataclasses")
    hooked = {name: getattr(dataclasses, name) for name in stock}

    def put(methods: dict[str, Any]) -> None:
        for name, method in methods.items():
            setattr(dataclasses, name, method)

    def make(*arguments: Any, **settings: Any) -> type:
        put(hooked)
        try:
            return dataclasses.make_dataclass(*arguments, **settings)
        finally:
            put(stock)

    put(stock)
    yield make


values = st.one_of(st.integers(), st.text(max_size=3), st.tuples(st.integers()), st.floats(), st.none())


def outcome(work: Any, *arguments: Any) -> Any:
    try:
        return work(*arguments)
    except Exception as error:  # the kind and the words are compared
        return type(error), str(error)


@with_own_source
@given(
    rows=st.integers(0, 4).flatmap(lambda n: st.tuples(*[st.tuples(*[values] * n)] * 2)),
    frozen=st.booleans(),
    slots=st.booleans(),
    order=st.booleans(),
)
def test_a_quick_dataclass_behaves_as_the_standard_librarys(
    quick: Any, rows: tuple[tuple[Any, ...], tuple[Any, ...]], frozen: bool, slots: bool, order: bool
) -> None:
    fields = [(f"feld_{number}", object) for number in range(len(rows[0]))]
    settings = {"frozen": frozen, "slots": slots, "order": order}
    stock = dataclasses.make_dataclass("Eintrag", fields, **settings)
    assert told_of(quick("Eintrag", fields, **settings), *rows) == told_of(stock, *rows)


def told_of(kind: Any, first: tuple[Any, ...], second: tuple[Any, ...]) -> list[object]:
    """All that a dataclass with these values says and does."""
    one, same, other = kind(*first), kind(*first), kind(*second)
    return [
        repr(one),
        *(outcome(getattr(one, sign), each) for sign in SIGNS for each in (same, other, first)),
        outcome(hash, one) == outcome(hash, same),
        outcome(setattr, one, "feld_0", 1),
        outcome(delattr, one, "feld_0"),
        dataclasses.astuple(other),
        [getattr(kind, name).__qualname__ for name in ("__repr__", "__eq__", "__init__")],
    ]


@with_own_source
def test_a_quick_dataclass_that_holds_itself_can_be_shown(quick: Any) -> None:
    kind = quick("Kreis", [("selbst", object)])
    circle = kind(None)
    circle.selbst = circle
    assert repr(circle) == "Kreis(selbst=...)"


@with_own_source
def test_every_function_that_is_replaced_is_called_as_before() -> None:
    hook = load("quick_dataclasses")
    done = subprocess.run(
        [sys.executable, "-c", "import dataclasses, inspect\n"
         "for n in ('_repr_fn','_frozen_get_del_attr','_cmp_fn','_hash_fn'):"
         " print(len(inspect.signature(getattr(dataclasses, n)).parameters))"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    here = [len(inspect.signature(method).parameters) for method in hook.REPLACED.values()]
    assert here == [int(line) for line in done.stdout.split()]


def test_the_programs_own_records_are_the_same_with_quick_dataclasses(tmp_path: Path) -> None:
    """All of `index.model` is made by the hook in a process of its own, and copied, compared, pickled."""
    program = (
        f"import sys; sys.path.insert(0, {str(HOOKS)!r}); import quick_dataclasses, pickle, copy\n"
        "from index.model import SearchRequest\n"
        "one = SearchRequest('红军'); two = copy.copy(one)\n"
        "assert one == two and hash(one) == hash(two) and pickle.loads(pickle.dumps(one)) == one\n"
        "print(ascii(repr(one)))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    from index.model import SearchRequest

    one = SearchRequest("红军")
    assert copy.copy(one) == pickle.loads(pickle.dumps(one)) == one  # noqa: S301
    assert done.stdout.strip() == ascii(repr(one))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux is asked to read ahead")
def test_libraries_are_asked_for_in_the_order_of_need(tmp_path: Path) -> None:
    hook = load("reading_ahead")
    for place in (
        "rjieba/rjieba.abi3.so",
        "PySide6/QtCore.abi3.so",
        "PySide6/QtGuess.so",
        "numpy.libs/libx.so",
    ):
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_bytes(b"\x7fELF")
    found = [Path(place).relative_to(tmp_path).as_posix() for place in hook.places(str(tmp_path))]
    assert found == ["PySide6/QtCore.abi3.so", "numpy.libs/libx.so", "rjieba/rjieba.abi3.so"]
    assert hook.read_ahead(str(tmp_path)) == 3


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux is asked to read ahead")
def test_a_bundle_without_them_is_passed_over(tmp_path: Path) -> None:
    assert load("reading_ahead").read_ahead(str(tmp_path / "nothing")) == 0
