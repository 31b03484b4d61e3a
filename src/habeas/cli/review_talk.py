"""The talk of `habeas review`: one claim after another, one letter for each decision.

Decides what each key does. What is written is for `tasks.review` and `tasks.amend`. Laws: nothing is
decided without a letter; a claim with inferred arguments is accepted only after a second yes; the end
of the input is a `q`; a mistake is told, and the same claim is asked again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from habeas.cli.claim_words import said_words
from habeas.cli.lines import Ended, ask, confirmed, tell
from habeas.cli.review_forms import amend, missed
from habeas.cli.review_words import screen
from habeas.cli.words import _, numbered
from habeas.errors import MistakeError
from habeas.tasks.amend import note, noted
from habeas.tasks.grounds import ground
from habeas.tasks.harm import inferred
from habeas.tasks.review import Ruling, decide, undo
from habeas.tasks.told_before import told_before, without_names
from habeas.terms.review import Decision

if TYPE_CHECKING:
    from habeas.register.register import Register
    from habeas.terms.claim import Claim, Draft
    from habeas.terms.review import Review

HELP = _(
    "a accept   e amend   r reject   u unsure   z undo the last   m add a missed claim\n"
    "s skip     q quit    ? this help        a letter and Enter"
)
_KEYS = "aeruzmsq?"


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
        if not self.claims:
            tell(_("No claim waits for a review."))
            return
        click.echo(HELP, err=True)
        try:
            while self.place < len(self.claims):
                self._show()
                while not self._turn():
                    pass
        except Ended:
            pass
        tell(self._summary())

    def _turn(self) -> bool:
        """One key for the claim at hand; whether another claim is to be shown."""
        key = ask(_("[{keys}]").format(keys="/".join(_KEYS)))[:1].casefold()
        if key == "q":
            raise Ended
        if key in ("", "?") or key not in _KEYS:
            click.echo(HELP, err=True)
            return False
        try:
            return self._act(key)
        except MistakeError as mistake:
            tell(mistake.sentence)
            return False

    def _act(self, key: str) -> bool:
        acts: dict[str, Callable[[], bool]] = {
            "a": self._accept,
            "e": self._amend,
            "r": self._reject,
            "u": self._unsure,
            "z": self._undo,
            "m": self._missed,
            "s": self._next,
        }
        return acts[key]()

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
        tell(_("Now: {words}").format(words=said_words(changed.said)))
        if not self._sure(changed):
            return False
        return self._decide(Decision.AMENDED, amended=changed)

    def _reject(self) -> bool:
        return self._decide(Decision.REJECTED, reason=ask(_("Why?")))

    def _unsure(self) -> bool:
        return self._decide(Decision.UNSURE, reason=ask(_("What is unclear? (may stay empty)")))

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
                claim=proposal.id, words=said_words(draft.said)
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
        """Whether inferred arguments, if there are any, are confirmed."""
        guessed = inferred(draft)
        if not guessed:
            return True
        question = _("No words of the quote stand for: {fields}. Sure? (y/n)")
        return confirmed(question.format(fields=", ".join(guessed)))

    def _decide(self, decision: Decision, reason: str = "", amended: Draft | None = None) -> bool:
        ruling = Ruling(decision, self.reviewer, reason, amended)
        review = decide(self.register, self._claim.id, ruling, at=self.clock())
        self.done.append((self.place, review))
        self.decided[decision] += 1
        self.unnamed = None
        return self._next()

    def _summary(self) -> str:
        decided = [f"{number} {_(what)}" for what, number in sorted(self.decided.items()) if number]
        parts = ", ".join(decided) or _("Nothing decided")
        left = len(self.claims) - len(self.done)
        return f"{parts}; {numbered('{number} claim waits.', '{number} claims wait.', left)}"
