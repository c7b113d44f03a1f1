"""Conversions that were a choice, marked on demand: 后 or 後, 发 as 發 or 髮. For the reader pane.

A line under each such character, a wavy one where no word decided and the commonest was taken; the tool tip
and the status line say what else it might be and why it is so, the menu corrects it for good.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from desktop_app.conversion import CorrectionEditor, CorrectionList
from desktop_app.conversion.list import keep
from desktop_app.reader.article_view import ArticleView
from desktop_app.reader.commands import ReaderCommands
from desktop_app.reader.layers import ChoiceMark, Span
from desktop_app.reader.material import PEOPLE, Material, name_spans
from desktop_app.reader.steps import Steps
from desktop_app.reader.walk import Walk
from desktop_app.session import Session
from desktop_app.settings import Settings
from desktop_app.tasks import Tasks
from index.model import Script
from index.script.ambiguity import Ambiguity
from index.script.manner import TRADITIONAL, OwnCorrection

_AROUND = 2  # characters on each side offered with a correction where no phrase decided


@dataclass(frozen=True, slots=True)
class Choice:
    """One character whose conversion was a choice, in the title or the body as printed."""

    in_title: bool
    ambiguity: Ambiguity


class Choices(QObject):
    """Finds the choices of the article on show in lane "choices" while they are wanted."""

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        view: ArticleView,
        walk: Walk,
        commands: ReaderCommands,
        material: Callable[[], Material | None],
    ) -> None:
        super().__init__(view)
        self._session, self._tasks, self._view, self._walk = session, tasks, view, walk
        self._commands, self._material = commands, material
        self._choices: list[Choice] = []
        self._spans: list[Span] = []
        self._steps = Steps()
        commands["mark_choices"].toggled.connect(lambda on: session.change_settings(mark_choices=on))
        commands["next_choice"].triggered.connect(lambda: self.step(1))
        commands["previous_choice"].triggered.connect(lambda: self.step(-1))
        commands["own_conversions"].triggered.connect(self.open_list)
        session.settings_changed.connect(self._settings_changed)
        view.menuOpening.connect(self._fill_menu)
        view.layers.choices = ()
        commands["mark_choices"].setChecked(session.settings.mark_choices)

    def follow(self) -> None:
        """Another article, or another script, is on show."""
        material = self._material()
        self._choices, self._spans, self._steps = [], [], Steps()
        self._lay()
        wanted = self._session.settings.mark_choices
        if material is None or not wanted or material.script is Script.ORIGINAL:
            self._enable()
            return
        self._tasks.run(
            "choices",
            lambda control: find_choices(material),
            lambda found: self._found(material, found),
            self._session.trouble.emit,
            lane="choices",
            newest=True,
            owner=self,
        )

    def step(self, by: int) -> None:
        """Go to the next or previous choice and say what it is."""
        span = self._steps.step(by, self._view.first_visible())
        if span is not None:
            self._walk.show(span)
            self._session.message.emit(self.said(self._choices[self._spans.index(span)].ambiguity))

    def open_list(self) -> None:
        """The corrections that there are."""
        CorrectionList(self._session, self._view.window()).open()

    def said(self, ambiguity: Ambiguity) -> str:
        """What was chosen, what else it might be, and why."""
        material = self._material()
        others = "、".join(each for each in ambiguity.candidates if each != ambiguity.chosen)
        printed = ""
        if material is not None:
            found = next((each for each in self._choices if each.ambiguity is ambiguity), None)
            article = material.article
            text = article.title if found is not None and found.in_title else article.body
            printed = text[ambiguity.start : ambiguity.end]
        if ambiguity.phrase:
            said = self.tr("%1 is shown as %2 because of the word %3; elsewhere it may be %4.")
            said = said.replace("%3", ambiguity.phrase)
        else:
            said = self.tr("%1 is shown as %2, the commonest; no word decides. It may also be %4.")
        return said.replace("%1", printed).replace("%2", ambiguity.chosen).replace("%4", others)

    def _found(self, material: Material, found: list[Choice]) -> None:
        if self._material() is not material:
            return
        spans = [
            material.page.span(each.ambiguity.start, each.ambiguity.end, in_title=each.in_title)
            for each in found
        ]
        order = sorted(range(len(found)), key=lambda number: spans[number])
        self._choices = [found[number] for number in order]
        self._spans = [spans[number] for number in order]
        self._lay()
        self._enable()

    def _lay(self) -> None:
        marks = [
            ChoiceMark(*span, decided=bool(each.ambiguity.phrase), tip=self.said(each.ambiguity))
            for span, each in zip(self._spans, self._choices, strict=True)
        ]
        self._view.layers.choices = tuple(marks)
        self._steps = Steps(self._view.layers.spans_of_choices())
        self._view.repaint_layers()

    def _enable(self) -> None:
        for name in ("next_choice", "previous_choice"):
            self._commands[name].setEnabled(bool(self._spans))

    def _settings_changed(self, settings: Settings) -> None:
        if self._commands["mark_choices"].isChecked() != settings.mark_choices:
            self._commands["mark_choices"].setChecked(settings.mark_choices)
        if bool(self._spans) != settings.mark_choices:
            self.follow()

    def _fill_menu(self, menu: QMenu, entity_id: int, start: int, end: int, note_id: int) -> None:
        """Correct the conversion of what is selected, or of the choice under the pointer."""
        material = self._material()
        if material is None or material.script is Script.ORIGINAL:
            return
        under = next((n for n, span in enumerate(self._spans) if span[0] <= start < span[1]), None)
        cursor = self._view.textCursor()
        if cursor.hasSelection() and self._view.selected_line():
            place = material.places(cursor.selectionStart(), cursor.selectionEnd())
            if place:
                text = material.article.title if place[0].in_title else material.article.body
                source = text[place[0].start : place[0].end]
                menu.addSeparator()
                menu.addAction(
                    self.tr("Correct the conversion…"), lambda: self._correct(material.script, source)
                )
        elif under is not None:
            choice = self._choices[under]
            menu.addSeparator()
            for candidate in choice.ambiguity.candidates:
                if candidate != choice.ambiguity.chosen:
                    text = self.tr("Show %1 here and in the same words…").replace("%1", candidate)
                    menu.addAction(text, partial(self._correct_choice, material, choice, candidate))

    def _correct_choice(self, material: Material, choice: Choice, candidate: str) -> None:
        """Correct one character within the words around it."""
        ambiguity = choice.ambiguity
        text = material.article.title if choice.in_title else material.article.body
        at = ambiguity.start
        phrase_at = text.rfind(ambiguity.phrase, 0, at + len(ambiguity.phrase)) if ambiguity.phrase else -1
        if 0 <= phrase_at <= at < phrase_at + len(ambiguity.phrase):
            first, last = phrase_at, phrase_at + len(ambiguity.phrase)
        else:
            first, last = _words_around(text, at)
        manner = material.manner
        left, right = manner.convert(text[first:at]).text, manner.convert(text[at + 1 : last]).text
        self._correct(manner.script, text[first:last], left + candidate + right)

    def _correct(self, script: Script, source: str, target: str | None = None) -> None:
        shown = target if target is not None else self._session.manner.convert(source).text
        kind = Script.TRADITIONAL if script in TRADITIONAL else Script.SIMPLIFIED
        editor = CorrectionEditor(OwnCorrection(kind, source, shown), self._view.window())
        editor.finished_with.connect(lambda made: keep(self._session, made))
        editor.open()


def find_choices(material: Material) -> list[Choice]:
    """The choices in title and body; in a worker."""
    article, entities = material.article, material.entities

    def found(text: str, *, in_title: bool) -> Iterable[Choice]:
        names = name_spans(entities, in_title=in_title)
        people = name_spans(entities, in_title=in_title, types=PEOPLE)
        return (Choice(in_title, each) for each in material.manner.ambiguous(text, names, people))

    return [*found(article.title, in_title=True), *found(article.body, in_title=False)]


def _words_around(text: str, at: int) -> tuple[int, int]:
    """A few Han characters around one, as a start for a correction."""
    first = last = at
    while first > 0 and at - first < _AROUND and "\u3400" <= text[first - 1] <= "\u9fff":
        first -= 1
    while last + 1 < len(text) and last - at < _AROUND and "\u3400" <= text[last + 1] <= "\u9fff":
        last += 1
    return first, last + 1
