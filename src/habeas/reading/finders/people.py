"""People: who is named in a text, in the nominative, under the fullest form of the page.

Decides by capitals, given names, particles, roles and endings of family names; there is no list of
people but rulers. A lone family name counts where the page has the full name, where a role or office
stands before it, or where its ending is one of family names.

Laws: every mention stands at its words; the same page gives the same people; what is only a place, an
organisation, a day or a common noun is nobody.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field, replace

from habeas.language.names import (
    Gender,
    family_forms,
    gender_of,
    given_forms,
    nominative,
    script_of,
)
from habeas.reading.finders.aside import is_aside
from habeas.reading.finders.capitals import Run, is_common, nouns, runs
from habeas.reading.finders.kindred import are_joined, each_own
from habeas.reading.finders.places import gazetteer
from habeas.reading.finders.surroundings import BEFORE, described, is_of_site, office_before
from habeas.reading.manners import Manners
from habeas.reading.mentions import Part, PersonAt
from habeas.reading.phrases import Element
from habeas.reading.words import Word, folded

_LONE = 4
"""Letters of a given name that may stand alone, at least."""


@dataclass(slots=True)
class Roll:
    """The people of a page as they are met: full names by family name and by given name."""

    manners: Manners
    places: Element
    within: Element
    common: Set[str]
    full: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    by_given: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    genders: dict[str, Gender | None] = field(default_factory=dict)

    def enter(self, name: tuple[str, ...], gender: Gender | None) -> None:
        """Note a full name."""
        parts = [(self.full, part) for part in name[2:-1] if len(part) > 3]
        for index, part in ((self.full, name[-1]), (self.by_given, name[0]), *parts):
            known = index.setdefault(folded(part), [])
            if name not in known:
                known.append(name)
        self.genders.setdefault(" ".join(name), gender)

    def fuller(self, name: Sequence[str]) -> tuple[str, ...] | None:
        """The full name of which an initial and a family name, or only its last words, are told."""
        first, *_, last = name
        initial = len(first.removesuffix(".")) == 1
        found = {
            full
            for form in family_forms(last, self.manners.code)
            for full in self.full.get(folded(form.nominative), ())
            if (initial and len(full[0]) > 2 and full[0][0] == first[0])
            or (len(full) > len(name) and full[-len(name) : -1] == tuple(name[:-1]))
        }
        return found.pop() if len(found) == 1 else None

    def linked(self, text: str) -> tuple[str, ...] | None:
        """The full name a lone name stands for, None where the page has none."""
        forms = family_forms(text, self.manners.code)
        for form in sorted(forms, key=lambda form: form.oblique):
            for name in self.full.get(folded(form.nominative), ()):
                gender = self.genders[" ".join(name)]
                if None in (gender, form.gender) or gender is form.gender:
                    return name
        names = {
            name
            for form in given_forms(text, self.manners.code)
            for name in self.by_given.get(folded(form.nominative), ())
        }
        return names.pop() if len(names) == 1 else None


def people(
    rows: Sequence[Sequence[Word]],
    manners: Manners,
    places: Element,
    known_names: Sequence[str] = (),
) -> list[list[PersonAt]]:
    """The people of each sentence of a page.

    Args:
        rows: Words of each sentence, in order.
        manners: How the language names people.
        places: Words that name places and peoples.
        known_names: Names a register knows already, in any order; they count as named in full.
    """
    roll = Roll(manners, places, gazetteer(manners.code).within, nouns(rows, manners))
    for name in sorted(known_names):
        parts = tuple(name.split())
        if len(parts) > 1:
            roll.enter(parts, gender_of(parts, manners.code))
    all_runs = [each_own(runs(row, manners, roll.common), row, manners) for row in rows]
    for row, found in zip(rows, all_runs, strict=True):
        for run in found:
            if _is_full(run, row, roll):
                roll.enter(*_read(run, row, manners))
    return [
        [person for run in found if (person := _person(run, row, roll)) is not None]
        for row, found in zip(rows, _shared_out(rows, all_runs, roll), strict=True)
    ]


def _shared_out(
    rows: Sequence[Sequence[Word]], all_runs: Sequence[Sequence[Run]], roll: Roll
) -> list[list[Run]]:
    """The runs of each row, where "the sisters Iryna and Yana M." are two of one family name."""
    shared: list[list[Run]] = []
    for row, found in zip(rows, all_runs, strict=True):
        pairs = zip(found, found[1:], strict=False)
        first = [_with_family(run, following, row, roll) for run, following in pairs]
        shared.append([*first, *found[-1:]])
    return shared


def _with_family(run: Run, following: Run, row: Sequence[Word], roll: Roll) -> Run:
    """A given name alone with the family name of the one it is joined to by a short word."""
    code = roll.manners.code
    if not are_joined(run, following, row, roll.manners) or run.bare[0] in roll.by_given:
        return run
    kin = run.first > 0 and roll.manners.relatives.takes(row[run.first - 1])
    if not kin and not (given_forms(run.bare[0], code) and given_forms(following.bare[0], code)):
        return run
    alone = roll.linked(run.bare[0]) is None and len(run.bare[0]) >= _LONE
    if not alone or not _is_full(following, row, roll):
        return run
    return replace(run, bare=(*run.bare, following.bare[-1]))


def _read(run: Run, row: Sequence[Word], manners: Manners) -> tuple[tuple[str, ...], Gender | None]:
    """A full name in the nominative, with what the words beside it tell of its case and gender."""
    before = row[run.first - 1].low if run.first else ""
    behind = row[run.last].low if run.last < len(row) else ""
    woman: bool | None = None
    if manners.others and before.endswith(manners.others):
        woman = False
    elif manners.womens and (before.endswith(manners.womens) or behind.endswith(manners.womens)):
        woman = True
    return nominative(run.bare, manners.code, woman=woman)


def _is_full(run: Run, row: Sequence[Word], roll: Roll) -> bool:
    """Whether a run is a given and a family name."""
    manners = roll.manners
    if is_of_site(run, row, manners):
        return False
    if len(run.bare) < 2 or _blocked(run, roll) or _is_foreign(run.bare[0], manners):
        return False
    if given_forms(run.bare[0], manners.code) or len(run.bare[0]) == 1:
        return True
    if run.first == 0 and manners.openers.takes(row[0]):
        return False
    if _is_placed(run.first, row, roll):
        return False
    if manners.nouns_capitalised:
        return not any(is_common(folded(text), manners, roll.common) for text in run.bare)
    return True


def _is_foreign(text: str, manners: Manners) -> bool:
    """Whether words in another script than the language's are no given name: a body, a programme."""
    cyrillic = script_of(manners.code) == "cyrillic"
    return cyrillic and text[0].isascii() and not given_forms(text, manners.code)


def _blocked(run: Run, roll: Roll) -> bool:
    """Whether a word of the run cannot belong to a person's name."""
    lows = [folded(text) for text in run.bare]
    given = bool(given_forms(run.bare[0], roll.manners.code))
    refused = roll.manners.not_names
    if given and len(lows) == 2:
        return lows[1] in refused.exact
    if any(refused.holds(low) for low in lows):
        return True
    return (roll.places.holds(lows[0]) or roll.places.holds(lows[-1])) and not (
        given and len(lows) > 1
    )


def _person(run: Run, row: Sequence[Word], roll: Roll) -> PersonAt | None:
    if _is_full(run, row, roll):
        name, gender = _read(run, row, roll.manners)
        if (fuller := roll.fuller(run.bare)) is not None:
            name, gender = fuller, roll.genders[" ".join(fuller)]
    else:
        found = _alone(run, row, roll)
        if found is None:
            return None
        name, gender = found
    start, stop = row[run.first].start, row[run.last - 1].stop - run.cut
    part = _part(run, row, (name, gender), roll)
    return PersonAt(run.first, run.last, start, stop, " ".join(name), gender, part)


def _alone(
    run: Run, row: Sequence[Word], roll: Roll
) -> tuple[tuple[str, ...], Gender | None] | None:
    """A lone name, linked to its full form where the page has it."""
    manners = roll.manners
    if len(run.bare) != 1 or len(run.bare[0]) < 3 or _blocked(run, roll):
        return None
    text = run.bare[0]
    if _is_foreign(text, manners) or is_of_site(run, row, manners):
        return None
    name = roll.linked(text)
    if name is None and text[-1:] in manners.possessives:
        shorter = roll.linked(text[:-1])
        name = shorter
    if name is not None:
        return name, roll.genders[" ".join(name)]
    low = folded(text)
    if is_common(low, manners, roll.common) or (run.first == 0 and manners.openers.holds(low)):
        return None
    word = row[run.first]
    ruler = manners.rulers.holds(low)
    ends = low.endswith(manners.surnames) and len(low) > 4 and run.first > 0
    if ends and _is_placed(run.first, row, roll):
        return None
    if ends and manners.nouns_capitalised:
        ends = not is_common(row[run.first - 1].low, manners, roll.common)
    named = run.role or run.office or ruler or ends or described(run.first, row, manners)
    given = _given_alone(text, manners) if not named else None
    if given is not None and not (manners.openers.takes(word) and run.first == 0):
        return given
    if not named or (manners.openers.takes(word) and run.first == 0):
        return None
    parts, gender = nominative((text,), manners.code)
    return parts, gender


def _is_placed(first: int, row: Sequence[Word], roll: Roll) -> bool:
    """Whether a word for a place stands right before: "bei Templin" is a town."""
    return first > 0 and not row[first - 1].capital and roll.within.takes(row[first - 1])


def _given_alone(text: str, manners: Manners) -> tuple[tuple[str, ...], Gender | None] | None:
    """A lone given name ("Ирина вышла"): one that the list has, in any case."""
    if not manners.given_alone or len(text) < _LONE:
        return None
    forms = given_forms(text, manners.code)
    return ((forms[0].nominative,), forms[0].gender) if forms else None


def _part(
    run: Run, row: Sequence[Word], named: tuple[tuple[str, ...], Gender | None], roll: Roll
) -> Part:
    """What the person does, as far as the words beside the name tell."""
    manners = roll.manners
    name, gender = named
    former = any(manners.former.takes(word) for word in row[max(0, run.first - BEFORE) : run.first])
    if _rules(name, roll):
        return Part.ACTOR
    if is_aside(run, row, manners, gender):
        return Part.ASIDE
    if (run.office or office_before(run.first, row, manners)) and not former:
        return Part.ACTOR
    return Part.OPEN


def _rules(name: tuple[str, ...], roll: Roll) -> bool:
    """Whether it is one of the rulers, and no other bearer of the name stands on the page."""
    manners = roll.manners
    if folded(" ".join(name)) in manners.rulers_in_full:
        return True
    low = folded(name[-1])
    return manners.rulers.holds(low)
