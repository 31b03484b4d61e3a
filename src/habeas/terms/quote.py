"""`Quote`: the words a claim stands on, and where they stand.

Law: `body[quote.start:quote.stop] == quote.words`, offsets in code points, half-open. The 32
characters on either side let a quote be found again after a new extraction (W3C Web Annotation:
text position and text quote selectors).
"""

from dataclasses import dataclass

from habeas.errors import MistakeError

AROUND = 32
"""Code points kept before and after a quote."""

LONGEST = 400
"""Code points a quote may have at most."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Code points `start..stop` (half-open) of a report's text, the words there, and their edges."""

    start: int
    stop: int
    words: str
    prefix: str = ""
    suffix: str = ""

    def stands_in(self, body: str) -> bool:
        """Whether the words and both edges stand in `body` just where the quote says."""
        return (
            0 <= self.start < self.stop <= len(body)
            and body[self.start : self.stop] == self.words
            and body[max(0, self.start - AROUND) : self.start] == self.prefix
            and body[self.stop : self.stop + AROUND] == self.suffix
        )


def quote(body: str, start: int, stop: int) -> Quote:
    """The quote at code points `start..stop` (half-open) of `body`.

    Raises:
        MistakeError: the place is not inside `body`, is empty, or is longer than `LONGEST`.
    """
    if not 0 <= start < stop <= len(body):
        raise MistakeError(
            f"No quote stands at {start}..{stop} of a text of {len(body)} characters.",
            code="quote-outside",
        )
    if stop - start > LONGEST:
        raise MistakeError(
            f"A quote of {stop - start} characters is too long; name at most {LONGEST}.",
            code="quote-too-long",
        )
    return Quote(
        start,
        stop,
        body[start:stop],
        body[max(0, start - AROUND) : start],
        body[stop : stop + AROUND],
    )
