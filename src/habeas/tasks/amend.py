"""Changing the fields of a claim by hand, as plain words, and noting a claim the reader missed.

Decides how a field typed by a person becomes part of a claim, and which words of the text stand for it.
Laws: a field not given stays as it was; a value whose words stand in the quote gets their place, any
other has none (it is inferred, and marked as such); the quote never changes by an amendment.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from habeas.errors import MistakeError
from habeas.register.register import Register
from habeas.tasks.ids import new_id
from habeas.terms.amount import Amount, Hedge
from habeas.terms.claim import Argument, Draft, Modality, Said
from habeas.terms.entry import Proposal
from habeas.terms.ids import ClaimId, ReportId, ReviewId
from habeas.terms.kind import Kind
from habeas.terms.quote import Quote, quote
from habeas.terms.review import Decision, Review
from habeas.terms.when import When, from_edtf

SINGLE = ("place", "destination", "actor", "terms", "penalty", "population", "part")
FIELDS = ("kind", "persons", "count", "when", "modality", "source", *SINGLE, "note")
"""Names of the fields that can be given."""

NOTHING = "-"
"""Typed for a field that is to be empty."""

_DIGITS = 9
"""Digits a number of people may have at most."""

_COUNT = re.compile(r"(?:(exact|at least|more than|about|almost|at most)\s+)?(\d[\d .,']*)")

_ISO = re.compile(r"p(?=\d)(?:\d+y)?(?:\d+m)?(?:\d+w)?(?:\d+d)?")
_TERM = re.compile(r"(?:(\d+) years?)? ?(?:(\d+) months?)? ?(?:(\d+) weeks?)? ?(?:(\d+) days?)?")


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand in a text, half-open, in code points."""

    start: int
    stop: int


def amended(draft: Draft, fields: Mapping[str, str]) -> Draft:
    """The draft with the fields given as words; "-" empties one.

    Args:
        draft: The claim as it stands.
        fields: New values by name: `kind`, `persons` (parted by commas), `count` ("at least 12"),
            `when` (EDTF), `modality`, `source`, `penalty` ("6 years 6 months"), `note`, and the other
            arguments by their names.

    Raises:
        MistakeError: a value is not what its field can hold.
    """
    unknown = sorted(set(fields) - set(FIELDS))
    if unknown:
        raise MistakeError(
            f"There is no field “{unknown[0]}”; known are: {', '.join(FIELDS)}.",
            code="field-unknown",
        )
    old, at = draft.said, draft.quote
    kind, amount, amount_at = _counted(old, at, fields)

    def single(name: str, before: Argument | None) -> Argument | None:
        return _argument(at, before, fields[name]) if name in fields else before

    said = Said(
        kind,
        _persons(at, old.persons, fields["persons"]) if "persons" in fields else old.persons,
        amount,
        amount_at,
        _when(fields["when"]) if "when" in fields else old.when,
        single("place", old.place),
        single("destination", old.destination),
        single("actor", old.actor),
        single("terms", old.terms),
        _penalty(at, old.penalty, fields["penalty"]) if "penalty" in fields else old.penalty,
        single("population", old.population),
        single("part", old.part),
        old.definition,
        _plain_words(fields.get("note", old.note)),
    )
    modality = draft.modality
    if "modality" in fields:
        modality = Modality(_one_of(fields["modality"], Modality))
    return replace(draft, said=said, modality=modality, source=single("source", draft.source))


def noted(register: Register, report: ReportId, place: Place, fields: Mapping[str, str]) -> Draft:
    """A claim noted by hand on the words at `place` of a report's text.

    Raises:
        MistakeError: the kind is missing, the words are too long, or a value does not fit.
    """
    if "kind" not in fields:
        raise MistakeError("A claim needs a kind; give --kind.", code="kind-missing")
    words = quote(register.text(report), place.start, place.stop)
    return amended(Draft(Said(Kind.OTHER), words), fields)


def note(register: Register, report: ReportId, draft: Draft, by: str, *, at: int) -> Proposal:
    """Write a claim noted by hand, and its acceptance by the one who noted it.

    Raises:
        MistakeError: no name is given, or the claim may not stand in the register.
    """
    name = ClaimId(new_id("c"))
    proposal = Proposal(name, report, draft, by.strip())
    review = Review(ReviewId(new_id("v")), name, Decision.ACCEPTED, by.strip(), "noted by hand")
    register.put([proposal, review], at=at)
    return proposal


def _counted(
    old: Said, at: Quote, fields: Mapping[str, str]
) -> tuple[Kind, Amount | None, tuple[int, int] | None]:
    """Kind and number together, since a total must have a number."""
    kind = Kind(_one_of(fields["kind"], Kind)) if "kind" in fields else old.kind
    if "count" not in fields:
        return kind, old.amount, old.amount_at
    if fields["count"] == NOTHING:
        return kind, None, None
    match = _COUNT.fullmatch(fields["count"].strip().casefold())
    digits = re.sub(r"\D", "", match[2]) if match else ""
    if match is None or len(digits) > _DIGITS:
        raise MistakeError(
            f"“{fields['count']}” is not a number; write 123, “at least 12”, “more than 12”, "
            "“about 12”, “almost 12” or “at most 12”.",
            code="count-unreadable",
        )
    amount = Amount(int(digits), Hedge(match[1] or "exact"))
    if old.amount is not None and old.amount.value == amount.value and old.amount_at is not None:
        return kind, amount, old.amount_at
    return kind, amount, _span(at, match[2].strip())


def _persons(at: Quote, old: tuple[Argument, ...], typed: str) -> tuple[Argument, ...]:
    if typed == NOTHING:
        return ()
    before = {person.value: person for person in old}
    names = [name.strip() for name in typed.split(",")]
    return tuple(before.get(name) or _placed(at, name) for name in names if name)


def _argument(at: Quote, old: Argument | None, typed: str) -> Argument | None:
    if typed == NOTHING:
        return None
    return old if old is not None and old.value == typed else _placed(at, typed)


def _placed(at: Quote, words: str, value: str = "") -> Argument:
    """The argument the words stand for, with their place in the quote; the words are its value."""
    return Argument(value or words, *(_span(at, words) or (None, None)))


def _span(at: Quote, value: str) -> tuple[int, int] | None:
    place = at.words.find(value)
    if place < 0 or not value:
        return None
    return at.start + place, at.start + place + len(value)


def _when(typed: str) -> When | None:
    return None if typed == NOTHING else from_edtf(typed).said(typed, "given by a reviewer")


def _plain_words(typed: str) -> str:
    return "" if typed == NOTHING else typed


def _one_of(typed: str, known: type[Kind] | type[Modality]) -> str:
    name = "_".join(typed.casefold().split())
    if name not in {str(one) for one in known}:
        names = ", ".join(one.replace("_", " ") for one in known)
        raise MistakeError(f"“{typed}” is none of: {names}.", code="choice-unknown")
    return name


def _penalty(at: Quote, before: Argument | None, typed: str) -> Argument | None:
    """A penalty typed as "6 years 6 months", as an ISO 8601 duration, or as "life" or "death"."""
    words = " ".join(typed.casefold().split())
    if words == NOTHING:
        return None
    match = _TERM.fullmatch(words)
    if match is not None and any(match.groups()):
        words = "p" + "".join(
            f"{number}{unit}" for number, unit in zip(match.groups(), "ymwd", strict=True) if number
        )
    elif words not in ("life", "death") and not _ISO.fullmatch(words):
        raise MistakeError(
            f"“{typed}” is no penalty; write “6 years 6 months”, “15 days”, “life” or “death”.",
            code="penalty-unreadable",
        )
    value = words if words in ("life", "death") else words.upper()
    return (
        before
        if before is not None and before.value == value
        else _placed(at, typed.strip(), value)
    )
