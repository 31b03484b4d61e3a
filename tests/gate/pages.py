"""The labelled pages, and the digests that say which they are.

The pages the reader was built with (`tests/reading/pages`), and of the blind pages those for development
(odd numbers) and those only for measuring (even numbers; see `blind/README.md`), by lot: `b` in many
styles, `c` to `f` in the plain style of agencies, `q` brief
ones of that style.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from habeas.terms.when import When, from_edtf

FOLDER = Path(__file__).parent.parent / "reading" / "pages"
BLIND = Path(__file__).parent / "blind"
READABLE = ("de", "en", "ru", "be", "uk", "pl", "lt", "fr", "es", "it", "nl", "cs")
"""Languages whose blind pages are measured."""
MANY_STYLES, PLAIN = "b", "cdefgq"
"""The lots of blind pages: letters behind the language in their names."""


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


def blind_pages(*, odd: bool, lots: str = MANY_STYLES + PLAIN) -> list[LabelledPage]:
    """The blind pages of some lots with odd, or even, numbers in languages that can be read, by id."""
    return [_blind(path) for path in _blind_paths(odd=odd, lots=lots)]


def blind_digest(*, odd: bool, lots: str) -> str:
    """SHA-256 over these pages and their labels, in order of their names."""
    total = hashlib.sha256()
    for path in _blind_paths(odd=odd, lots=lots):
        for one in (path, BLIND / "gold" / path.name):
            total.update(one.name.encode() + b"\0" + one.read_bytes())
    return total.hexdigest()


def _blind_paths(*, odd: bool, lots: str) -> list[Path]:
    paths = sorted((BLIND / "pages").glob(f"??-[{lots}]??.json"))
    return [
        path for path in paths if path.name[:2] in READABLE and int(path.stem[-2:]) % 2 == int(odd)
    ]


def _blind(path: Path) -> LabelledPage:
    values = cast(dict[str, object], json.loads(path.read_text("utf-8")))
    gold = json.loads((BLIND / "gold" / path.name).read_text("utf-8"))
    return LabelledPage(
        cast(str, values["id"]),
        cast(str, values["lang"]),
        from_edtf(cast(str, values["published"])),
        cast(str, values["text"]),
        tuple(_of_annotator(label) for label in cast(list[dict[str, object]], gold["claims"])),
    )


def _of_annotator(label: dict[str, object]) -> Label:
    """A label in the shape of the blind pages."""
    kind = cast(str, label["type"])
    count = cast(dict[str, object] | None, label["count"]) or {}
    vague = count.get("note") == "vague"
    return Label(
        "recognised" if kind == "recognised_as_political_prisoner" else kind,
        (cast(int, label["start"]), cast(int, label["end"])),
        tuple(cast(list[str], label["persons"])),
        None if vague else cast(int | None, count.get("value")),
        from_edtf(cast(str, label["date"])),
        cast(str, label["modality"]),
        cast(str, label["note"] or ""),
    )


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
