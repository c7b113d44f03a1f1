"""A schema that computes is known as such, however it is written; the program's own never is."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest

from index.catalogue import Catalogue
from index.catalogue.schema import computes
from index.errors import ArchiveDamaged

SLOW = "'" + "a" * 60 + "' LIKE '" + "%a" * 20 + "b'"  # takes longer than the world exists


@pytest.mark.parametrize(
    ("kind", "sql"),
    [
        ("view", "CREATE VIEW v AS SELECT 1"),
        ("trigger", "CREATE TRIGGER t AFTER INSERT ON run BEGIN SELECT 1; END"),
        ("table", "CREATE VIRTUAL TABLE v USING fts5(a)"),
        ("table", "CREATE TABLE t (a TEXT, b AS (a || a))"),
        ("table", "CREATE TABLE t (a TEXT, b TEXT GENERATED ALWAYS AS (a) STORED)"),
        ("table", "CREATE TABLE t (a TEXT, b AS/**/(a || a))"),
        ("table", "CREATE TABLE t (a TEXT DEFAULT '--' CHECK (a LIKE '%a%b'))"),
        ("table", "CREATE TABLE t (a TEXT -- '\n CHECK (length(a) > 1) -- '\n)"),
        ("table", "CREATE TABLE t (a TEXT DEFAULT (hex(zeroblob(100000000))))"),
        ("index", "CREATE INDEX i ON article (upper(title))"),
        ("index", "CREATE INDEX i ON article (title || body)"),
        ("index", f"CREATE INDEX i ON article (id) WHERE {SLOW}"),
        ("index", "CREATE INDEX i ON article (id) WHERE (SELECT 1)"),
        ("view", None),
    ],
)
def test_what_computes_is_known(kind: str, sql: str | None) -> None:
    assert computes(kind, sql)


@pytest.mark.parametrize(
    ("kind", "sql"),
    [
        ("index", None),
        ("table", "CREATE TABLE sqlite_sequence(name,seq)"),
        ("table", "CREATE TABLE t (a TEXT NOT NULL DEFAULT 'CHECK (1)', b INTEGER DEFAULT 0) -- LIKE\n"),
        ("index", "CREATE UNIQUE INDEX i ON article (origin, id DESC) WHERE state = 'current'"),
    ],
)
def test_what_only_holds_is_let_be(kind: str, sql: str | None) -> None:
    assert not computes(kind, sql)


def test_the_programs_own_schema_computes_nothing(tmp_path: Path) -> None:
    with contextlib.closing(Catalogue(tmp_path / "c.sqlite", create=True)) as catalogue:
        rows = catalogue.reading.execute("SELECT type, sql FROM sqlite_master").fetchall()
    assert len(rows) > 40
    assert not [sql for kind, sql in rows if computes(kind, sql)]


@pytest.mark.parametrize(
    "place", ["CREATE INDEX slow ON run (id) WHERE {}", "CREATE TABLE slow (a TEXT CHECK ({}))"]
)
def test_a_catalogue_that_would_compute_for_ever_is_refused(tmp_path: Path, place: str) -> None:
    path = tmp_path / "c.sqlite"
    Catalogue(path, create=True).close()
    db = sqlite3.connect(path)
    db.execute(place.format(SLOW))
    db.commit()
    db.close()
    with pytest.raises(ArchiveDamaged, match="slow"):
        Catalogue(path)
