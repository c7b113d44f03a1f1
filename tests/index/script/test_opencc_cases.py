"""OpenCC's own published cases come out as OpenCC wants them, in every configuration that we have."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.model import Script
from index.script.conversion import convert

# OpenCC's configuration: script, words of the place, what the text is printed in.
CONFIGURATIONS = {
    "s2t": (Script.TRADITIONAL, False, Script.SIMPLIFIED),
    "s2tw": (Script.TAIWAN, False, Script.SIMPLIFIED),
    "s2twp": (Script.TAIWAN, True, Script.SIMPLIFIED),
    "s2hk": (Script.HONGKONG, False, Script.SIMPLIFIED),
    "s2hkp": (Script.HONGKONG, True, Script.SIMPLIFIED),
    "t2s": (Script.SIMPLIFIED, False, Script.TRADITIONAL),
    "tw2s": (Script.SIMPLIFIED, False, Script.TAIWAN),
    "tw2sp": (Script.SIMPLIFIED, True, Script.TAIWAN),
    "hk2s": (Script.SIMPLIFIED, False, Script.HONGKONG),
    "hk2sp": (Script.SIMPLIFIED, True, Script.HONGKONG),
}
CASES = json.loads(Path(__file__).with_name("opencc_cases.json").read_text("utf-8"))["cases"]


@pytest.mark.parametrize("configuration", CONFIGURATIONS)
def test_every_published_case_comes_out_right(configuration: str) -> None:
    script, words, printed = CONFIGURATIONS[configuration]
    cases = [case for case in CASES if configuration in case["expected"]]
    assert cases
    wrong = {}
    for case in cases:
        got = convert(case["input"], script, words=words, printed=printed).text
        if got != case["expected"][configuration]:
            wrong[case["id"]] = got
    assert not wrong


def test_most_cases_come_out_right_where_nobody_says_what_they_are_printed_in() -> None:
    total = wrong = 0
    for case in CASES:
        for configuration, expected in case["expected"].items():
            script, words, _ = CONFIGURATIONS[configuration]
            total += 1
            wrong += convert(case["input"], script, words=words).text != expected
    assert wrong <= total * 0.03  # lines that hold both scripts on purpose
