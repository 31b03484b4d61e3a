"""People, derived from verdicts; and spellings, which are not yet people.

Decides which mentions belong together. Whether two mentions *are* the same is for a judge; how alike
two names are, for `compare`. Laws:

1. `same` joins two mentions, and whatever hangs on them; people are the joined parts, and the order of
   verdicts is of no account. A verdict taken back is simply not given: its people come apart again.
2. `different` never pulls apart what `same` has joined: the person is contested until it is settled.
3. Mentions written alike, in one language, are one *spelling*. A spelling is shown and counted as such,
   with the words “not yet people”: two persons may bear one name. Verdicts go before spelling: `same`
   joins spellings, and a mention judged `different` from one of its spelling leaves it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from habeas.terms.ids import MentionId, PersonId
from habeas.terms.person import Judgement, Mention, Person, Verdict


def people(mentions: Iterable[Mention], verdicts: Iterable[Verdict]) -> list[Person]:
    """Every mention in exactly one person, by `same` verdicts alone; sorted by id.

    Args:
        mentions: All mentions to place.
        verdicts: Verdicts in force; those on a mention not given are left out.
    """
    known = {mention.id for mention in mentions}
    given = [one for one in verdicts if one.left in known and one.right in known]
    return _persons(known, _pairs(given, Judgement.SAME), given)


def spellings(
    mentions: Iterable[Mention], verdicts: Iterable[Verdict], fold: Callable[[str], str]
) -> list[Person]:
    """Every mention in exactly one group of one spelling in one language, and of `same` verdicts.

    Args:
        mentions: All mentions to place.
        verdicts: Verdicts in force.
        fold: The folded form of a written name; equal forms are one spelling.
    """
    placed = sorted(mentions, key=lambda mention: mention.id)
    known = {mention.id for mention in placed}
    given = [one for one in verdicts if one.left in known and one.right in known]
    apart = {id for pair in _pairs(given, Judgement.DIFFERENT) for id in pair}
    alike: dict[tuple[str, str | None], list[MentionId]] = defaultdict(list)
    for mention in placed:
        if mention.id not in apart:
            alike[(fold(mention.written), mention.language)].append(mention.id)
    written = [(group[0], id) for group in alike.values() for id in group[1:]]
    return _persons(known, [*written, *_pairs(given, Judgement.SAME)], given)


def resolved(mentions: Iterable[Mention], verdicts: Iterable[Verdict]) -> bool:
    """Whether a judge has looked at every mention, so that its people may be called people."""
    judged = {id for verdict in verdicts for id in (verdict.left, verdict.right)}
    known = {mention.id for mention in mentions}
    return bool(known) and known <= judged


def _pairs(verdicts: Iterable[Verdict], judgement: Judgement) -> list[tuple[MentionId, MentionId]]:
    return [(one.left, one.right) for one in verdicts if one.judgement is judgement]


def _persons(
    known: set[MentionId],
    same: Iterable[tuple[MentionId, MentionId]],
    verdicts: Sequence[Verdict],
) -> list[Person]:
    root = {mention: mention for mention in known}
    for left, right in same:
        one, other = _top(root, left), _top(root, right)
        root[max(one, other)] = min(one, other)
    parts: dict[MentionId, list[MentionId]] = defaultdict(list)
    for mention in sorted(known):
        parts[_top(root, mention)].append(mention)
    contested = {
        _top(root, left)
        for left, right in _pairs(verdicts, Judgement.DIFFERENT)
        if _top(root, left) == _top(root, right)
    }
    return [
        Person(PersonId(top), tuple(members), top in contested) for top, members in parts.items()
    ]


def _top(root: dict[MentionId, MentionId], mention: MentionId) -> MentionId:
    """The smallest mention joined to this one; shortens the way there as it goes."""
    while root[mention] != mention:
        root[mention] = root[root[mention]]
        mention = root[mention]
    return mention
