"""Bring the translation files up to date with the sources and say what is still to be translated.

    python packaging/translations.py            update resources/translations/*.ts, report
    python packaging/translations.py --check    report only; nothing is written

Exit 1 if a string has no finished translation or the files are behind the sources. Run by people before a
commit, with --check by the tests. The files are Qt's (.ts), so Qt Linguist edits them; the strings are
collected here and not by lupdate, which in Python sources (6.11) files `self.tr` under a wrong class after a
`QCoreApplication.translate` in the same class and overlooks numbers (%n) in the latter.

What counts as a string: `self.tr("text", "note", n)` under the name of its class, and
`QCoreApplication.translate("Context", "text", "note", n)`, also under the names `translate` and `tr`.
"""

from __future__ import annotations

import argparse
import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
FORMS = {"zh_CN": 1, "zh_TW": 1, "en": 2}  # plural forms; English holds plurals only, for it is the source


@dataclass(frozen=True, order=True)
class Message:
    """A string of the interface, as Qt looks it up."""

    context: str
    source: str
    note: str = ""

    @property
    def plural(self) -> bool:
        """Whether it has a number in it."""
        return "%n" in self.source


@dataclass
class Collector(ast.NodeVisitor):
    """Finds the strings of one file; `strange` names calls whose string cannot be read off."""

    path: Path
    found: list[Message] = field(default_factory=list)
    strange: list[str] = field(default_factory=list)
    _classes: list[str] = field(default_factory=list)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Remember in which class we are."""
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        """A call may be a string of the interface."""
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        of_self = isinstance(node.func, ast.Attribute) and getattr(node.func.value, "id", "") == "self"
        if name == "tr" and of_self and self._classes:
            self._take(node, self._classes[-1], node.args)
        elif name in ("tr", "translate") and not of_self and len(node.args) >= 2:
            context = _text(node.args[0])
            if context is not None:
                self._take(node, context, node.args[1:])
        self.generic_visit(node)

    def _take(self, node: ast.Call, context: str, arguments: list[ast.expr]) -> None:
        source = _text(arguments[0]) if arguments else None
        if source is None:
            self.strange.append(f"{self.path.relative_to(ROOT)}:{node.lineno}: not a plain string")
            return
        note = _text(arguments[1]) if len(arguments) > 1 else None
        self.found.append(Message(context, source, note or ""))


def collect() -> tuple[list[Message], list[str]]:
    """All strings of the window, sorted, and the calls that cannot be read."""
    found: set[Message] = set()
    strange: list[str] = []
    for path in sorted((ROOT / "desktop_app").rglob("*.py")):
        collector = Collector(path)
        collector.visit(ast.parse(path.read_text("utf-8")))
        found.update(collector.found)
        strange += collector.strange
    return sorted(found), strange


def read(path: Path) -> dict[Message, tuple[str, ...]]:
    """The finished translations of a file: one text, or one for each plural form."""
    table: dict[Message, tuple[str, ...]] = {}
    if not path.is_file():
        return table
    for context in ElementTree.parse(path).getroot().iter("context"):  # noqa: S314
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is None or translation.get("type") is not None:
                continue
            forms = tuple(form.text or "" for form in translation.iter("numerusform"))
            key = Message(
                context.findtext("name") or "",
                message.findtext("source") or "",
                message.findtext("comment") or "",
            )
            table[key] = forms or (translation.text or "",)
    return table


def render(language: str, messages: list[Message], table: dict[Message, tuple[str, ...]]) -> str:
    """The .ts file as text: sorted and without line numbers, so that changes are easy to review."""
    root = ElementTree.Element("TS", version="2.1", language=language)
    last = None
    for message in messages:
        if last is None or last.findtext("name") != message.context:
            last = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(last, "name").text = message.context
        node = ElementTree.SubElement(last, "message", {"numerus": "yes"} if message.plural else {})
        ElementTree.SubElement(node, "source").text = message.source
        if message.note:
            ElementTree.SubElement(node, "comment").text = message.note
        texts = table.get(message, ())
        done = finished(language, message, texts)
        translation = ElementTree.SubElement(node, "translation", {} if done else {"type": "unfinished"})
        if message.plural:
            for number in range(FORMS[language]):
                form = ElementTree.SubElement(translation, "numerusform")
                form.text = texts[number] if number < len(texts) else ""
        elif texts:
            translation.text = texts[0]
    ElementTree.indent(root, "    ")
    body = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'


def finished(language: str, message: Message, texts: tuple[str, ...]) -> bool:
    """Whether a translation is there, in every plural form."""
    wanted = FORMS[language] if message.plural else 1
    return len(texts) == wanted and all(text.strip() for text in texts)


def gaps(language: str, messages: list[Message], table: dict[Message, tuple[str, ...]]) -> Iterator[str]:
    """What is missing, and translations that lost or invented a placeholder."""
    for message in messages:
        texts = table.get(message, ())
        if not finished(language, message, texts):
            yield f"{message.context}: {message.source}"
            continue
        for mark in ("%1", "%2", "%3"):
            if any((mark in text) != (mark in message.source) for text in texts):
                yield f"{message.context}: {message.source}: {mark}"


def main() -> int:
    """Update and report."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="report only")
    check = parser.parse_args().check
    messages, strange = collect()
    trouble = len(strange)
    print("\n".join(strange), end="\n" if strange else "")
    for language in FORMS:
        path = TRANSLATIONS / f"juanzong_{language}.ts"
        wanted = [message for message in messages if language != "en" or message.plural]
        table = read(path)
        text = render(language, wanted, table)
        missing = list(gaps(language, wanted, table))
        behind = not path.is_file() or path.read_text("utf-8") != text
        if behind and not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
        remark = ", behind the sources" if behind and check else ""
        print(f"{path.name}: {len(wanted)} strings, {len(missing)} to be translated{remark}")
        for line in missing:
            print(f"  {line}")
        trouble += len(missing) + (behind and check)
    return 1 if trouble else 0


def _text(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


if __name__ == "__main__":
    sys.exit(main())
