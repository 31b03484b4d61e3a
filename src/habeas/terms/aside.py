"""`SetAside`: a reviewer sets the number of one claim aside, since it cannot be right beside others.

Decides what the log holds of such a choice: who, which claim, and why. Laws: it is a person's choice,
never the solver's; the claim itself stays, and the people it names are counted as before; it is
withdrawn, never deleted.
"""

from dataclasses import dataclass

from habeas.errors import MistakeError
from habeas.terms.ids import AsideId, ClaimId


@dataclass(frozen=True, slots=True)
class SetAside:
    """The number of `claim` is left out of balances, by a named reviewer, for a reason."""

    id: AsideId
    claim: ClaimId
    by: str
    reason: str
    recorded_at: int = 0

    def __post_init__(self) -> None:
        """Refuse a choice without a name or a reason."""
        if not self.by.strip():
            raise MistakeError(
                "Setting a number aside needs the name of who does it.", code="reviewer-missing"
            )
        if not self.reason.strip():
            raise MistakeError(
                "Say why the number is set aside, with --reason WORDS; it is printed beside every"
                " result.",
                code="reason-missing",
            )
