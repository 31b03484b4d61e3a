"""The talk of `habeas review`: one claim after another, one letter for each decision.

Decides what each key does. What is an answer is for `sitting`, what is written for `tasks.review` and
`tasks.amend`. Laws: nothing is decided without its letter or its whole word; a claim with inferred
arguments, or about a death, a minor or health, is accepted or noted only after a second yes, so that one
key held down makes nobody dead; what somebody else decided meanwhile is not written over; the end of the
input is a `q`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import click

from habeas.cli.claim_words import said_words
from habeas.cli.lines import Ended, ask, confirmed, tell
from habeas.cli.review_forms import amend, missed
from habeas.cli.review_words import screen
from habeas.cli.shown import shown
from habeas.cli.sitting import QUIT, Act, Answers, go_round
from habeas.cli.words import _, numbered
from habeas.tasks.amend import note, noted
from habeas.tasks.grounds import ground
from habeas.tasks.harm import grave, inferred
from habeas.tasks.review import Ruling, decide, undo
from habeas.tasks.told_before import told_before, without_names
from habeas.terms.review import Decision

if TYPE_CHECKING:
    from habeas.register.register import Register
    from habeas.terms.claim import Claim, Draft
    from habeas.terms.review import Review

ANSWERS = Answers(
    {
        "a": "accept",
        "e": "amend",
        "r": "reject",
        "u": "unsure",
        "z": "undo",
        "m": "missed",
        "s": "skip",
        "q": QUIT,
    },
    _(
        "a accept   e amend   r reject   u unsure   z undo the last   m add a missed claim\n"
        "s skip     q quit    ? this help        a letter, or its word, and Enter\n"
        "a reason may stand behind r and u: r it says Lithuania"
    ),
    frozenset({"reject", "unsure"}),
)


@dataclass(slots=True)
class Talk:
    """One sitting: the claims that wait, where we are, and what was decided so far."""

    register: Register
    reviewer: str
    claims: list[Claim]
    clock: Callable[[], int]
    place: int = 0
    done: list[tuple[int, Review]] = field(default_factory=list)
    decided: Counter[str] = field(default_factory=Counter)
    unnamed: list[Claim] | None = None

    def run(self) -> None:
        """Go through the claims until the last, a `q`, or the end of the input."""
        ANSWERS.show()
        with suppress(Ended):
            go_round(
                ANSWERS,
                self._acts(),
                waits=lambda: self.place < len(self.claims),
                show=self._show,
            )
        tell(self._summary())

    def _acts(self) -> dict[str, Act]:
        return {
            "accept": lambda _reason: self._accept(),
            "amend": lambda _reason: self._amend(),
            "reject": self._reject,
            "unsure": self._unsure,
            "undo": lambda _reason: self._undo(),
            "missed": lambda _reason: self._missed(),
            "skip": lambda _reason: self._next(),
        }

    @property
    def _claim(self) -> Claim:
        return self.claims[self.place]

    def _show(self) -> None:
        claim = self._claim
        if self.unnamed is None and not claim.said.persons:
            self.unnamed = without_names(self.register)
        before = told_before(self.register, claim, self.unnamed or [])
        place = _("{number} of {all}").format(number=self.place + 1, all=len(self.claims))
        click.echo(screen(ground(self.register, claim, None), before, place))

    def _accept(self) -> bool:
        if not self._sure(self._claim.draft):
            return False
        return self._decide(Decision.ACCEPTED)

    def _amend(self) -> bool:
        changed = amend(self._claim.draft)
        if changed is None:
            tell(_("Nothing was changed; type a to accept it as it is."))
            return False
        tell(_("Now: {words}").format(words=shown(said_words(changed.said))))
        if not self._sure(changed):
            return False
        return self._decide(Decision.AMENDED, amended=changed)

    def _reject(self, reason: str) -> bool:
        return self._decide(Decision.REJECTED, reason=reason or ask(_("Why?")))

    def _unsure(self, reason: str) -> bool:
        question = _("What is unclear? (may stay empty)")
        return self._decide(Decision.UNSURE, reason=reason or ask(question))

    def _missed(self) -> bool:
        place, fields = missed(self.register.text(self._claim.report))
        draft = noted(self.register, self._claim.report, place, fields)
        if not self._sure(draft):
            tell(_("Nothing was noted."))
            return False
        proposal = note(self.register, self._claim.report, draft, self.reviewer, at=self.clock())
        self.unnamed = None
        self.decided["noted"] += 1
        tell(
            _("Noted as {claim} and accepted: {words}").format(
                claim=proposal.id, words=shown(said_words(draft.said))
            )
        )
        return False

    def _undo(self) -> bool:
        if not self.done:
            tell(_("Nothing was decided in this sitting; --undo REVIEW takes back an older one."))
            return False
        place, review = self.done.pop()
        undo(self.register, review.id, self.reviewer, at=self.clock())
        self.place, self.unnamed = place, None
        self.decided[review.decision] -= 1
        tell(_("Taken back: {review}.").format(review=review.id))
        return True

    def _next(self) -> bool:
        self.place += 1
        return True

    def _sure(self, draft: Draft) -> bool:
        """Whether what can harm a person, and inferred arguments, are confirmed, if there are any."""
        reason = grave(replace(self._claim, draft=draft))
        question = _("This claim {reason}. Have you read it all? (y/n)")
        if reason is not None and not confirmed(question.format(reason=_(str(reason)))):
            return False
        guessed = inferred(draft)
        if not guessed:
            return True
        question = _("No words of the quote stand for: {fields}. Sure? (y/n)")
        return confirmed(question.format(fields=", ".join(guessed)))

    def _decide(self, decision: Decision, reason: str = "", amended: Draft | None = None) -> bool:
        if self._overtaken():
            return self._next()
        ruling = Ruling(decision, self.reviewer, reason, amended)
        review = decide(self.register, self._claim.id, ruling, at=self.clock())
        self.done.append((self.place, review))
        self.decided[decision] += 1
        self.unnamed = None
        return self._next()

    def _overtaken(self) -> bool:
        """Whether somebody else decided about this claim since it was listed; it is told."""
        mine = {review.id for _place, review in self.done}
        now = self.register.claim(self._claim.id).review
        if now is None or now.id in mine or now.decision is Decision.UNSURE:
            return False
        words = _("{name} has {decision} it meanwhile ({review}); nothing was written over that.")
        tell(words.format(name=now.reviewer, decision=_(str(now.decision)), review=now.id))
        return True

    def _summary(self) -> str:
        decided = [f"{number} {_(what)}" for what, number in sorted(self.decided.items()) if number]
        parts = ", ".join(decided) or _("Nothing decided")
        left = len(self.claims) - len(self.done)
        return f"{parts}; {numbered('{number} claim waits.', '{number} claims wait.', left)}"
