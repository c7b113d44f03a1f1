"""Back and forward."""

from __future__ import annotations

from desktop_app.reader.places import ReadingPlace
from desktop_app.reader.visits import Visits


def test_one_comes_back_to_the_place_one_left() -> None:
    visits = Visits()
    visits.visit(1)
    visits.leave(ReadingPlace(False, 120, 40, top=False))
    visits.visit(2)
    back = visits.back()
    assert back is not None
    assert (back.article, back.place.offset) == (1, 120)


def test_a_new_visit_drops_what_lay_ahead() -> None:
    visits = Visits()
    for article in (1, 2, 3):
        visits.visit(article)
    visits.back()
    visits.back()
    visits.visit(4)
    assert not visits.can_go_forward
    back = visits.back()
    assert back is not None
    assert back.article == 1


def test_the_same_article_again_is_no_new_visit() -> None:
    visits = Visits()
    visits.visit(1)
    visits.visit(1)
    assert not visits.can_go_back
