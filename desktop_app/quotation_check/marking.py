"""A checked quotation as a page: verdict, the words with what differs marked, and the sources as links.

No Qt but for translations. What was added in the quotation is struck through, what was left out is bold and
underlined; so it can be told without colour, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from desktop_app.theme import colours
from index.model import CheckedQuotation, QuotationReport, QuotationSource, Verdict

tr = QCoreApplication.translate
_SIGNS = {
    Verdict.EXACT: "✓",
    Verdict.MARKS: "≈",
    Verdict.ALTERED: "≠",
    Verdict.NOT_FOUND: "✗",
    Verdict.TOO_SHORT: "…",
}


def verdict_word(verdict: Verdict) -> str:
    """A verdict in words."""
    return {
        Verdict.EXACT: tr("QuotationCheck", "Exact"),
        Verdict.MARKS: tr("QuotationCheck", "Only punctuation differs"),
        Verdict.ALTERED: tr("QuotationCheck", "Altered"),
        Verdict.NOT_FOUND: tr("QuotationCheck", "Not found"),
        Verdict.TOO_SHORT: tr("QuotationCheck", "Too short to check"),
    }[verdict]


def summary(report: QuotationReport) -> str:
    """How many quotations have which verdict: `✓ 3 exact · ≠ 1 altered`."""
    parts = [
        f"{_SIGNS[verdict]} {verdict_word(verdict)}: {count}"
        for verdict in Verdict
        if (count := report.counted(verdict))
    ]
    return "   ".join(parts)


def page(report: QuotationReport) -> str:
    """All quotations as rich text; links are `source:QUOTATION:SOURCE`."""
    blocks = [_block(number, one) for number, one in enumerate(report.quotations)]
    return f"<html><body>{''.join(blocks)}</body></html>"


def _block(number: int, one: CheckedQuotation) -> str:
    c = colours()
    ink = {
        Verdict.EXACT: c.good,
        Verdict.MARKS: c.good,
        Verdict.ALTERED: c.warning,
        Verdict.NOT_FOUND: c.error,
        Verdict.TOO_SHORT: c.secondary,
    }[one.verdict]
    head = f'<p style="margin:14px 0 2px 0"><b style="color:{ink}">{_SIGNS[one.verdict]} '
    head += f"{escape(verdict_word(one.verdict))}</b></p>"
    best = one.sources[0] if one.sources else None
    words = _marked(one, best) if best is not None and best.alterations else escape(one.text)
    quotation = f'<p style="margin:0 0 4px 0">{_lines(words)}</p>'
    return (
        head
        + quotation
        + "".join(_source(number, n, one, source) for n, source in enumerate(one.sources[:5]))
    )


def _source(number: int, at: int, one: CheckedQuotation, source: QuotationSource) -> str:
    c = colours()
    facts = " · ".join(part for part in (source.source or "", source.date or "") if part)
    link = f'<a href="source:{number}:{at}" style="color:{c.accent}">{escape(source.title or "?")}</a>'
    said = f'<p style="margin:0 0 0 18px">{link} <span style="color:{c.secondary}">{escape(facts)}</span>'
    if at and source.verdict is not one.verdict:
        said += f' <span style="color:{c.secondary}">({escape(verdict_word(source.verdict))})</span>'
    elif at and source.alterations:
        said += f"<br>{_lines(_marked(one, source))}"
    return said + "</p>"


def _marked(one: CheckedQuotation, source: QuotationSource) -> str:
    """The quotation with what it added struck through and what it left out underlined."""
    c = colours()
    out: list[str] = []
    at = 0
    for change in source.alterations:
        start, end = change.start - one.start, change.end - one.start
        out.append(escape(one.text[at:start]))
        if added := one.text[start:end]:
            out.append(f'<s style="color:{c.error}; background:{c.warning_ground}">{escape(added)}</s>')
        if missing := source.text[change.source_start : change.source_end]:
            out.append(f'<u style="color:{c.good}; font-weight:600">{escape(missing)}</u>')
        at = end
    return "".join([*out, escape(one.text[at:])])


def _lines(text: str) -> str:
    return text.replace("\n", "<br>")


def plain_report(report: QuotationReport) -> str:
    """The result as text, to be copied: a paragraph a quotation."""
    return "\n\n".join(_plain(one) for one in report.quotations) + "\n"


def _plain(one: CheckedQuotation) -> str:
    lines = [f"【{verdict_word(one.verdict)}】{one.text}"]
    lines += [_plain_source(source) for source in one.sources[:3]]
    return "\n".join(lines)


def _plain_source(source: QuotationSource) -> str:
    facts: Sequence[str] = (source.title, source.source or "", source.date or "")
    said = "　　" + " · ".join(part for part in facts if part)
    if source.verdict is not Verdict.EXACT:
        said += "\n　　" + tr("QuotationCheck", "The source says: %1").replace("%1", source.text)
    return said
