"""People come from verdicts alone, whatever their order; spellings are not yet people."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from habeas.resolving.people import people, settled, spellings
from habeas.terms.ids import MentionId, VerdictId
from habeas.terms.person import Judgement, Mention, Verdict
from tests.making import mention

SIX = [mention(number, "Maria Kalesnikava") for number in range(6)]


def verdict(left: int, right: int, judgement: Judgement = Judgement.SAME) -> Verdict:
    one, other = (MentionId(f"c-{number:04d}.0") for number in (left, right))
    return Verdict(VerdictId(f"j-{left}{right}{judgement}"), one, other, judgement, "Ann")


pairs = st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] != pair[1])
verdicts = st.lists(
    st.builds(lambda pair, how: verdict(pair[0], pair[1], how), pairs, st.sampled_from(Judgement)),
    max_size=8,
)


def parts(found: list[Mention], given: list[Verdict]) -> set[tuple[MentionId, ...]]:
    return {person.mentions for person in people(found, given)}


@given(verdicts, st.data())
def test_the_order_of_verdicts_is_of_no_account(given: list[Verdict], data: st.DataObject) -> None:
    assert people(SIX, data.draw(st.permutations(given))) == people(SIX, given)


@given(verdicts)
def test_every_mention_is_in_exactly_one_person(given: list[Verdict]) -> None:
    placed = [id for person in people(SIX, given) for id in person.mentions]
    assert sorted(placed) == [one.id for one in SIX]
    for person in people(SIX, given):
        assert str(person.id) == min(person.mentions)


@given(verdicts, pairs)
def test_judge_then_withdraw_is_nothing(given: list[Verdict], pair: tuple[int, int]) -> None:
    more = [*given, replace(verdict(*pair), id=VerdictId("j-more"))]
    assert people(SIX, [one for one in more if one.id != "j-more"]) == people(SIX, given)


def test_same_is_carried_on_and_comes_apart_again() -> None:
    chain = [verdict(0, 1), verdict(1, 2), verdict(4, 5)]
    assert parts(SIX, chain) == {
        ("c-0000.0", "c-0001.0", "c-0002.0"),
        ("c-0003.0",),
        ("c-0004.0", "c-0005.0"),
    }
    assert parts(SIX, chain[1:]) == {
        ("c-0000.0",),
        ("c-0001.0", "c-0002.0"),
        ("c-0003.0",),
        ("c-0004.0", "c-0005.0"),
    }


def test_a_person_with_a_different_inside_is_contested() -> None:
    given = [verdict(0, 1), verdict(1, 2), verdict(0, 2, Judgement.DIFFERENT)]
    first, *others = people(SIX, given)
    assert first.contested and len(first.mentions) == 3
    assert not any(one.contested for one in others)


def test_unsure_joins_nobody() -> None:
    assert len(people(SIX, [verdict(0, 1, Judgement.UNSURE)])) == 6


def test_verdicts_reach_through_mentions_that_are_not_given() -> None:
    (one,) = people(SIX[:2], [verdict(0, 5), verdict(1, 5)])
    assert one.mentions == ("c-0000.0", "c-0001.0")
    (one,) = people(SIX[:2], [verdict(0, 5), verdict(1, 5), verdict(0, 1, Judgement.DIFFERENT)])
    assert one.contested
    assert len(people(SIX[:2], [verdict(0, 5)])) == 2


def test_one_spelling_in_one_language_is_shown_as_one() -> None:
    told = [
        mention(0, "Maria Kalesnikava"),
        mention(1, "MARIA KALESNIKAVA"),
        mention(2, "Maria Kalesnikava", "de"),
        mention(3, "Viktar Babaryka"),
    ]
    found = spellings(told, [], str.casefold)
    assert [person.mentions for person in found] == [
        ("c-0000.0", "c-0001.0"),
        ("c-0002.0",),
        ("c-0003.0",),
    ]


def test_verdicts_go_before_spelling() -> None:
    told = [mention(number, "Viktar Babaryka") for number in range(3)] + [
        mention(3, "Eduard Babaryka")
    ]
    apart = [verdict(0, 1, Judgement.DIFFERENT)]
    assert [len(one.mentions) for one in spellings(told, apart, str.casefold)] == [1, 1, 1, 1]
    joined = [verdict(2, 3)]
    assert [len(one.mentions) for one in spellings(told, joined, str.casefold)] == [4]
    assert not any(one.contested for one in spellings(told, apart, str.casefold))


def test_people_are_settled_once_every_mention_was_judged() -> None:
    def names(given: list[Verdict]) -> set[str]:
        return {str(id) for id in settled(spellings(SIX[:3], given, str.casefold), given)}

    assert names([]) == set()
    assert names([verdict(0, 1)]) == set()  # the third goes with them by its spelling alone
    assert names([verdict(0, 1), verdict(1, 2)]) == {"c-0000.0"}
    assert names([verdict(0, 1), verdict(1, 2, Judgement.UNSURE)]) == set()
    assert names([verdict(0, 1), verdict(1, 2, Judgement.DIFFERENT)]) == {"c-0000.0", "c-0002.0"}


def test_a_different_elsewhere_leaves_a_mention_in_its_spelling() -> None:
    told = [mention(0, "Eduard Babaryka"), mention(1, "Eduard Babaryka"), mention(2, "Viktar B.")]
    given = [verdict(0, 2, Judgement.DIFFERENT)]
    assert [len(one.mentions) for one in spellings(told, given, str.casefold)] == [2, 1]


@given(verdicts)
def test_where_all_are_judged_spellings_are_people(given: list[Verdict]) -> None:
    told = [one for one in SIX if any(one.id in (v.left, v.right) for v in given)]
    firm = [one for one in given if one.judgement is not Judgement.UNSURE]
    told = [one for one in told if any(one.id in (v.left, v.right) for v in firm)]
    assert spellings(told, given, str.casefold) == people(told, given)


@given(verdicts, st.data())
def test_the_order_is_of_no_account_to_spellings(given: list[Verdict], data: st.DataObject) -> None:
    turned = data.draw(st.permutations(given))
    assert spellings(SIX, turned, str.casefold) == spellings(SIX, given, str.casefold)


@given(verdicts)
def test_a_different_is_never_overcome_in_silence(given: list[Verdict]) -> None:
    for person in people(SIX, given):
        parted = any(
            one.judgement is Judgement.DIFFERENT and {one.left, one.right} <= {*person.mentions}
            for one in given
        )
        assert person.contested is parted
