"""`docs/reference/definitions.md`, written from the data.

python -m tests.counting.definitions_page     write the page anew
"""

from pathlib import Path

from habeas.counting.definitions import Rule, rules
from habeas.counting.inside import RULES

PAGE = Path(__file__).parents[2] / "docs/reference/definitions.md"

_TOP = """# Definitions

A number without a definition does not leave the house. `habeas count --definition ID` counts the same
people by another rule; given twice, two answers stand side by side. Definitions are never mixed in one
number, nor in one balance of the ledger. This page is written from `counting/data/definitions.toml` by
`python -m tests.counting.definitions_page`.

- **Recognition**: somebody counts who is inside and whom the recogniser recognised by that day. Without
  an accepted claim that says so, everyone inside is *possible*, and the answer says by which rule.
- **Custody**: somebody counts who is inside, by the rules of [counting](../explanation/counting.md).
- **Prosecution**: charges and sentences count, in custody or not. All that is told of one person may be
  one prosecution: at least one is sure, each further charge or sentence is possible.

Criteria a to e are those of PACE resolution 1900 (2012): a, detained in violation of a fundamental
freedom; b, for purely political reasons without any offence; c, for a time or in conditions out of
proportion to the offence; d, in a discriminatory manner; e, after proceedings clearly unfair and linked
with political motives. Whether a person meets them is for the recogniser, never for this program.

What no claim can tell yet: citizenship of a named person, and whether a charge is political. Where a
definition turns on these, whoever is named counts, and the page says so.
"""


def page() -> str:
    """What the page must be."""
    parts = [_TOP]
    parts += [_section(one) for one in rules()]
    parts.append("## Rules that an answer names\n")
    parts.append("\n".join(f"- `{rule}`: {words}" for rule, words in RULES.items()) + "\n")
    return "\n".join(parts)


def _section(one: Rule) -> str:
    left_open = [
        kind
        for kind in ("prison", "remand", "house arrest", "open-type", "psychiatric")
        if kind not in (*one.deprivations, *one.not_deprivations)
    ]
    rows = [
        ("recogniser", one.recogniser or "none"),
        ("basis", one.basis),
        ("unit", one.unit),
        ("criteria", ", ".join(one.criteria)),
        ("shortest stay", f"{one.minimum_hours} hours" if one.minimum_hours else "any"),
        ("counts", ", ".join(one.deprivations) or "whether in custody or not"),
        ("does not count", ", ".join(one.not_deprivations) or "nothing named"),
        ("not said", ", ".join(left_open) if one.deprivations else "nothing"),
        ("foreigners", one.foreigners),
        ("recognised after leaving", one.after_leaving),
        ("source", one.source),
    ]
    lines = [f"## {one.id}", "", f"*{one.name[0].upper()}{one.name[1:]}.* {one.words}", ""]
    lines += ["| | |", "|---|---|", *(f"| {key} | {value} |" for key, value in rows), ""]
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
