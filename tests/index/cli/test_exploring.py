"""Contexts, counts and advice on the command line."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from index.archive import Archive
from index.cli.main import main
from tests.index.archive.conftest import write_records


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An archive of 12 articles, each with 白石湖 once in its body."""
    monkeypatch.setenv("JUANZONG_LANGUAGE", "en")
    write_records(tmp_path / "records.jsonl", range(12))
    with Archive.create(tmp_path / "a.juanzong") as archive:
        archive.import_paths([tmp_path / "records.jsonl"], workers=0)
    return tmp_path / "a.juanzong"


def test_contexts_are_lines(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--archive", str(place), "search", "白石湖", "--kwic", "newest", "--limit", "all"]) == 0
    said = capsys.readouterr()
    lines = said.out.splitlines()
    assert len(lines) == 12
    assert all("【白石湖】水位" in line for line in lines)
    assert "12 occurrences in 12 articles" in said.err
    dates = [line.split("\t")[1][:10] for line in lines]
    assert dates == sorted(dates, reverse=True)


def test_contexts_for_programs(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--archive", str(place), "search", "白石湖", "--kwic", "--json", "--limit", "5"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["total"], answer["articles"], len(answer["lines"])) == (12, 12, 5)
    assert answer["lines"][0]["keyword"] == "白石湖"


def test_contexts_in_a_file(place: Path, tmp_path: Path) -> None:
    out = tmp_path / "k.csv"
    assert main(["--archive", str(place), "search", "白石湖", "--kwic", "right", "--out", str(out)]) == 0
    assert len(out.read_text(encoding="utf-8-sig").splitlines()) == 13


def test_counts_by_month(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--archive", str(place), "search", "费云帆", "--trend", "month"]) == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [row[1] for row in rows] == [f"2023-0{n}" for n in range(1, 10)]
    assert sum(int(row[2]) for row in rows) == 12


def test_a_list_of_terms_becomes_a_table(place: Path, tmp_path: Path) -> None:
    terms, out = tmp_path / "terms.txt", tmp_path / "counts.csv"
    terms.write_text("白石湖\n火箭\n", encoding="utf-8")
    assert main(["--archive", str(place), "search", "--batch", str(terms), "--trend", "--out", str(out)]) == 0
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert [row[:3] for row in rows[1:]] == [["白石湖", "12", "12"], ["火箭", "0", "0"]]
    assert rows[0][-1] == "2023"


def test_an_empty_result_comes_with_advice(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--archive", str(place), "search", "白石胡"]) == 0
    assert "Did you mean 白石湖 (12 articles)?" in capsys.readouterr().err
    assert main(["--archive", str(place), "search", "白石湖 火箭"]) == 0
    said = capsys.readouterr().err
    assert "白石湖 alone: 12" in said
    assert "火箭 alone: 0" in said
