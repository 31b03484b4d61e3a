"""Claims as plain values (dicts, lists, strings, numbers), and back.

Decides the one shape in which a claim is written: in the log, in `--json`, in exports. It is the
shape of the command-line contract, with `spans` beside it for where each argument stands. Keys whose
value is None or empty are left out; `with_gaps` puts the contract's keys back as None.

Law: `draft_from(plain(draft)) == draft`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import cast

from habeas.errors import MistakeError
from habeas.terms.amount import Amount, Hedge
from habeas.terms.claim import Argument, Draft, Modality, Said, Tier
from habeas.terms.kind import Kind
from habeas.terms.quote import Quote
from habeas.terms.when import When

Plain = dict[str, object]

_SINGLE = ("place", "destination", "actor", "terms", "penalty", "population", "part")
_CONTRACT = ("count", "when", *_SINGLE[:6], "source")


def plain_when(when: When | None) -> Plain | None:
    """Both bounds as ISO days, the words they came from as `text`, and the rule."""
    if when is None:
        return None
    return {
        "earliest": when.earliest.isoformat() if when.earliest else None,
        "latest": when.latest.isoformat() if when.latest else None,
        "text": when.words,
        "rule": when.rule,
    }


def when_from(value: object) -> When | None:
    """The `When` that `plain_when` wrote."""
    if value is None:
        return None
    given = cast(Mapping[str, str | None], value)
    first, last = given.get("earliest"), given.get("latest")
    return When(
        date.fromisoformat(first) if first else None,
        date.fromisoformat(last) if last else None,
        given.get("text") or "",
        given.get("rule") or "",
    )


def plain_amount(amount: Amount | None) -> Plain | None:
    """Value, hedge as `qualifier`, and the bounds it allows as `low` and `high`."""
    if amount is None:
        return None
    bounds = amount.bounds
    said: Plain = {"value": amount.value, "qualifier": str(amount.hedge)}
    return (
        said
        | {"low": bounds.low, "high": bounds.high}
        | ({"vague": True, "note": "vague"} if amount.vague else {})
    )


def plain_quote(quote: Quote) -> Plain:
    """Offsets in code points (half-open), the words as `text`, and both edges."""
    return {
        "start": quote.start,
        "stop": quote.stop,
        "text": quote.words,
        "prefix": quote.prefix,
        "suffix": quote.suffix,
    }


def plain(draft: Draft) -> Plain:
    """A draft as plain values, in the shape of the command-line contract, without empty keys."""
    said = draft.said
    singles = said.singles
    singles["source"] = draft.source
    spans: Plain = {name: _span(arg) for name, arg in singles.items() if arg and not arg.inferred}
    spans["persons"] = [_span(person) for person in said.persons]
    spans["count"] = list(said.amount_at) if said.amount_at else None
    values: Plain = {
        "kind": str(said.kind),
        "persons": [person.value for person in said.persons],
        "count": plain_amount(said.amount),
        "when": plain_when(said.when),
        **{name: arg.value if arg else None for name, arg in singles.items()},
        "definition": said.definition,
        "note": said.note,
        "modality": str(draft.modality),
        "tier": str(draft.tier),
        "quote": plain_quote(draft.quote),
        "reader": draft.reader,
        "rules": list(draft.rules),
        "spans": {name: span for name, span in spans.items() if span},
    }
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}


def with_gaps(values: Plain) -> Plain:
    """The same values with every key of the command-line contract there, None where nothing is said."""
    return {"kind": values["kind"], "persons": []} | dict.fromkeys(_CONTRACT) | values


def draft_from(values: Mapping[str, object]) -> Draft:
    """The draft that `plain` wrote.

    Raises:
        MistakeError: a key is missing, or holds what it cannot hold.
    """
    try:
        return _draft(values)
    except (KeyError, TypeError, ValueError, AttributeError) as wrong:
        raise MistakeError(
            f"This is not a claim as Habeas writes it ({wrong}).", code="claim-unreadable"
        ) from None


def _draft(values: Mapping[str, object]) -> Draft:
    spans = cast(Mapping[str, list[int]], values.get("spans") or {})
    persons = cast(list[str], values.get("persons") or [])
    places = cast(list[list[int] | None], spans.get("persons") or [None] * len(persons))
    count = cast(Mapping[str, object] | None, values.get("count"))
    at = spans.get("count")
    singles = {name: _argument(values.get(name), spans.get(name)) for name in _SINGLE}
    quote = cast(Mapping[str, object], values["quote"])
    return Draft(
        Said(
            Kind(cast(str, values["kind"])),
            tuple(
                Argument(name, *(place or (None, None)))
                for name, place in zip(persons, places, strict=True)
            ),
            _amount(count),
            (at[0], at[1]) if at else None,
            when_from(values.get("when")),
            **singles,
            definition=cast(str, values.get("definition") or ""),
            note=cast(str, values.get("note") or ""),
        ),
        Quote(
            cast(int, quote["start"]),
            cast(int, quote["stop"]),
            cast(str, quote["text"]),
            cast(str, quote.get("prefix") or ""),
            cast(str, quote.get("suffix") or ""),
        ),
        Modality(cast(str, values.get("modality") or "asserted")),
        _argument(values.get("source"), spans.get("source")),
        Tier(cast(str, values.get("tier") or "check")),
        cast(str, values.get("reader") or "hand"),
        tuple(cast(list[str], values.get("rules") or ())),
    )


def _amount(count: Mapping[str, object] | None) -> Amount | None:
    if count is None:
        return None
    return Amount(
        cast(int, count["value"]), Hedge(cast(str, count["qualifier"])), bool(count.get("vague"))
    )


def _argument(value: object, span: list[int] | None) -> Argument | None:
    return None if value is None else Argument(cast(str, value), *(span or (None, None)))


def _span(argument: Argument) -> list[int | None] | None:
    return None if argument.inferred else [argument.start, argument.stop]
