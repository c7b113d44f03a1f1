"""The page of an entity says what its articles say, oldest first, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.archive import Archive
from index.model import EntityPage, MentionType, SameReason

from .conftest import write_records


def page(archive: Archive, kind: MentionType, name: str) -> EntityPage:
    number = archive.find_entity(kind, name)
    assert number is not None, name
    found = archive.entity_page(number)
    assert found is not None
    return found


def test_a_person_has_posts_on_a_time_line_with_the_articles_that_state_them(archive: Archive) -> None:
    person = page(archive, MentionType.PERSON, "叶建春")
    assert (person.entity.first, person.entity.last, person.entity.articles) == (
        "2023-03-05",
        "2025-07-02",
        5,
    )
    [governor] = person.tenures
    assert governor.post == "江西省省长"
    assert (governor.first, governor.last) == ("2023-03-05", "2025-07-02")
    assert [link.origin for link in governor.articles] == ["m-2023", "m-2025", "f-2025", "t-2025"]
    assert "省长" in governor.printed


def test_a_name_in_either_script_opens_the_same_page(archive: Archive) -> None:
    assert archive.find_entity(MentionType.PERSON, "葉建春") == archive.find_entity(
        MentionType.PERSON, "叶建春"
    )
    assert archive.find_entity(MentionType.PERSON, "无此人") is None
    assert archive.entity_page(10**9) is None


def test_a_person_appears_with_others_counted_in_articles(archive: Archive) -> None:
    person = page(archive, MentionType.PERSON, "叶建春")
    assert {(other.name, other.articles) for other in person.people} >= {("王忠林", 2), ("尹弘", 1)}
    assert person.counted == 5


def test_words_said_are_quoted_with_their_place(archive: Archive) -> None:
    person = page(archive, MentionType.PERSON, "叶建春")
    assert {(q.verb, q.words) for q in person.quotations} == {
        ("强调", "合作要有实效。"),
        ("表示", "年内完成任务。"),
        ("說", "贛鄂合作很好。"),
    }
    for quotation in person.quotations:
        body = archive.article(quotation.article.id).body
        assert body[quotation.start : quotation.end] == quotation.words


def test_what_one_person_says_is_not_given_to_another(archive: Archive) -> None:
    assert page(archive, MentionType.PERSON, "王忠林").quotations == ()


def test_a_place_knows_the_people_with_posts_there(archive: Archive) -> None:
    names = {tenure.person.name for tenure in page(archive, MentionType.PLACE, "江西省").tenures}
    assert {"尹弘", "叶建春"} <= names
    assert "王忠林" not in names


def test_a_post_knows_its_holders(archive: Archive) -> None:
    post = page(archive, MentionType.POST, "江西省省长")
    assert [tenure.person.name for tenure in post.tenures] == ["叶建春"]


def test_a_document_knows_who_signed_it_and_who_cites_it(archive: Archive) -> None:
    document = page(archive, MentionType.DOCUMENT, "赣鄂合作协议")
    assert [link.origin for link in document.articles] == ["t-2025", "m-2023"]
    for signature in document.signatures:
        assert [link.origin for link in signature.articles] == ["m-2023"]


def test_an_event_has_its_instances_over_the_years(archive: Archive) -> None:
    event = page(archive, MentionType.EVENT, "2025年赣鄂联席会议")
    assert [one.year for one in event.instances] == ["2023", "2025"]


def test_a_dated_mention_of_a_meeting_leads_to_its_report(archive: Archive) -> None:
    asking = archive.find("f-2025")
    assert asking is not None
    [found] = archive.follow_ups(asking)
    assert (found.text, found.date) == ("2025年4月28日聯席會議", "2025-04-28")
    assert [link.origin for link in found.reports] == ["m-2025"]
    assert archive.article(asking).body[found.start : found.end] == found.text
    event = page(archive, MentionType.EVENT, "2025年赣鄂联席会议")
    assert [one.article.origin for one in event.follow_ups] == ["f-2025"]


def test_months_count_articles_in_order_of_time(archive: Archive) -> None:
    number = archive.find_entity(MentionType.PERSON, "叶建春")
    assert number is not None
    assert [(m.month, m.articles) for m in archive.months(number)] == [
        ("2023-03", 1),
        ("2025-04", 1),
        ("2025-06", 1),
        ("2025-07", 2),
    ]


def test_articles_where_two_appear_together(archive: Archive) -> None:
    one, other = (archive.find_entity(MentionType.PERSON, name) for name in ("叶建春", "王忠林"))
    assert one is not None
    assert other is not None
    assert archive.origins(archive.together([one, other])) == ["n-2025", "m-2025"]
    assert archive.together([]) == ()


def test_those_who_sign_in_the_next_sentence_have_signed_it(tmp_path: Path) -> None:
    said = (
        "会上，三地签署《赣江航运合作协议》。南昌市市长万广明、九江市市长杨文斌分别代表两地签字。尹弘出席。"
    )
    write_records(tmp_path / "r.jsonl", [("a", "2023-03-05", "航运协议", said)])
    with Archive.create(tmp_path / "甲.juanzong") as archive:
        archive.import_paths([tmp_path / "r.jsonl"], workers=0)
        names = {
            one.entity.name for one in page(archive, MentionType.DOCUMENT, "赣江航运合作协议").signatures
        }
    assert {"万广明", "杨文斌"} <= names
    assert "尹弘" not in names


@pytest.mark.parametrize(
    ("said", "signed"),
    [
        ("万广明和杨文斌签署《赣江航运合作协议》。", {"万广明", "杨文斌"}),
        ("《赣江航运合作协议》由万广明与杨文斌签署。", {"万广明", "杨文斌"}),
        ("在尹弘见证下，万广明、杨文斌共同签署《赣江航运合作协议》。", {"万广明", "杨文斌"}),
        ("万广明会见杨文斌，尹弘希望早日签署《赣江航运合作协议》。", set()),
        ("万广明签署《湖区公约》，杨文斌签署《赣江航运合作协议》。", {"杨文斌"}),
    ],
)
def test_who_signs_is_the_subject_of_the_signing(tmp_path: Path, said: str, signed: set[str]) -> None:
    posts = "南昌市市长万广明、九江市市长杨文斌和江西省委书记尹弘出席。"
    write_records(tmp_path / "r.jsonl", [("a", "2023-03-05", "航运协议", posts + said)])
    with Archive.create(tmp_path / "甲.juanzong") as archive:
        archive.import_paths([tmp_path / "r.jsonl"], workers=0)
        found = page(archive, MentionType.DOCUMENT, "赣江航运合作协议").signatures
    assert {one.entity.name for one in found if one.entity.type is MentionType.PERSON} == signed


def test_printed_forms_say_why_they_are_one(archive: Archive) -> None:
    forms = {each.form: each for each in page(archive, MentionType.PERSON, "叶建春").forms}
    assert {form: each.reason for form, each in forms.items()} == {
        "叶建春": SameReason.SCRIPT,
        "葉建春": SameReason.SCRIPT,
    }
    for form, each in forms.items():
        assert each.article is not None
        assert archive.article(each.article.id).body[each.start : each.end] == form


def test_short_forms_and_merged_names_are_told_apart(tmp_path: Path) -> None:
    body = "国家发展和改革委员会今天开会。国家发改委说明情况。江西省林业局也派人参加。"
    write_records(tmp_path / "r.jsonl", [("a", "2024-03-05", "开会", body)])
    with Archive.create(tmp_path / "a.juanzong") as archive:
        archive.import_paths([tmp_path / "r.jsonl"])
        into = archive.find_entity(MentionType.ORGANISATION, "国家发改委")
        office = archive.find_entity(MentionType.ORGANISATION, "江西省林业局")
        assert into is not None
        assert office is not None
        archive.merge(office, into)
        found = archive.entity_page(into)
        assert found is not None
        reasons = {each.form: each.reason for each in found.forms}
    assert reasons["国家发改委"] in (SameReason.KNOWN, SameReason.SCRIPT)
    assert reasons["国家发展和改革委员会"] in (SameReason.KNOWN, SameReason.SCRIPT)
    assert reasons["江西省林业局"] is SameReason.USER
