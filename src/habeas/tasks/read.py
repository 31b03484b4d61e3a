"""Read a report: its text, its language, the day it was published, the claims in it.

Decides what is believed about a report's language and day: what a person told (an option, then the
sidecar), then what the page says of itself, then what the text lets one infer, else nothing. Needs
no register and writes nothing. Laws: the same bytes and options give the same reading; a day is never
made up, and never taken from a file's own times.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from habeas.errors import ReportError
from habeas.language.identify import language_of
from habeas.language.pack import codes
from habeas.plugins import Format, Listing, format_of
from habeas.reading.formats.note import Note
from habeas.reading.formats.post import is_letter
from habeas.reading.long_texts import drafts_of
from habeas.tasks.dateline import dateline
from habeas.tasks.documents import reports_in
from habeas.tasks.incoming import Incoming, incoming
from habeas.tasks.moments import FIRST, LAST
from habeas.tasks.readers.others import Burden, Heard, Matter, Others
from habeas.tasks.sidecar import Told
from habeas.terms.claim import Draft
from habeas.terms.report import Basis, Medium, Text
from habeas.terms.when import When


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of reading one report; nothing of it is kept anywhere.

    `told` holds what is believed in the end, whatever it was learnt from; `basis` says how the day
    is known. `issues` are sentences for the person who reads: what was odd, what could not be done.
    `heard`: what came of the readers by others, in the order in which they were asked for.
    """

    name: str
    data: bytes
    media_type: str
    text: Text
    told: Told
    basis: Basis
    drafts: tuple[Draft, ...]
    issues: tuple[str, ...] = ()
    heard: tuple[Heard, ...] = ()

    @property
    def sha256(self) -> str:
        """SHA-256 of the bytes, as 64 hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def published(self) -> When | None:
        """When it was published, as far as anybody knows."""
        return self.told.published

    @property
    def language(self) -> str | None:
        """Its language, as two letters; None where it could not be told."""
        return self.told.language


def read(
    source: Path | Incoming,
    *,
    published: When | None = None,
    language: str | None = None,
    known_names: Sequence[str] = (),
    others: Others | None = None,
) -> Reading:
    """The text of a report and the claims in it.

    Args:
        source: A file, or bytes that came another way.
        published: When it was published, as the caller knows it; goes before all else.
        language: Its language as two letters, likewise.
        known_names: Spellings of people the reader may expect.
        others: The readers by others that are asked besides; None: nobody.

    Raises:
        ReportError: the file or its sidecar cannot be read, or its day of publication cannot be; or it
            holds several reports (code "report-several": use `reports_in` and `readings`).
    """
    file = source if isinstance(source, Incoming) else incoming(source)
    given = Told(published=published, language=language)
    reports = reports_in(replace(file, told=given.over(file.told)))
    if len(reports) > 1:
        raise ReportError(
            f"“{file.name}” holds {len(reports):,} reports, where one is asked for; name one of them.",
            code="report-several",
            report=file.name,
        )
    return _reading(reports[0], known_names, others)


def readings(
    reports: Sequence[Incoming], *, known_names: Sequence[str] = (), others: Others | None = None
) -> tuple[list[Reading], list[ReportError]]:
    """What came of reading each report of one file, and why some could not be read.

    Args:
        reports: As `reports_in` gives them.
        known_names: Spellings of people the reader may expect.
        others: As for `read`.

    Raises:
        MistakeError: there is no reader of a name that was asked for.
        ReportError: none of them could be read; then it is the first one's.
    """
    found, failed = list[Reading](), list[ReportError]()
    for report in reports:
        try:
            found.append(_reading(report, known_names, others))
        except ReportError as error:
            failed.append(error)
    if failed and not found:
        raise failed[0]
    return found, failed


def _reading(report: Incoming, known_names: Sequence[str], others: Others | None) -> Reading:
    part = format_of(report.data, name=report.name)
    text, rows = _text(part, report)
    spoken, doubts = _language(text, report.told)
    day, basis = _published(text, report, spoken)
    _check_day(day, report.name)
    found: tuple[Draft, ...] = rows or ()
    heard: tuple[Heard, ...] = ()
    if rows is not None:
        doubts = ()
    elif spoken in codes():
        name = report.name
        found = tuple(
            drafts_of(text.body, name=name, language=spoken, published=day, known_names=known_names)
        )
        if others is not None and others.names:
            matter = _matter(report, part, text.body, (spoken, day, known_names))
            found, heard = _heard(matter, found, others)
    told = report.told
    believed = Told(
        told.publisher or text.publisher, day, spoken, title=told.title or text.title
    ).over(told)
    issues = (*text.warnings, *told.warnings, *doubts, *_about_day(day, basis, found))
    return Reading(
        report.name, report.data, part.media_types[0], text, believed, basis, found, issues, heard
    )


def _matter(
    report: Incoming,
    part: Format,
    body: str,
    read_as: tuple[str, When | None, Sequence[str]],
) -> Matter:
    """A report as others are handed it; a note that came as a file is a note all the same."""
    medium = Medium.NOTE if isinstance(part, Note) else report.medium
    letter = is_letter(report.data)
    burden = Burden(report.name, report.told.sensitivity, medium, letter)
    return Matter(burden, hashlib.sha256(report.data).hexdigest(), body, *read_as)


def _heard(
    matter: Matter, found: tuple[Draft, ...], others: Others
) -> tuple[tuple[Draft, ...], tuple[Heard, ...]]:
    from habeas.tasks.readers.hearing import hear  # noqa: PLC0415 - else nobody loads a network

    return hear(matter, found, others)


def _text(part: Format, report: Incoming) -> tuple[Text, tuple[Draft, ...] | None]:
    """What a report says; and the claims of its rows, if it is a list whose columns are known."""
    if isinstance(part, Listing):
        return part.listed(report.data, name=report.name, given=report.mapping)
    return part.text_of(report.data, name=report.name), None


def _language(text: Text, told: Told) -> tuple[str | None, tuple[str, ...]]:
    """The language, and a sentence where Habeas cannot read it."""
    spoken = told.language or language_of(text.body) or text.language
    known = ", ".join(codes())
    if spoken is None:
        return None, (
            f"The language cannot be told, so no claims were looked for; name it with --lang "
            f"(there are packs for {known}).",
        )
    if spoken not in codes():
        return spoken, (
            f"There is no language pack for “{spoken}” yet, so no claims were looked for; there are "
            f"packs for {known}.",
        )
    return spoken, ()


def _published(text: Text, report: Incoming, spoken: str | None) -> tuple[When | None, Basis]:
    if report.told.published:
        return report.told.published, Basis.STATED
    if text.published:
        return text.published, Basis.VISIBLE
    if report.undated:
        return report.undated, Basis.STATED
    if day := dateline(text.body, spoken):
        return day, Basis.INFERRED
    return None, Basis.UNKNOWN


def _check_day(day: When | None, name: str) -> None:
    """Refuse a day of publication that no report can have: days reckoned from it may not be days."""
    for end in (day.earliest, day.latest) if day else ():
        if end is not None and not FIRST <= end <= LAST:
            raise ReportError(
                f"“{name}” cannot have been published on {end.isoformat()}; mend the day in its"
                " sidecar, or give --published.",
                code="published-unfit",
                report=name,
            )


def _about_day(day: When | None, basis: Basis, found: Sequence[Draft]) -> tuple[str, ...]:
    if basis is Basis.INFERRED and day:
        return (f"The day published, {day.edtf}, was taken from the text; check it.",)
    if day is None and found:
        return (
            "Nobody says when this was published, so no “Saturday” or “yesterday” was reckoned; "
            "give --published.",
        )
    return ()
