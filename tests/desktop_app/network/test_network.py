"""Networks: places and labels, choosing, filters, table, files."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QImage
from pytestqt.qtbot import QtBot

from desktop_app.network import NetworkPane
from desktop_app.network.drawing import Drawing
from desktop_app.network.picture import NetworkPicture
from desktop_app.session import Session
from desktop_app.tasks import Tasks
from index.archive import Archive
from index.model import EntityName, MentionType, Network, NetworkEdge, NetworkNode, Script, SearchRequest

Settled = Callable[[], None]


def crowd(count: int) -> Network:
    """People on one spot around the first."""
    nodes = tuple(
        NetworkNode(
            EntityName(n, MentionType.PERSON, f"人物{n:02d}"), 50 - n, 0.5 + n / 1000, 0.5 + n % 7 / 900
        )
        for n in range(1, count + 1)
    )
    edges = tuple(NetworkEdge(1, n, 5) for n in range(2, count + 1))
    return Network(nodes, edges, 60, count, 1)


@pytest.fixture
def picture(qtbot: QtBot) -> NetworkPicture:
    shown = NetworkPicture()
    qtbot.addWidget(shown)
    shown.resize(700, 500)
    shown.show()
    shown.show_network(crowd(20))
    return shown


@pytest.fixture
def pane(
    qtbot: QtBot, session: Session, tasks: Tasks, sample_archive: Archive, settled: Settled
) -> NetworkPane:
    pane = NetworkPane(session, tasks)
    qtbot.addWidget(pane)
    pane.resize(760, 600)
    pane.show()
    session.set_archive(sample_archive)
    found = sample_archive.find_entity(MentionType.PERSON, "施若川")
    assert found is not None
    pane.show_subject(found)
    settled()
    return pane


def test_no_label_lies_on_another_or_on_a_node(qtbot: QtBot) -> None:
    drawing = Drawing(crowd(30), 700, 500, 1.0, QFont())
    assert len(drawing.labels) >= 27
    for label, other in combinations(drawing.labels.values(), 2):
        assert not label.rect.intersects(other.rect)
    for number, place in drawing.places.items():
        for label in drawing.labels.values():
            assert not label.rect.contains(place), number


def test_a_crowd_is_pushed_apart_and_the_centre_stays(qtbot: QtBot) -> None:
    drawing = Drawing(crowd(12), 700, 500, 1.0, QFont())
    middle = drawing.places[1]
    assert abs(middle.x() - 350) < 2
    assert abs(middle.y() - 250) < 2
    for here, there in combinations(drawing.places.values(), 2):
        assert (here - there).manhattanLength() > 20


def test_a_click_chooses_neighbours_and_a_double_click_opens_the_page(
    qtbot: QtBot, picture: NetworkPicture
) -> None:
    place = picture.place_of(3).toPoint()
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=place)
    assert picture.chosen_entity == 3
    assert picture.drawing is not None
    assert picture.drawing.neighbours(3) == {1, 3}
    with qtbot.waitSignal(picture.opened) as opened:
        qtbot.mouseDClick(picture, Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [3]


def test_a_drag_moves_the_picture_and_chooses_nothing(qtbot: QtBot, picture: NetworkPicture) -> None:
    before = picture.place_of(3)
    start = before.toPoint()
    qtbot.mousePress(picture, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(picture, start + QPoint(20, 10))
    qtbot.mouseMove(picture, start + QPoint(40, 30))
    qtbot.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=start + QPoint(40, 30))
    moved = picture.place_of(3) - before
    assert (round(moved.x()), round(moved.y())) == (40, 30)
    assert picture.chosen_entity is None


def test_keys_walk_choose_open_and_zoom(qtbot: QtBot, picture: NetworkPicture) -> None:
    opened: list[int] = []
    picture.opened.connect(opened.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Return):
        qtbot.keyClick(picture, key)
    assert opened
    assert opened[0] == picture.chosen_entity != 1
    qtbot.keyClick(picture, Qt.Key.Key_Escape)
    assert picture.chosen_entity is None
    qtbot.keyClick(picture, Qt.Key.Key_Plus)
    assert picture.scale > 1
    qtbot.keyClick(picture, Qt.Key.Key_0)
    assert picture.scale == 1


def test_zooming_keeps_the_place_under_the_pointer(picture: NetworkPicture) -> None:
    about = picture.place_of(5)
    picture.zoom(2.0, about)
    assert (picture.place_of(5) - about).manhattanLength() < 1


def test_types_size_and_years_change_what_is_shown(pane: NetworkPane, settled: Settled) -> None:
    assert pane.picture.drawing is not None
    before = pane.picture.drawing.network
    assert before.centre is not None
    pane.kinds[MentionType.PLACE].setChecked(False)
    settled()
    types = {node.entity.type for node in pane.picture.drawing.network.nodes}
    assert MentionType.PLACE not in types
    year = pane.years.bars[0].label
    pane.years.picked.emit(year, year)
    settled()
    assert pane.picture.drawing.network.articles < before.articles


def test_the_table_lists_every_pair(qtbot: QtBot, pane: NetworkPane) -> None:
    pane.table_switch.setChecked(True)
    assert pane.table.isVisible()
    assert pane.picture.drawing is not None
    assert pane.table.rows.rowCount() == len(pane.picture.drawing.network.edges)
    with qtbot.waitSignal(pane.pair_wanted):
        pane.table.activated.emit(pane.table.currentIndex())


def test_the_whole_result_is_a_network_too(
    pane: NetworkPane, session: Session, settled: Settled, sample_archive: Archive
) -> None:
    pane.show_subject(sample_archive.search(SearchRequest("云州")))
    settled()
    assert pane.picture.drawing is not None
    assert pane.picture.drawing.network.centre is None
    assert pane.picture.drawing.network.nodes


def test_names_follow_the_script(pane: NetworkPane, session: Session, settled: Settled) -> None:
    session.set_script(Script.TRADITIONAL)
    pane.reload()
    settled()
    assert pane.picture.drawing is not None
    names = "".join(node.entity.name for node in pane.picture.drawing.network.nodes)
    assert "雲州" in names


def test_the_picture_is_saved_as_png_and_svg(pane: NetworkPane, settled: Settled, tmp_path: Path) -> None:
    pane.write(tmp_path / "关系.png")
    pane.write(tmp_path / "关系.svg")
    settled()
    image = QImage(str(tmp_path / "关系.png"))
    assert image.width() == pane.picture.width() * 2
    assert "施若川" in (tmp_path / "关系.svg").read_text("utf-8")


def test_nothing_to_show_is_said(pane: NetworkPane, settled: Settled) -> None:
    pane.show_subject(pane._session.archive.search(SearchRequest("没有这样的文章")))  # type: ignore[union-attr]
    settled()
    assert not pane.picture.isVisible()
    assert "No names" in pane.empty_text
    assert not pane.save.isEnabled()
