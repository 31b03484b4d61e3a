"""Setting numbers aside, and taking that back: which reported totals a reviewer leaves out, and why.

Decides what may be set aside: the number of an accepted claim, once. What follows from it is for the
ledger. Law: the choice is a person's; every answer that uses it names it.
"""

from collections.abc import Collection

from habeas.errors import MistakeError
from habeas.register.register import Register
from habeas.tasks.ids import new_id
from habeas.tasks.moments import instant_words
from habeas.terms.aside import SetAside
from habeas.terms.ids import AsideId, ClaimId, WithdrawalId
from habeas.terms.plain import Plain
from habeas.terms.review import Withdrawal


def set_aside(
    register: Register, claims: Collection[str], by: str, reason: str, *, at: int
) -> list[SetAside]:
    """Leave the numbers of these claims out of balances, all of them or none.

    Raises:
        MistakeError: there is no such claim, it does not count, has no number, or is set aside
            already; or a name or a reason is missing.
    """
    there = chosen(register)
    made = []
    for name in dict.fromkeys(claims):
        one = register.claim(ClaimId(name))
        if not one.counts or one.as_counted.said.amount is None:
            raise MistakeError(
                f"Claim {name} gives no number that counts; only the number of an accepted claim can be "
                "set aside. Nothing was written.",
                code="aside-no-number",
            )
        if one.claim.id in there:
            raise MistakeError(
                f"The number of claim {name} is set aside already, by {there[one.claim.id].by} "
                f"({there[one.claim.id].id}). Nothing was written.",
                code="aside-already",
            )
        made.append(SetAside(AsideId(new_id("a")), one.claim.id, by, reason, at))
    register.put(made, at=at)
    return made


def taken_back(register: Register, name: str, by: str, *, at: int, reason: str = "") -> Withdrawal:
    """Take back one setting aside, named by its id or its claim's.

    Raises:
        MistakeError: there is none such in force, or no name is given.
    """
    found = [one for one in chosen(register).values() if name in (one.id, one.claim)]
    if not found:
        raise MistakeError(
            f"Nothing that is set aside has the id {name[:80]}; `habeas aside` lists what is.",
            code="aside-unknown",
        )
    withdrawal = Withdrawal(WithdrawalId(new_id("w")), found[0].id, by, reason)
    register.put([withdrawal], at=at)
    return withdrawal


def chosen(register: Register, *, recorded_by: int | None = None) -> dict[ClaimId, SetAside]:
    """What is set aside, by claim; as it was at an instant, if one is given."""
    return {one.claim: one for one in register.set_aside(recorded_by=recorded_by)}


def plain_asides(found: Collection[SetAside]) -> list[Plain]:
    """What is set aside as plain values, in the order in which it was recorded."""
    return [plain for one in found if (plain := plain_aside(one)) is not None]


def plain_aside(one: SetAside | None) -> Plain | None:
    """One setting aside as plain values; None for none."""
    if one is None:
        return None
    return {
        "id": one.id,
        "claim": one.claim,
        "by": one.by,
        "reason": one.reason,
        "recorded_at": instant_words(one.recorded_at),
    }
