"""What a user corrects shows everywhere at once, outlives re-import and rebuild, and can be undone."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.archive import Archive
from index.errors import CorrectionRefused, EntityMissing
from index.model import CorrectionKind, FacetField, Filter, MentionType, SearchRequest

from .conftest import RECORDS, write_records

PERSON = MentionType.PERSON


def number(archive: Archive, name: str, kind: MentionType = PERSON) -> int:
    found = archive.find_entity(kind, name)
    assert found is not None, name
    return found


def facet(archive: Archive, field: FacetField) -> dict[str, int]:
    hits = archive.search(SearchRequest(""))
    return {count.value: count.count for count in archive.facets(hits, [field])[field]}


def filtered(archive: Archive, name: str, field: FacetField = FacetField.PERSON) -> set[str]:
    hits = archive.search(SearchRequest("", filters=(Filter(field, (name,)),)))
    return set(archive.origins(hits.ids()))


def sidebar(archive: Archive, origin: str, kind: MentionType = PERSON) -> set[str]:
    article = archive.find(origin)
    assert article is not None
    return {entity.name for entity in archive.entities(article) if entity.type is kind}


def everything(archive: Archive) -> list[object]:
    """All that the archive says of its articles' names."""
    said: list[object] = []
    for origin, *_ in RECORDS:
        article = archive.find(origin)
        assert article is not None
        said.append([(e.type, e.name, e.posts, e.places) for e in archive.entities(article)])
    fields = [FacetField.PERSON, FacetField.PLACE, FacetField.ORGANISATION, FacetField.POST]
    return [*said, *(facet(archive, field) for field in fields)]


def test_a_new_name_shows_in_sidebar_facets_and_filters(archive: Archive) -> None:
    done = archive.rename(number(archive, "王忠林"), "王仲林")
    assert (done.correction.kind, done.articles) == (CorrectionKind.RENAME, 2)
    assert sidebar(archive, "n-2025") & {"王忠林", "王仲林"} == {"王仲林"}
    assert facet(archive, FacetField.PERSON)["王仲林"] == 2
    assert "王忠林" not in facet(archive, FacetField.PERSON)
    assert filtered(archive, "王仲林") == {"m-2025", "n-2025"}
    assert filtered(archive, "王忠林") == {"m-2025", "n-2025"}, "the old name still leads there"
    assert archive.not_indexed() == 0


def test_a_name_in_the_other_script_is_only_shown_otherwise(archive: Archive) -> None:
    one = number(archive, "尹弘")
    archive.rename(one, "尹　弘")
    assert archive.find_entity(PERSON, "尹弘") == one
    assert sidebar(archive, "m-2023") >= {"尹 弘"}
    archive.undo()
    assert sidebar(archive, "m-2023") >= {"尹弘"}


def test_merging_gives_both_names_articles_and_posts_to_one(archive: Archive) -> None:
    done = archive.merge(number(archive, "王忠林"), number(archive, "尹弘"))
    assert done.entity is not None
    page = archive.entity_page(done.entity.id)
    assert page is not None
    assert (page.entity.name, page.entity.articles) == ("尹弘", 3)
    assert {tenure.post for tenure in page.tenures} == {"江西省委书记", "湖北省省长"}
    assert filtered(archive, "尹弘") == {"m-2023", "m-2025", "n-2025"}


def test_splitting_keeps_the_rest_with_the_old_name(archive: Archive) -> None:
    article = archive.find("n-2025")
    assert article is not None
    archive.split(number(archive, "叶建春"), [article], "叶建春（南昌）")
    assert filtered(archive, "叶建春（南昌）") == {"n-2025"}
    assert filtered(archive, "叶建春") == {"m-2023", "m-2025", "f-2025", "t-2025"}


def test_another_type_moves_a_name_to_its_facet(archive: Archive) -> None:
    archive.retype(number(archive, "尹弘"), MentionType.PLACE)
    assert "尹弘" not in facet(archive, FacetField.PERSON)
    assert facet(archive, FacetField.PLACE)["尹弘"] == 1
    assert all(a.person != "尹弘" for a in appointments(archive, "m-2023"))


def appointments(archive: Archive, origin: str) -> list[object]:
    from index.catalogue import entities

    article = archive.find(origin)
    assert article is not None
    return [said for _, said in entities.appointments(archive._catalogue.reading, article)]


def test_what_is_no_person_goes_with_its_posts(archive: Archive) -> None:
    done = archive.delete_entity(number(archive, "尹弘"))
    assert done.entity is None
    assert "尹弘" not in sidebar(archive, "m-2023")
    assert "尹弘" not in facet(archive, FacetField.PERSON)


def test_selected_words_become_a_mention(archive: Archive) -> None:
    article = archive.find("n-2025")
    assert article is not None
    body = archive.article(article).body
    at = body.index("察看")
    done = archive.add_mention(article, False, at, at + 2, MentionType.EVENT, "图书馆察看")
    assert done.entity is not None
    assert done.entity.name == "图书馆察看"
    [event] = [e for e in archive.entities(article) if e.id == done.entity.id]
    assert [(place.start, place.end) for place in event.places] == [(at, at + 2)]
    assert filtered(archive, "图书馆察看", FacetField.EVENT) == {"n-2025"}


def test_everything_can_be_undone_and_done_again(archive: Archive) -> None:
    before = everything(archive)
    article = archive.find("m-2025")
    assert article is not None
    states = [before]
    archive.rename(number(archive, "王忠林"), "王仲林")
    states.append(everything(archive))
    archive.merge(number(archive, "尹弘"), number(archive, "王仲林"))
    states.append(everything(archive))
    archive.split(number(archive, "叶建春"), [article], "叶建春（武汉）")
    states.append(everything(archive))
    archive.delete_entity(number(archive, "万广明"))
    states.append(everything(archive))
    archive.add_mention(article, True, 0, 5, MentionType.EVENT)
    states.append(everything(archive))
    for state in reversed(states[:-1]):
        assert archive.undo() is not None
        assert everything(archive) == state
    assert archive.undo() is None
    for state in states[1:]:
        assert archive.redo() is not None
        assert everything(archive) == state
    assert archive.redo() is None


def test_one_of_several_corrections_can_be_undone(archive: Archive) -> None:
    first = archive.rename(number(archive, "王忠林"), "王仲林")
    archive.delete_entity(number(archive, "万广明"))
    archive.undo(first.correction.id)
    assert "王忠林" in facet(archive, FacetField.PERSON)
    assert "万广明" not in facet(archive, FacetField.PERSON)
    assert [c.undone for c in archive.corrections()] == [False, True]


def test_corrections_outlive_a_rebuild(archive: Archive) -> None:
    archive.rename(number(archive, "王忠林"), "王仲林")
    said = everything(archive)
    archive.rebuild(workers=0)
    assert everything(archive) == said
    assert archive.check() == ()


def test_corrections_count_for_articles_imported_again_and_new_ones(archive: Archive, records: Path) -> None:
    article = archive.find("n-2025")
    assert article is not None
    archive.split(number(archive, "叶建春"), [article], "叶建春（南昌）")
    archive.rename(number(archive, "王忠林"), "王仲林")
    new = ("x-2025", "2025-08-01", "又一篇", "湖北省省长王忠林到武汉市察看。叶建春没有来。")
    write_records(records, [(n, "2025-07-15", title, body) for n, _, title, body in RECORDS] + [new])
    archive.import_paths([records], workers=0)
    again = archive.find("n-2025")
    assert again is not None
    assert again != article
    assert filtered(archive, "叶建春（南昌）") == {"n-2025"}
    assert filtered(archive, "王仲林") == {"m-2025", "n-2025", "x-2025"}
    while archive.undo() is not None:
        pass
    assert filtered(archive, "王忠林") == {"m-2025", "n-2025", "x-2025"}


def test_corrections_can_be_given_to_somebody_else(archive: Archive, records: Path, tmp_path: Path) -> None:
    article = archive.find("n-2025")
    assert article is not None
    archive.split(number(archive, "叶建春"), [article], "叶建春（南昌）")
    archive.rename(number(archive, "王忠林"), "王仲林")
    archive.merge(number(archive, "万广明"), number(archive, "王仲林"))
    archive.add_mention(article, True, 0, 2, MentionType.PLACE)
    archive.delete_entity(number(archive, "尹弘"))
    assert archive.export_corrections(tmp_path / "更正.json") == 5
    with Archive.create(tmp_path / "别处.juanzong") as other:
        other.import_paths([records], workers=0)
        assert other.import_corrections(tmp_path / "更正.json") == 5
        assert everything(other) == everything(archive)
        assert other.import_corrections(tmp_path / "更正.json") == 0


def test_a_file_without_corrections_is_refused(archive: Archive, tmp_path: Path) -> None:
    for content in ("", "[]", '{"what": "else"}', '{"what": "juanzong corrections", "format": 1}'):
        (tmp_path / "x.json").write_text(content, encoding="utf-8")
        with pytest.raises(CorrectionRefused):
            archive.import_corrections(tmp_path / "x.json")
    assert archive.corrections() == ()


def test_corrections_that_make_no_sense_are_refused(archive: Archive) -> None:
    one = number(archive, "叶建春")
    article = archive.find("n-2025")
    assert article is not None
    refused = [
        lambda: archive.rename(one, "　"),
        lambda: archive.merge(one, one),
        lambda: archive.split(one, [article], "葉建春"),
        lambda: archive.split(one, [], "叶建春（甲）"),
        lambda: archive.retype(one, PERSON),
        lambda: archive.add_mention(article, False, 5, 5, PERSON),
    ]
    for correction in refused:
        with pytest.raises(CorrectionRefused):
            correction()
    with pytest.raises(EntityMissing):
        archive.rename(10**9, "某人")
    assert archive.corrections() == ()


def test_an_index_that_missed_a_correction_follows_later(archive: Archive) -> None:
    index, archive._index = archive._index, None
    archive.rename(number(archive, "王忠林"), "王仲林")
    archive._index = index
    assert archive.not_indexed() == 2
    assert archive.catch_up(workers=0) == 2
    assert "王仲林" in facet(archive, FacetField.PERSON)
    assert archive.not_indexed() == 0


def test_names_recognised_anew_keep_the_corrections(archive: Archive) -> None:
    article = archive.find("n-2025")
    assert article is not None
    before = everything(archive)
    assert archive.recognise_again(workers=0) == 0
    assert everything(archive) == before
    archive.rename(number(archive, "王忠林"), "王仲林")
    archive.split(number(archive, "叶建春"), [article], "叶建春（南昌）")
    said = everything(archive)
    with archive._catalogue.writing() as db:  # as if an earlier version had overlooked all
        for table in ("entity_article", "mentions", "stated", "recognised"):
            db.execute(f"DELETE FROM {table}")  # noqa: S608
    assert archive.recognise_again(workers=0) == len(RECORDS)
    assert everything(archive) == said
    archive.undo()
    archive.undo()
    assert everything(archive) == before


def test_corrections_outlive_the_loss_of_the_catalogue(archive: Archive) -> None:
    archive.rename(number(archive, "王忠林"), "王仲林")
    said = everything(archive)
    archive.close()
    (archive.path / "catalogue.sqlite").write_bytes(b"torn" * 4096)
    for rest in archive.path.glob("catalogue.sqlite-*"):
        rest.unlink()
    Archive.recover(archive.path, workers=0)
    with Archive.open(archive.path) as again:
        again.catch_up(workers=0)
        assert everything(again) == said
