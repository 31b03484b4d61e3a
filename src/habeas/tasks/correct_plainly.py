"""What a correction does, as plain values for `--json`."""

from habeas.tasks.correct import Effect
from habeas.tasks.plainly import plain_report
from habeas.terms.bounds import Bounds
from habeas.terms.plain import Plain


def plain_effect(told: Effect, *, done: bool) -> Plain:
    """The report before and after, its claims, and how many are inside before and after."""
    return {
        "correction": told.correction.id if done else None,
        "before": plain_report(told.before),
        "after": plain_report(told.after),
        "claims": told.claims,
        "counted": told.counted,
        "reckoned": list(told.reckoned),
        "inside": [
            {"on": one.on.isoformat(), "before": _plain(one.before), "after": _plain(one.after)}
            for one in told.inside
        ],
    }


def _plain(bounds: Bounds) -> Plain:
    return {"low": bounds.low, "high": bounds.high}
