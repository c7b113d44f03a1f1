"""The bill of materials of a bundle in CycloneDX 1.6: called by `build.py`.

The same components and the same time give the same file, so that two builds can be compared.
"""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime
from typing import Any

from components import Component

OWN_REFERENCE = "juanzong"
NAMESPACE = uuid.UUID("6f0d8e0c-53a0-4a4e-9d19-0f0b7a1f8c11")


def reference(component: Component) -> str:
    """What names a component within the bill."""
    if component.package:
        return f"pkg:pypi/{component.package}@{component.version}"
    return f"{component.name}@{component.version}".replace(" ", "-")


def entry(component: Component) -> dict[str, Any]:
    """One component as CycloneDX words it."""
    own_words = component.licence.startswith("LicenseRef-")
    licence = {"license": {"name": component.licence}} if own_words else {"expression": component.licence}
    said: dict[str, Any] = {
        "type": "library",
        "bom-ref": reference(component),
        "name": component.name,
        "version": component.version,
        "licenses": [licence],
    }
    if component.package:
        said["purl"] = reference(component)
    if component.url.startswith("http"):
        said["externalReferences"] = [{"type": "website", "url": component.url}]
    if component.note:
        said["description"] = component.note
    return said


def bill(version: str, system: str, components: list[Component], seconds: int) -> dict[str, Any]:
    """The whole bill; `seconds` since 1970 is when the sources were committed."""
    by_package = {each.package: reference(each) for each in components if each.package}
    inside: dict[str, list[str]] = {}
    for each in components:
        inside.setdefault(by_package.get(each.within, OWN_REFERENCE), []).append(reference(each))
    entries = [entry(each) for each in components]
    content = json.dumps([version, system, entries, seconds], sort_keys=True)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(NAMESPACE, content)}",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(seconds, UTC).isoformat(),
            "component": {
                "type": "application",
                "bom-ref": OWN_REFERENCE,
                "name": "Juanzong",
                "version": version,
                "description": f"bundle for {system}",
                "licenses": [{"expression": "Apache-2.0"}],
            },
        },
        "components": entries,
        "dependencies": [{"ref": ref, "dependsOn": sorted(parts)} for ref, parts in sorted(inside.items())],
    }
