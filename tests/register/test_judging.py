"""What verdicts join and part, read quickly."""

from __future__ import annotations

from pathlib import Path

from habeas.tasks.resolve import Opinion, judge, undo
from habeas.terms.ids import ClaimId
from habeas.terms.person import Judgement, mention_id
from tests import sample, spelled


def test_the_same_verdicts_as_in_full(tmp_path: Path) -> None:
    ids = [mention_id(ClaimId(claim), 0) for claim in spelled.CLAIMS]
    with spelled.register(tmp_path / "one.habeas") as register:
        made = [
            judge(register, (ids[0], ids[at]), Opinion(judgement, "Ann", "why"), at=2 * sample.DAY)
            for at, judgement in (
                (5, Judgement.SAME),
                (1, Judgement.DIFFERENT),
                (7, Judgement.UNSURE),
            )
        ]
        undo(register, made[1].id, "Ann", at=2 * sample.DAY)
        ends = register.verdict_ends()
        assert [(one.left, one.right, one.judgement) for one in ends] == [
            (one.left, one.right, one.judgement) for one in register.verdicts()
        ]
        assert register.verdicts_at({one.sequence for one in ends}) == register.verdicts()
        assert len(ends) == 2
