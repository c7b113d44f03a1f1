"""Puts the licences of everything in the bundle into its folder `licences`: called by `build.py`.

One text per component and a table of all; the texts are taken over word for word.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from components import Component

HEAD = """Juanzong is licensed under the Apache License 2.0 (Juanzong.txt).
It carries the works of other people that are listed here; the licence of each lies beside this file,
as far as it asks to be passed on.

卷宗依 Apache License 2.0 授权（Juanzong.txt）。其中包含下列他人作品，各作品的许可证附在本文件旁边。
卷宗依 Apache License 2.0 授權（Juanzong.txt）。其中包含下列他人作品，各作品的授權條款附在本檔旁邊。
"""


def file_name(component: Component) -> str:
    """The name of the text with a component's licence."""
    return re.sub(r"[^\w.+-]+", "-", component.name) + ".txt"


def full_text(component: Component) -> str:
    """All licence texts of a component, one below the other under their file names."""
    pieces = []
    for path in component.texts:
        text = path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n").strip()
        pieces.append(text if len(component.texts) == 1 else f"==== {path.name} ====\n\n{text}")
    return "\n\n\n".join(pieces) + "\n"


def table(components: Iterable[Component]) -> str:
    """The list of all components, a paragraph for each."""
    paragraphs = []
    for each in components:
        lines = [f"{each.name} {each.version}", f"    {each.licence}", f"    {each.url}", f"    {each.note}"]
        if each.texts:
            lines.append(f"    -> {file_name(each)}")
        paragraphs.append("\n".join(line for line in lines if line.strip()))
    return HEAD + "\n\n" + "\n\n".join(paragraphs) + "\n"


def write(folder: Path, own: Path, components: list[Component]) -> None:
    """Write the folder afresh; `own` is the licence of the program itself."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "Juanzong.txt").write_text(own.read_text(encoding="utf-8"), encoding="utf-8", newline="\n")
    (folder / "README.txt").write_text(table(components), encoding="utf-8", newline="\n")
    for each in components:
        if each.texts:
            (folder / file_name(each)).write_text(full_text(each), encoding="utf-8", newline="\n")
