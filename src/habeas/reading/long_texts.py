"""The claims of a text of any length: a long one is read in a worker process, under limits.

Decides from which length on. What nobody foresaw in a text costs the more, the longer it is; so a long
one can keep nobody busy for hours, nor take the memory of the whole computer. Law: where the worker
answers, its drafts are those that would have been found without it.
"""

import json
from collections.abc import Iterator, Sequence

from habeas.reading.claims import drafts
from habeas.reading.formats.limited import Piece, read_limited
from habeas.terms.claim import Draft
from habeas.terms.plain import draft_from, plain, plain_when, when_from
from habeas.terms.when import When

LONG = 250_000
"""Code points beyond which a text is long: some hundred pages."""


def drafts_of(
    text: str,
    *,
    name: str,
    language: str,
    published: When | None,
    known_names: Sequence[str] = (),
) -> list[Draft]:
    """What a text claims, as `claims.drafts`; `name` is that of its report.

    Raises:
        ReportError: it is long, and its reader took too long or too much memory (codes "worker-time",
            "worker-memory").
        MistakeError: there is no pack for the language.
    """
    if len(text) <= LONG:
        return drafts(text, language=language, published=published, known_names=known_names)
    matter = json.dumps([text, language, plain_when(published), list(known_names)]).encode("ascii")
    [found] = read_limited("habeas.reading.long_texts:found", matter, name=name)
    return [draft_from(values) for values in json.loads(found.data)]


def found(data: bytes, name: str) -> Iterator[Piece]:
    """One piece: the drafts as JSON. Runs in a worker (`limited`)."""
    del name
    text, language, published, known_names = json.loads(data)
    made = drafts(text, language=language, published=when_from(published), known_names=known_names)
    yield Piece(json.dumps([plain(draft) for draft in made]).encode("ascii"))
