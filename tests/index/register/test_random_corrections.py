"""Any corrections in any order outlive recognition anew and a fresh index, and can all be undone."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.archive import Archive
from index.errors import CorrectionRefused
from index.model import MentionType

from .conftest import RECORDS, write_records
from .test_corrections import everything

_NAMES = ("尹弘", "叶建春", "王忠林", "万广明", "江西省", "武汉", "江西省图书馆", "新名甲", "新名乙")
_KINDS = (MentionType.PERSON, MentionType.PLACE, MentionType.ORGANISATION)


@dataclass(frozen=True)
class Step:
    """What to do (`how`) to the `one`th entity of all, with another, a name and a type."""

    how: str
    one: int
    other: int
    name: str
    kind: MentionType
    at: int


_STEPS = st.lists(
    st.builds(
        Step,
        st.sampled_from(("rename", "merge", "split", "retype", "delete", "add", "undo", "redo")),
        st.integers(0, 40),
        st.integers(0, 40),
        st.sampled_from(_NAMES),
        st.sampled_from(_KINDS),
        st.integers(0, 30),
    ),
    min_size=1,
    max_size=6,
)


def entities(archive: Archive) -> list[int]:
    """The entities that articles name now, in a fixed order."""
    found = {}
    for origin, *_ in RECORDS:
        article = archive.find(origin)
        assert article is not None
        found.update({(e.type, e.name): e.id for e in archive.entities(article) if e.type in _KINDS})
    return [found[key] for key in sorted(found)]


def correct(archive: Archive, step: Step) -> None:
    """Do one step; what is refused changes nothing."""
    known = entities(archive)
    if step.how in ("undo", "redo") or not known:
        archive.undo() if step.how == "undo" else archive.redo()
        return
    one, other = known[step.one % len(known)], known[step.other % len(known)]
    article = archive.find(RECORDS[step.at % len(RECORDS)][0])
    assert article is not None
    with contextlib.suppress(CorrectionRefused):
        if step.how == "rename":
            archive.rename(one, step.name)
        elif step.how == "merge":
            archive.merge(one, other)
        elif step.how == "split":
            archive.split(one, [article], step.name)
        elif step.how == "retype":
            archive.retype(one, step.kind)
        elif step.how == "delete":
            archive.delete_entity(one)
        else:
            archive.add_mention(article, False, step.at, step.at + 2, step.kind, step.name)


@pytest.fixture(scope="module")
def archive_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corrected")
    write_records(folder / "剪报.jsonl")
    with Archive.create(folder / "甲.juanzong") as archive:
        archive.import_paths([folder / "剪报.jsonl"], workers=0)
    return folder


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(_STEPS)
def test_corrections_last_and_can_all_be_undone(archive_folder: Path, steps: list[Step]) -> None:
    with Archive.open(archive_folder / "甲.juanzong") as archive:
        before = everything(archive)
        for step in steps:
            correct(archive, step)
        corrected = everything(archive)
        assert archive.recognise_again(workers=0) == 0
        assert everything(archive) == corrected
        archive.rebuild(workers=0)
        assert everything(archive) == corrected
        while any(not correction.undone for correction in archive.corrections()):
            archive.undo()
        assert everything(archive) == before
