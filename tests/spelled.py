"""A small register in which people are named in four languages, for tests of resolving.

Public figures only; of a woman named like one of them, and of her year of birth, everything is made up.
"""

from __future__ import annotations

import re
import secrets
from pathlib import Path

from habeas.register.register import Register
from habeas.terms.entry import Content, Proposal
from habeas.terms.ids import ClaimId, ReportId
from habeas.terms.kind import Kind
from tests import sample

ENGLISH = (
    "Sviatlana Tsikhanouskaya was expelled on 11 August 2020. Viktar Babaryka was arrested on 18 June "
    "2020. Eduard Babaryka was arrested on 18 June 2020. Maria Kalesnikava was released on Saturday."
)
RUSSIAN = (
    "Виктор Бабарико был задержан 18 июня 2020 года. Светлана Тихановская выслана 11 августа 2020 года. "
    "Мария Колесникова вышла на свободу 13 декабря."
)
GERMAN = "Swjatlana Zichanouskaja wurde ausgewiesen. M. Zolatava ist frei."
LATE = "Марина Золотова вышла на свободу 13 декабря. Maria Kalesnikava came out, too."

_ROWS = (
    ("en", ENGLISH, "Sviatlana Tsikhanouskaya", Kind.EXPELLED, "2020-08-11"),
    ("en", ENGLISH, "Viktar Babaryka", Kind.DETAINED, "2020-06-18"),
    ("en", ENGLISH, "Eduard Babaryka", Kind.DETAINED, "2020-06-18"),
    ("en", ENGLISH, "Maria Kalesnikava", Kind.RELEASED, "2025-12-13"),
    ("ru", RUSSIAN, "Виктор Бабарико", Kind.DETAINED, "2020-06-18"),
    ("ru", RUSSIAN, "Светлана Тихановская", Kind.EXPELLED, "2020-08-11"),
    ("ru", RUSSIAN, "Мария Колесникова", Kind.RELEASED, "2025-12-13"),
    ("de", GERMAN, "Swjatlana Zichanouskaja", Kind.EXPELLED, "2020-08-11"),
    ("de", GERMAN, "M. Zolatava", Kind.RELEASED, "2025-12-13"),
    ("late", LATE, "Марина Золотова", Kind.RELEASED, "2025-12-13"),
    ("late", LATE, "Maria Kalesnikava", Kind.RELEASED, "2025-12-13"),
)
CLAIMS = tuple(f"c-{number:02d}" for number in range(len(_ROWS)))


def contents() -> list[Content]:
    """Four reports, and one claim on each name in them; all accepted."""
    texts = {"en": ENGLISH, "ru": RUSSIAN, "de": GERMAN, "late": LATE}
    reports = [
        sample.report(f"r-{name}", text, language="ru" if name == "late" else name)
        for name, text in texts.items()
    ]
    proposals = [
        Proposal(
            ClaimId(CLAIMS[number]),
            ReportId(f"r-{name}"),
            sample.draft(text, _sentence(text, who), kind, who, when=when),
        )
        for number, (name, text, who, kind, when) in enumerate(_ROWS)
    ]
    return [*reports, *proposals, *sample.accepted(*CLAIMS)]


def blobs() -> dict[str, bytes]:
    return sample.blobs(ENGLISH, RUSSIAN, GERMAN, LATE)


def register(folder: Path) -> Register:
    """The register, in `folder`, which is made."""
    folder.mkdir(mode=0o700)
    made = Register.found(folder, sample.KEY, secrets.token_bytes)
    made.put(contents(), at=sample.DAY, blobs=blobs())
    return made


def _sentence(text: str, name: str) -> str:
    return next(one for one in re.split(r"(?<=\w\w)\. ", text) if name in one)
