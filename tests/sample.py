"""A small register with reports in two languages and claims proposed by hand, for tests of the tasks.

Public figures only; what is told of them here is made up where it matters for a test.
"""

from __future__ import annotations

import secrets
from hashlib import sha256
from pathlib import Path

from habeas.protecting.cost import Cost
from habeas.protecting.slots import KeyFile
from habeas.register.register import Register
from habeas.tasks.new import new, new_recovery_code
from habeas.tasks.opening import opened
from habeas.terms.amount import Amount, Hedge
from habeas.terms.claim import Argument, Draft, Modality, Said, Tier
from habeas.terms.entry import Content, Proposal
from habeas.terms.ids import ClaimId, ReportId, ReviewId
from habeas.terms.kind import Kind
from habeas.terms.quote import quote
from habeas.terms.report import Basis, Medium, Report, Sensitivity
from habeas.terms.review import Decision, Review
from habeas.terms.when import from_edtf

POST = (
    "A bus left Minsk in the morning. Maria Kalesnikava was released on Saturday. Viktar Babaryka, "
    "arrested in June 2020, came out with her. The defenders say that about 1110 political prisoners "
    "are still inside. Ales Bialiatski is said to have been freed, too. Nobody gave a list."
)
ZEITUNG = (
    "Die Gefangenen sind frei. Noch immer sitzen 1200 politische Gefangene ein. Mikalai Statkewitsch "
    "wurde am 11. September 2025 erneut verhaftet. Über Listen schweigt Minsk."
)
NOTE = "Maria Kalesnikava called: Ales Pushkin died in custody. Ihar Losik is ill and inside."

KEY = bytes(range(32))
DAY = 86_400_000_000
"""A day in µs."""


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def report(
    name: str,
    text: str,
    *,
    language: str = "en",
    published: str | None = "2025-12-16",
    publisher: str = "Made-up Post",
    medium: Medium = Medium.DOCUMENT,
    sensitivity: Sensitivity = Sensitivity.RESTRICTED,
) -> Report:
    return Report(
        ReportId(name),
        f"{name}.txt",
        "text/plain",
        digest(text),
        digest(text),
        "plain 1",
        medium,
        publisher,
        from_edtf(published) if published else None,
        Basis.STATED if published else Basis.UNKNOWN,
        language,
        sensitivity=sensitivity,
    )


def draft(
    text: str,
    words: str,
    kind: Kind,
    *who: str,
    when: str = "",
    count: str = "",
    hedge: Hedge = Hedge.EXACT,
    population: str = "",
    modality: Modality = Modality.ASSERTED,
    tier: Tier = Tier.LIKELY,
    source: str = "",
    penalty: str = "",
    part: str = "",
) -> Draft:
    """A claim on `words` of `text`; an argument that does not stand there is inferred."""
    start = text.index(words)

    def argument(value: str) -> Argument:
        at = words.find(value)
        return Argument(value) if at < 0 else Argument(value, start + at, start + at + len(value))

    at = text.find(count, start) if count else -1
    said = Said(
        kind,
        tuple(argument(name) for name in who),
        Amount(int(count), hedge) if count else None,
        (at, at + len(count)) if at >= 0 else None,
        from_edtf(when).said(when, "worked out in a test") if when else None,
        population=argument(population) if population else None,
        penalty=argument(penalty) if penalty else None,
        part=argument(part) if part else None,
    )
    given = argument(source) if source else None
    place = quote(text, start, start + len(words))
    return Draft(said, place, modality, given, tier, "test 1", ("by hand",))


def proposals() -> list[Proposal]:
    """The claims of the three reports."""
    drafts = {
        "c-a1": ("r-a", "Maria Kalesnikava was released on Saturday", POST),
        "c-a2": ("r-a", "Viktar Babaryka, arrested in June 2020", POST),
        "c-a3": ("r-a", "about 1110 political prisoners are still inside", POST),
        "c-a4": ("r-a", "Ales Bialiatski is said to have been freed", POST),
        "c-a5": ("r-a", "came out with her", POST),
        "c-b1": ("r-b", "Noch immer sitzen 1200 politische Gefangene ein", ZEITUNG),
        "c-b2": (
            "r-b",
            "Mikalai Statkewitsch wurde am 11. September 2025 erneut verhaftet",
            ZEITUNG,
        ),
        "c-n1": ("r-n", "Ales Pushkin died in custody", NOTE),
        "c-n2": ("r-n", "Ihar Losik is ill and inside", NOTE),
    }
    return [
        Proposal(ClaimId(name), ReportId(of), _drafted(name, words, text))
        for name, (of, words, text) in drafts.items()
    ]


def _drafted(name: str, words: str, text: str) -> Draft:
    made = {
        "c-a1": lambda: draft(text, words, Kind.RELEASED, "Maria Kalesnikava", when="2025-12-13"),
        "c-a2": lambda: draft(text, words, Kind.DETAINED, "Viktar Babaryka", when="2020-06"),
        "c-a3": lambda: draft(
            text,
            words,
            Kind.STOCK_TOTAL,
            when="2025-12-14/2025-12-16",
            count="1110",
            hedge=Hedge.ABOUT,
            population="political prisoners",
        ),
        "c-a4": lambda: draft(
            text,
            words,
            Kind.RELEASED,
            "Ales Bialiatski",
            when="2025-12-13",
            modality=Modality.ALLEGED,
        ),
        "c-a5": lambda: draft(text, words, Kind.RELEASED, "Viktar Babaryka", when="2025-12-13"),
        "c-b1": lambda: draft(
            text,
            words,
            Kind.STOCK_TOTAL,
            when="2025-12-16",
            count="1200",
            population="politische Gefangene",
        ),
        "c-b2": lambda: draft(
            text, words, Kind.DETAINED, "Mikalai Statkewitsch", when="2025-09-11"
        ),
        "c-n1": lambda: draft(text, words, Kind.DIED, "Ales Pushkin", when="2023-07-11"),
        "c-n2": lambda: draft(text, words, Kind.HELD, "Ihar Losik", when="2025-12-01"),
    }
    return made[name]()


def contents() -> list[Content]:
    """The three reports and their claims, nothing reviewed."""
    return [
        report("r-a", POST),
        report("r-b", ZEITUNG, language="de", publisher="Ausgedachte Zeitung"),
        report("r-n", NOTE, medium=Medium.CALL, publisher="", published="2025-12-10"),
        *proposals(),
    ]


def blobs(*texts: str) -> dict[str, bytes]:
    return {digest(text): text.encode() for text in texts}


def register(folder: Path, *more: Content) -> Register:
    """A new register in `folder`, which is made, holding the three reports, recorded at day 1."""
    folder.mkdir(mode=0o700)
    made = Register.found(folder, KEY, secrets.token_bytes)
    made.put([*contents(), *more], at=DAY, blobs=blobs(POST, ZEITUNG, NOTE))
    return made


def accepted(*claims: str, by: str = "Ann") -> list[Review]:
    """Acceptances of these claims."""
    return [
        Review(ReviewId(f"v-{claim[2:]}"), ClaimId(claim), Decision.ACCEPTED, by)
        for claim in claims
    ]


def on_disk(folder: Path, *more: Content) -> tuple[str, str]:
    """A register as `habeas new` makes it, with the three reports: its path and that of its key file."""
    place, keyfile = folder / "test.habeas", folder / "test.key"
    keyfile.write_bytes(KEY)
    new(place, [KeyFile(KEY), new_recovery_code()], cost=Cost(64, 1, 1))
    with opened(place, KeyFile(KEY)) as made:
        made.put([*contents(), *more], at=DAY, blobs=blobs(POST, ZEITUNG, NOTE))
    return str(place), str(keyfile)
