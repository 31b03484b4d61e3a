"""What the talks of `review` and `resolve` share: what an answer is, and the round from case to case.

Decides which act a typed line asks for; what the acts do is for each talk. Laws: an answer is one letter
or its whole word, followed, where the act takes one, by a reason; any other line does nothing, is told,
and the same case is asked again; a mistake is told, and the same case is asked again, too.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import click

from habeas.cli.lines import Ended, ask, tell
from habeas.cli.words import _
from habeas.errors import MistakeError

QUIT = "quit"

Act = Callable[[str], bool]
"""Does what was asked for, with the reason typed; says whether another case is to be shown."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of a talk: letters with their words, the acts that take a reason, the help."""

    words: Mapping[str, str]
    help: str
    reasoned: frozenset[str] = frozenset()

    def taken(self, typed: str) -> tuple[str, str]:
        """The act and the reason that a line asks for; the act is "" where it asks for none."""
        first, _blank, reason = typed.partition(" ")
        letter = first.casefold()
        act = letter if letter in self.words.values() else self.words.get(letter, "")
        return (act, reason.strip()) if not reason or act in self.reasoned else ("", "")

    def show(self) -> None:
        """Say what can be typed."""
        click.echo(self.help, err=True)

    @property
    def question(self) -> str:
        """The first letter of each act, as they are asked for."""
        acts = list(self.words.values())
        letters = [one for at, one in enumerate(self.words) if acts.index(acts[at]) == at]
        return _("[{keys}]").format(keys="/".join([*letters, "?"]))


def turn(answers: Answers, acts: Mapping[str, Act]) -> bool:
    """One answer for the case at hand; whether another case is to be shown.

    Raises:
        Ended: the answer is to quit, or the input is at its end.
    """
    typed = ask(answers.question)
    act, reason = answers.taken(typed)
    if act == QUIT:
        raise Ended
    if act:
        try:
            return acts[act](reason)
        except MistakeError as mistake:
            tell(mistake.sentence)
            return False
    if typed not in ("", "?"):
        tell(_("“{typed}” is no answer here; nothing was done.").format(typed=typed))
    answers.show()
    return False


def go_round(
    answers: Answers,
    acts: Mapping[str, Act],
    *,
    waits: Callable[[], bool],
    show: Callable[[], None],
) -> None:
    """Show one case after another while one waits, each until an answer leads on.

    Raises:
        Ended: the answer is to quit, or the input is at its end.
    """
    while waits():
        show()
        while not turn(answers, acts):
            pass
