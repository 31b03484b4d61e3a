"""Patients: which group of a sentence an event happens to.

Decides who stands where the trigger's voice asks for: the subject of a passive, the object of a verb,
whoever stands behind a noun or owns it, those a relative clause goes back to. Whom a pronoun means is
for `discourse`.
"""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.anniversaries import is_of_remembered
from habeas.reading.antecedents import antecedent, elsewhere, of_relative
from habeas.reading.apposed import of_single
from habeas.reading.brackets import bracket
from habeas.reading.clauses import Clause
from habeas.reading.groups import Group
from habeas.reading.page import Page, Read
from habeas.reading.rulers import ruler
from habeas.reading.triggers import Trigger
from habeas.reading.uncounted import has_own_object
from habeas.reading.voices import is_dated, is_second, voiced
from habeas.reading.words import Word

_LISTING = (":", "–", "—")
_TWO = 2
_TITLES = 3
"""Words from a sign to the first name of a list, at most."""
_NEAR = 4
"""Words behind an active trigger within which its object is looked for first."""
_CLOSE, _FAR = 3, 4
"""Words to a group behind a verb, and to one before it, where the one behind is meant."""
_NOUN_REACH = 8
_LABEL = 8
"""Words of a label before its colon, at most."""
_BARE_REACH = 6
_DESCRIBING = ("bare", "self", "attribute")
"""Voices of participles that say of whom a whole is made ("eight of the 123 people set free")."""


def patients(clause: Clause, found: Sequence[Group], read: Read, page: Page) -> Group | None:
    """The group an event happens to, as the voice of its trigger asks; None where none is named."""
    return of_single(_patients(clause, found, read, page), clause, read, page)


def _patients(clause: Clause, found: Sequence[Group], read: Read, page: Page) -> Group | None:
    trigger = voiced(clause.trigger, read, page)
    if (listed := _bracketed(clause, read) or _labelled(clause, found, read)) is not None:
        return listed
    if trigger.frame.voice == "self":
        return _of_self(trigger, found, read)
    if (whose := antecedent(clause, found, read, page)) is not None:
        return whose
    near = [
        group
        for group in found
        if clause.holds(group.first) and not group.speaks and not is_beside(group, read)
        if not _is_behind_semicolon(group, trigger, read)
        if not is_of_remembered(group, trigger, read, page)
    ]
    open_ones = [group for group in near if not group.acts]
    if trigger.frame.voice == "noun":
        own = _of_noun(trigger, open_ones, read, page)
        return own or of_relative(clause, found, read, page)
    open_ones = [group for group in open_ones if not _is_whole(group, trigger)]
    if not open_ones:
        return ruler(trigger, near, read, page) or elsewhere(clause, found, read, page)
    before = [group for group in open_ones if group.last <= trigger.place]
    after = [group for group in open_ones if group.last > trigger.place]
    if trigger.frame.voice == "bare":
        return _of_bare(trigger, before, after, read, page)
    inner = _between(trigger, open_ones)
    if (several := _several(trigger, open_ones)) is not None:
        return several
    if inner is not None and not page.known.objects_first:
        return inner
    return _by_voice(trigger, _subjects(before, trigger, read, page), after, page)


def _is_behind_semicolon(group: Group, trigger: Trigger, read: Read) -> bool:
    """ "He died in May; his mother L. was given …": somebody the next part is about, no list."""
    signs = [word.text for word in read.sentence.row[trigger.place : group.first]]
    row = read.sentence.row
    verb = (
        group.last < len(row) and row[group.last].spoken and group.counts and group.counts[0].bare
    )
    return bool(group.persons or verb) and ";" in signs and not set(signs) & {":", "–", "—"}


def _bracketed(clause: Clause, read: Read) -> Group | None:
    """ "A. K. (sentenced to five years)": the one named right before the brackets."""
    around = bracket(read.sentence.row, clause.trigger.place)
    if around is None:
        return None
    for person in read.sentence.persons:
        if person.last == around[0]:
            return Group((person,), (), person.first, person.last)
    return None


def _labelled(clause: Clause, found: Sequence[Group], read: Read) -> Group | None:
    """ "Verdicts in political cases: 142.": the number that a label is for."""
    row = read.sentence.row
    for group in found:
        lone = not group.persons and group.first > 1 and row[group.first - 1].text == ":"
        ends = group.last >= len(row) or row[group.last].text in (".", ";", "(")
        if lone and ends and clause.holds(group.first):
            near = 0 < group.first - 1 - clause.trigger.place <= _LABEL
            alone = not any(one.first < group.first and clause.holds(one.first) for one in found)
            return group if near and alone else None
    return None


def _of_self(trigger: Trigger, found: Sequence[Group], read: Read) -> Group | None:
    """ "52 freed", "52 prisoners, pardoned by …": whom a participle written as a noun counts."""
    place, row = trigger.place, read.sentence.row
    own = next((group for group in found if group.first <= place < group.last), None)
    if own is not None:
        return own
    for group in found:
        if group.last == place or (group.last == place - 1 and row[group.last].text == ","):
            return group if group.counts and not group.persons else None
    return _listed(trigger, found, read)


def _listed(trigger: Trigger, found: Sequence[Group], read: Read) -> Group | None:
    """ "congratulates those freed: A, B and C": the people behind a colon or a dash."""
    row, at = read.sentence.row, trigger.last
    if at >= len(row) or row[at].text not in _LISTING:
        return None
    people = (group for group in found if group.persons and not group.acts and not group.speaks)
    return next((group for group in people if 0 <= group.first - at - 1 <= _TITLES), None)


def _between(trigger: Trigger, found: Sequence[Group]) -> Group | None:
    """ "swapped 215 defenders for …": the first group between the words of a verb."""
    if trigger.frame.voice == "passive" or not trigger.own:
        return None
    first, last = trigger.own[0], trigger.own[-1]
    return next((group for group in found if first < group.first and group.last <= last), None)


def _several(trigger: Trigger, found: Sequence[Group]) -> Group | None:
    """ "skazano 148 osób, 21 zaocznie": all numbers between the words of a verb."""
    if not trigger.own:
        return None
    first, last = trigger.own[0], trigger.own[-1]
    inner = [group for group in found if first < group.first and group.last <= last]
    if len(inner) < _TWO or any(group.persons for group in inner):
        return None
    counts = tuple(count for group in inner for count in group.counts)
    return Group((), counts, inner[0].first, inner[-1].last)


def is_beside(group: Group, read: Read) -> bool:
    """ "K. was arrested together with L.": whether a group is named beside another."""
    cues = (cue for cue in read.cues if cue.name == "beside")
    able = bool(group.persons) or all(count.others for count in group.counts)
    return able and any(cue.first < group.first < cue.last for cue in cues)


def _is_whole(group: Group, trigger: Trigger) -> bool:
    """ "Of 182 prisoners …": the whole, unless the trigger follows it at once."""
    apart = min(trigger.own, default=trigger.first) - group.last
    if group.persons or not (group.counts[0].partitive or group.counts[0].of_some):
        return False
    close = 0 <= apart <= 1
    return not close or (group.counts[0].of_some and trigger.frame.voice not in _DESCRIBING)


def _of_bare(
    trigger: Trigger,
    before: Sequence[Group],
    after: Sequence[Group],
    read: Read,
    page: Page,
) -> Group | None:
    """A bare participle ("prisoners released in May") or a verb with its object close behind."""
    row, place = read.sentence.row, min(trigger.own, default=trigger.first)
    opens = place == 0 and not page.known.attributes_last
    attributive = opens or (place > 0 and page.known.determiners.takes(row[place - 1]))
    attributive = attributive and not is_second(place, read, page)
    attributive = attributive and not (after and is_dated(trigger.place, after[0], read))
    if (
        before
        and not _is_of_object(place, before[-1], after, read, page)
        and place - before[-1].last <= (_BARE_REACH + 2 if _is_apposed(before[-1], row) else 2)
    ):
        return before[-1]
    if not after or attributive or after[0].first - trigger.place > _BARE_REACH:
        return None
    parted = any(word.text == ";" for word in row[trigger.place : after[0].first])
    return None if parted else after[0]


def _is_apposed(group: Group, row: Sequence[Word]) -> bool:
    """ "Reyna B., 24, a nurse arrested in May": people described between commas."""
    return bool(group.persons) and group.last < len(row) and row[group.last].text == ","


def _subjects(before: Sequence[Group], trigger: Trigger, read: Read, page: Page) -> Sequence[Group]:
    """Groups before a trigger, without those inside a relative clause that is closed before it."""
    row = read.sentence.row
    before = [group for group in before if not _is_member(group, before, read)]
    for number, group in enumerate(before[:-1]):
        opens = group.last
        relative = (
            opens + 1 < len(row)
            and row[opens].text == ","
            and page.known.breaks.takes(row[opens + 1])
            and not page.known.joins.takes(row[opens + 1])
        )
        if not relative:
            continue
        closed = any(row[at].text == "," for at in range(before[-1].last, trigger.place))
        if closed:
            return before[: number + 1]
    return before


def _is_member(group: Group, before: Sequence[Group], read: Read) -> bool:
    """ "Eight politicians, among them A and B, got …": members of the subject, named between commas."""
    row = read.sentence.row
    if group.last >= len(row) or row[group.last].text != "," or not group.persons:
        return False
    return any(
        0 <= group.first - cue.last <= _TITLES
        and row[cue.first - 1].text == ","
        and any(0 <= cue.first - 1 - one.last <= _TITLES and one.counts for one in before)
        for cue in read.cues
        if cue.name == "among" and cue.first > 0
    )


def _by_voice(
    trigger: Trigger, before: Sequence[Group], after: Sequence[Group], page: Page
) -> Group | None:
    nearest_before = before[-1] if before else None
    nearest_after = after[0] if after else None
    if trigger.frame.voice == "passive" and not page.known.objects_first:
        return nearest_before
    if trigger.frame.bears and trigger.frame.voice == "active" and nearest_after is None:
        return nearest_before if nearest_before and not nearest_before.persons else None
    if nearest_before is None or nearest_after is None:
        return nearest_before or nearest_after
    reach = nearest_after.first - trigger.place
    if trigger.frame.voice == "active":
        return nearest_after
    if trigger.frame.voice == "passive":
        return nearest_before
    if page.known.objects_first:
        away = min(trigger.own, default=trigger.first) - nearest_before.last
        return nearest_after if reach <= _CLOSE < _FAR < away else nearest_before
    return nearest_after if reach <= _NEAR else nearest_before


def _is_possessed(trigger: Trigger, read: Read, page: Page) -> bool:
    """ "his arrest": a possessive says whose it is."""
    row, place = read.sentence.row, min(trigger.own, default=trigger.first)
    pronouns = page.known.pronouns["his"] | page.known.pronouns["her"]
    return any(row[at].low in pronouns for at in (place - 1, place) if at >= 0)


def _of_noun(trigger: Trigger, found: Sequence[Group], read: Read, page: Page) -> Group | None:
    if _is_possessed(trigger, read, page):
        return None
    noun = min(trigger.own, default=trigger.first)
    owners = [group for group in found if 0 <= noun - group.last <= 1]
    if owners and (page.known.possessors_first or _owns(owners[-1], read, page)):
        return owners[-1]
    row, known = read.sentence.row, page.known
    for group in found:
        between = row[trigger.place + 1 : group.first]
        if 0 <= group.first - trigger.place <= _NOUN_REACH:
            of_else = any(known.relatives.takes(word) for word in between)
            if has_own_object(trigger.place + 1, group.first, read, page.known):
                return None
            return None if of_else and group.counts else group
    return owners[0] if owners else None


def _owns(group: Group, read: Read, page: Page) -> bool:
    """ "Andrei S.'s arrest": a person whose name has the ending of a possessor."""
    written = read.sentence.row[group.last - 1].text.lower()
    return bool(group.persons) and written.endswith(page.manners.possessives)


def _is_of_object(
    place: int, before: Group, after: Sequence[Group], read: Read, page: Page
) -> bool:
    """ "Its government, led by A, has released 56": an active verb behind a remark, and its object."""
    row, known = read.sentence.row, page.known
    if not after or place == 0 or after[0].first - place > _NEAR:
        return False
    parted = any(word.text == "," for word in row[before.last : place - 1])
    verb = row[place - 1]
    return parted and known.breaks.takes(verb) and not known.passives.takes(verb)
