"""Bringing the index level when articles to add and articles to replace meet."""

from __future__ import annotations

from pathlib import Path

from index.archive import Archive
from index.archive.importer import Importer
from index.control import Control
from index.model import MentionType, SearchRequest
from tests.index.archive.conftest import write_records


def test_a_segment_may_go_while_its_merge_waits(archive: Archive, tmp_path: Path) -> None:
    """A correction replaces every article of a small segment that was just to be merged."""
    first, second = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    write_records(first, range(30))
    archive.import_paths([first], workers=0)
    write_records(second, range(100, 105))
    with archive._writing():
        originals = archive.path / "originals"
        Importer(archive._catalogue, originals, workers=0, progress=None, control=Control()).run([second])
    person = archive.find_entity(MentionType.PERSON, "费云帆")
    assert person is not None
    archive.rename(person, "费云帆（白石）")
    assert archive.not_indexed() == 0
    assert archive.search(SearchRequest("费云帆")).total == 35
    assert archive.check() == ()
