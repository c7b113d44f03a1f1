"""Statements of posts become tenures: short forms count with the full ones, other posts stay apart."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.catalogue.lives import Articles, day_number
from index.catalogue.statements import Stated
from index.register.tenures import tenures_of
from index.script.fold import fold


def stated(
    article: int, date: str | None, post: str, *, place: str = "", organisation: str = "", person: int = 1
) -> Stated:
    said = Articles(np.array([article]), np.array([day_number(date or "")], dtype=np.int32))
    return Stated(person, f"人{person}", post, None, fold(post), organisation, place, said)


def posts(statements: list[Stated]) -> dict[str, list[int]]:
    return {held.post_key: held.numbers for held in tenures_of(statements)}


def test_a_short_form_counts_with_the_full_one() -> None:
    found = posts([stated(1, "2024-01-02", "白石市市长"), stated(2, "2024-03-04", "市长")])
    assert found == {"白石市长": [1, 2]}


def test_the_full_form_nearest_in_time_is_meant() -> None:
    found = posts(
        [
            stated(1, "2010-01-02", "云州市委书记"),
            stated(2, "2020-01-02", "临江省委书记"),
            stated(3, "2010-06-01", "书记"),
            stated(4, "2020-06-01", "书记"),
            stated(5, "2015-06-01", "书记"),
        ]
    )
    assert found == {"云州市委书记": [1, 3], "临江省委书记": [2, 4], "书记": [5]}


def test_a_deputy_is_not_the_chief() -> None:
    found = posts([stated(1, "2024-01-02", "白石市副市长"), stated(2, "2024-03-04", "市长")])
    assert found == {"白石市副市长": [1], "市长": [2]}


def test_posts_in_other_places_stay_apart() -> None:
    statements = [stated(1, "2024-01-02", "江西省省长"), stated(2, "2024-01-03", "省长", place="湖北省")]
    assert posts(statements) == {"江西省长": [1], "湖北省长": [2]}
    same = [stated(1, "2024-01-02", "江西省省长"), stated(2, "2024-01-03", "省长", place="江西省")]
    assert posts(same) == {"江西省长": [1, 2]}


def test_both_scripts_and_doubled_words_are_one_post() -> None:
    found = posts(
        [
            stated(1, "2024-01-02", "臺南市市長"),
            stated(2, "2024-01-03", "台南市长"),
            stated(3, "2024-01-04", "臺南市政府市長"),
        ]
    )
    assert found == {"台南市长": [1, 2, 3]}


def test_body_and_place_told_apart_make_the_same_post() -> None:
    found = posts(
        [
            stated(1, "2024-01-02", "臺南市教育局長"),
            stated(2, "2024-01-03", "局長", organisation="教育局"),
            stated(3, "2024-01-04", "教育局長", place="台南市"),
            stated(4, "2024-01-05", "局長", organisation="臺南市教育局"),
            stated(5, "2024-01-06", "臺南市政府教育局局長"),
            stated(6, "2024-01-07", "局長"),
        ]
    )
    assert found == {"台南市教育局长": [1, 2, 3, 4, 5, 6]}


def test_a_guessed_place_does_not_outweigh_what_is_often_said() -> None:
    said = [stated(n, f"2024-01-{n:02}", "臺南市長") for n in range(1, 9)]
    assert posts([*said, stated(9, "2024-01-09", "市長", place="日照市")]) == {"台南市长": list(range(1, 10))}
    assert posts([said[0], stated(9, "2024-01-09", "市長", place="日照市")]) == {
        "台南市长": [1],
        "日照市长": [9],
    }


def test_shorter_forms_do_not_make_a_guess_a_fact() -> None:
    said = [stated(n, f"2024-01-{n:02}", "臺南市長") for n in range(1, 12)]
    guess = [stated(20, "2024-01-20", "市長", place="高雄市"), stated(21, "2024-01-20", "市長")]
    assert set(posts([*said, *guess])) == {"台南市长"}


def test_a_word_before_a_post_that_is_stated_far_more_often_is_no_part_of_it() -> None:
    said = [stated(n, f"2024-{n % 12 + 1:02}-{n % 28 + 1:02}", "市長") for n in range(1, 60)]
    full = [stated(n, f"2024-{n % 12 + 1:02}-15", "臺南市長") for n in range(60, 70)]
    assert set(posts([*said, *full, stated(99, "2024-05-20", "推動市長")])) == {"台南市长"}
    assert set(posts([*said, *full, stated(99, "2024-05-20", "副市長")])) == {"台南市长", "副市长"}
    assert set(posts([*said, stated(99, "2024-05-20", "臺南市長")])) == {"台南市长"}


_POSTS = st.sampled_from(["省长", "江西省省长", "湖北省省长", "副省长", "书记", "江西省委书记"])
_DATES = st.one_of(
    st.none(), st.dates().map(lambda day: day.isoformat()), st.sampled_from(["2024", "2024-05"])
)
_STATEMENTS = st.lists(st.tuples(st.integers(1, 30), _DATES, _POSTS, st.integers(1, 3)), max_size=40)


@given(_STATEMENTS)
def test_no_statement_is_lost_or_counted_twice(rows: list[tuple[int, str | None, str, int]]) -> None:
    statements = [stated(article, date, post, person=person) for article, date, post, person in rows]
    found = tenures_of(statements)
    assert sorted(a for held in found for s in held.statements for a in s.articles.ids) == sorted(
        a for s in statements for a in s.articles.ids
    )
    for held in found:
        assert {s.person_id for s in held.statements} == {held.person_id}
        assert set(held.numbers) == {a for s in held.statements for a in s.articles.ids}
