"""Hearing the readers by others: each is asked in its turn, and what it gives passes the door.

Decides in which order, and what becomes of one that fails: what our own reader found stands, and so does
what the failed one gave before. Laws: nothing is sent before `before` was called for it; what is dropped
is counted by reason; no text without a language of ours, and no list, is handed to anybody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from habeas.errors import HabeasError, MistakeError
from habeas.plugins import FRAMES, OWN_READERS, AnyReader, PersonFinder, Reader, readers
from habeas.reading.claims import drafts
from habeas.reading.found import Found
from habeas.reading.gate import Fault
from habeas.reading.others.agreeing import joined, with_finder
from habeas.reading.others.asked import Asked, Pick, Posted
from habeas.reading.others.door import admitted
from habeas.reading.others.ground import Ground, ground
from habeas.reading.others.local_model import LocalModel
from habeas.tasks.readers.gliner import Gliner
from habeas.tasks.readers.loopback import Message, post
from habeas.tasks.readers.others import Departure, Heard, Matter, Others
from habeas.tasks.readers.sending import route
from habeas.tasks.readers.slovnet import Slovnet
from habeas.tasks.sidecar import one_line
from habeas.terms.claim import Draft

OURS: tuple[AnyReader, ...] = (*OWN_READERS, LocalModel(), Gliner(), Slovnet())
"""Every reader of the house, those with models of others included."""

_MOST = 2_000
"""Proposals of one reader about one report that are looked at."""

_LONGEST_MODEL = 80

_WORD = "Никто."
"""What is handed to a reader of the house that is only to look at its settings.

In Russian, the one language that all of them read.
"""

WITHOUT_POST = "reader-without-post"
"""Code of what is raised where nothing can be sent: such a reader had all it needs to begin."""


def known(names: Sequence[str]) -> list[AnyReader]:
    """The readers with these names, without our own, which is always there.

    Raises:
        MistakeError: there is none of that name (code "reader-unknown"), or a part of others is broken.
    """
    there = readers(own=OURS)
    for name in names:
        if name not in there:
            raise MistakeError(
                f"There is no reader “{name[:80]}”; there are {', '.join(there)}.",
                code="reader-unknown",
            )
    return [there[name] for name in dict.fromkeys(names) if name != FRAMES.name]


def rehearse(others: Others) -> None:
    """Have the readers of the house look at their settings before a report is read; nothing is sent.

    Raises:
        MistakeError: one could read nothing: a setting, a package or a model is missing.
    """
    for reader in known(others.names):
        if any(reader is one for one in OURS):
            settings = others.settings.get(reader.name, {})
            asked = Asked("", _WORD, "ru", None, ((0, len(_WORD)),), (), settings)
            try:
                _sought(reader, asked)
            except MistakeError as error:
                if error.code != WITHOUT_POST:
                    raise


def _sought(reader: AnyReader, asked: Asked) -> list[object]:
    return [*(reader.read(asked) if isinstance(reader, Reader) else reader.people(asked))]


def hear(
    matter: Matter, ours: Sequence[Draft], others: Others
) -> tuple[tuple[Draft, ...], tuple[Heard, ...]]:
    """The drafts of all readers, marked where they agree or contradict; and what came of each."""
    found, heard = tuple(ours), list[Heard]()
    seen = ground(matter.text, matter.language, matter.published, matter.known_names)
    for reader in known(others.names):
        asked = _asked(matter, seen, reader, others)
        name = named(reader, asked.settings)
        if isinstance(reader, Reader):
            passed, came = _claims(reader, asked, seen, name)
            found = tuple(joined(found, passed))
        else:
            spans, failure = _spans(reader, asked)
            extended = _extended(matter, Found(name, spans))
            more = tuple(with_finder(found, extended, Found(name, spans)))
            changed = sum(draft not in found for draft in more)
            found, came = more, Heard(name, len(spans), changed, failure=failure)
        heard.append(came)
    return found, tuple(heard)


def named(reader: AnyReader, settings: Mapping[str, str]) -> str:
    """A reader as it is written into its claims: name, version, and the model where a name is set."""
    model = one_line(settings.get("model", ""))[:_LONGEST_MODEL]
    return f"{reader.name} {reader.version}" + (f" ({model})" if model else "")


def _asked(matter: Matter, seen: Ground, reader: AnyReader, others: Others) -> Asked:
    return Asked(
        matter.burden.name,
        matter.text,
        matter.language,
        matter.published,
        tuple((one.start, one.stop) for one in seen.page.sentences),
        matter.known_names,
        others.settings.get(reader.name, {}),
        _Courier(matter, reader.name, others),
    )


class _Courier:
    """The `Post` of one reader for one report: asks for leave, tells, then sends."""

    def __init__(self, matter: Matter, reader: str, others: Others) -> None:
        self._matter = matter
        self._reader = reader
        self._others = others
        self._told: set[str] = set()

    def __call__(self, address: str, body: bytes, *, seconds: float, key: str = "") -> Posted:
        """Send one message; the first one to a place is told before."""
        way = route(address, self._matter.burden, self._others.leave)
        if way.shown not in self._told:
            matter = self._matter
            self._others.before(
                Departure(
                    self._reader, way.shown, matter.burden.name, matter.sha256, len(matter.text)
                )
            )
            self._told.add(way.shown)
        return post(way, Message(body, key), seconds=seconds)


def _claims(reader: Reader, asked: Asked, seen: Ground, name: str) -> tuple[list[Draft], Heard]:
    """What of a reader's proposals comes in, each thing once."""
    passed: dict[Draft, None] = {}
    dropped: Counter[Fault] = Counter()
    proposed, failure = 0, None
    try:
        for proposal in _first(reader, asked):
            proposed += 1
            found = admitted(proposal, seen, name)
            if isinstance(found, Fault):
                dropped[found] += 1
            else:
                passed.setdefault(found)
    except HabeasError as error:
        failure = error
    counted = dict(sorted(dropped.items(), key=lambda one: (-one[1], one[0].key)))
    return list(passed), Heard(name, proposed, len(passed), counted, failure)


def _first(reader: Reader, asked: Asked) -> Iterator[Pick | Draft]:
    return islice(reader.read(asked), _MOST)


def _spans(
    reader: PersonFinder, asked: Asked
) -> tuple[tuple[tuple[int, int], ...], HabeasError | None]:
    """Where a finder sees people, in order; what it saw before it failed."""
    found: set[tuple[int, int]] = set()
    try:
        for start, stop in reader.people(asked):
            if 0 <= start < stop <= len(asked.text):
                found.add((start, stop))
    except HabeasError as error:
        return tuple(sorted(found)), error
    return tuple(sorted(found)), None


def _extended(matter: Matter, found: Found) -> list[Draft]:
    if not found.spans:
        return []
    return drafts(
        matter.text,
        language=matter.language,
        published=matter.published,
        known_names=matter.known_names,
        found=found,
    )
