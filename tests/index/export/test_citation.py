"""Citations as the standards and reference managers want them, with whatever is missing left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.export import CITATION_STYLES, ExportItem, citation
from index.export.facts import authors
from index.model import Article, DateOrigin, Genre, Particulars

Export = Callable[..., Path]


@pytest.fixture
def news(plain: ExportItem) -> Article:
    return plain.article


@pytest.fixture
def page(news: Article) -> Article:
    return replace(news, source="省生态环境厅", author=None, title="补偿协议签署", date="2022-06")


def test_a_newspaper_article(news: Article) -> None:
    printed = replace(news, url=None)
    assert citation(printed, "gbt7714") == "闵小满. 三地联席会议第六次会议召开[N]. 临江日报, 2025-03-27."
    assert citation(printed, "apa") == "闵小满. (2025, March 27). 三地联席会议第六次会议召开. 临江日报."
    assert (
        citation(printed, "footnote") == "闵小满：《三地联席会议第六次会议召开》，《临江日报》2025年3月27日。"
    )


def test_a_newspaper_article_online(news: Article) -> None:
    assert citation(news, "gbt7714", accessed="2026-11-22") == (
        "闵小满. 三地联席会议第六次会议召开[N/OL]. 临江日报, 2025-03-27[2026-11-22]. "
        "https://news.example.com/2025/12.html."
    )


def test_a_web_page_by_a_body(page: Article) -> None:
    assert citation(page, "gbt7714", accessed="2026-11-22") == (
        "省生态环境厅. 补偿协议签署[EB/OL]. (2022-06)[2026-11-22]. https://news.example.com/2025/12.html."
    )
    assert citation(page, "apa").startswith("省生态环境厅. (2022, June). 补偿协议签署. https://")
    assert "AU  - 省生态环境厅\n" in citation(page, "ris") and "PB  - " not in citation(page, "ris")
    assert "  author = {{省生态环境厅}},\n" in citation(page, "bibtex")
    assert citation(page, "footnote", accessed="2026-11-22") == (
        "《补偿协议签署》，省生态环境厅，2022年6月，https://news.example.com/2025/12.html，2026年11月22日访问。"
    )


@pytest.mark.parametrize("title", ["2024年统计公报（摘要）", "上半年經濟運行情況報告"])
def test_a_report(page: Article, title: str) -> None:
    cited = citation(replace(page, title=title, url=None, date="2025"), "gbt7714")
    assert cited == f"省生态环境厅. {title}[R]. 2025."


def test_more_than_three_authors_are_shortened(news: Article) -> None:
    many = replace(news, author="本报记者 闵小满 孔令岚 秦以宁 程万里", url=None)
    assert citation(many, "gbt7714").startswith("闵小满, 孔令岚, 秦以宁, 等. ")
    assert citation(many, "footnote").startswith("闵小满、孔令岚、秦以宁等：")


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("闵小满、孔令岚", ("闵小满", "孔令岚")),
        ("本報記者 譚詠彤", ("譚詠彤",)),
        ("記者：紀文琪／連淑雲".replace("／", "/"), ("紀文琪", "連淑雲")),
        ("Eero Lindström", ("Eero Lindström",)),
        ("", ()),
    ],
)
def test_author_lines_are_split_into_names(printed: str, names: tuple[str, ...]) -> None:
    assert authors(printed) == names


def test_an_inferred_date_is_marked_and_a_file_time_is_not_a_date(news: Article) -> None:
    inferred = replace(news, url=None, date_origin=DateOrigin.INFERRED)
    assert "[2025-03-27]" in citation(inferred, "gbt7714")
    assert "（推断）" in citation(inferred, "footnote")
    filed = replace(news, url=None, date_origin=DateOrigin.FILE_TIME)
    assert all("2025" not in citation(filed, style) for style in CITATION_STYLES)


def test_titles_within_the_title_of_a_footnote_get_single_marks(news: Article) -> None:
    assert "《学习〈条例〉体会》" in citation(replace(news, title="学习《条例》体会"), "footnote")


def test_ris_has_one_tag_per_line_from_ty_to_er(news: Article) -> None:
    lines = citation(news, "ris", accessed="2026-11-22").splitlines()
    assert lines[0] == "TY  - NEWS"
    assert lines[-1] == "ER  - "
    assert "DA  - 2025/03/27/" in lines
    assert "T2  - 临江日报" in lines
    assert "AU  - 闵小满" in lines


def test_bibtex_escapes_what_tex_would_act_on(news: Article) -> None:
    entry = citation(replace(news, title="增长5% {a}_b & $c\\"), "bibtex")
    assert r"title = {{增长5\% \{a\}\_b \& \$c\textbackslash{}}}," in entry
    assert entry.startswith("@article{juanzong7,\n")


@given(st.text(st.characters(), max_size=30), st.text(st.characters(), max_size=10))
def test_no_text_breaks_a_citation_into_lines(title: str, name: str) -> None:
    article = Article(
        1, "o", title, "", "2020", DateOrigin.PRINTED, "", name, name, None, "utf-8", 1.0, "/f", ""
    )
    for style in ("gbt7714", "apa", "footnote"):
        assert len(citation(article, style).splitlines()) == 1
    assert all(line[2:6] == "  - " for line in citation(article, "ris").splitlines())


def test_the_list_numbers_its_references(export: Export, plain: ExportItem, bare: ExportItem) -> None:
    data = export("gbt7714", plain, bare).read_bytes().decode("utf-8")
    first, second, end = data.split("\r\n")
    assert first.startswith("[1] 闵小满. ")
    assert second.startswith("[2] ")
    assert end == ""


# The examples of both editions of the standard, entered as particulars.
STANDARD = [
    (
        Particulars(Genre.NEWSPAPER, "数字革命与竞争国际化", "丁文详", "中国青年报", "2000-11-20", "第15版"),
        "丁文详. 数字革命与竞争国际化[N]. 中国青年报, 2000-11-20(15).",
        "丁文详. 数字革命与竞争国际化[N]. 中国青年报，2000-11-20（15）.",
    ),
    (
        Particulars(
            Genre.NEWSPAPER,
            "大风沙过后的思考",
            "傅刚、赵承、李佳路",
            "北京青年报",
            "2000-01-12",
            url="http://www.example.com/a.htm",
            accessed="2005-09-28",
        ),
        "傅刚, 赵承, 李佳路. 大风沙过后的思考[N/OL]. 北京青年报, 2000-01-12[2005-09-28]. http://www.example.com/a.htm.",
        "傅刚，赵承，李佳路. 大风沙过后的思考[N/OL]. 北京青年报，2000-01-12. http://www.example.com/a.htm.",
    ),
    (
        Particulars(
            Genre.WEB,
            "“好好干，当一个好工人”",
            "许振超",
            "",
            "2025-02-17",
            url="https://cpc.example.com/1.html",
            accessed="2025-06-22",
        ),
        "许振超. “好好干，当一个好工人”[EB/OL]. (2025-02-17)[2025-06-22]. https://cpc.example.com/1.html.",
        "许振超. “好好干，当一个好工人”[EB/OL]. （2025-02-17）[2025-06-22]. https://cpc.example.com/1.html.",
    ),
    (
        Particulars(
            Genre.REPORT,
            "第29次中国互联网络发展状况统计报告",
            "中国互联网络信息中心",
            "",
            "2012-01-16",
            url="http://www.example.cn/P0.pdf",
            accessed="2013-03-26",
        ),
        "中国互联网络信息中心. 第29次中国互联网络发展状况统计报告[R/OL]. (2012-01-16)[2013-03-26]. "
        "http://www.example.cn/P0.pdf.",
        "中国互联网络信息中心. 第29次中国互联网络发展状况统计报告[R/OL]. 2012-01-16. http://www.example.cn/P0.pdf.",
    ),
    (
        Particulars(
            Genre.REPORT,
            "Guidelines for handling excavated acid-producing material",
            "Highway Administration",
            "National Information Service",
            "1990",
            "25",
            "PB 91-194001",
            "Springfield",
            "",
        ),
        "Highway Administration. Guidelines for handling excavated acid-producing material: PB 91-194001"
        "[R]. Springfield: National Information Service, 1990: 25.",
        "Highway Administration. Guidelines for handling excavated acid-producing material：PB 91-194001"
        "[R]. Springfield：National Information Service，1990：25.",
    ),
    (
        Particulars(
            Genre.STANDARD,
            "信息与文献 资源描述",
            "全国信息与文献标准化技术委员会",
            "中国标准出版社",
            "2021",
            issue="GB/T 3792—2021",
            place="北京",
            url="",
        ),
        "全国信息与文献标准化技术委员会. 信息与文献 资源描述: GB/T 3792—2021[S]. 北京: 中国标准出版社, 2021.",
        "GB/T 3792—2021　信息与文献 资源描述[S].",
    ),
    (
        Particulars(
            Genre.JOURNAL,
            "低频减振性能研究",
            "张群、程志宝、石志飞",
            "铁道学报",
            "2024",
            "102-111",
            "46(8)",
            url="",
        ),
        "张群, 程志宝, 石志飞. 低频减振性能研究[J]. 铁道学报, 2024, 46(8): 102-111.",
        "张群，程志宝，石志飞. 低频减振性能研究[J]. 铁道学报，2024，46（8）：102-111.",
    ),
    (
        Particulars(Genre.JOURNAL, "私家抄校书考略", "杨洪升", "文献", "2013", "56-75", "(1)", url=""),
        "杨洪升. 私家抄校书考略[J]. 文献, 2013(1): 56-75.",
        "杨洪升. 私家抄校书考略[J]. 文献，2013（1）：56-75.",
    ),
]


@pytest.mark.parametrize(("given", "old", "new"), STANDARD)
def test_the_examples_of_both_editions_of_the_standard(
    bare: ExportItem, given: Particulars, old: str, new: str
) -> None:
    assert citation(bare.article, "gbt7714", corrected=given) == old
    assert citation(bare.article, "gbt7714-2025", corrected=given) == new


def test_what_was_corrected_goes_before_what_the_article_says(news: Article) -> None:
    corrected = Particulars(author="", title="第六次会议", page="A02", date="2025-03-28", url="")
    assert citation(news, "gbt7714", corrected=corrected) == "第六次会议[N]. 临江日报, 2025-03-28(A02)."
    assert (
        citation(news, "footnote", corrected=corrected)
        == "《第六次会议》，《临江日报》2025年3月28日，第A02版。"
    )
    assert citation(news, "apa", corrected=corrected) == "第六次会议. (2025, March 28). 临江日报, A02."
    assert "SP  - A02\n" in citation(news, "ris", corrected=corrected)
    assert "  pages = {A02},\n" in citation(news, "bibtex", corrected=corrected)


def test_a_corrected_date_is_no_estimate_any_more(news: Article) -> None:
    inferred = replace(news, url=None, date_origin=DateOrigin.INFERRED)
    assert "[2025-03-27]" not in citation(inferred, "gbt7714", corrected=Particulars(date="2025-03-27"))


def test_a_journal_in_a_footnote_and_in_a_reference_manager(news: Article) -> None:
    given = Particulars(Genre.JOURNAL, source="临江学刊", date="2024", page="12-19", issue="46(8)", url="")
    assert citation(news, "footnote", corrected=given) == (
        "闵小满：《三地联席会议第六次会议召开》，《临江学刊》2024年第46卷第8期，第12-19页。"
    )
    assert {"TY  - JOUR", "VL  - 46", "IS  - 8", "SP  - 12-19"} <= set(
        citation(news, "ris", corrected=given).splitlines()
    )


@pytest.mark.parametrize("style", CITATION_STYLES)
def test_a_list_can_be_written_in_every_style(export: Export, plain: ExportItem, style: str) -> None:
    text = export(style, plain, plain).read_text(encoding="utf-8")
    assert text.count("三地联席会议第六次会议召开") == 2
