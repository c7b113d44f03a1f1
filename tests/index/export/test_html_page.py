"""The web page, read back by a parser: self-contained, escaped, contents that lead to articles."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from index.export import ExportItem, write
from index.export.clean import xml_text

Export = Callable[..., Path]
WithText = Callable[[str, str], ExportItem]


class Page(HTMLParser):
    """Elements with their attributes, and the text of paragraphs and headings."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.blocks: list[str] = []
        with path.open(encoding="utf-8", newline="") as file:
            self.feed(file.read())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in ("p", "h2"):
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if self.blocks:
            self.blocks[-1] += data

    def every(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def test_contents_lead_to_every_article(export: Export, plain: ExportItem, bare: ExportItem) -> None:
    page = Page(export("html", plain, bare))
    ids = [attributes["id"] for attributes in page.every("article")]
    links = [attributes["href"] for attributes in page.every("a")]
    assert [link for link in links if link and link.startswith("#")] == [f"#{name}" for name in ids]
    assert plain.article.body.split("\n")[0] in [block.strip() for block in page.blocks]


def test_nothing_runs_and_nothing_is_fetched(export: Export, hostile: ExportItem) -> None:
    page = Page(export("html", hostile))
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "img", "iframe", "object", "link", "form"}
    assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)
    assert all((attributes["href"] or "").startswith("#") for attributes in page.every("a"))
    policies = [meta["content"] for meta in page.every("meta") if "http-equiv" in meta]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]


def test_the_page_says_its_language_and_has_its_style_inside(export: Export, plain: ExportItem) -> None:
    page = Page(export("html", plain, language="zh_TW"))
    assert page.every("html") == [{"lang": "zh-TW"}]
    assert len(page.every("style")) == 1


@given(st.text(st.characters(), max_size=40))
def test_any_title_is_shown_as_it_is(with_text: WithText, title: str) -> None:
    with TemporaryDirectory() as folder:
        out = Path(folder) / "a.html"
        write("html", out, [with_text("题" + title, "文")], archive_name="a", language="en")
        page = Page(out)
    assert ("题" + xml_text(title)).strip() in [block.strip() for block in page.blocks]
