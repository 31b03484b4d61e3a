"""Clauses: which part of a sentence belongs to which trigger, and which group it happens to.

Decides where the words of one event end and those of the next begin, by signs and joining words, and
who stands where the trigger's voice asks for. Whom a pronoun means is for `discourse`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from habeas.reading.groups import Group
from habeas.reading.lexicon import Trigger
from habeas.reading.page import Page, Read
from habeas.reading.words import Word

_BESIDE = ("attribute", "self")
"""Voices of triggers that stand within the clause of another."""

_NEAR = 4
"""Words behind an active trigger within which its object is looked for first."""
_CLOSING = 3
"""Words from the end of a relative clause to the verb that follows it, at most."""
_CLOSE, _FAR = 3, 4
"""Words to a group behind a verb, and to one before it, where the one behind is meant."""
_NOUN_REACH = 8
_ADVERBS = 2
"""Words between a verb of the passive and its participle, plus one."""
_BARE_REACH = 6


@dataclass(frozen=True, slots=True)
class Clause:
    """Words `first..last` of a sentence and the trigger they belong to."""

    trigger: Trigger
    first: int
    last: int

    def holds(self, place: int) -> bool:
        """Whether a word is in it."""
        return self.first <= place < self.last


def clauses(read: Read, found: Sequence[Group], page: Page) -> list[Clause]:
    """One clause for each trigger of a sentence, in order; nested triggers share one."""
    upright = [trigger for trigger in read.triggers if trigger.frame.voice not in _BESIDE]
    verbs = [trigger for trigger in upright if trigger.frame.voice not in ("noun", "talk")]
    main = tuple(verbs or upright)
    made = [_cut(clause, read) for clause in _parted(main, read, found, page)]
    for trigger in read.triggers:
        if trigger not in main:
            home = next((clause for clause in made if clause.holds(trigger.place)), None)
            first, last = (home.first, home.last) if home else (0, len(read.sentence.row))
            made.append(Clause(trigger, first, last))
    return made


def _cut(clause: Clause, read: Read) -> Clause:
    """A clause without what goes on behind a semicolon with a day of its own."""
    row, place = read.sentence.row, clause.trigger.place
    days = [day.first for day in read.sentence.days] + [
        cue.first for cue in read.cues if cue.name == "resume"
    ]
    for at in range(place, clause.last):
        if row[at].text == ";" and any(at < day < clause.last for day in days):
            return Clause(clause.trigger, clause.first, at)
    return clause


def _parted(
    triggers: Sequence[Trigger], read: Read, found: Sequence[Group], page: Page
) -> list[Clause]:
    made: list[Clause] = []
    first = 0
    for number, trigger in enumerate(triggers):
        if number + 1 == len(triggers):
            made.append(Clause(trigger, first, len(read.sentence.row)))
            break
        border = _border(trigger, triggers[number + 1], read, found, page)
        if border is None:
            made.append(Clause(trigger, first, _shared_end(triggers[number:], read, found, page)))
            continue
        made.append(Clause(trigger, first, border))
        first = border
    return made


def _shared_end(rest: Sequence[Trigger], read: Read, found: Sequence[Group], page: Page) -> int:
    for one, two in zip(rest[1:], rest[2:], strict=False):
        border = _border(one, two, read, found, page)
        if border is not None:
            return border
    return len(read.sentence.row)


def _border(
    one: Trigger, two: Trigger, read: Read, found: Sequence[Group], page: Page
) -> int | None:
    """The word that the second of two triggers' clause begins with; None where they share one."""
    start, stop = one.place + 1, min(two.own, default=two.first)
    if stop <= start:
        return None
    best, worth = None, 0
    for place in range(start, stop):
        if _inside(place, read, found) or _closes_relative(place, start, stop, read, page):
            continue
        value = _worth(place, read, page)
        if value and value >= worth:
            best, worth = place, value
    return best


def _closes_relative(place: int, start: int, stop: int, read: Read, page: Page) -> bool:
    """ "K., who edits for R., was sentenced": the comma that ends what was said of the subject."""
    row = read.sentence.row
    return (
        row[place].text == ","
        and stop - place <= _CLOSING
        and any(
            row[at].text == "," and page.known.relatives.takes(row[at + 1])
            for at in range(start, place)
        )
    )


def _inside(place: int, read: Read, found: Sequence[Group]) -> bool:
    """Whether a word lies within a group or a day."""
    spans = [(group.first, group.last) for group in found]
    spans += [(day.first, day.last) for day in read.sentence.days]
    spans += [(term.first, term.last) for term in read.sentence.terms]
    return any(first < place < last for first, last in spans)


def _worth(place: int, read: Read, page: Page) -> int:
    """How strongly a word parts two clauses; 0: not at all."""
    row = read.sentence.row
    word = row[place]
    if word.text == ";":
        return 6
    if word.text in (":", "–", "—"):
        return 4
    if word.text == ",":
        follows = row[place + 1] if place + 1 < len(row) else word
        strong = page.known.joins.takes(follows) or page.known.breaks.takes(follows)
        return 5 if strong else 3
    if page.known.joins.takes(word) and word.spoken and len(word.text) <= 3:
        return 2
    return 1 if page.known.breaks.takes(word) else 0


def patients(clause: Clause, found: Sequence[Group], read: Read, page: Page) -> Group | None:
    """The group an event happens to, as the voice of its trigger asks; None where none is named."""
    trigger = _voiced(clause.trigger, read, page)
    if trigger.frame.voice == "self":
        return next((group for group in found if group.first <= trigger.place < group.last), None)
    if (whose := _antecedent(clause, found, read, page)) is not None:
        return whose
    near = [group for group in found if clause.holds(group.first) and not group.speaks]
    open_ones = [group for group in near if not group.acts]
    if trigger.frame.voice == "noun":
        return _of_noun(trigger, open_ones, read, page)
    open_ones = [group for group in open_ones if not _is_whole(group, trigger)]
    if not open_ones:
        return _ruler(trigger, near, read)
    before = [group for group in open_ones if group.last <= trigger.place]
    after = [group for group in open_ones if group.last > trigger.place]
    if trigger.frame.voice == "bare":
        return _of_bare(trigger, before, after, read, page)
    return _by_voice(trigger, _subjects(before, trigger, read, page), after, page)


def _voiced(trigger: Trigger, read: Read, page: Page) -> Trigger:
    """The trigger as a passive, where a verb of the passive stands before its participle."""
    frame, own, row = trigger.frame, trigger.own, read.sentence.row
    if frame.voice not in ("either", "bare") or not own:
        return trigger
    before = [row[at] for at in range(max(0, own[0] - _ADVERBS), own[0] + 1)]
    if any(page.known.passives.takes(word) for word in before):
        return replace(trigger, frame=replace(frame, voice="passive"))
    return trigger


def _is_whole(group: Group, trigger: Trigger) -> bool:
    """ "Of 182 prisoners …": the whole, unless the trigger follows it at once."""
    apart = min(trigger.own, default=trigger.first) - group.last
    return not group.persons and group.counts[0].partitive and not 0 <= apart <= 1


def _antecedent(clause: Clause, found: Sequence[Group], read: Read, page: Page) -> Group | None:
    """The group right before a relative clause, whom its pronoun means."""
    row = read.sentence.row
    place = clause.first
    while place < clause.last and not row[place].spoken:
        place += 1
    if place == 0 or place >= len(row):
        return None
    apposed = clause.trigger.frame.voice == "bare" and place in clause.trigger.own
    if apposed:
        return next((group for group in found if group.last == clause.first), None)
    if not page.known.relatives.takes(row[place]):
        return None
    before = [group for group in found if group.last <= place]
    near = before and place - before[-1].last <= 1 and not before[-1].acts
    return before[-1] if near and clause.trigger.place > place else None


def _of_bare(
    trigger: Trigger,
    before: Sequence[Group],
    after: Sequence[Group],
    read: Read,
    page: Page,
) -> Group | None:
    """A bare participle ("prisoners released in May") or a verb with its object close behind."""
    row, place = read.sentence.row, min(trigger.own, default=trigger.first)
    attributive = place == 0 or page.known.determiners.takes(row[place - 1])
    if before and place - before[-1].last <= (
        _BARE_REACH + 2 if _is_apposed(before[-1], row) else 2
    ):
        return before[-1]
    if after and after[0].first - trigger.place <= _BARE_REACH and not attributive:
        return after[0]
    return None


def _is_apposed(group: Group, row: Sequence[Word]) -> bool:
    """ "Reyna B., 24, a nurse arrested in May": people described between commas."""
    return bool(group.persons) and group.last < len(row) and row[group.last].text == ","


def _subjects(before: Sequence[Group], trigger: Trigger, read: Read, page: Page) -> Sequence[Group]:
    """Groups before a trigger, without those inside a relative clause that is closed before it."""
    row = read.sentence.row
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


def _by_voice(
    trigger: Trigger, before: Sequence[Group], after: Sequence[Group], page: Page
) -> Group | None:
    nearest_before = before[-1] if before else None
    nearest_after = after[0] if after else None
    if trigger.frame.voice == "passive" and not page.known.objects_first:
        return nearest_before
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
    for group in found:
        if 0 <= group.first - trigger.place <= _NOUN_REACH:
            return group
    return owners[0] if owners else None


def _owns(group: Group, read: Read, page: Page) -> bool:
    """ "Andrei S.'s arrest": a person whose name has the ending of a possessor."""
    written = read.sentence.row[group.last - 1].text.lower()
    return bool(group.persons) and written.endswith(page.manners.possessives)


def _ruler(trigger: Trigger, near: Sequence[Group], read: Read) -> Group | None:
    """Someone who rules, where the sentence says that it happened to them."""
    if trigger.frame.voice != "passive":
        return None
    first = min(trigger.own, default=trigger.first)
    return next((group for group in near if group.last == first), None)
