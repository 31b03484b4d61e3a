"""What `habeas read` does with one file: reads it, and has its lines ready to be printed.

Decides the JSON and the listing of a reading. Made so that it can travel to another process: it takes
a path or bytes, and gives back lines. What is printed where is for `read_cmd`.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from habeas.cli.claim_lines import claim_lines
from habeas.cli.claim_words import kind_words
from habeas.cli.other_readers import heard_code, heard_sentences, heard_values
from habeas.cli.terminal import block
from habeas.cli.terminal import json_line as safe_line
from habeas.cli.words import _
from habeas.errors import ReportError
from habeas.tasks.documents import reports_in
from habeas.tasks.incoming import Incoming, incoming
from habeas.tasks.read import Reading, readings
from habeas.tasks.readers.others import Others
from habeas.tasks.sidecar import Told
from habeas.terms.claim import Tier
from habeas.terms.plain import plain, with_gaps

Source = Path | Incoming


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a file: its lines, one block for each report; what could not be read, in sentences.

    `skipped`: its lines are in the file of results already. `code` is the exit code it asks for.
    """

    blocks: tuple[str, ...] = ()
    sentences: tuple[str, ...] = ()
    code: int = 0
    claims: int = 0
    likely: int = 0
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Work:
    """Reads one file; calls of it can be made in any process.

    `given` goes before what is told beside a file. `known` are the digests of files that need not be
    read again; None: the lines are for printing, and say nothing of the file they came from. `others`
    are the readers that are asked besides ours.
    """

    given: Told
    as_json: bool
    known: frozenset[str] | None = None
    others: Others | None = None

    def __call__(self, source: Source) -> Done:
        """Read it."""
        try:
            file = source if isinstance(source, Incoming) else incoming(source)
            file = replace(file, told=self.given.over(file.told))
            digest = "" if self.known is None else digest_of(file, self.others)
            if self.known is not None and digest in self.known:
                return Done(skipped=True)
            return self._read(file, digest)
        except ReportError as error:
            return Done(sentences=(error.sentence,), code=error.exit_code)

    def _read(self, file: Incoming, digest: str) -> Done:
        read, failed = readings(reports_in(file), others=self.others)
        mark = {"file": {"digest": digest, "reports": len(read)}} if digest else {}
        code = max((heard_code(one.heard) for one in read), default=0)
        sentences = [error.sentence for error in failed]
        sentences += [words for one in read for words in heard_sentences(one.name, one.heard)]
        if code and digest:
            again = _(
                "“{name}” is not among the results, since a reader failed; it is read anew next time."
            )
            return Done(sentences=(*sentences, again.format(name=file.name)), code=code)
        drafts = [draft for reading in read for draft in reading.drafts]
        return Done(
            tuple(json_line(one, mark) if self.as_json else report_lines(one) for one in read),
            tuple(sentences),
            code,
            claims=len(drafts),
            likely=sum(draft.tier is Tier.LIKELY for draft in drafts),
        )


def lost(source: Source) -> Done:
    """What is said of a file at which a process was ended from outside."""
    name = source.name
    words = _(
        "“{name}” could not be read: the system ended the reader at it, as it does when memory is"
        " short. Close other programs, or split the file."
    )
    return Done(sentences=(words.format(name=name),), code=ReportError.exit_code)


def digest_of(file: Incoming, others: Others | None = None) -> str:
    """16 hexadecimal digits that change with the bytes of a file, what is told of it, and who reads it.

    It is no bare hash of the document: it cannot be looked up in a list of such hashes. A password of a
    reader is not in it: from such digits a short one could be guessed.
    """
    telling = [repr(file.told), file.mapping, file.name, *_readers(others)]
    told = json.dumps(telling, ensure_ascii=True).encode()
    return hashlib.sha256(len(told).to_bytes(8, "big") + told + file.data).hexdigest()[:16]


def _readers(others: Others | None) -> list[object]:
    """Who reads besides us, and with which settings but a password."""
    if others is None:
        return []
    return [
        [name, sorted(one for one in others.settings[name].items() if one[0] != "key")]
        for name in others.names
    ]


def json_line(reading: Reading, mark: Mapping[str, object] | None = None) -> str:
    """A reading as one line of JSON, in the shape of the command-line contract; `mark` goes first."""
    published = reading.published
    report = {
        "name": reading.name,
        "sha256": reading.sha256,
        "media_type": reading.media_type,
        "lang": reading.language,
        "published": published.edtf if published else None,
        "published_basis": str(reading.basis),
        "publisher": reading.told.publisher or None,
        "title": reading.told.title or None,
        "address": reading.told.address or None,
        "characters": len(reading.text.body),
        "extractor": reading.text.extractor,
        "warnings": list(reading.issues),
    }
    claims = [with_gaps(plain(draft)) for draft in reading.drafts]
    for claim, draft in zip(claims, reading.drafts, strict=True):
        if page := reading.text.page_of(draft.quote.start):
            claim["page"] = page
    heard = {"readers": heard_values(reading.heard)} if reading.heard else {}
    return safe_line(dict(mark or {}) | {"report": report, "claims": claims} | heard)


def report_lines(reading: Reading) -> str:
    """A reading in lines that fit the terminal: the report, what was odd, the claims by kind."""
    published = reading.published
    day = _("published {day} ({basis})") if published else _("day of publication unknown")
    facts = [
        reading.name,
        reading.language or _("language unknown"),
        day.format(day=published.edtf if published else "", basis=reading.basis),
    ]
    lines = [block(" · ".join(facts), rest="  ")]
    if reading.told.title:
        lines.append(block(f"“{reading.told.title}”", first="  ", rest="  "))
    lines += [block(issue, first="  ! ", rest="    ") for issue in reading.issues]
    by_kind = sorted(reading.drafts, key=lambda draft: (draft.said.kind, draft.quote.start))
    for kind, drafts in groupby(by_kind, key=lambda draft: draft.said.kind):
        lines += ["", kind_words(kind)]
        for draft in drafts:
            lines.append(claim_lines(draft))
            if page := reading.text.page_of(draft.quote.start):
                lines.append(block(_("page {number}").format(number=page), first="      "))
    if not reading.drafts:
        lines.append(_("  No claims were found in it."))
    return "\n".join(lines) + "\n"
