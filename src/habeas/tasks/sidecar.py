"""What a person tells about a report: by an option, or in a sidecar file beside it.

A sidecar is a small TOML file: `letter.txt.meta.toml` for `letter.txt` alone, or `letter.meta.toml`
for every file called `letter` (`letter.txt`, `letter.html`). Where both are there, the first is read.

    publisher = "Viasna"
    published = 2025-12-13      # also "2025-12", "2025", or any EDTF text
    language = "ru"
    address = "https://example.org/news/1"
    title = "Released"
    sensitivity = "restricted"  # public, restricted, sealed

Decides what may stand in it. Laws: a key it does not know is named in a warning, never dropped in
silence; a value that cannot be is an error that names the file and the key.
"""

import tomllib
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from pathlib import Path

from habeas.errors import MistakeError, ReportError
from habeas.language.clean import clean
from habeas.terms.report import Sensitivity
from habeas.terms.when import When, from_edtf, on

ENDING = ".meta.toml"
"""How a sidecar's name ends."""

MAPPING = "source.toml"
"""Name of a mapping beside lists, or its ending after the list's own name and a dot."""

_LISTS = (".csv", ".tsv", ".xlsx", ".xlsm")

_LARGEST = 65_536
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Told:
    """What a person told; None and empty: nothing was told. `warnings` say what was odd."""

    publisher: str = ""
    published: When | None = None
    language: str | None = None
    address: str = ""
    title: str = ""
    sensitivity: Sensitivity | None = None
    warnings: tuple[str, ...] = ()

    def over(self, other: "Told") -> "Told":
        """What this tells, and where it tells nothing, what `other` does; warnings of both."""
        mine = {
            field.name: value
            for field in fields(self)
            if field.name != "warnings" and (value := getattr(self, field.name)) not in (None, "")
        }
        return replace(other, **mine, warnings=(*self.warnings, *other.warnings))


def one_line(words: str) -> str:
    """Words a person told, on one line and clean (`habeas.language.clean`)."""
    return " ".join(clean(words)[0].split())


def is_sidecar(path: Path) -> bool:
    """Whether a file is a sidecar itself, and thus no report."""
    return path.name.endswith((ENDING, f".{MAPPING}")) or path.name == MAPPING


def mapping_beside(path: Path) -> str | None:
    """The text of the mapping for the list at `path`: its own, else that of its folder; None: none.

    Raises:
        ReportError: it cannot be read.
    """
    if path.suffix.lower() not in _LISTS:
        return None
    for name in (f"{path.name}.{MAPPING}", f"{path.stem}.{MAPPING}", MAPPING):
        beside = path.with_name(name)
        if _is_there(beside):
            return _read(beside)
    return None


def told_beside(path: Path) -> Told:
    """What the sidecar of the report at `path` tells; nothing, if there is none.

    Raises:
        ReportError: the sidecar cannot be read, or a value in it cannot be.
    """
    for name in (path.name + ENDING, path.stem + ENDING):
        sidecar = path.with_name(name)
        if sidecar != path and _is_there(sidecar):
            return told_in(_read(sidecar), name=name)
    return Told()


def told_in(text: str, *, name: str) -> Told:
    """What the text of a sidecar tells; `name` is the file it stands in, for the error.

    Raises:
        ReportError: it is no TOML (code "sidecar-unreadable"), or a value cannot be (code
            "sidecar-value").
    """
    try:
        values = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as wrong:
        reason = "nested too deeply" if isinstance(wrong, RecursionError) else str(wrong)
        raise _unreadable(name, reason) from None
    unknown = sorted(set(values) - set(_KEYS))
    warning = f"Of {name}, Habeas does not know: {', '.join(map(repr, unknown))}."
    return Told(
        _words(values, "publisher", name),
        _day(values, name),
        language_code(_words(values, "language", name), where=f"{name}, key “language”") or None,
        _words(values, "address", name),
        _words(values, "title", name),
        _sensitivity(values, name),
        (warning,) if unknown else (),
    )


_KEYS = ("publisher", "published", "language", "address", "title", "sensitivity")


def language_code(code: str, *, where: str) -> str:
    """A language's two-letter code in small letters; "" stays "".

    Raises:
        ReportError: it is no such code (code "sidecar-value").
    """
    small = code.strip().lower()
    if small and not (len(small) == 2 and small.isascii() and small.isalpha()):
        raise ReportError(
            f"{where}: “{code}” is no language; write two letters, such as de, en or ru.",
            code="sidecar-value",
            report=where,
        )
    return small


def _is_there(sidecar: Path) -> bool:
    try:
        return sidecar.is_file()
    except OSError:  # the name is too long for a file
        return False


def _read(sidecar: Path) -> str:
    try:
        with sidecar.open("rb") as file:
            data = file.read(_LARGEST + 1)
        if len(data) > _LARGEST:
            raise _unreadable(sidecar.name, f"larger than {_LARGEST:,} bytes")
        return data.decode("utf-8-sig")
    except OSError as wrong:
        raise _unreadable(sidecar.name, wrong.strerror or "no access") from None
    except UnicodeDecodeError:
        raise _unreadable(sidecar.name, "not in UTF-8") from None


def _unreadable(name: str, reason: str) -> ReportError:
    return ReportError(
        f"The sidecar “{name}” cannot be read ({reason}); mend it, or take it away.",
        code="sidecar-unreadable",
        report=name,
    )


def _wrong(name: str, key: str, value: object, instead: str) -> ReportError:
    return ReportError(
        f"{name}, key “{key}”: {str(value)[:60]!r} cannot be; {instead}.",
        code="sidecar-value",
        report=name,
    )


def _words(values: dict[str, object], key: str, name: str) -> str:
    value = values.get(key, "")
    if not isinstance(value, str) or len(value) > _LONGEST:
        raise _wrong(name, key, value, f"write words in quotes, {_LONGEST:,} characters at most")
    return one_line(value)


def _day(values: dict[str, object], name: str) -> When | None:
    value = values.get("published")
    instead = "write a day, month or year, as 2025-12-13, “2025-12” or “2025”"
    match value:
        case None:
            return None
        case datetime():
            return on(value.date())
        case date():
            return on(value)
        case bool():
            raise _wrong(name, "published", value, instead)
        case int() | str():
            try:
                return from_edtf(str(value))
            except MistakeError:
                raise _wrong(name, "published", value, instead) from None
        case _:
            raise _wrong(name, "published", value, instead)


def _sensitivity(values: dict[str, object], name: str) -> Sensitivity | None:
    word = _words(values, "sensitivity", name)
    try:
        return Sensitivity(word) if word else None
    except ValueError:
        kinds = ", ".join(Sensitivity)
        raise _wrong(name, "sensitivity", word, f"write one of: {kinds}") from None
