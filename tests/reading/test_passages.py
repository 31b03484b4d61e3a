"""A passage tells the claims that are named below it, and not one more.

A line `= kind:whom | kind:number` follows each passage; a kind alone is told of nobody, `=` alone says
that nothing is claimed, and `?kind:whom` may be told or not. `other` is left out. The passages are ours;
their people are made up.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.reading.claims import drafts
from habeas.terms.claim import Draft
from habeas.terms.when import from_edtf

_FOLDER = Path(__file__).with_name("passages")
_PUBLISHED = from_edtf("2025-12-16")
_ABOUT = {
    "en": "This is about jailed dissidents.\n\n",
    "de": "Hier geht es um politische Häftlinge.\n\n",
    "ru": "Речь о политзаключённых.\n\n",
    "be": "Гаворка пра палітвязняў.\n\n",
    "uk": "Ідеться про політв'язнів.\n\n",
    "pl": "Chodzi o więźniów politycznych.\n\n",
    "lt": "Kalbama apie politinius kalinius.\n\n",
    "fr": "Il s'agit de prisonniers politiques.\n\n",
    "es": "Se trata de presos políticos.\n\n",
    "it": "Si tratta di detenuti politici.\n\n",
    "nl": "Het gaat om politieke gevangenen.\n\n",
    "cs": "Jde o politické vězně.\n\n",
}
_OF_NOBODY = (
    "negotiation",
    "sanction_imposed",
    "sanction_lifted",
    "support_granted",
    "support_cut",
)


def _passages() -> Iterator[tuple[str, str, str]]:
    for path in sorted(_FOLDER.glob("*.txt")):
        lines = [line for line in path.read_text("utf-8").splitlines() if line[:1] not in ("", "#")]
        for text, told in zip(lines[::2], lines[1::2], strict=True):
            assert told.startswith("="), f"{path.name} has no line of claims below: {text}"
            yield path.stem, text, told[1:].strip()


@pytest.mark.parametrize(("code", "text", "told"), list(_passages()))
def test_a_passage_tells_what_is_named_below_it(code: str, text: str, told: str) -> None:
    found = drafts(_ABOUT[code] + text, language=code, published=_PUBLISHED)
    claims = {claim for draft in found for claim in _claims(draft)}
    named = {one.strip() for one in told.split("|") if one.strip()}
    free = {one.removeprefix("?") for one in named if one.startswith("?")}
    assert claims - free == {one for one in named if not one.startswith("?")}


def _claims(draft: Draft) -> list[str]:
    said, kind = draft.said, str(draft.said.kind)
    if kind == "other":
        return []
    people = [f"{kind}:{person.value}" for person in said.persons]
    counted = [f"{kind}:{said.amount.value}"] if said.amount is not None else []
    return [kind] if kind in _OF_NOBODY else people + counted
