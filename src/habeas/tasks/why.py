"""Walking from a figure back to its arithmetic, its claims, their quotes and reports.

Decides how a figure is named, so that none need be stored: `count:DAY`, with `known-by:DAY`,
`recorded-by:INSTANT`, `definition:NAME` behind it, as needed. The same words give the same answer.
Law: every unit of a number leads to at least one quote that stands in its report.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from habeas.errors import MistakeError
from habeas.register.register import Register
from habeas.tasks.answer import Answer, Question
from habeas.tasks.count import count
from habeas.tasks.grounds import Ground, grounds
from habeas.terms.definition import NAMED
from habeas.terms.ids import ClaimId

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_PART = re.compile(r"(count|known-by|recorded-by|definition)[:=](\S+)")
_COUNT = re.compile(r"\s*count[:=]")


@dataclass(frozen=True, slots=True)
class Walk:
    """An answer, and what stands behind each claim of its basis."""

    figure: str
    answer: Answer
    grounds: Mapping[ClaimId, Ground]


def is_count(figure: str) -> bool:
    """Whether the words name a count, and not the id of something."""
    return _COUNT.match(figure) is not None


def why(register: Register, figure: str, *, today: date) -> Walk:
    """The answer that `figure` names, walked down to its quotes.

    Raises:
        MistakeError: the figure is not named as it should be, or cannot be counted.
        IntegrityError: a quote does not stand in its report.
    """
    answer = count(register, question(figure), today=today)
    claims = [answer.claims[id] for id in answer.basis]
    return Walk(figure_of(answer.question), answer, grounds(register, claims))


def question(figure: str) -> Question:
    """The question that the words of a figure ask.

    Raises:
        MistakeError: they are not `count:DAY` with parts that are known.
    """
    parts: dict[str, str] = {}
    for word in figure.split():
        match = _PART.fullmatch(word)
        if match is None or match[1] in parts:
            raise _unclear(figure)
        parts[match[1]] = match[2]
    if "count" not in parts:
        raise _unclear(figure)
    known, recorded = parts.get("known-by"), parts.get("recorded-by")
    return Question(
        day(parts["count"]),
        day(known) if known else None,
        instant(recorded) if recorded else None,
        parts.get("definition", str(NAMED.id)),
    )


def figure_of(asked: Question) -> str:
    """The words that name the answer to a question; `question` reads them back."""
    words = [f"count:{asked.on.isoformat()}"]
    if asked.known_by is not None:
        words.append(f"known-by:{asked.known_by.isoformat()}")
    if asked.recorded_by is not None:
        words.append(f"recorded-by:{instant_words(asked.recorded_by)}")
    if asked.definition != NAMED.id:
        words.append(f"definition:{asked.definition}")
    return " ".join(words)


def day(words: str) -> date:
    """The ISO day that the words are.

    Raises:
        MistakeError: they are none, or there is no such day.
    """
    try:
        if len(words) != len("2025-12-14"):
            raise ValueError(words)
        return date.fromisoformat(words)
    except ValueError:
        raise MistakeError(
            f"“{words}” is not a day; write it as 2025-12-14.", code="day-unreadable"
        ) from None


def instant(words: str) -> int:
    """The instant of an ISO text with its zone, in µs since 1970 UTC.

    Raises:
        MistakeError: it is none, has no zone, or lies before 1970.
    """
    moment = _moment(words)
    if moment is None or moment < _EPOCH:
        raise MistakeError(
            f"“{words}” is not an instant; write it with its zone, as 2026-01-02T03:04:05Z.",
            code="instant-unreadable",
        )
    return (moment - _EPOCH) // timedelta(microseconds=1)


def _moment(words: str) -> datetime | None:
    """The moment, if the words are one and name their zone."""
    try:
        moment = datetime.fromisoformat(words)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def instant_words(at: int) -> str:
    """The instant as ISO text in UTC, to the microsecond; `instant` reads it back."""
    moment = _EPOCH + timedelta(microseconds=at)
    return moment.isoformat(timespec="microseconds" if at % 1_000_000 else "seconds").replace(
        "+00:00", "Z"
    )


def _unclear(figure: str) -> MistakeError:
    return MistakeError(
        f"“{figure}” names no figure; write count:2025-12-14, with known-by:DAY, "
        "recorded-by:INSTANT or definition:NAME behind it, or the id of a claim, report or person.",
        code="figure-unknown",
    )
