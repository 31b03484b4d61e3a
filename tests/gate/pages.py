"""The labelled pages under `tests/reading/pages`, and the digest that says which they are."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from habeas.terms.when import When, from_edtf

FOLDER = Path(__file__).parent.parent / "reading" / "pages"


@dataclass(frozen=True, slots=True)
class Label:
    """One claim as a person filed it. `quote`: code points, half-open."""

    kind: str
    quote: tuple[int, int]
    persons: tuple[str, ...]
    count: int | None
    when: When | None
    modality: str
    note: str


@dataclass(frozen=True, slots=True)
class LabelledPage:
    """A text and its labels."""

    id: str
    language: str
    published: When
    text: str
    labels: tuple[Label, ...]


def labelled_pages() -> list[LabelledPage]:
    """All pages, by id."""
    return [_page(json.loads(path.read_text("utf-8"))) for path in sorted(FOLDER.glob("*.json"))]


def digest() -> str:
    """SHA-256 over all pages, in order of their names."""
    total = hashlib.sha256()
    for path in sorted(FOLDER.glob("*.json")):
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def _page(values: dict[str, object]) -> LabelledPage:
    claims = cast(list[dict[str, object]], values["claims"])
    return LabelledPage(
        cast(str, values["id"]),
        cast(str, values["language"]),
        from_edtf(cast(str, values["published"])),
        cast(str, values["text"]),
        tuple(_label(claim) for claim in claims),
    )


def _label(values: dict[str, object]) -> Label:
    first, last = cast(list[int], values["quote"])
    when = cast(str | None, values.get("when"))
    vague = bool(values.get("vague"))
    return Label(
        cast(str, values["kind"]),
        (first, last),
        tuple(cast(list[str], values.get("persons") or [])),
        None if vague else cast(int | None, values.get("count")),
        from_edtf(when) if when else None,
        cast(str, values["modality"]),
        cast(str, values.get("note") or ""),
    )
