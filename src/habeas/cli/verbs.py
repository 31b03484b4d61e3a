"""The verbs, each with its module and one line of help, so that `--help` imports none of them.

A module `habeas.cli.X_cmd` holds one click command, named `command`.
"""

from habeas.cli.words import _

VERBS: dict[str, tuple[str, str]] = {
    "read": ("read_cmd", _("Read reports and print the claims in them. Needs no register.")),
    "new": ("new_cmd", _("Start a register.")),
    "add": ("add_cmd", _("Take reports into the register and propose their claims.")),
    "review": ("review_cmd", _("Accept, amend or reject claims, one by one or in batches.")),
    "find": ("find_cmd", _("Find a person by any spelling of the name, in any script.")),
    "show": ("show_cmd", _("Show a report, a claim or a person, with quotes.")),
    "resolve": ("resolve_cmd", _("Judge which spellings are one person, and take it back.")),
    "count": ("count_cmd", _("Who was inside on a day, by what was known on another.")),
    "flow": ("flow_cmd", _("Who came in, was newly recognised and left, period by period.")),
    "refill": ("refill_cmd", _("Whether freed cells were filled again, in bounds.")),
    "reconcile": ("reconcile_cmd", _("Which reported totals cannot all be right.")),
    "aside": ("aside_cmd", _("Set a reported number aside, by name and for a reason.")),
    "why": ("why_cmd", _("Walk from a figure to its claims, quotes and reports.")),
    "compare": ("compare_cmd", _("Tell how far two names are one person's, and why.")),
    "link": ("link_cmd", _("Join two lists of people, by names in any spelling.")),
    "export": ("export_cmd", _("Write claims out in the clear.")),
    "correct": ("correct_cmd", _("Correct the day or publisher of a report after it was added.")),
    "redact": ("redact_cmd", _("Forget for good what a report, claim or review says.")),
    "protect": ("protect_cmd", _("Seal who somebody is to named readers, behind a code name.")),
    "verify": ("verify_cmd", _("Check the log, the tables and every quote.")),
    "checkpoint": ("checkpoint_cmd", _("State, or compare, how far the log goes.")),
    "witness": ("witness_cmd", _("Countersign a partner's checkpoint.")),
    "heads": ("heads_cmd", _("What this computer last saw of the register.")),
    "rebuild": ("rebuild_cmd", _("Make every table anew from the log.")),
    "backup": ("backup_cmd", _("Write an encrypted copy, and try to restore it.")),
    "bundle": ("bundle_cmd", _("Write what this copy of the register has, for another.")),
    "merge": ("merge_cmd", _("Take in a bundle of another copy.")),
    "slots": ("slots_cmd", _("The ways to open the register: list, add, change, remove.")),
    "demo": ("demo_cmd", _("See the main job on sample reports, in a register of its own.")),
}
