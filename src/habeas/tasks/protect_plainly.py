"""Protected cases as plain values for `--json`.

Law: a word that was sealed is in them only where it was opened.
"""

from collections.abc import Sequence

from habeas.register.register import Register
from habeas.tasks.moments import instant_words
from habeas.tasks.protect import Kept
from habeas.tasks.protect_clear import InClear
from habeas.tasks.protect_open import CaseFound, CasesFound, CaseShown, Opened, show
from habeas.terms.plain import Plain
from habeas.terms.protected import Case


def plain_case(case: Case) -> Plain:
    """What everybody may see of a case."""
    return {"case": case.id, "cover": case.cover, "code_name": case.code_name}


def plain_kept(kept: Kept, clear: InClear) -> Plain:
    """A field that was sealed, and where its words stand in the clear."""
    return {
        **plain_case(kept.case),
        "sealing": kept.sealing.id,
        "field": str(kept.sealing.field),
        "version": kept.sealing.version,
        "readers": [{"name": one.name, "recipient": one.recipient} for one in kept.readers],
        "in_clear": plain_clear(clear),
    }


def plain_clear(clear: InClear) -> Plain:
    """Where words stand in the clear: ids alone."""
    reports = [
        {
            "report": one.report,
            "text": one.stands,
            "claims": list(one.claims),
            "alike": list(one.alike),
            "redaction_takes": one.takes,
        }
        for one in clear.reports
    ]
    return {"reports": reports, "others": list(clear.others)}


def plain_shown(shown: CaseShown) -> Plain:
    """A case with its readers and fields, those with words that were opened."""
    latest = {one.sealing.field: one.sealing.id for one in shown.fields}
    return {
        **plain_case(shown.case),
        "opened_by": shown.case.by,
        "recorded_at": instant_words(shown.case.recorded_at),
        "readers": [
            {"name": one.name, "recipient": one.recipient, "since": instant_words(one.recorded_at)}
            for one in shown.readers
        ],
        "fields": [_field(one, latest[one.sealing.field]) for one in shown.fields],
        "claims": list(shown.claims),
    }


def plain_found(found: CasesFound) -> Plain:
    """The cases that a name may be, without the name."""
    return {
        "cases": [_found(one) for one in found.cases],
        "opened": found.opened,
        "closed": found.closed,
        "changed": found.changed,
    }


def listed(register: Register) -> Sequence[CaseShown]:
    """Every case, closed."""
    return [show(register, one.id) for one in register.cases()]


def _field(one: Opened, latest: str) -> Plain:
    sealing = one.sealing
    state = "changed" if one.changed else "closed" if one.words is None else "open"
    told: Plain = {
        "sealing": sealing.id,
        "field": str(sealing.field),
        "version": sealing.version,
        "latest": sealing.id == latest,
        "sealed_by": sealing.by,
        "recorded_at": instant_words(sealing.recorded_at),
        "state": state,
    }
    return told | ({} if one.words is None else {"words": one.words})


def _found(one: CaseFound) -> Plain:
    likeness = None if one.likeness is None else round(one.likeness.value, 3)
    return {**plain_case(one.case), "likeness": likeness}
