"""What `find` found, in words for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.cli.likeness_words import waterfall
from habeas.cli.show_words import CONTESTED, number_lines, spelling_words
from habeas.cli.terminal import wrapped
from habeas.cli.words import _
from habeas.tasks.answer import PEOPLE

if TYPE_CHECKING:
    from habeas.tasks.find import Found, Hit


def found_in_words(found: Found, asked: str) -> str:
    """The people and spellings found, one block each."""
    lines = [line for hit in found.hits for line in _hit(hit)]
    for case in found.cases:
        sealed = _(
            "{code}: a protected case; who it is stays sealed. Look at it before you open another for "
            "the same person: habeas protect show {id}"
        )
        lines += wrapped(sealed.format(code=case.code_name, id=case.id), "", "  ")
    if not found.hits:
        none = _("No name in this register has “{asked}” in it. Try fewer letters of it.")
        if found.cases:
            none = _("No claim in this register names it.")
        lines += wrapped(none.format(asked=asked))
    if not found.by_sound:
        big = _(
            "This register holds so many names that only those with these letters were looked for; "
            "names in other scripts and spellings were not."
        )
        lines += ["", *wrapped(big)]
    if any(hit.spelled.unit != PEOPLE for hit in found.hits):
        note = _(
            "There are spellings, not yet people, among these: two may be one person, and one may be "
            "two. `habeas resolve` joins them; `habeas show ID` prints what is told of one."
        )
        lines += ["", *wrapped(note)]
    return "\n".join(lines)


def _hit(hit: Hit) -> list[str]:
    one = hit.spelled
    lines = [
        *wrapped(f"{one.person.id}: {spelling_words(one)}", "", "  "),
        *number_lines(one, "  "),
    ]
    if one.person.contested:
        lines += wrapped(CONTESTED, "  ! ", "    ")
    if hit.likeness is not None:
        words = _("by sound, {name}: likeness {value:.3f}")
        lines += wrapped(words.format(name=hit.name, value=hit.likeness.value), "  ~ ", "    ")
        lines += waterfall(hit.likeness, "  ")
    return lines
