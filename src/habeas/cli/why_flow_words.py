"""The walk behind a flow or a refill, in words: each number, its arithmetic, its claims with quotes."""

from habeas.cli.claim_words import ground_lines
from habeas.cli.terminal import wrapped
from habeas.cli.words import _
from habeas.tasks.why_flow import Traced


def in_words(found: Traced) -> str:
    """The whole walk. A claim that bears several numbers is printed at the first of them."""
    lines = wrapped(_("{figure} rests on these claims:").format(figure=found.figure))
    shown: set[str] = set()
    for part in found.parts:
        lines += ["", *wrapped(part.words)]
        lines += [line for words in part.arithmetic for line in wrapped(words, "  ", "    ")]
        again = [claim for claim in part.claims if claim in shown]
        if again:
            lines += wrapped(_("see above: {ids}").format(ids=", ".join(again)), "  ", "    ")
        for claim in part.claims:
            if claim not in shown:
                shown.add(claim)
                lines += ["", *ground_lines(found.grounds[claim])]
        if not part.claims:
            lines += wrapped(_("No claim tells."), "  ")
    return "\n".join(lines)
