"""The page of an entity as the archive has it and as it is shown, gathered in a worker.

`view` shows it; `place_in` finds where in an article an entity stands. Nothing here touches a widget.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.i18n.script import in_script
from desktop_app.session import Place
from index.control import Control
from index.errors import EntityMissing
from index.model import EntityPage, Script

if TYPE_CHECKING:
    from index.archive import Archive


@dataclass(frozen=True, slots=True)
class Material:
    """A page twice: `page` with the names by which the archive is asked, `shown` in the script on show."""

    page: EntityPage
    shown: EntityPage
    script: Script


def gather(archive: Archive, entity_id: int, script: Script, control: Control) -> Material:
    """Read the page and convert its words. Raises EntityMissing, Cancelled."""
    page = archive.entity_page(entity_id)
    if page is None:
        raise EntityMissing(entity_id=entity_id)
    control.checkpoint()
    return Material(page, in_script(page, script), script)


def place_in(archive: Archive, article_id: int, entity_ids: tuple[int, ...]) -> Place | None:
    """Where an article names the first of these entities, next to a mention of the others if it does."""
    named = {each.id: each for each in archive.entities(article_id)}
    found = [named[number] for number in entity_ids if number in named]
    if not found:
        return None
    own = found[0].places
    near = [place for each in found[1:] for place in each.places]
    best = min(
        own,
        key=lambda place: min(
            (abs(other.start - place.start) for other in near if other.in_title is place.in_title),
            default=10**9 if near else 0,
        ),
    )
    return Place(best.start, best.end, best.in_title)
