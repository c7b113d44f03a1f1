"""The shipped dictionaries are those of the installed OpenCC."""

from __future__ import annotations

import random
from pathlib import Path

import opencc
import pytest

from index.paths import resource
from index.script import tables


def test_every_table_is_what_opencc_has(tmp_path: Path) -> None:
    program = Path(opencc.__file__).parent / "clib" / "bin" / "opencc_dict"
    if not program.is_file():
        pytest.skip("this OpenCC wheel has no opencc_dict")
    tables.derive(tmp_path)
    for name in tables.SOURCES:
        shipped = resource("script", "opencc", f"{name}.tsv").read_text(encoding="utf-8")
        assert shipped == (tmp_path / f"{name}.tsv").read_text(encoding="utf-8"), name


@pytest.mark.parametrize(("config", "kind"), [("s2t", "st"), ("t2s", "ts")])
def test_the_walk_gives_what_opencc_gives(config: str, kind: str) -> None:
    rows = sorted(tables.rows(f"{kind}_phrases"))
    rng = random.Random(7)
    converter = opencc.OpenCC(config)
    phrases, characters = tables.phrases(f"{kind}_phrases"), tables.characters(f"{kind}_characters")
    for _ in range(300):
        text = "".join(rng.sample(rows, 6))
        got, last = "", 0
        for start, end, target in phrases.walk(text, bytearray(len(text) + 1)):
            got += text[last:start].translate(characters) + target
            last = end
        assert got + text[last:].translate(characters) == converter.convert(text)
