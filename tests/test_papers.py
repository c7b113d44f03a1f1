"""What the papers say is so: commands, versions, names; and nothing of one machine is kept in the project."""

from __future__ import annotations

import argparse
import ast
import re
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pytest

from index.cli.main import parser
from index.version import __version__

ROOT = Path(__file__).resolve().parent.parent
PAPERS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE")
LEFT_OUT = {".git", ".venv", "build", "dist", "__pycache__"}


def paper(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@cache
def project_files() -> list[Path]:
    """The files that belong to the project: those that git knows, else all that are not made by tools."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
        names = [name for name in listed.stdout.decode("utf-8").split("\0") if name]
    except OSError:
        names = []
    if not names:
        return [
            path
            for path in ROOT.rglob("*")
            if path.is_file() and not LEFT_OUT & set(path.relative_to(ROOT).parts)
        ]
    return [ROOT / name for name in names if (ROOT / name).is_file()]


@cache
def texts() -> dict[str, str]:
    """The text files of the project by name; binary ones are passed over."""
    found = {}
    for path in project_files():
        content = path.read_bytes()
        if b"\0" not in content:
            found[path.relative_to(ROOT).as_posix()] = content.decode("utf-8", errors="replace")
    return found


def commands() -> dict[str, argparse.ArgumentParser]:
    """The subcommands of the command line."""
    for action in parser()._actions:
        if isinstance(action, argparse._SubParsersAction):
            return dict(action.choices)
    raise AssertionError("the command line has no commands")


def test_all_papers_are_there() -> None:
    assert [name for name in PAPERS if not (ROOT / name).is_file()] == []


@pytest.mark.parametrize(
    "command",
    [
        "python3 packaging/start.py",
        "python3 packaging/start.py --test",
        r"py packaging\start.py",
        r"py packaging\start.py --test",
    ],
)
def test_readme_gives_the_two_commands_for_both_systems(command: str) -> None:
    assert re.search(rf"^ *{re.escape(command)}$", paper("README.md"), re.MULTILINE)


def test_the_set_up_script_knows_the_options_that_readme_gives() -> None:
    source = texts()["packaging/start.py"]
    named = set(
        re.findall(r"packaging[/\\]start\.py (--[a-z]+)", paper("README.md") + paper("CONTRIBUTING.md"))
    )
    assert named
    assert [option for option in named if f'"{option}"' not in source] == []


def test_every_command_is_documented() -> None:
    readme = paper("README.md")
    assert [
        name for name in commands() if f"`{name}" not in readme and f"juanzong {name}" not in readme
    ] == []


def test_every_option_is_documented() -> None:
    readme = paper("README.md")
    missing = [
        f"{name} {option}"
        for name, command in commands().items()
        for action in command._actions
        for option in action.option_strings
        if option.startswith("--") and option != "--help" and option not in readme
    ]
    assert missing == []


def test_readme_documents_no_command_that_does_not_exist() -> None:
    named = set(re.findall(r"^ *juanzong (?:--archive \S+ )?([a-z]+)", paper("README.md"), re.MULTILINE))
    assert named <= set(commands())


def test_files_and_folders_named_in_the_papers_exist() -> None:
    named = {
        name
        for page in PAPERS
        for name in re.findall(
            r"`((?:index|desktop_app|resources|packaging|tests|\.ci)/[\w./-]*)`", paper(page)
        )
    }
    assert named
    assert sorted(name for name in named if not (ROOT / name).exists()) == []


def test_the_pictures_in_readme_exist() -> None:
    named = re.findall(r"!\[[^\]]*\]\(([^)]+)\)", paper("README.md"))
    assert [name for name in named if not (ROOT / name).is_file()] == []


def test_the_changelog_ends_with_this_version() -> None:
    headings = re.findall(r"^## \[([^\]]+)\]", paper("CHANGELOG.md"), re.MULTILINE)
    assert __version__ in headings[:2]


def test_the_version_is_written_in_one_place() -> None:
    project = tomllib.loads(paper("pyproject.toml"))
    assert "version" in project["project"]["dynamic"]
    assert project["tool"]["hatch"]["version"]["path"] == "index/version.py"
    repeated = re.compile(rf"(?<![\d.]){re.escape(__version__)}(?![\d.])")
    allowed = ("CHANGELOG.md", "index/version.py", "resources/sample/")
    holders = [name for name, text in texts().items() if name.endswith((".py", ".md", ".toml", ".spec"))]
    assert [n for n in holders if repeated.search(texts()[n]) and not n.startswith(allowed)] == []


def test_the_licence_is_apache_2() -> None:
    text = paper("LICENSE")
    assert "Apache License" in text
    assert "Version 2.0, January 2004" in text
    assert "Copyright 2026 the Juanzong developers" in text


# Written in pieces, so that this file does not find itself.
OF_ONE_MACHINE = {
    "a folder of one machine": r"(?<![\w./~-])/(" + "work|root|home/[a-z]+|opt|Users" + r")/[\w.]",
    "a folder of one Windows user": r"[A-Z]:\\" + r"(Users|Documents and Settings)\\",
    "a package registry": "|".join(("py" + r"pi\.org", "python" + r"hosted\.org", "npm" + r"js\.(org|com)")),
    "a mirror of Debian": r"(deb|ftp|security|snapshot)\.deb" + r"ian\.org",
    "a setting of pip's sources": "--(extra-)?index" + "-url|--find" + "-links|--trusted" + "-host",
}


@pytest.mark.parametrize("what", OF_ONE_MACHINE)
def test_no_file_names(what: str) -> None:
    pattern = re.compile(OF_ONE_MACHINE[what])
    found = [
        f"{name}: {match.group()}"
        for name, text in texts().items()
        if not name.startswith("resources/sample/")
        for match in pattern.finditer(text)
    ]
    assert found == []


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        name
        for name, text in texts().items()
        if name.endswith(".py") and text.strip() and ast.get_docstring(ast.parse(text)) is None
    ]
    assert silent == []
