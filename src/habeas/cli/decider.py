"""Who decides: the name that stands beside each decision, given or asked for.

Decides what a name must be: seen, on one line, of no more than `LONGEST` letters.
"""

from habeas.cli.lines import Ended, ask, tell
from habeas.cli.words import _
from habeas.errors import MistakeError

LONGEST = 200
"""Letters a name may have."""


def decider(name: str | None, *, what: str) -> str:
    """The name of who gives `what` ("review", "verdict"); asked for, if it is None.

    Raises:
        MistakeError: there is none, or it is too long.
    """
    from habeas.tasks.sidecar import one_line  # noqa: PLC0415 - keeps --help quick

    question, title, missing, code = _WORDS[what]
    if name is None:
        try:
            name = ask(question)
        except Ended:
            name = ""
    name = one_line(name)
    if not name or len(name) > LONGEST:
        raise MistakeError(missing.format(most=LONGEST), code=code)
    tell(f"{title}: {name}")
    return name


_WORDS = {
    "review": (
        _("Your name, to stand beside each decision:"),
        _("Reviewer"),
        _("A review needs the name of its reviewer, {most} letters at most; give --as NAME."),
        "reviewer-missing",
    ),
    "verdict": (
        _("Your name, to stand beside each verdict:"),
        _("Judge"),
        _("A verdict needs the name of its judge, {most} letters at most; give --as NAME."),
        "judge-missing",
    ),
}
"""By what is given: the question, the title, the sentence where no name came, its code."""
