"""Which files of a folder are imported."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.importing import listing
from index.importing.listing import is_wanted_name


def touch(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x", encoding="utf-8")
    return path


def names(top: Path) -> list[str]:
    return [Path(one.path).relative_to(top).as_posix() for one in listing([top])]


def test_folders_are_walked_in_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a/1.html", "c.docx", "a/z/3.txt"):
        touch(tmp_path / name)
    assert names(tmp_path) == ["a/1.html", "a/z/3.txt", "b/2.txt", "c.docx"]


def test_hidden_and_system_files_and_archives_of_ours_are_passed_over(tmp_path: Path) -> None:
    for name in (
        ".git/config.txt",
        ".hidden.txt",
        "~$draft.docx",
        "Thumbs.db",
        "__MACOSX/a.txt",
        "old.juanzong/originals/a.txt",
        "photo.jpg",
        "a.txt~",
    ):
        touch(tmp_path / name)
    touch(tmp_path / "real.txt")
    assert names(tmp_path) == ["real.txt"]


def test_a_saved_page_with_its_folder_is_one_article(tmp_path: Path) -> None:
    touch(tmp_path / "协议.html")
    touch(tmp_path / "协议_files" / "frame.html")
    touch(tmp_path / "other_files" / "real.html")
    assert names(tmp_path) == ["other_files/real.html", "协议.html"]


def test_files_named_themselves_are_taken_and_missing_ones_reported(tmp_path: Path) -> None:
    hidden = touch(tmp_path / ".hidden.txt")
    missing = tmp_path / "none.txt"
    found = list(listing([hidden, missing]))
    assert [one.path for one in found] == [str(hidden), str(missing)]
    assert [one.trouble is None for one in found] == [True, False]
    assert found[0].size == 1


def test_unknown_suffixes_are_listed_so_that_the_report_can_name_them(tmp_path: Path) -> None:
    touch(tmp_path / "plan.dwg")
    assert names(tmp_path) == ["plan.dwg"]


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    touch(tmp_path / "a" / "1.txt")
    try:
        (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("links need a right that this user does not have")
    assert names(tmp_path) == ["a/1.txt"]


def test_deep_folders_need_no_recursion(tmp_path: Path) -> None:
    folder = tmp_path
    for _ in range(120):
        folder = folder / "d"
    touch(folder / "deep.txt")
    assert len(names(tmp_path)) == 1


def test_members_of_zips_follow_the_same_rules() -> None:
    assert is_wanted_name("2024/协议.html")
    assert not is_wanted_name("2024/协议_files/frame.html")
    assert not is_wanted_name("__MACOSX/a.txt")
    assert not is_wanted_name("images/a.png")
