"""`juanzong why`: why a file or a phrase is not found."""

from __future__ import annotations

import argparse
from dataclasses import asdict

from index.cli.door import open_for_reading
from index.cli.output import data, record, sentence, words
from index.model import Absence


def run(arguments: argparse.Namespace) -> int:
    """Answer; 1 if there is nothing to say but that it never came."""
    with open_for_reading(arguments) as archive:
        answers = archive.why_not_found(arguments.question)
    for answer in answers:
        if arguments.json:
            record({**asdict(answer), "details": dict(answer.details), "said": said(answer)})
        else:
            data(said(answer))
    if not answers:
        words("why.nothing")
    return 0 if answers else 1


def said(answer: Absence) -> str:
    """An answer as a sentence."""
    details = dict(answer.details)
    if answer.reason:
        return sentence(answer.code, file=answer.file, reason=sentence(answer.reason, **details))
    return sentence(answer.code, **{"file": answer.file, **details})
