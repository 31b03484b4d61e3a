"""People, derived from verdicts; and spellings, which are not yet people.

Decides which mentions belong together. Whether two mentions *are* the same is for a judge; how alike
two names are, for `compare`. Laws:

1. `same` joins two mentions, and whatever hangs on them; people are the joined parts, and the order of
   verdicts is of no account. A verdict taken back is simply not given: its people come apart again.
2. `different` never pulls apart what `same` has joined: the person is contested until it is settled.
3. Verdicts reach through mentions that are not given: two counted mentions that are both `same` as a
   third, which is not counted, are one person.
4. A mention is *judged* once a verdict `same` or `different` names it; `unsure` leaves it open. Mentions
   that nobody judged and that are written alike, in one language, are one *spelling*; they go with the
   judged person of that spelling, where there is just one. A spelling is shown and counted as such,
   with the words “not yet people”: two persons may bear one name.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from habeas.terms.ids import MentionId, PersonId
from habeas.terms.person import Judgement, Mention, Person, Verdict

_Pair = tuple[MentionId, MentionId]


def people(mentions: Iterable[Mention], verdicts: Iterable[Verdict]) -> list[Person]:
    """Every mention in exactly one person, by `same` verdicts alone; sorted by id.

    Args:
        mentions: All mentions to place.
        verdicts: Verdicts in force, also those on mentions not given.
    """
    given = list(verdicts)
    return _persons({mention.id for mention in mentions}, _pairs(given, Judgement.SAME), given)


def spellings(
    mentions: Iterable[Mention], verdicts: Iterable[Verdict], fold: Callable[[str], str]
) -> list[Person]:
    """Every mention in exactly one group: by `same` verdicts, and, where nobody judged, by spelling.

    Where every mention is judged, these are the people.

    Args:
        mentions: All mentions to place.
        verdicts: Verdicts in force, also those on mentions not given.
        fold: The folded form of a written name; equal forms are one spelling.
    """
    placed = sorted(mentions, key=lambda mention: mention.id)
    given = list(verdicts)
    same, settled = _pairs(given, Judgement.SAME), judged(given)
    top = _joined({mention.id for mention in placed}, same)
    alike: dict[tuple[str, str | None], list[MentionId]] = defaultdict(list)
    for mention in placed:
        alike[(fold(mention.written), mention.language)].append(mention.id)
    written = [
        pair
        for group in alike.values()
        for pair in _by_spelling(group, settled, {id: top[id] for id in group})
    ]
    return _persons({mention.id for mention in placed}, [*written, *same], given)


def judged(verdicts: Iterable[Verdict]) -> set[MentionId]:
    """The mentions that a judge has settled: `same` as, or `different` from, another one."""
    return {
        id
        for one in verdicts
        if one.judgement is not Judgement.UNSURE
        for id in (one.left, one.right)
    }


def settled(persons: Iterable[Person], verdicts: Iterable[Verdict]) -> set[PersonId]:
    """Those of whom every mention is judged, so that they may be called people."""
    known = judged(verdicts)
    return {person.id for person in persons if known.issuperset(person.mentions)}


def leaning(
    persons: Iterable[Person], verdicts: Sequence[Verdict]
) -> dict[PersonId, tuple[Verdict, ...]]:
    """For each person, all verdicts on any mention joined to it, given or not, in their order."""
    found: dict[PersonId, list[Verdict]] = {}
    owners: dict[MentionId, PersonId] = {}
    ids = {id for one in verdicts for id in (one.left, one.right)}
    listed = list(persons)
    known = ids.union(*(person.mentions for person in listed))
    top = _joined(known, _pairs(verdicts, Judgement.SAME))
    for person in listed:
        found[person.id] = []
        owners |= {top[mention]: person.id for mention in person.mentions}
    for verdict in verdicts:
        for root in {top[verdict.left], top[verdict.right]} & owners.keys():
            if verdict not in found[owners[root]][-1:]:
                found[owners[root]].append(verdict)
    return {person: tuple(given) for person, given in found.items()}


def _by_spelling(
    group: Sequence[MentionId], settled: set[MentionId], top: dict[MentionId, MentionId]
) -> Iterator[_Pair]:
    """What is joined among mentions written alike; nothing that a judge has settled."""
    open_ones = [id for id in group if id not in settled]
    persons = {top[id]: id for id in group if id in settled}
    whole = [*persons.values(), *open_ones] if len(persons) == 1 else open_ones
    return ((whole[0], id) for id in whole[1:])


def _pairs(verdicts: Iterable[Verdict], judgement: Judgement) -> list[_Pair]:
    return [(one.left, one.right) for one in verdicts if one.judgement is judgement]


def _persons(
    known: set[MentionId], same: Iterable[_Pair], verdicts: Sequence[Verdict]
) -> list[Person]:
    different = _pairs(verdicts, Judgement.DIFFERENT)
    top = _joined(known.union(*different), same)
    parts: dict[MentionId, list[MentionId]] = defaultdict(list)
    for mention in sorted(known):
        parts[top[mention]].append(mention)
    contested = {top[left] for left, right in different if top[left] == top[right]}
    return [
        Person(PersonId(members[0]), tuple(members), one in contested)
        for one, members in parts.items()
    ]


def _joined(known: Iterable[MentionId], same: Iterable[_Pair]) -> dict[MentionId, MentionId]:
    """For every mention, known or named by a pair, the smallest one it is joined to."""
    root = {mention: mention for mention in known}
    for pair in same:
        for id in pair:
            root.setdefault(id, id)
        one, other = (_top(root, id) for id in pair)
        root[max(one, other)] = min(one, other)
    return {mention: _top(root, mention) for mention in root}


def _top(root: dict[MentionId, MentionId], mention: MentionId) -> MentionId:
    """The smallest mention joined to this one; shortens the way there as it goes."""
    while root[mention] != mention:
        root[mention] = root[root[mention]]
        mention = root[mention]
    return mention
