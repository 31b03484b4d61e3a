"""Compare names: two of them, or a file of pairs.

Decides how a file of pairs is read. How far two names are one person's is for `resolving.compare`.
Law: as many likenesses come out as lines go in, in their order.
"""

from collections.abc import Iterator
from pathlib import Path

from habeas.errors import ReportError
from habeas.resolving.compare import compare
from habeas.resolving.likeness import Likeness, nothing

_NO_PAIR = "The line has no two names with a tab between them."


def likeness_of(left: str, right: str) -> Likeness:
    """The likeness of two names."""
    return compare(left, right)


def pairs_of(file: Path) -> list[tuple[str, str] | None]:
    """The pairs of a UTF-8 file, two names with a tab between them on a line; None for any other line.

    Raises:
        ReportError: the file cannot be read, or is no text in UTF-8.
    """
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ReportError(
            f"The file of pairs {file} cannot be read ({error.strerror}); check its name and folder.",
            code="pairs-unreadable",
            report=file.name,
        ) from error
    except UnicodeDecodeError as error:
        raise ReportError(
            f"The file of pairs {file} is not UTF-8 at byte {error.start}; save it as UTF-8.",
            code="pairs-not-utf8",
            report=file.name,
        ) from error
    lines = text.replace("\r\n", "\n").split("\n")
    return [_pair(line) for line in (lines[:-1] if lines[-1] == "" else lines)]


def likenesses(pairs: list[tuple[str, str] | None]) -> Iterator[Likeness]:
    """One likeness for each line; one of value 0 where the line has no pair."""
    for pair in pairs:
        yield compare(*pair) if pair else nothing(_NO_PAIR)


def _pair(line: str) -> tuple[str, str] | None:
    columns = line.split("\t")
    return (columns[0], columns[1]) if len(columns) == 2 else None
