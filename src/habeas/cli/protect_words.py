"""Protected cases in words for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from habeas.cli.shown import lines_shown
from habeas.cli.terminal import wrapped
from habeas.cli.words import _, numbered, plural

if TYPE_CHECKING:
    from habeas.tasks.protect import Kept
    from habeas.tasks.protect_clear import InClear, InReport
    from habeas.tasks.protect_open import CaseFound, CasesFound, CaseShown, Opened

_MOST = 20
"""Reports with words in the clear that are told one by one."""


def kept_in_words(kept: Kept) -> str:
    """A field that was sealed, for whom, and what to write from now on."""
    names = ", ".join(f"{one.name} (…{one.recipient[-6:]})" for one in kept.readers)
    sealed = _("Sealed: {field} of {code}, version {version}. Who can read it: {readers}.")
    write = _("In notes and claims write: {code}")
    lines = wrapped(
        sealed.format(
            field=_(str(kept.sealing.field)),
            code=kept.case.code_name,
            version=kept.sealing.version,
            readers=names,
        )
    )
    lines += wrapped(write.format(code=kept.case.code_name))
    if len(kept.readers) == 1:
        lone = _(
            "If this one identity is lost, nobody can read it ever again: add a second reader."
        )
        lines += wrapped(lone)
    return "\n".join(lines)


def clear_in_words(clear: InClear) -> str:
    """Where the words stand in the clear, by ids, and what can be done."""
    lines = wrapped(
        _(
            "These words, or names like them, stand in this register in the clear, and sealing does not"
            " change that:"
        )
    )
    for one in clear.reports[:_MOST]:
        lines += wrapped(_report(one), "  ", "    ")
    if len(clear.reports) > _MOST:
        more = plural("  … and {number} more report.", "  … and {number} more reports.")
        lines.append(numbered(*more, len(clear.reports) - _MOST))
    if clear.others:
        others = _("in reviews, verdicts and other words: {ids}")
        lines += wrapped(others.format(ids=", ".join(clear.others)), "  ", "    ")
    lines += wrapped(
        _(
            "Whoever opens the register reads them there. `habeas redact ID` deletes a whole report,"
            " claim or review for good; nothing puts a code name in place of a name. Backups, other"
            " laptops and what was published keep them until you see to that."
        )
    )
    return "\n".join(lines)


def _report(one: InReport) -> str:
    parts = [_("in its text or head")] if one.stands else []
    if one.claims:
        parts.append(_("named in {ids}").format(ids=", ".join(one.claims)))
    if one.alike:
        parts.append(_("a name like it in {ids}").format(ids=", ".join(one.alike)))
    takes = numbered(
        "redacting the report deletes {number} entry",
        "redacting the report deletes {number} entries",
        one.takes,
    )
    return f"{one.report}: {'; '.join(parts)}; {takes}."


def shown_in_words(shown: CaseShown) -> str:
    """A case with its readers, fields and claims."""
    case = shown.case
    names = ", ".join(f"{one.name} (…{one.recipient[-6:]})" for one in shown.readers)
    lines = [case.code_name]
    lines += wrapped(
        _("Who can read it: {names}.").format(names=names or _("nobody")), "  ", "    "
    )
    for one in shown.fields:
        lines += _field(one)
    if shown.claims:
        ids = ", ".join(shown.claims)
        lines += wrapped(_("Claims that name it: {ids}").format(ids=ids), "  ", "    ")
    return "\n".join(lines)


def _field(one: Opened) -> Iterator[str]:
    head = _("{field}, version {version}, sealed by {by}").format(
        field=_(str(one.sealing.field)), version=one.sealing.version, by=one.sealing.by
    )
    if one.changed:
        what = _("CHANGED since it was sealed, or put in another's place; restore a backup")
        yield from wrapped(f"{head}: {what} ({one.sealing.id})", "  ! ", "    ")
    elif one.words is None:
        yield from wrapped(_("{head}: closed").format(head=head), "  ", "    ")
    else:
        yield from wrapped(f"{head}:", "  ", "    ")
        yield from (f"    {line}" for line in lines_shown(one.words).split("\n"))


def listed_in_words(cases: Sequence[CaseShown]) -> str:
    """One block for each case, closed."""
    if not cases:
        return _("There is no protected case.")
    return "\n".join(shown_in_words(one) for one in cases)


def found_in_words(found: CasesFound) -> str:
    """The cases that a name may be, and how many could not be looked into."""
    lines = [line for one in found.cases for line in wrapped(_case(one), "", "  ")]
    if not found.cases:
        lines += wrapped(_("No case that this identity opens has a name like it."))
    opened = numbered(
        "{number} sealed name was opened", "{number} sealed names were opened", found.opened
    )
    closed = numbered("{number} other stays closed", "{number} others stay closed", found.closed)
    lines += wrapped(f"{opened}; {closed}.")
    if found.changed:
        changed = numbered(
            "{number} was changed since it was sealed; run habeas verify, restore a backup.",
            "{number} were changed since they were sealed; run habeas verify, restore a backup.",
            found.changed,
        )
        lines += wrapped(changed, "! ", "  ")
    return "\n".join(lines)


def _case(one: CaseFound) -> str:
    if one.likeness is None:
        return _("{code}: has these letters").format(code=one.case.code_name)
    alike = _("{code}: sounds alike, likeness {value:.3f}")
    return alike.format(code=one.case.code_name, value=one.likeness.value)
