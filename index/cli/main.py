"""The command line: which commands there are, their options, and how mistakes are answered.

Called by `desktop_app.launch.main` with the arguments. Exit codes: 0 done, 1 not possible, 2 wrong usage.
"""

from __future__ import annotations

import argparse
import os
import sqlite3
import sys
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from index.cli.output import error_words, prepare_streams, sentence, words
from index.errors import JuanzongError, QueryError
from index.model import ConcordanceSort, Script, Sort, TableKind, TrendStep
from index.version import __version__

DriveWindow = Callable[[Path], list[str]]
_TABLES = [kind.value for kind in TableKind if kind is not TableKind.MONTHS]
_STYLES = ("gbt7714", "gbt7714-2025", "apa", "footnote", "ris", "bibtex")
EXPORT_FORMATS = ("jsonl", "csv", "xlsx", "docx", "html", *_STYLES)


def main(argv: Sequence[str], *, drive_window: DriveWindow | None = None) -> int:
    """Run one command; returns the exit code. `drive_window` lets selfcheck open the real window."""
    prepare_streams()
    arguments = parser().parse_args(argv)
    if arguments.command is None:
        parser().print_help(sys.stderr)
        return 2
    arguments.drive_window = drive_window
    try:
        return int(arguments.run(arguments))
    except QueryError as error:
        words(error.code, **error.details)
        return 1
    except JuanzongError as error:
        sys.stderr.write(error_words(error) + "\n")
        return 1
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
        return 1
    except sqlite3.DatabaseError as error:
        words("error.archive_damaged", path=arguments.archive or "", reason=error)
        return 1
    except Exception as error:
        if reason := _damage(arguments.archive):
            words("error.archive_damaged", path=arguments.archive, reason=reason)
            return 1
        if os.environ.get("JUANZONG_DEBUG"):
            raise
        words("error.unexpected")
        words("cli.unexpected", error=_whereabouts(error))
        return 1
    except KeyboardInterrupt:
        words("error.cancelled")
        return 1


def _damage(path: Path | None) -> str:
    """Why something nobody foresaw may have happened: the archive's catalogue is not what it should be."""
    from index.archive import Archive

    try:
        with Archive.open(path or Path(os.environ["JUANZONG_ARCHIVE"]), read_only=True) as archive:
            return next(iter(archive.faults()), "")
    except Exception:
        return ""


def _whereabouts(error: Exception) -> str:
    """Kind and place of an error, without anything that might be the text of an article."""
    steps = traceback.extract_tb(error.__traceback__)
    return " < ".join([type(error).__name__, *(f"{Path(s.filename).name}:{s.lineno}" for s in steps[:-4:-1])])


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = _Parser(prog="juanzong", description=sentence("cli.about"), epilog=sentence("cli.epilog"))
    top.add_argument(
        "--version", action="version", version=f"juanzong {__version__}", help=sentence("cli.version")
    )
    top.add_argument("--archive", metavar="DIR", type=Path, default=None, help=sentence("cli.archive"))
    commands = top.add_subparsers(
        dest="command", metavar=sentence("cli.command"), title=sentence("cli.commands")
    )
    _add_import(commands)
    _add_watch(commands)
    _add_search(commands)
    _add_why(commands)
    _add_show(commands)
    _add_standalone(commands)
    _add_export(commands)
    _add_desk(commands)
    _add_upkeep(commands)
    return top


def _command(commands: argparse._SubParsersAction[_Parser], name: str, module: str) -> _Parser:
    """A command whose code is loaded only when it runs, so that the others start quickly."""

    def run(arguments: argparse.Namespace) -> int:
        from importlib import import_module

        return int(import_module(f"index.cli.{module}").run(arguments))

    help_text = sentence(f"cli.{name}")
    command = commands.add_parser(name, help=help_text, description=help_text)
    command.add_argument(
        "--archive", metavar="DIR", type=Path, default=argparse.SUPPRESS, help=sentence("cli.archive")
    )
    command.set_defaults(run=run)
    return command


def _add_import(commands: argparse._SubParsersAction[_Parser]) -> None:
    command = _command(commands, "import", "importing")
    command.add_argument("paths", metavar="PATH", type=Path, nargs="+", help=sentence("cli.import_paths"))
    command.add_argument("--json", action="store_true", help=sentence("cli.import_json"))
    command.add_argument("--again", action="store_true", help=sentence("cli.import_again"))


def _add_watch(commands: argparse._SubParsersAction[_Parser]) -> None:
    command = _command(commands, "watch", "watching")
    for option in ("add", "remove", "pause", "resume"):
        command.add_argument(
            f"--{option}", metavar="DIR", type=Path, action="append", help=sentence(f"cli.watch_{option}")
        )
    command.add_argument("--follow", action="store_true", help=sentence("cli.watch_follow"))
    command.add_argument("--json", action="store_true", help=sentence("cli.json"))


def _add_why(commands: argparse._SubParsersAction[_Parser]) -> None:
    command = _command(commands, "why", "asking")
    command.add_argument("question", metavar="FILE|TEXT", help=sentence("cli.why_question"))
    command.add_argument("--json", action="store_true", help=sentence("cli.json"))


def _add_search(commands: argparse._SubParsersAction[_Parser]) -> None:
    command = _command(commands, "search", "searching")
    command.add_argument("query", metavar="QUERY", nargs="?", help=sentence("cli.search_query"))
    command.add_argument("--batch", metavar="FILE", type=Path, help=sentence("cli.search_batch"))
    command.add_argument("--json", action="store_true", help=sentence("cli.json"))
    command.add_argument(
        "--limit", metavar="N|all", type=_limit, default=20, help=sentence("cli.search_limit")
    )
    command.add_argument("--offset", metavar="N", type=_number, default=0, help=sentence("cli.search_offset"))
    command.add_argument(
        "--sort",
        choices=[s.value for s in Sort],
        default=Sort.RELEVANCE.value,
        help=sentence("cli.search_sort"),
    )
    command.add_argument("--facets", action="store_true", help=sentence("cli.search_facets"))
    command.add_argument(
        "--kwic",
        choices=[s.value for s in ConcordanceSort],
        nargs="?",
        const=ConcordanceSort.OLDEST.value,
        help=sentence("cli.search_kwic"),
    )
    command.add_argument(
        "--trend",
        choices=[s.value for s in TrendStep],
        nargs="?",
        const=TrendStep.YEAR.value,
        help=sentence("cli.search_trend"),
    )
    command.add_argument("--out", metavar="FILE", type=Path, help=sentence("cli.search_out"))
    command.add_argument("--origins-only", action="store_true", help=sentence("cli.search_origins"))


def _add_show(commands: argparse._SubParsersAction[_Parser]) -> None:
    command = _command(commands, "show", "showing")
    command.add_argument("id", metavar="ID", help=sentence("cli.show_id"))
    command.add_argument(
        "--script",
        choices=[s.value for s in Script],
        default=Script.ORIGINAL.value,
        help=sentence("cli.show_script"),
    )
    command.add_argument("--raw", action="store_true", help=sentence("cli.show_raw"))
    command.add_argument("--json", action="store_true", help=sentence("cli.json"))


def _add_standalone(commands: argparse._SubParsersAction[_Parser]) -> None:
    command = _command(commands, "extract", "extracting")
    command.add_argument("files", metavar="FILE", type=Path, nargs="+", help=sentence("cli.extract_files"))
    command.add_argument("--json", action="store_true", help=sentence("cli.json"))
    command = _command(commands, "entities", "recognising")
    command.add_argument("file", metavar="FILE", type=Path, nargs="?", help=sentence("cli.entities_file"))
    command.add_argument("--batch", metavar="IN.jsonl", type=Path, help=sentence("cli.entities_batch"))
    command.add_argument("--json", action="store_true", help=sentence("cli.json"))


def _add_export(commands: argparse._SubParsersAction[_Parser]) -> None:
    command = _command(commands, "export", "exporting")
    command.add_argument(
        "--format", choices=EXPORT_FORMATS, required=True, help=sentence("cli.export_format")
    )
    command.add_argument("--query", metavar="Q", help=sentence("cli.export_query"))
    command.add_argument("--collection", metavar="NAME", help=sentence("cli.export_collection"))
    command.add_argument("--notes", action="store_true", help=sentence("cli.export_notes"))
    command.add_argument("out", metavar="OUT", type=Path, help=sentence("cli.export_out"))
    command = _command(commands, "table", "exporting")
    command.add_argument("kind", choices=_TABLES, help=sentence("cli.table_kind"))
    command.add_argument("--query", metavar="Q", help=sentence("cli.table_query"))
    command.add_argument("out", metavar="OUT", type=Path, help=sentence("cli.table_out"))


def _add_desk(commands: argparse._SubParsersAction[_Parser]) -> None:
    command = _command(commands, "quote", "desk")
    command.add_argument("text", metavar="TEXT", nargs="?", help=sentence("cli.quote_text"))
    command.add_argument("--file", metavar="FILE", type=Path, help=sentence("cli.quote_file"))
    command.add_argument("--json", action="store_true", help=sentence("cli.json"))
    command = _command(commands, "cite", "desk")
    command.add_argument("id", metavar="ID", help=sentence("cli.show_id"))
    command.add_argument("--style", choices=_STYLES, default=_STYLES[0], help=sentence("cli.cite_style"))
    command = _command(commands, "notes", "desk")
    command.add_argument("out", metavar="OUT", type=Path, nargs="?", help=sentence("cli.notes_out"))
    command.add_argument("--tag", metavar="TAG", help=sentence("cli.notes_tag"))
    command.add_argument("--json", action="store_true", help=sentence("cli.json"))
    command = _command(commands, "collections", "desk")
    command.add_argument("--json", action="store_true", help=sentence("cli.json"))
    command = _command(commands, "merge", "desk")
    command.add_argument("other", metavar="DIR", type=Path, help=sentence("cli.merge_other"))
    command.add_argument("--json", action="store_true", help=sentence("cli.json"))
    command = _command(commands, "handover", "desk")
    command.add_argument("--query", metavar="Q", help=sentence("cli.export_query"))
    command.add_argument("--collection", metavar="NAME", help=sentence("cli.export_collection"))
    command.add_argument("--no-originals", action="store_true", help=sentence("cli.no_originals"))
    command.add_argument("--no-notes", action="store_true", help=sentence("cli.no_notes"))
    command.add_argument("--json", action="store_true", help=sentence("cli.json"))
    command.add_argument("out", metavar="OUT", type=Path, help=sentence("cli.handover_out"))


def _add_upkeep(commands: argparse._SubParsersAction[_Parser]) -> None:
    command = _command(commands, "check", "upkeep")
    command.add_argument("--repair", action="store_true", help=sentence("cli.check_repair"))
    command = _command(commands, "rebuild", "upkeep")
    command.add_argument("--names", action="store_true", help=sentence("cli.rebuild_names"))
    command = _command(commands, "stats", "upkeep")
    command.add_argument("--json", action="store_true", help=sentence("cli.json"))
    _command(commands, "selfcheck", "selfcheck")


def _limit(text: str) -> int | None:
    return None if text == "all" else _number(text)


def _number(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with its fixed words in the reader's language."""

    def add_usage(
        self, usage: str | None, actions: object, groups: object, prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, sentence("cli.usage") + " " if prefix is None else prefix)  # type: ignore[arg-type]


class _Parser(argparse.ArgumentParser):
    """An argument parser that speaks the reader's language."""

    def __init__(self, **options: object) -> None:
        options.setdefault("formatter_class", _Formatter)
        options["add_help"] = False
        super().__init__(**options)  # type: ignore[arg-type]
        self._positionals.title = sentence("cli.positionals")
        self._optionals.title = sentence("cli.options")
        self.add_argument("-h", "--help", action="help", help=sentence("cli.help"))

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the call and how to get help; exit code 2."""
        self.print_usage(sys.stderr)
        words("cli.wrong_usage", message=message, program=self.prog)
        raise SystemExit(2)
