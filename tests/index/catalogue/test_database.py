"""Opening, migrating and sharing the catalogue's database."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from index.catalogue import FORMAT_VERSION, Catalogue, articles
from index.errors import ArchiveDamaged, ArchiveReadOnly, ArchiveTooNew


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "catalogue.sqlite"


def test_a_new_catalogue_has_the_present_format_and_an_identity(path: Path) -> None:
    catalogue = Catalogue(path, create=True)
    assert catalogue.reading.execute("PRAGMA user_version").fetchone()[0] == FORMAT_VERSION
    identity = catalogue.property("identity")
    catalogue.close()
    again = Catalogue(path)
    assert identity and again.property("identity") == identity
    again.close()


def test_a_newer_format_is_refused(path: Path) -> None:
    Catalogue(path, create=True).close()
    with sqlite3.connect(path) as db:
        db.execute(f"PRAGMA user_version = {FORMAT_VERSION + 1}")
    db.close()
    with pytest.raises(ArchiveTooNew):
        Catalogue(path)


def test_garbage_is_refused(path: Path) -> None:
    path.write_bytes(b"not a database, certainly not one" * 100)
    with pytest.raises(ArchiveDamaged):
        Catalogue(path)


def test_a_transaction_that_fails_leaves_nothing(path: Path) -> None:
    catalogue = Catalogue(path, create=True)
    with pytest.raises(ZeroDivisionError), catalogue.writing() as db:
        db.execute("INSERT INTO property VALUES ('half', 'done')")
        raise ZeroDivisionError
    assert catalogue.property("half") is None
    catalogue.close()


def test_readers_in_other_threads_see_what_was_committed(path: Path) -> None:
    catalogue = Catalogue(path, create=True)
    with catalogue.writing() as db:
        db.execute("INSERT INTO property VALUES ('place', '云州')")
    seen: list[str | None] = []
    thread = threading.Thread(target=lambda: seen.append(catalogue.property("place")))
    thread.start()
    thread.join()
    assert seen == ["云州"]
    catalogue.close()


def test_reading_never_writes(path: Path) -> None:
    catalogue = Catalogue(path, create=True)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        catalogue.reading.execute("DELETE FROM property")
    catalogue.close()


def test_a_read_only_catalogue_refuses_to_write(path: Path) -> None:
    Catalogue(path, create=True).close()
    catalogue = Catalogue(path, read_only=True)
    with pytest.raises(ArchiveReadOnly), catalogue.writing():
        pass
    catalogue.close()


def test_a_back_up_is_a_whole_catalogue(path: Path, tmp_path: Path) -> None:
    catalogue = Catalogue(path, create=True)
    catalogue.back_up(tmp_path / "copy.sqlite")
    identity = catalogue.property("identity")
    catalogue.close()
    copy = Catalogue(tmp_path / "copy.sqlite")
    assert copy.property("identity") == identity
    copy.close()


def test_what_is_kept_is_read_anew_after_somebody_wrote(path: Path) -> None:
    catalogue = Catalogue(path, create=True)
    assert catalogue.kept("count", articles.count) == 0
    with catalogue.writing() as db:
        db.execute("INSERT INTO file (id, path, size, mtime_ns) VALUES (1, 'f', 0, 0)")
        db.execute(
            "INSERT INTO article (file_id, record, origin, title, body, date_origin, date_reason, encoding,"
            " encoding_confidence, start, length, text_key, record_key, repairs, added_at)"
            " VALUES (1, '', 'f', '', '', 'none', '', '', 1, 0, 0, x'00', x'00', '[]', '')"
        )
    assert catalogue.kept("count", articles.count) == 1
    catalogue.close()


def test_closing_while_others_ask_ends_their_questions_in_good_order(path: Path) -> None:
    """It used to end the program, in one of some hundred times."""
    catalogue = Catalogue(path, create=True)
    numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000)"
    counting = " ".join((numbers, "SELECT COUNT(*) FROM n"))
    asking, answers = threading.Barrier(5), list[int]()

    def ask() -> None:
        asking.wait()
        with pytest.raises(sqlite3.ProgrammingError):
            while True:
                answers.append(catalogue.reading.execute(counting).fetchone()[0])

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    asking.wait()
    while len(answers) < 8:
        pass
    catalogue.close()
    for thread in threads:
        thread.join()
    assert set(answers) == {3000}
    path.replace(path.with_name("moved.sqlite"))  # nobody has it open
