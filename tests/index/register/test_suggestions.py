"""Suggestions come with their evidence, and only where posts speak for or against one person."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.archive import Archive
from index.model import CorrectionKind, EvidenceKind, MentionType

from .conftest import write_records

NAMESAKES = [
    ("a-1", "2024-05-03", "南昌会议", "江西省省长陈宏达主持会议。"),
    ("a-2", "2024-05-20", "南昌讲话", "江西省省长陈宏达发表讲话。"),
    ("b-1", "2024-05-11", "武汉会议", "湖北省省长陈宏达主持会议。"),
]
MOVED = [
    ("a-1", "2024-05-03", "南昌会议", "江西省省长陈宏达主持会议。"),
    ("b-1", "2024-05-11", "新任省长", "江西省省长陈宏达调任，湖北省省长陈宏达到任。"),
]
SLIP = [
    *((f"w-{n}", f"2024-06-{n + 10}", "南昌要闻", "江西省省长叶建春出席会议。") for n in range(6)),
    ("w-9", "2024-06-28", "南昌要闻", "江西省省长叶健春出席会议。"),
]


def archive_of(folder: Path, records: list[tuple[str, str, str, str]]) -> Archive:
    write_records(folder / "r.jsonl", records)
    archive = Archive.create(folder / "甲.juanzong")
    archive.import_paths([folder / "r.jsonl"], workers=0)
    return archive


def test_top_posts_of_two_provinces_in_one_month_speak_for_two_people(tmp_path: Path) -> None:
    with archive_of(tmp_path, NAMESAKES) as archive:
        [found] = archive.entity_suggestions()
        assert (found.kind, [e.name for e in found.entities]) == (CorrectionKind.SPLIT, ["陈宏达"])
        [evidence] = found.evidence
        assert evidence.kind is EvidenceKind.RIVAL_POSTS
        assert {evidence.one, evidence.other} == {"江西省省长", "湖北省省长"}
        assert {link.origin for link in evidence.articles} == {"a-1", "a-2", "b-1"}
        assert {frozenset(archive.origins(part)) for part in found.parts} == {
            frozenset({"a-1", "a-2"}),
            frozenset({"b-1"}),
        }
        [second] = [part for part in found.parts if len(part) == 1]
        archive.split(found.entities[0].id, second, "陈宏达（湖北）")
        assert archive.entity_suggestions() == ()


def test_somebody_who_moved_is_one_person(tmp_path: Path) -> None:
    with archive_of(tmp_path, MOVED) as archive:
        assert archive.entity_suggestions() == ()


def test_a_slip_of_the_pen_is_found_by_the_post(tmp_path: Path) -> None:
    with archive_of(tmp_path, SLIP) as archive:
        [found] = archive.entity_suggestions()
        assert (found.kind, [e.name for e in found.entities]) == (CorrectionKind.MERGE, ["叶健春", "叶建春"])
        assert found.evidence[0].kind is EvidenceKind.SIMILAR_NAME
        assert "w-9" in {link.origin for link in found.evidence[0].articles}
        archive.merge(found.entities[0].id, found.entities[1].id)
        assert archive.entity_suggestions() == ()


@pytest.mark.parametrize("name", ["叶健春", "叶建春"])
def test_one_person_gets_the_same_suggestions(tmp_path: Path, name: str) -> None:
    with archive_of(tmp_path, SLIP) as archive:
        number = archive.find_entity(MentionType.PERSON, name)
        assert number is not None
        assert archive.entity_suggestions(number) == archive.entity_suggestions()


def test_a_refused_merge_is_not_suggested_again_until_the_refusal_is_undone(tmp_path: Path) -> None:
    with archive_of(tmp_path, SLIP) as archive:
        [found] = archive.entity_suggestions()
        lesser, greater = found.entities
        refused = archive.keep_apart(greater.id, lesser.id)
        assert (refused.correction.kind, refused.articles) == (CorrectionKind.APART, 0)
        assert archive.entity_suggestions() == ()
        assert archive.entity_suggestions(lesser.id) == ()
        archive.undo()
        assert archive.entity_suggestions() == (found,)


def test_a_refused_split_outlives_export_and_import_into_an_archive_with_the_same_articles(
    tmp_path: Path,
) -> None:
    (tmp_path / "other").mkdir()
    with archive_of(tmp_path, NAMESAKES) as archive, archive_of(tmp_path / "other", NAMESAKES) as other:
        [found] = archive.entity_suggestions()
        archive.keep_apart(found.entities[0].id)
        assert archive.entity_suggestions() == ()
        assert archive.export_corrections(tmp_path / "c.json") == 1
        assert other.import_corrections(tmp_path / "c.json") == 1
        assert other.entity_suggestions() == ()


def test_a_refusal_changes_no_name(tmp_path: Path) -> None:
    with archive_of(tmp_path, SLIP) as archive:
        [found] = archive.entity_suggestions()
        before = archive.entity_names([entity.id for entity in found.entities])
        archive.keep_apart(found.entities[0].id, found.entities[1].id)
        assert archive.entity_names([entity.id for entity in found.entities]) == before
        archive.rename(found.entities[1].id, "叶建春（赣）")
        assert archive.entity_names([found.entities[0].id])[found.entities[0].id].name == "叶健春"
