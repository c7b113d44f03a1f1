"""Why an entity is one: the forms its name is printed in, and what looks like two people or one.

Used by `sections` and `view`.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication

from desktop_app.entity_page.links import ApartLink, MentionLink, MergeLink, SpanLink, SplitLink
from desktop_app.entity_page.pieces import (
    Section,
    anchor,
    article_line,
    looked_through,
    named,
    remark,
    table,
)
from desktop_app.i18n.format import articles, number, span
from index.model import (
    CorrectionKind,
    EntityPage,
    Evidence,
    EvidenceKind,
    PrintedForm,
    SameReason,
    Suggestion,
)

tr = QCoreApplication.translate


def printed_forms(page: EntityPage) -> Section:
    """How articles print the name, by why each form counts as it; nothing where all print the same."""
    rows = []
    for reason in SameReason:
        forms = [each for each in page.forms if each.reason is reason]
        if forms:
            rows.append((remark(_reason(reason)), "&nbsp;&nbsp; ".join(map(_form, forms))))
    html = table(rows) if len(page.forms) > 1 else ""
    return Section("forms", tr("EntityPage", "Printed as"), looked_through(page), html)


def _form(each: PrintedForm) -> str:
    text = escape(each.form).replace(" ", "&nbsp;")
    if each.article is not None:
        text = anchor(SpanLink(each.article.id, each.start, each.end), text)
    return f"{text}&nbsp;{remark(number(each.articles))}"


def _reason(reason: SameReason) -> str:
    return {
        SameReason.SCRIPT: tr("EntityPage", "the same name"),
        SameReason.KNOWN: tr("EntityPage", "short and full forms"),
        SameReason.ARTICLE: tr("EntityPage", "clear from the article"),
        SameReason.USER: tr("EntityPage", "by your correction"),
    }[reason]


def suggested(page: EntityPage, suggestions: Sequence[Suggestion], possible: bool) -> Section:
    """What looks like two people under this name, or one under two; with the evidence and what to do."""
    lines = []
    for each in suggestions:
        if each.kind is CorrectionKind.SPLIT and len(each.parts) > 1:
            said = escape(tr("EntityPage", "Perhaps two people of this name"))
            do = anchor(SplitLink(page.entity.id, min(each.parts, key=len)), _split_words(each), "accent")
        elif each.kind is CorrectionKind.MERGE and len(each.entities) == 2:
            lesser, greater = each.entities
            other = greater if lesser.id == page.entity.id else lesser
            said = escape(tr("EntityPage", "Perhaps the same as %1")).replace(
                "%1", named(other.id, other.name, other.type)
            )
            do = anchor(MergeLink(lesser.id, greater.id), escape(tr("EntityPage", "Merge both")), "accent")
        else:
            continue
        numbers = [one.id for one in each.entities]
        refused = (
            tr("EntityPage", "They are two") if len(numbers) > 1 else tr("EntityPage", "It is one person")
        )
        do += f" &nbsp; {anchor(ApartLink(numbers[0], numbers[-1]), escape(refused), 'accent')}"
        reasons = "<br>".join(_evidence(one) for one in each.evidence[:3])
        lines.append(f"<p>{said} &nbsp; {do if possible else ''}<br>{reasons}</p>")
    return Section("suggestions", tr("EntityPage", "To be checked"), number(len(lines)), "".join(lines))


def _split_words(suggestion: Suggestion) -> str:
    text = tr("EntityPage", "Split off %1…").replace("%1", articles(min(map(len, suggestion.parts))))
    return escape(text)


def _evidence(one: Evidence) -> str:
    """`same post at the same time: 陳 / 陳建仁, 2016-07 – 2018-09` and the articles."""
    reason = {
        EvidenceKind.RIVAL_POSTS: tr("EntityPage", "top posts of different places in the same months"),
        EvidenceKind.SAME_POST: tr("EntityPage", "the same post at the same time"),
        EvidenceKind.SURNAME_ONLY: tr("EntityPage", "a surname alone with the same post at the same time"),
        EvidenceKind.SIMILAR_NAME: tr("EntityPage", "nearly the same name with the same post"),
    }[one.kind]
    head = remark(f"{reason}: {one.one} / {one.other}, {span(one.first, one.last)}")
    ends = one.articles[:1] + (one.articles[-1:] if len(one.articles) > 1 else ())
    return "<br>".join([head, *(article_line(link, MentionLink(link.id, ())) for link in ends)])
