"""The sample archive: the files are what the manifest says, and are made anew byte for byte."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from index.paths import resource
from index.script.fold import fold

MAKER = Path(__file__).resolve().parents[2] / "packaging" / "sample_archive" / "build.py"


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("sample_archive_build", MAKER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(resource("sample.json").read_text(encoding="utf-8"))
    return loaded


def files_of(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_files_are_exactly_what_the_maker_writes(maker: ModuleType, tmp_path: Path) -> None:
    maker.write_files(maker.read_sources(), tmp_path / "sample")
    assert files_of(tmp_path / "sample") == files_of(resource("sample"))


def test_the_manifest_is_what_the_maker_says(maker: ModuleType, manifest: dict[str, Any]) -> None:
    assert manifest == maker.manifest(maker.read_sources())


def test_every_file_is_in_the_manifest_or_is_no_article(manifest: dict[str, Any]) -> None:
    listed = {entry["file"] for entry in manifest["files"]}
    apart = tuple(folder + "/" for folder in manifest["not_articles"])
    assert {name for name in files_of(resource("sample")) if not name.startswith(apart)} == listed


def test_every_title_stands_in_its_file_in_the_encoding_of_the_manifest(manifest: dict[str, Any]) -> None:
    for entry in manifest["files"]:
        text = resource("sample", entry["file"]).read_bytes().decode(entry["encoding"])
        text = re.sub(r"\([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]+\)", "", text)
        for article in entry["articles"]:
            assert article["title"] in text


def test_no_clean_text_carries_the_furniture_of_its_page(maker: ModuleType, manifest: dict[str, Any]) -> None:
    for article in maker.read_sources():
        text = "\n".join(article.paragraphs)
        assert [words for words in manifest["furniture"] if words in text] == []


def test_keywords_count_the_same_in_both_scripts(manifest: dict[str, Any]) -> None:
    for keyword in manifest["keywords"]:
        assert fold(keyword["simplified"]) == fold(keyword["traditional"])
    assert any(keyword["articles"] == 0 for keyword in manifest["keywords"])
    assert any(keyword["articles"] > 15 for keyword in manifest["keywords"])


def test_the_glossed_page_is_damaged_across_characters_too() -> None:
    name = "轉載/三地聯席會議第七次會議（江畔新聞網）.txt"
    text = resource("sample", name).read_text(encoding="utf-8")
    assert "會(huì)議(yì)" in text
    assert "新聞?dòng)浾摺" in text
    assert "日?qǐng)?bào)" in text


def test_file_names_can_be_written_on_windows() -> None:
    for name in files_of(resource("sample")):
        assert not set(name) & set('<>:"|?*\\')
        assert all(part == part.strip(" .") for part in name.split("/"))
        assert len(name) < 100
