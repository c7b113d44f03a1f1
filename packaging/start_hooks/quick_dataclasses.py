"""Make the frozen program's dataclasses in a quarter of the time: a run-time hook of `juanzong.spec`.

The standard library writes the source of every method of every dataclass and compiles it, each time the
program starts: some 1,400 little compilations, a tenth of the start. Only `__init__` needs that. The other
methods do the same for every class and are made here from the names of its fields. They behave as the
standard library's do; `tests/packaging/test_start_hooks.py` compares them. From Python 3.13 on, the standard
library has another way, and this does nothing.
"""

from __future__ import annotations

import dataclasses
import operator
from collections.abc import Callable
from typing import Any

Method = Callable[..., Any]
COMPARED = {
    "==": operator.eq,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


def values_of(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values of these attributes as a tuple."""
    if not names:
        return lambda _: ()
    if len(names) == 1:
        only = operator.attrgetter(names[0])
        return lambda each: (only(each),)
    return operator.attrgetter(*names)


def repr_method(fields: Any, _: object) -> Method:
    """`__repr__`, as in `Place(start=1, end=2)`."""
    names = [field.name for field in fields]

    def __repr__(self: Any) -> str:  # noqa: N807
        shown = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
        return f"{self.__class__.__qualname__}({shown})"

    wrapped: Method = dataclasses._recursive_repr(__repr__)  # type: ignore[attr-defined]
    return wrapped


def frozen_methods(cls: type[Any], fields: Any, _: object) -> tuple[Method, Method]:
    """`__setattr__` and `__delattr__` of a class whose fields may not change."""
    names = frozenset(field.name for field in fields)

    def __setattr__(self: Any, name: str, value: object) -> None:  # noqa: N807
        if type(self) is cls or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self: Any, name: str) -> None:  # noqa: N807
        if type(self) is cls or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    return __setattr__, __delattr__


def comparing_method(name: str, sign: str, of_self: str, _: str, **__: object) -> Method:
    """`__eq__` and its like; `of_self` is as in the standard library: `(self.x,self.y,)`."""
    values = values_of([part.partition(".")[2] for part in of_self.strip("()").split(",") if part])
    compare = COMPARED[sign]

    def method(self: Any, other: Any) -> Any:
        if other.__class__ is self.__class__:
            return compare(values(self), values(other))
        return NotImplemented

    method.__name__ = name
    return method


def hash_method(fields: Any, _: object) -> Method:
    """`__hash__`, from the values of the fields."""
    values = values_of([field.name for field in fields])

    def __hash__(self: Any) -> int:  # noqa: N807
        return hash(values(self))

    return __hash__


REPLACED: dict[str, Method] = {
    "_repr_fn": repr_method,
    "_frozen_get_del_attr": frozen_methods,
    "_cmp_fn": comparing_method,
    "_hash_fn": hash_method,
}

if hasattr(dataclasses, "_create_fn"):
    for place, made in REPLACED.items():
        setattr(dataclasses, place, made)
