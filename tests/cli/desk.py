"""A register on disk, and a reviewer who types lines."""

from collections.abc import Iterator
from pathlib import Path

from click.testing import CliRunner, Result

from habeas.cli.program import program
from habeas.errors import HabeasError
from habeas.protecting.slots import KeyFile
from habeas.register.register import Register
from habeas.tasks.opening import opened
from habeas.terms.ids import ClaimId
from habeas.terms.review import Review
from tests import sample


class Desk:
    """A register on disk, and a reviewer who types lines."""

    def __init__(self, folder: Path) -> None:
        self.place, self.keyfile = sample.on_disk(folder)

    def run(self, *words: str, typed: str = "") -> Result:
        line = ["review", "-r", self.place, "--keyfile", self.keyfile, *words]
        return CliRunner().invoke(program, line, input=typed)

    def done(self, *words: str, typed: str = "") -> Result:
        result = self.run(*words, typed=typed)
        assert result.exception is None, result.exception
        return result

    def error(self, *words: str, typed: str = "") -> HabeasError:
        result = self.run(*words, typed=typed)
        assert isinstance(result.exception, HabeasError)
        return result.exception

    def opened(self) -> Register:
        return opened(Path(self.place), KeyFile(sample.KEY))

    def review(self, claim: str) -> Review | None:
        with self.opened() as register:
            return register.claim(ClaimId(claim)).review

    def counted(self) -> list[str]:
        with self.opened() as register:
            return [claim.id for claim in register.counted()]


class Typed:
    """A keyboard whose lines are made when they are asked for."""

    def __init__(self, lines: Iterator[str]) -> None:
        self.lines = lines

    def readline(self) -> str:
        return next(self.lines) + "\n"
