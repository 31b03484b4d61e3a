"""Errors raised on purpose, and the exit code each one ends the program with.

* HabeasError            1   root; `check` or `verify` found something
  * MistakeError         2   the caller asked for something that cannot be
  * ReportError          3   a document is at fault
  * ReaderError          3   a reader by others failed at a document
  * RegisterError        4   the store is at fault
  * IntegrityError       5   something was changed behind our back
  * PolicyError          6   refused: it could harm a person

The sentence of an error says what, where, and what to do now. Each has a stable `code`, with a
section of that name in `docs/reference/errors.md`. Doubt about the data is an `Issue` in a result,
not an exception: an exception means that the step cannot go on.
"""


class HabeasError(Exception):
    """Root of all errors raised on purpose."""

    exit_code = 1

    def __init__(self, sentence: str, *, code: str) -> None:
        """Keep the sentence and its stable code."""
        super().__init__(sentence)
        self.sentence = sentence
        self.code = code


class MistakeError(HabeasError):
    """The caller asked for something that cannot be done as asked."""

    exit_code = 2


class ReportError(HabeasError):
    """A report cannot be read; `report` is the name it came under."""

    exit_code = 3

    def __init__(self, sentence: str, *, code: str, report: str) -> None:
        """Keep the sentence, its code and the report's name."""
        super().__init__(sentence, code=code)
        self.report = report


class ReaderError(HabeasError):
    """A reader by others could not read a report; `reader` is its name."""

    exit_code = 3

    def __init__(self, sentence: str, *, code: str, reader: str = "") -> None:
        """Keep the sentence, its code and the reader's name."""
        super().__init__(sentence, code=code)
        self.reader = reader


class RegisterError(HabeasError):
    """The register cannot be opened, read or written."""

    exit_code = 4


class IntegrityError(HabeasError):
    """Something in the register is not as it was written."""

    exit_code = 5


class PolicyError(HabeasError):
    """Refused, since it could harm a person."""

    exit_code = 6
