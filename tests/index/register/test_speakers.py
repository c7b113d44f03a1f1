"""Who speaks in a sentence that names several people, a title, or nobody."""

from __future__ import annotations

import pytest

from index.catalogue.register import Span
from index.register.quotations import said

NAMES = ("费云帆", "岑绍文", "卓思远", "卢西尼奥")


def speakers(body: str) -> list[list[str]]:
    found = [
        Span(number, at, at + len(name))
        for number, name in enumerate(NAMES)
        for at in range(len(body))
        if body.startswith(name, at)
    ]
    return [[NAMES[number] for number in one.speakers] for one in said(body, found)]


@pytest.mark.parametrize(
    ("body", "who"),
    [
        ("费云帆会见岑绍文时，岑绍文表示，愿意合作。", ["岑绍文"]),
        ("费云帆在白石市会见岑绍文时表示，愿意合作。", ["费云帆"]),
        ("费云帆上午接見商會會長岑绍文（Cen Shaowen）時表示，願意合作。", ["费云帆"]),
        ("费云帆4日与到访的岑绍文在白石举行会谈时重申，愿意合作。", ["费云帆"]),
        ("岑绍文向费云帆市長表示，希望早日完工。", ["岑绍文"]),
        ("费云帆、岑绍文和卓思远表示，愿意合作。", ["费云帆", "岑绍文", "卓思远"]),
        ("衛生局長费云帆與校長岑绍文均表示，願意合作。", ["费云帆", "岑绍文"]),
        ("去年費先生來訪，费云帆說，合作很好。", ["费云帆"]),
        ("费云帆近日对湖区工程师、原站长岑绍文同志先进事迹作出重要指示强调，要学习他。", ["费云帆"]),
        ("会见岑绍文后，费云帆强调，要加强合作。", ["费云帆"]),
    ],
)
def test_the_subject_of_the_verb_speaks(body: str, who: list[str]) -> None:
    assert speakers(body) == [who]


@pytest.mark.parametrize(
    "body",
    [
        "歡迎费云帆一行來訪，並表示，願意合作。",
        "談及费云帆的付出，市府團隊表示，願意協助。",
        "费云帆訪問白石，我們宣布，合作開始。",
        "今年五月费云帆訪問本市，家屬表示，願意配合。",
    ],
)
def test_nobody_speaks_where_somebody_else_is_meant(body: str) -> None:
    assert speakers(body) == []


def test_a_bare_title_speaks_for_the_one_who_bears_it() -> None:
    body = "费云帆市長今天到訪。\n市長表示，願意合作。副市長岑绍文陪同。副市長說，會努力。"
    assert speakers(body) == [["费云帆"], ["岑绍文"]]


@pytest.mark.parametrize(
    "body",
    [
        "總統今天接見外賓。馬紹爾總統卢西尼奥到訪。總統表示，願意合作。",
        "费云帆局長與岑绍文局長到場。局長表示，願意合作。",
        "市長今天到訪，费云帆市長是前任。市長表示，願意合作。",
    ],
)
def test_a_title_of_several_or_of_nobody_speaks_for_nobody(body: str) -> None:
    assert speakers(body) == []


def test_he_is_who_spoke_before_in_the_paragraph() -> None:
    assert speakers("费云帆表示，湖水很清。他还强调，要加强保护。") == [["费云帆"], ["费云帆"]]


def test_he_is_nobody_after_another_name_or_in_another_paragraph() -> None:
    assert speakers("费云帆表示，湖水很清。岑绍文到场。他还强调，要加强保护。") == [["费云帆"]]
    assert speakers("费云帆表示，湖水很清。\n他还强调，要加强保护。") == [["费云帆"]]
