"""Walking from a figure back to its arithmetic, its claims, their quotes and reports.

Decides how a figure is named, so that none need be stored: `count:DAY`, with `known-by:DAY`,
`recorded-by:INSTANT`, `definition:NAME` behind it, as needed. The same words give the same answer.
Law: every unit of a number leads to at least one quote that stands in its report.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from habeas.errors import MistakeError
from habeas.register.register import Register
from habeas.tasks.answer import Answer, Question
from habeas.tasks.count import count
from habeas.tasks.grounds import Ground, grounds, reviews_of
from habeas.tasks.moments import day, instant, instant_words
from habeas.terms.definition import NAMED
from habeas.terms.ids import ClaimId

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
    reviews = reviews_of(register, claims, answer.question.recorded_by)
    return Walk(figure_of(answer.question), answer, grounds(register, claims, reviews))


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


def _unclear(figure: str) -> MistakeError:
    return MistakeError(
        f"“{figure}” names no figure; write count:2025-12-14, with known-by:DAY, "
        "recorded-by:INSTANT or definition:NAME behind it, or the id of a claim, report or person.",
        code="figure-unknown",
    )
