"""An archive that is moved, renamed or unplugged while it is open: a clear sentence, and no new folder."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from index.archive import Archive
from index.errors import ArchiveGone, JuanzongError
from index.model import SearchRequest


def elsewhere(work: Callable[[], object]) -> BaseException | None:
    """What `work` raises in a thread that has not used the archive yet."""
    raised: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:
            raised.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return raised[0] if raised else None


@pytest.mark.parametrize(
    "question", ["search", "article", "note", "import", "check", "rebuild", "back up", "import apart"]
)
def test_whoever_asks_is_told_where_the_archive_was(folder: Path, archive: Archive, question: str) -> None:
    archive.import_paths([folder], workers=0)
    archive.path.rename(archive.path.with_name("renamed.juanzong"))
    questions: dict[str, Callable[[], object]] = {
        "search": lambda: archive.search(SearchRequest("联席会议")),
        "article": lambda: archive.article(1),
        "note": lambda: archive.add_article_note(1, "x"),
        "import": lambda: archive.import_paths([folder], workers=0),
        "import apart": lambda: archive.import_paths([folder], apart=True),
        "check": archive.check,
        "rebuild": lambda: archive.rebuild(workers=0),
        "back up": archive.back_up,
    }
    raised = elsewhere(questions[question])
    assert isinstance(raised, ArchiveGone), raised
    assert str(archive.path) in str(raised)
    if question in ("check", "back up"):  # also where the catalogue is still held open
        with pytest.raises(ArchiveGone):
            questions[question]()
    assert not archive.path.exists()


def test_moved_back_it_goes_on(folder: Path, archive: Archive) -> None:
    archive.import_paths([folder], workers=0)
    away = archive.path.rename(archive.path.with_name("renamed.juanzong"))
    assert isinstance(elsewhere(lambda: archive.article(1)), JuanzongError)
    away.rename(archive.path)
    assert elsewhere(lambda: archive.article(1)) is None
    assert archive.search(SearchRequest("联席会议")).total == 2
    assert archive.check() == ()
