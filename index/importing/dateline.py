"""The dateline of a report: which medium wrote it, and which reporters.

Called by `index.importing.composition` where no line names source or author:
`江城新闻网讯（记者 张三 李四）`, `（中央社記者張小三台北5日電）`.
"""

from __future__ import annotations

import re

_MEDIUM = (
    "新闻网|新聞網|日报|日報|晚报|晚報|早报|早報|时报|時報|商报|都市报|青年报|新闻社|通讯社|电视台|客户端|网|網|新华社|新華社|"
    "中新社|中央社|社"
)
_SOURCE_IN_DATELINE = re.compile(
    rf"^[(（【\[]?(?P<source>[\u4e00-\u9fff·]{{2,14}}?(?:{_MEDIUM}))"
    r"(?P<more>[\u4e00-\u9fff、]{0,14}?)(?:(?:\d{1,2}月)?\d{1,2}日)?(?:讯|訊|电|電|消息)(?=[\s(（,，:：】\])）]|$)"
)
_TITLES = "(?:记者|記者|通讯员|通訊員|评论员|評論員|特约撰稿人|撰稿人)"
_REPORTERS = re.compile(rf"[(（【〔]([^()（）【】〔〕]{{0,60}}{_TITLES}[^()（）【】〔〕]{{0,60}})[)）】〕]")
_REPORTER = re.compile(rf"{_TITLES}[:：]?(?P<name>[\u4e00-\u9fff·]{{2,4}})?$")
_TITLE_AND_PLACE = re.compile(  # `記者王文華台北5日電`
    rf"{_TITLES}(?P<name>[\u4e00-\u9fff]{{2,3}})[\u4e00-\u9fff]{{2,6}}\d{{1,2}}日[電电]"
)
_OWN_LINE = re.compile(
    rf"(?:文|采写|撰文|撰稿)?\s?[:：/]?\s?([\u4e00-\u9fff]{{0,12}}{_TITLES}[\s\u3000:：/]+[\u4e00-\u9fff·]{{2,4}}(?:[\s\u3000、]+[\u4e00-\u9fff·]{{2,4}}){{0,4}})"
)
_NAME = re.compile(r"[\u4e00-\u9fff·]{2,4}")
_NOT_A_NAME = re.compile(r"整合|报道|報導|摄影|攝影|实习|综合|編輯|编辑|电|文|图")


def medium(opening: str) -> str | None:
    """The medium that the dateline in one of the first lines names."""
    for line in opening.split("\n")[:6]:
        found = _SOURCE_IN_DATELINE.match(line)
        if found:
            return found["source"]
    return None


def reporters(body: str) -> str | None:
    """The reporters named in the bracket of the dateline, in a line of their own, or in the closing bracket.

    `(本报记者 张三 李四 通讯员 王五)`, `澎湃新闻记者 张三`, `采写：南都见习记者 李四`, `……。（评论员 张三）`.
    """
    lines = body.split("\n")
    for line in (*lines[:6], *lines[-3:]):
        own = _OWN_LINE.fullmatch(line)
        bracket = _REPORTERS.search(line[:200]) or _REPORTERS.search(line[-60:])
        found = own or bracket
        names = _names(found[1]) if found else []
        if names:
            return " ".join(names)
    return None


def _names(text: str) -> list[str]:
    """The names that follow `记者` and the like in a text without brackets."""
    names: list[str] = []
    named = False
    for piece in re.split(r"[\s\u3000、,，/／]+", text):
        reporter = _REPORTER.search(piece) or _TITLE_AND_PLACE.search(piece)
        name = piece
        if reporter:
            named = True
            name = reporter["name"] or ""
        if (
            named
            and _NAME.fullmatch(name)
            and not (_NOT_A_NAME.fullmatch(name) or name.endswith(("报道", "報導")))
        ):
            names.append(name)
        elif name:
            named = False
    return names
