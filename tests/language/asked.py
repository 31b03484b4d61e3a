"""The keys of packs that Python asks for, found by reading: a program, since it must be there first.

Every table of every pack is wrapped into one that notes what is asked of it, found or not. Then sample
lines are read, and what was asked is printed, a line each: `frames people while`. Cues and sorts are
looped over, not asked for by name here; `test_packs_page` finds their names in the source.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from habeas.language import pack
from habeas.language.dates import dates
from habeas.reading.claims import drafts
from habeas.terms.when import from_edtf
from tests.language import samples as days
from tests.language.pack_keys import OF_WORDS, Keys
from tests.reading import samples as claims

_READ = ("be", "de", "ru")
"""Languages with every kind of table among them: two scripts, cases, numbers grown together."""


class Asked(Mapping[str, object]):
    """A table at `path` that notes the keys it is asked for in `seen`."""

    def __init__(self, table: Mapping[str, object], path: Keys, seen: set[Keys]) -> None:
        self._table, self._path, self._seen = table, path, seen

    def __getitem__(self, name: str) -> object:
        path = (*self._path, name)
        if self._path not in OF_WORDS:
            self._seen.add(path)
        value = self._table[name]
        if isinstance(value, dict):
            return Asked(value, path, self._seen)
        if isinstance(value, list) and value and isinstance(value[0], dict):
            return [Asked(one, path, self._seen) for one in value]
        return value

    def __iter__(self) -> Iterator[str]:
        return iter(self._table)

    def __len__(self) -> int:
        return len(self._table)


def main() -> None:
    """Read the sample lines of some languages, and print what was asked for."""
    seen: set[Keys] = set()

    def load(path: Path) -> Asked:
        name = "names" if path.parent.name == "names" else path.stem
        return Asked(tomllib.loads(path.read_text("utf-8")), (name,), seen)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pack, "_load", load)
        for one in days.samples():
            if one.code in _READ:
                dates(one.text, pack.pack(one.code), one.published)
        for code in _READ:
            text = "\n\n".join(one.text for one in claims.samples() if one.code == code)
            drafts(text, language=code, published=from_edtf("2025-12-16"))
            drafts("Śudździa prysudziŭ jaho.", language=code, published=None)
    sys.stdout.write("\n".join(sorted(" ".join(path) for path in seen)))


if __name__ == "__main__":
    main()
