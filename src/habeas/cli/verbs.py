"""The verbs in groups, each with its module and one line of help, so that `--help` imports none of them.

A module `habeas.cli.X_cmd` holds one click command, named `command`. Beside each stands a call that
works as it is written, but for its names, ids and days: it ends the verb's help, and is shown to
whoever called it wrongly.
"""

from dataclasses import dataclass

from habeas.cli.words import _


@dataclass(frozen=True, slots=True)
class Verb:
    """Where a verb is, what it does in one line, and a call of it."""

    module: str
    words: str
    call: str


GROUPS: dict[str, dict[str, Verb]] = {
    _("Read, decide, find"): {
        "read": Verb(
            "read_cmd",
            _("Read reports and print the claims in them. Needs no register."),
            "habeas read report.pdf",
        ),
        "new": Verb("new_cmd", _("Start a register."), "habeas new cases"),
        "add": Verb(
            "add_cmd",
            _("Take reports into the register and propose their claims."),
            "habeas add report.pdf --publisher Viasna --published 2025-12-16",
        ),
        "review": Verb(
            "review_cmd",
            _("Accept, amend or reject claims, one by one or in batches."),
            'habeas review --as "Your Name"',
        ),
        "resolve": Verb(
            "resolve_cmd",
            _("Judge which spellings are one person, and take it back."),
            'habeas resolve --as "Your Name"',
        ),
        "find": Verb(
            "find_cmd",
            _("Find a person by any spelling of the name, in any script."),
            "habeas find Kalesnikava",
        ),
        "show": Verb(
            "show_cmd",
            _("Show a report, a claim or a person, with quotes."),
            "habeas show c-7f3k2m9qx4aa",
        ),
    },
    _("Count, and ask why"): {
        "count": Verb(
            "count_cmd",
            _("Who was inside on a day, by what was known on another."),
            "habeas count --on 2025-12-12",
        ),
        "flow": Verb(
            "flow_cmd",
            _("Who came in, was newly recognised and left, period by period."),
            "habeas flow --by month --from 2025-01-01",
        ),
        "refill": Verb(
            "refill_cmd",
            _("Whether freed cells were filled again, in bounds."),
            "habeas refill --from 2025-09-11 --to 2025-12-13",
        ),
        "reconcile": Verb(
            "reconcile_cmd",
            _("Which reported totals cannot all be right."),
            "habeas reconcile totals.csv",
        ),
        "aside": Verb(
            "aside_cmd",
            _("Set a reported number aside, by name and for a reason."),
            'habeas aside c-7f3k2m9qx4aa --as "Your Name" --reason "a misprint"',
        ),
        "why": Verb(
            "why_cmd",
            _("Walk from a figure to its claims, quotes and reports."),
            "habeas why count:2025-12-12",
        ),
    },
    _("Names and lists"): {
        "compare": Verb(
            "compare_cmd",
            _("Tell how far two names are one person's, and why."),
            "habeas compare Kalesnikava Колесникова",
        ),
        "link": Verb(
            "link_cmd",
            _("Join two lists of people, by names in any spelling."),
            "habeas link ours.csv theirs.csv",
        ),
    },
    _("Put right, hold back, hand out"): {
        "correct": Verb(
            "correct_cmd",
            _("Correct the day or publisher of a report after it was added."),
            'habeas correct r-4hs2q8d1xk0v --published 2025-12-16 --as "Your Name"',
        ),
        "redact": Verb(
            "redact_cmd",
            _("Forget for good what a report, claim or review says."),
            'habeas redact c-7f3k2m9qx4aa --reason wish --as "Your Name" --dry-run',
        ),
        "protect": Verb(
            "protect_cmd",
            _("Seal who somebody is to named readers, behind a code name."),
            "habeas protect list",
        ),
        "export": Verb(
            "export_cmd", _("Write claims out in the clear."), "habeas export copy --private"
        ),
    },
    _("Keep it safe, work with others"): {
        "verify": Verb(
            "verify_cmd", _("Check the log, the tables and every quote."), "habeas verify"
        ),
        "checkpoint": Verb(
            "checkpoint_cmd", _("State, or compare, how far the log goes."), "habeas checkpoint"
        ),
        "witness": Verb(
            "witness_cmd",
            _("Countersign a partner's checkpoint."),
            "habeas witness partner.checkpoint",
        ),
        "heads": Verb(
            "heads_cmd", _("What this computer last saw of the register."), "habeas heads"
        ),
        "rebuild": Verb("rebuild_cmd", _("Make every table anew from the log."), "habeas rebuild"),
        "backup": Verb(
            "backup_cmd",
            _("Write an encrypted copy, and try to restore it."),
            "habeas backup stick/cases",
        ),
        "bundle": Verb(
            "bundle_cmd",
            _("Write what this copy of the register has, for another."),
            "habeas bundle stick/ours.bundle",
        ),
        "merge": Verb(
            "merge_cmd", _("Take in a bundle of another copy."), "habeas merge stick/theirs.bundle"
        ),
        "slots": Verb(
            "slots_cmd",
            _("The ways to open the register: list, add, change, remove."),
            "habeas slots list",
        ),
    },
    _("Try it"): {
        "demo": Verb(
            "demo_cmd",
            _("See the main job on sample reports, in a register of its own."),
            "habeas demo",
        ),
    },
}
"""What one does, and its verbs, in the order in which one uses them."""

VERBS: dict[str, Verb] = {name: verb for group in GROUPS.values() for name, verb in group.items()}
"""All of them."""

WITHIN: dict[str, str] = {
    "protect identity": "habeas protect identity ann.identity",
    "protect seal": "habeas protect seal --cover FALCON --reader Ann=age1… --as Ann",
    "protect show": "habeas protect show p-7f3k2m9qx4aa --identity ann.identity",
    "protect find": "habeas protect find --identity ann.identity",
    "protect list": "habeas protect list",
    "protect readers": "habeas protect readers list p-7f3k2m9qx4aa",
    "protect readers list": "habeas protect readers list p-7f3k2m9qx4aa",
    "protect readers add": "habeas protect readers add p-7f3k2m9qx4aa Bob=age1… --identity ann.identity"
    " --as Ann",
    "protect readers remove": "habeas protect readers remove p-7f3k2m9qx4aa Bob --as Ann",
    "protect erase": "habeas protect erase p-7f3k2m9qx4aa --reason wish --as Ann --dry-run",
    "slots list": "habeas slots list",
    "slots add": "habeas slots add keyfile stick/cases.key",
    "slots change": "habeas slots change passphrase",
    "slots remove": "habeas slots remove 3",
    "slots rotate": "habeas slots rotate",
    "slots adopt": "habeas slots adopt stick/slots.json",
    "slots drill": "habeas slots drill",
}
"""A call of a command within a verb."""


def call_of(path: str) -> str:
    """A line with a call of the command at `path`, as “habeas count”; "" where none is known."""
    name = path.partition(" ")[2]
    call = WITHIN.get(name) or (VERBS[name].call if name in VERBS else "")
    return _("For instance: {call}").format(call=call) if call else ""
