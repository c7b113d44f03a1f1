"""Opening, damage, repair, two programs at once."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from index.archive import Archive
from index.archive.lock import WriterLock
from index.errors import ArchiveBusy, ArchiveDamaged, ArchiveExists, ArchiveMissing, ArchiveTooNew
from index.model import FacetField, Filter, MentionType, SearchRequest, Sort


@pytest.fixture
def filled(tmp_path: Path, folder: Path) -> Path:
    path = tmp_path / "filled.juanzong"
    with Archive.create(path) as archive:
        archive.import_paths([folder], workers=0)
    return path


def test_an_archive_opens_again_with_everything(filled: Path) -> None:
    with Archive.open(filled) as archive:
        assert archive.name == "filled"
        assert archive.not_indexed() == 0
        assert archive.search(SearchRequest("聯席會議")).total == 2
        assert archive.check() == ()


def test_a_lost_index_is_made_afresh(filled: Path) -> None:
    shutil.rmtree(filled / "fulltext")
    with Archive.open(filled) as archive:
        assert archive.not_indexed() == 32
        assert archive.catch_up(workers=0) == 32
        assert archive.search(SearchRequest("白石湖")).total == 30


def test_a_flipped_byte_anywhere_in_the_index_is_found_and_mended(filled: Path) -> None:
    files = [path for path in (filled / "fulltext").rglob("*") if path.is_file() and path.stat().st_size > 8]
    assert files
    for file in files:
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 0x55
        file.write_bytes(bytes(data))
        with Archive.open(filled) as archive:
            assert archive.check(), file.name
            assert all(problem.mended for problem in archive.check(repair=True))
            assert archive.check() == ()
            assert archive.search(SearchRequest("白石湖")).total == 30
        break


def test_an_index_of_another_archive_is_not_believed(filled: Path, tmp_path: Path) -> None:
    with Archive.create(tmp_path / "other") as other:
        other_index = other.path / "fulltext"
    shutil.rmtree(filled / "fulltext")
    shutil.copytree(other_index, filled / "fulltext")
    with Archive.open(filled) as archive:
        archive.catch_up(workers=0)
        assert archive.search(SearchRequest("白石湖")).total == 30


def test_a_damaged_original_is_fetched_again_where_its_file_is_unchanged(filled: Path, folder: Path) -> None:
    for file in (filled / "originals").rglob("*.gz"):
        file.write_bytes(b"gone")
    with Archive.open(filled) as archive:
        assert {problem.code for problem in archive.check()} == {"check.original_damaged"}
        assert all(problem.mended for problem in archive.check(repair=True))
        assert archive.check() == ()


def test_a_rebuild_changes_nothing_that_can_be_seen(filled: Path) -> None:
    with Archive.open(filled) as archive:
        before = archive.search(SearchRequest("费云帆", Sort.NEWEST)).ids()
        assert archive.rebuild(workers=0) == 32
        assert archive.search(SearchRequest("费云帆", Sort.NEWEST)).ids() == before


def test_two_writers_at_once_are_told_apart_from_readers(filled: Path, folder: Path) -> None:
    with Archive.open(filled) as archive, WriterLock(filled), Archive.open(filled) as other:
        assert other.search(SearchRequest("白石湖")).total == 30
        with pytest.raises(ArchiveBusy) as busy:
            archive.import_paths([folder], workers=0)
        assert "@" in str(busy.value)


def test_what_is_not_an_archive_is_refused_with_words(tmp_path: Path, filled: Path) -> None:
    with pytest.raises(ArchiveMissing, match="no archive"):
        Archive.open(tmp_path / "nothing")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").touch()
    with pytest.raises(ArchiveExists):
        Archive.create(tmp_path / "full")
    (filled / "archive.json").write_text(json.dumps({"format": 999}))
    with pytest.raises(ArchiveTooNew, match="999"):
        Archive.open(filled)
    (filled / "archive.json").write_text("{")
    with pytest.raises(ArchiveDamaged):
        Archive.open(filled)


def test_a_catalogue_of_garbage_is_refused_with_words(filled: Path) -> None:
    for extra in filled.glob("catalogue.sqlite*"):
        extra.unlink()
    (filled / "catalogue.sqlite").write_bytes(b"garbage" * 500)
    with pytest.raises(ArchiveDamaged):
        Archive.open(filled)


def test_hits_can_be_filtered_and_counted_by_entity(filled: Path) -> None:
    with Archive.open(filled) as archive:
        everything = archive.search(SearchRequest(""))
        sources = {
            c.value: c.count for c in archive.facets(everything, [FacetField.SOURCE])[FacetField.SOURCE]
        }
        assert sources["临江简报"] == 30
        only = archive.search(SearchRequest("", filters=(Filter(FacetField.SOURCE, ("临江简报",)),)))
        assert only.total == 30
        people = archive.facets(everything, [FacetField.PERSON])[FacetField.PERSON]
        for person in people:
            found = archive.search(SearchRequest("", filters=(Filter(FacetField.PERSON, (person.value,)),)))
            assert found.total == person.count


def test_the_sidebar_gets_people_with_their_posts(filled: Path) -> None:
    with Archive.open(filled) as archive:
        meeting = archive.search(SearchRequest("联席会议")).ids()[0]
        people = {e.name: e for e in archive.entities(meeting) if e.type is MentionType.PERSON}
        assert set(people) & {"岑绍文", "岑紹文"}
        person = next(e for name, e in people.items() if name.startswith("岑"))
        assert any(post.endswith(("委书记", "委書記")) for post in person.posts)
        article = archive.article(meeting)
        for entity in archive.entities(meeting):
            for place in entity.places:
                text = article.title if place.in_title else article.body
                assert 0 <= place.start < place.end <= len(text)


IMPORT = """
import sys
from pathlib import Path
from index.archive import Archive
if __name__ == "__main__":
    archive = Archive.open(Path(sys.argv[1]))
    archive.import_paths([Path(sys.argv[2])], workers=0,
                         progress=lambda p: print(p.phase, p.articles, flush=True))
"""


@pytest.mark.parametrize("phase", ["reading", "indexing"])
def test_a_killed_import_leaves_an_archive_that_opens_and_completes(tmp_path: Path, phase: str) -> None:
    from tests.index.archive.conftest import write_records

    for n in range(8):
        write_records(tmp_path / f"{n}.jsonl", range(n * 250, n * 250 + 250))
    script = tmp_path / "run.py"
    script.write_text(IMPORT, encoding="utf-8")
    path = tmp_path / "killed.juanzong"
    Archive.create(path).close()
    root = Path(__file__).resolve().parents[3]
    with subprocess.Popen(
        [sys.executable, str(script), str(path), str(tmp_path)],
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": str(root), "PATH": "", "SYSTEMROOT": "C:\\Windows"},
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            said, count = line.split()
            if said == phase and int(count) >= (600 if phase == "reading" else 0):
                process.kill()
                break
    with Archive.open(path) as archive:
        archive.catch_up(workers=0)
        kept = archive.stats().articles
        assert archive.search(SearchRequest("白石湖")).total == kept
        assert archive.check() == ()
        archive.import_paths([tmp_path], workers=0)
        assert archive.search(SearchRequest("白石湖")).total == 2000
