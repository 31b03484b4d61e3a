"""What `find` and `resolve` tell, as plain values for `--json`."""

from habeas.resolving.likeness import Likeness
from habeas.resolving.proposals import Pair
from habeas.tasks.answer import PEOPLE, SOME, SPELLINGS
from habeas.tasks.find import Found
from habeas.tasks.plainly import plain_verdict
from habeas.tasks.protect_plainly import plain_case
from habeas.tasks.resolve import Contested
from habeas.tasks.show_plainly import plain_spelled
from habeas.terms.plain import Plain


def plain_found(found: Found) -> Plain:
    """People and spellings found; `likeness` and its reasons where it was found by sound alone."""
    units = {hit.spelled.unit for hit in found.hits}
    return {
        "unit": SOME if len(units) > 1 else next(iter(units), SPELLINGS),
        "people": sum(1 for hit in found.hits if hit.spelled.unit == PEOPLE),
        "by_sound": found.by_sound,
        "spellings": [
            {
                **plain_spelled(hit.spelled),
                "found": hit.name,
                "by": "letters" if hit.likeness is None else "sound",
                **(plain_likeness(hit.likeness) if hit.likeness else {"likeness": None}),
            }
            for hit in found.hits
        ],
        "cases": [plain_case(one) for one in found.cases],
    }


def plain_likeness(found: Likeness) -> Plain:
    """A likeness with its verdict and reasons, as `habeas compare --json` prints it."""
    return {
        "likeness": found.value,
        "verdict": str(found.verdict),
        "reasons": [{"words": one.words, "weight": one.weight} for one in found.reasons],
    }


def plain_pair(pair: Pair, what: str) -> Plain:
    """A pair that is proposed; `what`: clear, unclear or apart."""
    return {
        "what": what,
        **plain_likeness(pair.likeness),
        "why_not_clear": pair.bar or None,
        **{
            side: {
                "id": group.id,
                "name": name,
                "mention": mention,
                "spellings": list(group.names),
                "mentions": list(group.person.mentions),
                "contested": group.person.contested,
                "judged": not group.open,
            }
            for side, group, name, mention in zip(
                ("left", "right"),
                (pair.left, pair.right),
                pair.names,
                pair.mentions,
                strict=True,
            )
        },
    }


def plain_contested(one: Contested) -> Plain:
    """A contested person, with all verdicts on it."""
    return {
        "id": one.person.id,
        "spellings": list(one.names),
        "mentions": list(one.person.mentions),
        "verdicts": [plain_verdict(verdict) for verdict in one.verdicts],
    }
