"""Bracketed: the day in brackets right behind a name is that person's.

"Five have died, among them A. P. (11 July 2023) and V. A. (21 May 2021)": each of them on a day of their
own. Decides nothing where the brackets tell an event, or name no more than a year.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from habeas.reading.brackets import bracket
from habeas.reading.mentions import PersonAt
from habeas.reading.outline import Outline, Scene
from habeas.reading.timing import is_period
from habeas.terms.when import When


def bracketed(made: Sequence[Outline], scene: Scene) -> list[Outline]:
    """The outlines of a sentence; those with a day of their own in brackets apart from the others."""
    days = {
        (person.start, person.stop): day
        for person in scene.read.sentence.persons
        if (day := _day(person, scene)) is not None
    }
    return [part for one in made for part in _parted(one, days)] if days else list(made)


def _day(person: PersonAt, scene: Scene) -> When | None:
    """The day in the brackets right behind a name."""
    read = scene.read
    row = read.sentence.row
    if person.last >= len(row) or row[person.last].text != "(":
        return None
    inner = bracket(row, person.last)
    if inner is None or any(inner[0] < one.place < inner[1] for one in read.triggers):
        return None
    days = [day.when for day in read.sentence.days if inner[0] < day.first < inner[1]]
    return days[0] if days and not is_period(days[0]) else None


def _parted(outline: Outline, days: dict[tuple[int, int], When]) -> list[Outline]:
    said = outline.said
    own = [one for one in said.persons if (one.start or 0, one.stop or 0) in days]
    if not own:
        return [outline]
    rest = tuple(one for one in said.persons if one not in own)
    found = [
        outline.saying(
            replace(
                said,
                persons=(one,),
                when=days[one.start or 0, one.stop or 0],
                amount=said.amount if not rest and len(own) == 1 else None,
                amount_at=said.amount_at if not rest and len(own) == 1 else None,
            )
        )
        for one in own
    ]
    kept = [outline.saying(replace(said, persons=rest))] if rest or len(own) > 1 else []
    return [one for one in kept if one.said.persons or one.said.amount is not None] + found
