"""What the columns of a list mean: a mapping, read from TOML; those of known lists come with Habeas.

    name = "our-list"
    publisher = "Viasna"
    language = "ru"                    # of the terms in it, as "8 лет"
    days = "DMY"                       # order in days as 07.09.2020: DMY, MDY; ISO days always work
    rows = [1, 5000]                   # how many are expected; else a warning
    required = ["name"]                # columns without which it is not this list
    ignored = ["photo"]                # headers that nobody reads, by name
    [columns]
    name = ["ФИО", "Имя"]              # what we call a column = how its header may be written
    arrested = ["Дата задержания"]
    [[claim]]                          # what a row claims, where its cells are filled
    kind = "detained"
    persons = "name"
    when = "arrested"

Decides what may stand in a mapping, and which known list a header is. Laws: a key that is not known is
an error; headers are compared without case and idle blanks.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from habeas.errors import ReportError
from habeas.terms.kind import TOTALS, Kind

ARGUMENTS = ("place", "destination", "actor", "terms", "population")
"""Arguments of a claim that are the words of one cell as they stand."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A claim that a row makes: its kind, and which columns hold its arguments.

    It is made where the columns of `persons`, `when` and `needs` are filled, and those of `only` hold
    one of the words given.
    """

    kind: Kind
    persons: str
    when: str = ""
    penalty: str = ""
    words: tuple[tuple[str, str], ...] = ()
    needs: tuple[str, ...] = ()
    only: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class ListMapping:
    """What a list is called, who publishes it, what its columns mean and what its rows claim."""

    name: str
    publisher: str
    columns: tuple[tuple[str, tuple[str, ...]], ...]
    rules: tuple[Rule, ...]
    required: tuple[str, ...]
    ignored: tuple[str, ...] = ()
    language: str | None = None
    days: str = "DMY"
    least: int = 1
    most: int = 100_000
    checked: bool = True

    def places(self, header: Sequence[str]) -> dict[str, int]:
        """Where in a header each known column is."""
        written = [folded(cell) for cell in header]
        return {
            key: next(written.index(one) for one in spellings if one in written)
            for key, spellings in self.columns
            if not set(spellings).isdisjoint(written)
        }

    def fits(self, header: Sequence[str]) -> bool:
        """Whether a header has all columns this list cannot do without."""
        return set(self.required) <= set(self.places(header))


def folded(header: str) -> str:
    """A header without case and idle blanks."""
    return " ".join(header.replace("\ufeff", "").split()).casefold()


@cache
def known_lists() -> tuple[ListMapping, ...]:
    """The mappings that come with Habeas, by name."""
    folder = files("habeas.reading.formats") / "data" / "lists"
    found = sorted(folder.iterdir(), key=lambda path: path.name)
    return tuple(
        mapping(path.read_text(encoding="utf-8"), name=path.name)
        for path in found
        if path.name.endswith(".toml")
    )


def mapping_of(header: Sequence[str]) -> ListMapping | None:
    """The known list that has this header; None where it is none of them."""
    fitting = [known for known in known_lists() if known.fits(header)]
    return max(fitting, key=lambda known: len(known.places(header)), default=None)


def mapping(text: str, *, name: str) -> ListMapping:
    """The mapping in a TOML text; `name` is the file it stands in, for the error.

    Raises:
        ReportError: it is no mapping (code "mapping-wrong").
    """
    try:
        values = tomllib.loads(text)
        if unknown := sorted(set(values) - _KEYS):
            raise _wrong(name, f"the key “{unknown[0]}” is not known")
        columns = {
            key: tuple(map(folded, _texts(spellings)))
            for key, spellings in values["columns"].items()
        }
        rules = tuple(_rule(rule, columns, name) for rule in values["claim"])
        least, most = values.get("rows", (1, 100_000))
        made = ListMapping(
            str(values["name"]),
            str(values.get("publisher", "")),
            tuple(columns.items()),
            rules,
            _texts(values.get("required", [rule.persons for rule in rules])),
            tuple(map(folded, _texts(values.get("ignored", [])))),
            values.get("language"),
            str(values.get("days", "DMY")),
            int(least),
            int(most),
            bool(values.get("checked", True)),
        )
    except (tomllib.TOMLDecodeError, RecursionError) as wrong:
        raise _wrong(name, str(wrong) or "it is nested too deeply") from None
    except (KeyError, TypeError, ValueError, AttributeError) as wrong:
        raise _wrong(name, f"something is missing or of the wrong kind: {wrong}") from None
    _check(made, name)
    return made


_KEYS = frozenset(
    ("name", "publisher", "language", "days", "rows", "required", "ignored", "columns", "claim")
    + ("checked",)
)


def _check(made: ListMapping, name: str) -> None:
    if made.days not in ("DMY", "MDY", "YMD"):
        raise _wrong(name, "“days” is none of DMY, MDY, YMD")
    if missing := sorted(set(made.required) - {key for key, _ in made.columns}):
        raise _wrong(name, f"“required” names “{missing[0]}”, which is no column")


def _rule(values: Mapping[str, object], columns: Mapping[str, tuple[str, ...]], name: str) -> Rule:
    known = {"kind", "persons", "when", "penalty", "needs", "only", *ARGUMENTS}
    if unknown := sorted(set(values) - known):
        raise _wrong(name, f"a claim has the key “{unknown[0]}”, which is not known")
    only = values.get("only", {})
    if not isinstance(only, dict):
        raise _wrong(name, "“only” is no table")
    rule = Rule(
        Kind(str(values["kind"])),
        str(values["persons"]),
        str(values.get("when", "")),
        str(values.get("penalty", "")),
        tuple((key, str(values[key])) for key in ARGUMENTS if key in values),
        _texts(values.get("needs", [])),
        tuple((key, tuple(map(folded, _texts(words)))) for key, words in only.items()),
    )
    if rule.kind in TOTALS:
        raise _wrong(name, "a row names a person, and cannot claim a total")
    used = {rule.persons, rule.when, rule.penalty, *rule.needs, *dict(rule.words).values()}
    if missing := sorted(used.union(dict(only)) - set(columns) - {""}):
        raise _wrong(name, f"a claim speaks of the column “{missing[0]}”, which is not there")
    return rule


def _texts(values: object) -> tuple[str, ...]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise TypeError(f"{values!r} is no list of words")
    return tuple(values)


def _wrong(name: str, what: str) -> ReportError:
    return ReportError(
        f"The mapping “{name}” cannot be used: {what}; see docs/how-to/add-lists-and-archives.md.",
        code="mapping-wrong",
        report=name,
    )
