"""What a bundle carries of other people's work is known and told."""

from __future__ import annotations

import importlib.metadata
import json
import tomllib
from pathlib import Path

import components
import licences
import pytest
import sbom
from components import Component, UnknownLicenceError

ROOT = Path(__file__).resolve().parents[2]
SOME = [
    Component("Alpha", "1.0", "MIT", "https://alpha.example", package="alpha"),
    Component("Beta", "2.0", "LicenseRef-Own", "https://beta.example", "As it came.", within="alpha"),
]


def dependencies() -> list[str]:
    """The names of everything that the program is built on."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = (line.replace("<", ">").partition(">")[0] for line in project["dependencies"])
    return [components.normal(name.strip()) for name in names]


@pytest.mark.parametrize("name", dependencies())
def test_the_licence_of_every_dependency_is_known(name: str) -> None:
    files = importlib.metadata.distribution(name).files or []
    sources = {Path(str(file.locate())).resolve() for file in files if file.suffix in (".py", ".so", ".pyd")}
    found = {each.package: each for each in components.components(sources)}
    assert found[name].licence
    assert found[name].version == importlib.metadata.version(name)
    if name not in ("numpy",):  # its texts are many, and all there
        assert found[name].texts or name in ("filelock",)


def test_a_package_of_unknown_licence_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "strange-1.0.dist-info"
    place.mkdir()
    (place / "METADATA").write_text("Metadata-Version: 2.1\nName: strange\nVersion: 1.0\n", encoding="utf-8")
    (place / "RECORD").write_text("strange.py,,\n", encoding="utf-8")
    (tmp_path / "strange.py").write_text("", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(UnknownLicenceError, match="strange"):
        components.components({(tmp_path / "strange.py").resolve()})


def test_every_text_that_the_table_names_is_there() -> None:
    facts = tomllib.loads((components.LICENCES / "parts.toml").read_text(encoding="utf-8"))
    named = [
        name
        for entry in [*facts["packages"].values(), *facts["parts"]]
        for name in entry.get("texts", ())
        if not name.startswith("@")
    ]
    assert named
    assert all((components.LICENCES / name).is_file() for name in named)


def test_noted_sources_come_back(tmp_path: Path) -> None:
    file = tmp_path / "词表.py"
    file.touch()
    components.note_sources(tmp_path / "build", [("词表", str(file), "PYMODULE"), ("link", "x", "SYMLINK")])
    assert components.noted_sources(tmp_path / "build") == {file.resolve()}


def test_the_licence_folder_holds_the_texts_word_for_word(tmp_path: Path) -> None:
    text = tmp_path / "LICENSE"
    text.write_text("Do as you like.\n", encoding="utf-8")
    component = Component("Gamma Ray", "3", "MIT", texts=(text,))
    licences.write(tmp_path / "licences", ROOT / "LICENSE", [component, *SOME])
    assert (tmp_path / "licences" / "Gamma-Ray.txt").read_text(encoding="utf-8") == "Do as you like.\n"
    table = (tmp_path / "licences" / "README.txt").read_text(encoding="utf-8")
    assert "Gamma Ray 3" in table
    assert "As it came." in table
    assert (tmp_path / "licences" / "Juanzong.txt").read_text(encoding="utf-8").strip().startswith("Apache")


def test_the_bill_of_materials_refers_only_to_what_it_lists() -> None:
    bill = sbom.bill("4.5.6", "windows-x64", SOME, 1_700_000_000)
    listed = {entry["bom-ref"] for entry in bill["components"]} | {"juanzong"}
    assert len(listed) == len(SOME) + 1
    assert {entry["ref"] for entry in bill["dependencies"]} <= listed
    assert {ref for entry in bill["dependencies"] for ref in entry["dependsOn"]} == listed - {"juanzong"}


def test_the_same_components_give_the_same_bill() -> None:
    first, second = (json.dumps(sbom.bill("4.5.6", "windows-x64", SOME, 1_700_000_000)) for _ in range(2))
    assert first == second
    assert first != json.dumps(sbom.bill("4.5.7", "windows-x64", SOME, 1_700_000_000))
