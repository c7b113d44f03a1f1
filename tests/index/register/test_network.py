"""Networks count common articles, are the same each time, and can be drawn."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from index.archive import Archive
from index.model import EntityName, MentionType, Network, NetworkNode, SearchRequest
from index.register import drawing

PEOPLE = (MentionType.PERSON,)
SVG = "{http://www.w3.org/2000/svg}"


def person(archive: Archive, name: str) -> int:
    found = archive.find_entity(MentionType.PERSON, name)
    assert found is not None, name
    return found


def test_a_network_around_a_person_has_who_shares_articles(archive: Archive) -> None:
    centre, other = person(archive, "叶建春"), person(archive, "王忠林")
    found = archive.network(centre, PEOPLE)
    assert found.centre == centre
    assert found.articles == 5
    weights = {(edge.one, edge.other): edge.articles for edge in found.edges}
    assert weights[min(centre, other), max(centre, other)] == 2
    assert {node.entity.id: node.articles for node in found.nodes}[centre] == 5
    assert all(0 <= place <= 1 for node in found.nodes for place in (node.x, node.y))


def test_the_same_question_gives_the_same_picture(archive: Archive) -> None:
    centre = person(archive, "叶建春")
    assert archive.network(centre) == archive.network(centre)


def test_a_network_of_hits_keeps_to_types_time_and_limit(archive: Archive) -> None:
    hits = archive.search(SearchRequest(""))
    found = archive.network(hits, PEOPLE, since="2025-04", until="2025-04-29")
    assert found.articles == 1
    assert {node.entity.name for node in found.nodes} == {"叶建春", "王忠林"} or len(found.nodes) == 2
    small = archive.network(hits, limit=3)
    assert len(small.nodes) == 3
    assert small.entities > 3
    assert {number for edge in small.edges for number in (edge.one, edge.other)} <= {
        node.entity.id for node in small.nodes
    }


def test_a_network_of_nothing_is_empty(archive: Archive) -> None:
    found = archive.network(archive.search(SearchRequest("没有这样的话")))
    assert (found.nodes, found.edges, found.articles) == ((), (), 0)
    ElementTree.fromstring(archive.network_svg(found))  # noqa: S314


def test_a_drawing_has_every_node_and_edge(archive: Archive) -> None:
    archive.rename(person(archive, "尹弘"), '尹<弘>&"')
    found = archive.network(archive.search(SearchRequest("")))
    for dark in (False, True):
        root = ElementTree.fromstring(archive.network_svg(found, dark=dark, title="<全部>"))  # noqa: S314
        names = {element.text for element in root.iter(f"{SVG}text")}
        assert names == {node.entity.name for node in found.nodes}
        assert len(list(root.iter(f"{SVG}line"))) == len(found.edges)


def test_names_in_a_drawing_do_not_overlap() -> None:
    nodes = tuple(
        NetworkNode(EntityName(n, MentionType.PERSON, f"人物名字{n}"), 40 - n, (n % 6) / 6, (n // 6) / 6)
        for n in range(1, 36)
    )
    text = drawing.svg(Network(nodes, (), 40, 35, None))
    found = re.findall(r'<text x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]+)</text>', text)
    assert len(found) > 20
    boxes = [(float(x) - 7.5 * len(name), float(y) - 12, 15 * len(name), 15) for x, y, name in found]
    for at, (x, y, wide, high) in enumerate(boxes):
        for other_x, other_y, other_wide, other_high in boxes[at + 1 :]:
            apart = x + wide <= other_x or other_x + other_wide <= x
            assert apart or y + high <= other_y or other_y + other_high <= y
