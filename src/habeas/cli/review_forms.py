"""The two forms of a review: amending a claim field by field, and naming a claim the reader missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.cli.lines import ask, tell
from habeas.cli.shown import shown
from habeas.cli.terminal import marked
from habeas.cli.words import _
from habeas.errors import MistakeError
from habeas.tasks.amend import NOTHING, SINGLE, Place, amended
from habeas.tasks.words import places
from habeas.terms.claim import Draft, Said
from habeas.terms.kind import Kind
from habeas.terms.quote import quote

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

AMENDED = ("kind", "persons", "count", "when", "modality", "source", "note")
"""Fields always asked for, in this order; the others when the claim has them, or by their names."""

_AROUND = 60
"""Code points shown on either side of a place to choose."""


def amend(draft: Draft) -> Draft | None:
    """The draft as the reviewer would have it, asked for field by field; None: nothing changed.

    Raises:
        MistakeError: a value does not fit its field.
        Ended: the input is at its end.
    """
    tell(_("Empty keeps a field, {nothing} empties it.").format(nothing=NOTHING))
    told = [name for name in SINGLE if typed_form(draft, name)]
    typed = _typed(draft, [*AMENDED, *told], lambda name: f" [{shown(typed_form(draft, name))}]")
    changed = amended(draft, typed)
    return None if changed == draft else changed


def missed(text: str) -> tuple[Place, dict[str, str]]:
    """Where the words of a missed claim stand, and its fields, asked for one by one.

    Raises:
        MistakeError: the words do not stand in the text, or no place was chosen.
        Ended: the input is at its end.
    """
    place = chosen(text, ask(_("Words of the text it stands on:")))
    blank = Draft(Said(Kind.OTHER), quote(text, place.start, place.stop))
    return place, _typed(blank, AMENDED, lambda _name: "")


def _typed(draft: Draft, asked: Sequence[str], now: Callable[[str], str]) -> dict[str, str]:
    """What is typed for each field asked for, then for others named; what cannot be is asked again."""
    typed: dict[str, str] = {}
    for name in asked:
        _field(draft, name, now(name), typed)
    others = [name for name in SINGLE if name not in asked]
    while others:
        name = ask(_("  another field (Enter: none, ?: which):"))
        if not name:
            break
        if name in others:
            others.remove(name)
            _field(draft, name, now(name), typed)
        else:
            tell(_("Other fields: {names}.").format(names=", ".join(others)))
    return typed


def _field(draft: Draft, name: str, now: str, typed: dict[str, str]) -> None:
    """Ask for one field until it can be, and keep what was typed; a total may get its number later."""
    while value := ask(f"  {name}{now}:"):
        try:
            amended(draft, typed | {name: value})
        except MistakeError as mistake:
            if mistake.code != "total-without-number":
                tell(mistake.sentence)
                continue
        typed[name] = value
        return


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
        **{one: argument.value for one, argument in said.singles.items() if argument},
    }
    return values.get(name, "")
