"""The three tables of sentences agree with each other and with the codes that the program uses."""

from __future__ import annotations

import ast
import re
import string
import tomllib
from functools import cache
from pathlib import Path

import pytest

from index.wording import LANGUAGES, language_of, say

ROOT = Path(__file__).resolve().parent.parent
NO_CODES = {"export.folder"}  # keys of the window's memory that look like codes
OTHERS = [language for language in LANGUAGES if language != "en"]


@cache
def sentences(language: str) -> dict[str, str]:
    """Every sentence of a language by its code, `group.key`."""
    with (ROOT / "resources" / "wording" / f"{language}.toml").open("rb") as file:
        groups = tomllib.load(file)
    return {f"{group}.{key}": text for group, table in groups.items() for key, text in table.items()}


@cache
def sources() -> dict[str, str]:
    """The program's Python sources by file."""
    paths = sorted([*(ROOT / "index").rglob("*.py"), *(ROOT / "desktop_app").rglob("*.py")])
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8") for path in paths}


@cache
def constants() -> set[tuple[str, str]]:
    """Every string in the code with the file it stands in; of f-strings each constant piece."""
    return {
        (file, node.value)
        for file, source in sources().items()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


@cache
def groups() -> frozenset[str]:
    return frozenset(code.partition(".")[0] for code in sentences("en"))


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_codes(language: str) -> None:
    assert set(sentences(language)) == set(sentences("en"))


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_fills_the_same_places(language: str) -> None:
    differing = {
        code: (text, sentences("en")[code])
        for code, text in sentences(language).items()
        if placeholders(text) != placeholders(sentences("en")[code])
    }
    assert differing == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_empty_or_has_blanks_around_it(language: str) -> None:
    assert [code for code, text in sentences(language).items() if not text or text != text.strip()] == []


@pytest.mark.parametrize("language", OTHERS)
def test_chinese_sentences_are_written_in_chinese(language: str) -> None:
    unwritten = {
        code
        for code, text in sentences(language).items()
        if text == sentences("en")[code] and re.search(r"[A-Za-z]{4,} [a-z]{2,}", text)
    }
    assert unwritten == set()


def built_from(code: str) -> set[str]:
    """The beginnings in the code that this code is put together from, as `cli.` in `f"cli.{name}"`."""
    texts = {text for _, text in constants() if text.endswith((".", "_"))}
    return {text for text in texts if code.startswith(text) and code != text}


def test_every_code_in_the_program_has_a_sentence() -> None:
    pattern = re.compile(rf"({'|'.join(sorted(groups()))})\.[a-z][a-z0-9_]*")
    begun = {beginning for code in sentences("en") for beginning in built_from(code)}
    used = {(file, text) for file, text in constants() if pattern.fullmatch(text) and text not in NO_CODES}
    assert {
        f"{file}: {text}" for file, text in used if text not in sentences("en") and text not in begun
    } == set()


def test_every_sentence_is_used() -> None:
    texts = {text for _, text in constants()}
    words = set(re.findall(r"\w+", "\n".join(sources().values())))
    unused = [
        code
        for code in sentences("en")
        if code not in texts
        # a code put together from parts: what follows the beginning must stand somewhere as a word
        and not any(code.removeprefix(beginning) in words for beginning in built_from(code))
    ]
    assert unused == []


def test_an_unknown_code_is_shown_and_not_hidden() -> None:
    assert say("error.of_the_moon", "en") == "error.of_the_moon"


def test_a_sentence_without_its_details_is_shown_as_it_stands() -> None:
    assert "{path}" in say("error.archive_missing", "en")


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("zh_CN.UTF-8", "zh_CN"),
        ("zh-Hans", "zh_CN"),
        ("zh_Hant_HK", "zh_TW"),
        ("zh-TW", "zh_TW"),
        ("de_DE", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_the_nearest_language_is_chosen(name: str | None, language: str) -> None:
    assert language_of(name) == language
