"""Bring the translation files up to date with the sources and say what is still to be translated.

    python packaging/translations.py            update resources/translations/*.ts, report
    python packaging/translations.py --check    report only; nothing is written

Exit 1 if a string has no finished translation. Run by people before a commit, with --check by the test
command's machine. Needs `pyside6-lupdate`, which comes with PySide6-Essentials.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
CHINESE = ("zh_CN", "zh_TW")
ENGLISH = "en"  # plurals only: the sources are English


def lupdate() -> str:
    """The program that collects the strings: beside this Python, else on the PATH."""
    beside = Path(sys.executable).parent
    found = shutil.which("pyside6-lupdate", path=str(beside)) or shutil.which("pyside6-lupdate")
    if found is None:
        sys.exit("pyside6-lupdate is not installed; it comes with PySide6-Essentials")
    return found


def collect(target: Path) -> None:
    """Update (or make) the .ts files in `target` from the sources."""
    sources = [str(path) for path in sorted((ROOT / "desktop_app").rglob("*.py"))]
    shared = ["-locations", "none", "-no-obsolete", "-silent"]
    chinese = [str(target / f"juanzong_{language}.ts") for language in CHINESE]
    for options in (
        [*shared, *sources, "-ts", *chinese],
        [*shared, "-pluralonly", *sources, "-ts", str(target / f"juanzong_{ENGLISH}.ts")],
    ):
        # the list of sources is long; Windows takes 32,000 characters on a command line
        subprocess.run([lupdate(), *options], check=True, cwd=ROOT)  # noqa: S603


def unfinished(path: Path) -> list[str]:
    """`Context: source` for every string without a finished translation."""
    missing = []
    for context in ElementTree.parse(path).getroot().iter("context"):  # noqa: S314
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [] if translation is None else [translation, *translation.iter("numerusform")]
            texts = [form.text for form in forms if form.text and form.text.strip()]
            if translation is None or translation.get("type") == "unfinished" or not texts:
                missing.append(f"{context.findtext('name')}: {message.findtext('source')}")
    return missing


def main() -> int:
    """Update and report; the number of languages with gaps decides the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="report only")
    check = parser.parse_args().check
    with tempfile.TemporaryDirectory() as scratch:
        target = Path(scratch) if check else TRANSLATIONS
        target.mkdir(parents=True, exist_ok=True)
        if check:
            for path in TRANSLATIONS.glob("*.ts"):
                shutil.copy(path, target)
        collect(target)
        gaps = {path: unfinished(path) for path in sorted(target.glob("*.ts"))}
    for path, missing in gaps.items():
        print(f"{path.name}: {len(missing)} unfinished")
        for line in missing:
            print(f"  {line}")
    return 1 if any(gaps.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
