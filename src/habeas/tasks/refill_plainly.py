"""The answer of `habeas refill` as plain values.

Decides its keys, which stay as they are (docs/how-to/refill.md lists them): the numbers of one source
stand at the top, those of the register's reported totals under `totals`.
"""

from collections.abc import Sequence

from habeas.counting.refill import Known, Refill, Sentence, ratio, sentences
from habeas.tasks.aside import plain_asides
from habeas.tasks.plainly import plain_bounds, plain_issue
from habeas.tasks.refill import ByName, ByTotals
from habeas.terms.definition import NAMED
from habeas.terms.plain import Plain

CAUTION = (
    "Recognised is not arrested: recognition follows weeks or months after the arrest, so some of the "
    "newly recognised were inside already when the cells were freed.",
    "The freed are counted by whoever freed or met them: some may never have been on the list by "
    "which the newly recognised are counted.",
)

NAMED_ONLY = (
    "People named in this register are some of all who came and left: their numbers bound from below "
    "only; as long as they are spellings, not yet people, several may be one person."
)


def plain_totals(found: ByTotals) -> Plain:
    """What reported totals say."""
    answer = found.answer
    return {
        "source": "totals",
        "definition": {"id": answer.definition.id, "name": answer.definition.name},
        **_plain(found.refill),
        "detained_by_other_definitions": [
            {"definition": name, **_known(known)} for name, known in found.detained_by_others
        ],
        "set_aside": list(answer.set_aside),
        "recorded": plain_asides(found.chosen),
        "other_choices": [list(one) for one in answer.rivals],
        "other_choices_count": answer.rival_count,
        "conflicts": len(answer.conflicts),
        "assumptions": list(answer.assumptions),
        "issues": [plain_issue(issue) for issue in found.issues],
    }


def plain_named(found: ByName) -> Plain:
    """What the named of a register say, and its totals beside them."""
    return {
        "source": "named",
        "definition": {"id": str(NAMED.id), "name": NAMED.name},
        "unit": f"stays of {found.told.who.unit}",
        **_plain(found.refill),
        "totals": plain_totals(found.totals) if found.totals else None,
        "left_out": {"unreviewed": found.told.left_out.unreviewed},
    }


def _plain(one: Refill) -> Plain:
    begin, end = one.window
    freed = one.freed_bounds
    arrested = one.arrested
    return {
        "from": one.first.isoformat(),
        "to": one.last.isoformat(),
        "window": {"from": begin.isoformat(), "to": end.isoformat()},
        "freed": [
            {**plain_bounds(two.bounds), "what": two.what, "who": two.who, "id": two.id}
            for two in one.freed
        ],
        "freed_range": plain_bounds(freed) if freed else None,
        "newly_recognised": _known(one.recognised),
        "newly_arrested": _known(arrested) if arrested else None,
        "left": _known(one.left),
        "inside": {
            "before": _known(one.before) if one.before else None,
            "after": _known(one.after) if one.after else None,
        },
        "ratio": {
            "recognised": _ratio(ratio(one.of_all(one.recognised), freed)),
            "arrested": _ratio(ratio(one.of_all(arrested), freed)) if arrested else None,
        },
        "must_be_true": _sentences(sentences(one)),
        "caution": [*CAUTION, *([NAMED_ONLY] if one.partial else [])],
    }


def _known(one: Known) -> Plain:
    return {**plain_bounds(one.bounds), "because": list(one.because), "words": list(one.words)}


def _ratio(ends: tuple[float, float | None] | None) -> Plain | None:
    if ends is None:
        return None
    low, high = ends
    return {"low": round(low, 2), "high": None if high is None else round(high, 2)}


def _sentences(many: Sequence[Sentence]) -> list[Plain]:
    return [{"claim": one.claim, "verdict": str(one.verdict), "words": one.words} for one in many]
