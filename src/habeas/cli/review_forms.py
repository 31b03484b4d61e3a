"""The two forms of a review: amending a claim field by field, and naming a claim the reader missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.cli.lines import ask, tell
from habeas.cli.shown import shown
from habeas.cli.terminal import marked
from habeas.cli.words import _
from habeas.errors import MistakeError
from habeas.tasks.amend import NOTHING, Place, amended
from habeas.tasks.words import places

if TYPE_CHECKING:
    from habeas.terms.claim import Draft

AMENDED = ("kind", "persons", "count", "when", "modality", "source", "note")
"""Fields asked for when a claim is amended by hand, in this order."""

_AROUND = 60
"""Code points shown on either side of a place to choose."""


def amend(draft: Draft) -> Draft | None:
    """The draft as the reviewer would have it, asked for field by field; None: nothing changed.

    Raises:
        MistakeError: a value does not fit its field.
        Ended: the input is at its end.
    """
    tell(_("Empty keeps a field, {nothing} empties it.").format(nothing=NOTHING))
    typed: dict[str, str] = {}
    for name in AMENDED:
        value = ask(f"  {name} [{shown(typed_form(draft, name))}]:")
        if value:
            typed[name] = value
    changed = amended(draft, typed)
    return None if changed == draft else changed


def missed(text: str) -> tuple[Place, dict[str, str]]:
    """Where the words of a missed claim stand, and its fields, asked for one by one.

    Raises:
        MistakeError: the words do not stand in the text, or no place was chosen.
        Ended: the input is at its end.
    """
    place = chosen(text, ask(_("Words of the text it stands on:")))
    typed: dict[str, str] = {}
    for name in AMENDED:
        value = ask(f"  {name}:")
        if value:
            typed[name] = value
    return place, typed


def chosen(text: str, words: str) -> Place:
    """The place the words stand at; asked for, where there are several.

    Raises:
        MistakeError: they stand nowhere, or none of the places was chosen.
        Ended: the input is at its end.
    """
    found = places(text, words)
    if len(found) == 1:
        return found[0]
    tell(_("These words stand at {number} places:").format(number=len(found)))
    for number, place in enumerate(found, 1):
        before = text[max(0, place.start - _AROUND) : place.start]
        after = text[place.stop : place.stop + _AROUND]
        lines = marked(before, text[place.start : place.stop], after, "    ")
        tell(f"{number:>3}\n" + "\n".join(lines))
    answer = ask(_("Which one?"))
    if not answer.isascii() or not answer.isdigit() or not 1 <= int(answer) <= len(found):
        raise MistakeError(
            _("“{answer}” is none of 1 to {number}; nothing was written.").format(
                answer=shown(answer), number=len(found)
            ),
            code="place-unknown",
        )
    return found[int(answer) - 1]


def typed_form(draft: Draft, name: str) -> str:
    """A field's value as it would be typed."""
    said, source = draft.said, draft.source
    values = {
        "kind": str(said.kind),
        "persons": ", ".join(person.value for person in said.persons),
        "count": f"{said.amount.hedge} {said.amount.value}" if said.amount else "",
        "when": said.when.edtf if said.when else "",
        "modality": str(draft.modality),
        "source": source.value if source else "",
        "note": said.note,
    }
    return values[name]
