"""The talk of `habeas resolve`: the clear cases in one list, then the doubtful ones, one by one.

Decides what each key does. What is an answer is for `sitting`, what is written for `tasks.resolve`.
Laws: nothing is judged without an answer; the list of clear pairs is joined only after a yes; the end of
the input is a quit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

import click

from habeas.cli.lines import Ended, ask, tell
from habeas.cli.resolve_words import case_lines, pair_screen
from habeas.cli.shown import columns
from habeas.cli.sitting import QUIT, Act, Answers, go_round
from habeas.cli.words import _, numbered
from habeas.resolving.proposals import CONTESTED, cases
from habeas.tasks.grounds import Ground, ground
from habeas.tasks.resolve import Opinion, contested, judge, judge_unread, undo
from habeas.terms.ids import ClaimId
from habeas.terms.person import Judgement

if TYPE_CHECKING:
    from habeas.register.register import Register
    from habeas.resolving.proposals import Pair, Proposals
    from habeas.terms.ids import MentionId, VerdictId

ANSWERS = Answers(
    {
        "y": "same",
        "n": "different",
        "d": "different",
        "u": "unsure",
        "s": "skip",
        "z": "undo",
        "q": QUIT,
    },
    _(
        "Is this one person?\n"
        "y same     n different   u unsure    z undo the last\n"
        "s skip     q quit        ? this help\n"
        "Whole words do too (same, different…); what follows is the reason: n his father"
    ),
    frozenset(Judgement),
)


@dataclass(slots=True)
class Talk:
    """One sitting: who judges what was proposed, the pairs that wait, where we are, what was judged."""

    register: Register
    judge: str
    clock: Callable[[], int]
    found: Proposals
    pairs: list[Pair] = field(default_factory=list)
    place: int = 0
    done: list[tuple[int, VerdictId]] = field(default_factory=list)
    judged: Counter[str] = field(default_factory=Counter)

    def run(self) -> None:
        """Go through the clear pairs at once, and the others until the last, or a quit."""
        self.pairs = list(self.found.unclear)
        try:
            if self.found.clear:
                self._list(self.found.clear)
            if self.pairs:
                ANSWERS.show()
            go_round(
                ANSWERS,
                self._acts(),
                waits=lambda: self.place < len(self.pairs),
                show=self._show,
            )
        except Ended:
            pass
        tell(self._summary())

    def _list(self, clear: tuple[Pair, ...]) -> None:
        """Show the clear cases, and join those that are not left out."""
        whole = cases(clear)
        tell(numbered("Clear, {number} person:", "Clear, {number} people:", len(whole)))
        for number, case in enumerate(whole, 1):
            first, *rest = case_lines(case, columns() - 5)
            click.echo("\n".join([f"{number:>3}  {first}", *(f"     {line}" for line in rest)]))
        question = _("Join them all? y yes, n none, or numbers to look at first, as 2 5:")
        wanted = self._chosen(ask(question), len(whole))
        while wanted is None:
            tell(_("Type y, n, or numbers of the list."))
            wanted = self._chosen(ask(question), len(whole))
        joined = [pair for number, case in enumerate(whole, 1) if number in wanted for pair in case]
        mark = judge_unread(self.register, joined, Judgement.SAME, self.judge, at=self.clock())
        if mark:
            self.judged["joined from the list"] += len(joined)
            words = _("Joined: {number}, as batch {mark}. --undo-batch {mark} takes all back.")
            tell(words.format(number=len(joined), mark=mark))
        self.pairs = [pair for pair in clear if pair not in joined] + self.pairs

    @staticmethod
    def _chosen(answer: str, number: int) -> set[int] | None:
        """Numbers of the pairs to join; None: the answer is none."""
        everything = set(range(1, number + 1))
        words = answer.replace(",", " ").split()
        if words in (["y"], ["yes"]):
            return everything
        if words in (["n"], ["no"]):
            return set()
        if words and all(word.isascii() and word.isdigit() for word in words):
            left = {int(word) for word in words}
            return everything - left if left <= everything else None
        return None

    def _acts(self) -> dict[str, Act]:
        judging = {str(one): partial(self._judge, one) for one in Judgement}
        return {
            **judging,
            "undo": lambda _reason: self._undo(),
            "skip": lambda _reason: self._next(),
        }

    def _show(self) -> None:
        pair = self.pairs[self.place]
        place = _("{number} of {all}").format(number=self.place + 1, all=len(self.pairs))
        left, right = (self._ground(mention) for mention in pair.mentions)
        click.echo(pair_screen(pair, (left, right), place))

    def _ground(self, mention: MentionId) -> Ground:
        one = self.register.claim(ClaimId(mention.rpartition(".")[0]))
        return ground(self.register, one.as_counted, one.review)

    def _judge(self, judgement: Judgement, reason: str) -> bool:
        pair = self.pairs[self.place]
        before = {one.person.mentions for one in contested(self.register)}
        opinion = Opinion(judgement, self.judge, reason)
        verdict = judge(self.register, pair.mentions, opinion, at=self.clock())
        self.done.append((self.place, verdict.id))
        self.judged[str(judgement)] += 1
        if any(one.person.mentions not in before for one in contested(self.register)):
            words = _(
                "Now {what}: a verdict says different within one group; z takes this one back."
            )
            tell(words.format(what=CONTESTED))
        return self._next()

    def _next(self) -> bool:
        self.place += 1
        return True

    def _undo(self) -> bool:
        if not self.done:
            tell(_("Nothing was judged in this sitting; --undo VERDICT takes back an older one."))
            return False
        self.place, verdict = self.done.pop()
        undo(self.register, verdict, self.judge, at=self.clock())
        self.judged["undone"] += 1
        tell(_("Taken back: {verdict}.").format(verdict=verdict))
        return True

    def _summary(self) -> str:
        parts = ", ".join(f"{number} {what}" for what, number in sorted(self.judged.items()))
        left = numbered(
            "{number} pair waits", "{number} pairs wait", len(self.pairs) - len(self.done)
        )
        return _("{parts}; {left}.").format(parts=parts or _("Nothing judged"), left=left)
