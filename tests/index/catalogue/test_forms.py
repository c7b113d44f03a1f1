"""Entities are shown under the form that readers know, whatever order the articles come in."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.catalogue import Catalogue
from index.catalogue.entities import EntityNumbers
from index.catalogue.forms import Forms, best, chosen


@pytest.mark.parametrize(
    ("kind", "key", "articles", "shown"),
    [
        ("place", "英国", {"英国": 900, "英國": 60, "大不列顛及北愛爾蘭聯合王國": 1}, "英国"),
        ("place", "台湾", {"臺灣": 300, "台灣": 400, "台澎金馬": 2}, "台灣"),
        ("place", "海南", {"海南": 80, "海南省": 30, "海南藏族自治州": 4}, "海南"),
        (
            "organisation",
            "国家发展改革委",
            {"国家发改委": 80, "国家发展和改革委员会": 20},
            "国家发展和改革委员会",
        ),
        ("organisation", "欧洲联盟", {"欧盟": 500, "欧洲联盟": 3}, "欧盟"),
        ("person", "黄伟哲", {"黃偉哲": 6000, "黄伟哲": 300}, "黃偉哲"),
        ("person", "王毅", {}, ""),
    ],
)
def test_readers_find_the_form_that_they_expect(
    kind: str, key: str, articles: dict[str, int], shown: str
) -> None:
    assert chosen(kind, key, articles) == shown


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    catalogue = Catalogue(tmp_path_factory.mktemp("forms") / "catalogue.sqlite", create=True)
    with catalogue.writing() as connection:
        yield connection
    catalogue.close()


NAMES = st.sampled_from(["英国", "英國", "大不列顛", "聯合王國"])


@given(st.lists(st.lists(NAMES, min_size=1, max_size=6), min_size=1, max_size=6))
def test_the_name_does_not_depend_on_the_order_of_articles(
    db: sqlite3.Connection, batches: list[list[str]]
) -> None:
    db.execute("DELETE FROM form")
    db.execute("DELETE FROM entity")
    db.execute("INSERT INTO entity (type, key, name) VALUES ('place', '英国', ?)", (batches[0][0],))
    forms = Forms()
    shown = {("place", "英国"): batches[0][0]}
    for batch in batches:
        for name in batch:
            forms.add([("place", "英国", name)])
        shown.update(forms.settle(db, {}, shown))
    expected = chosen("place", "英国", Counter(name for batch in batches for name in batch))
    assert [row[0] for row in db.execute("SELECT name FROM entity")] == [expected]
    assert best(db, "place", "英国") == expected


def test_a_name_that_the_user_gave_stays(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM form")
    db.execute("DELETE FROM entity")
    db.execute("INSERT INTO entity (type, key, name) VALUES ('person', '叶建春', '叶省长')")
    forms = Forms()
    forms.add([("person", "叶建春", "葉建春")])
    assert forms.settle(db, {("person", "叶建春"): "叶省长"}) == {}
    assert [row[0] for row in db.execute("SELECT name FROM entity")] == ["叶省长"]


def test_entities_are_met_under_their_numbers_or_made_under_what_is_counted(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM form")
    db.execute("DELETE FROM entity")
    db.execute("INSERT INTO entity (id, type, key, name) VALUES (7, 'place', '英国', '英國')")
    forms = Forms()
    forms.add([("organisation", "欧洲联盟", "欧盟")])
    forms.settle(db, {})
    numbers = EntityNumbers()
    numbers.meet(
        db,
        [
            ("place", "英国", "英国"),
            ("organisation", "欧洲联盟", "欧洲联盟"),
            ("person", "王毅", "王毅"),
            ("person", "王毅", "王毅外长"),
        ],
    )
    assert numbers.number(db, "place", "英国", "英国") == 7
    assert db.execute("SELECT type, name FROM entity ORDER BY id").fetchall() == [
        ("place", "英國"),
        ("organisation", "欧盟"),
        ("person", "王毅"),
    ]
