"""Which pairs are proposed: the clear, the doubtful, those apart; and what a batch never joins."""

from collections.abc import Sequence
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.resolving.circumstances import Facts
from habeas.resolving.groups import Told, bearers, groups
from habeas.resolving.people import people
from habeas.resolving.proposals import CONTESTED, Proposals, cases, proposals
from habeas.resolving.told import Lists
from habeas.terms.ids import MentionId, VerdictId
from habeas.terms.person import Judgement, Mention, Verdict
from habeas.terms.when import from_edtf
from tests.making import mention

NAMES = (
    ("Maria Kalesnikava", "en"),
    ("Мария Колесникова", "ru"),
    ("Viktar Babaryka", "en"),
    ("Виктор Бабарико", "ru"),
    ("Eduard Babaryka", "en"),
    ("Siarhei Tsikhanouski", "en"),
    ("Sviatlana Tsikhanouskaya", "en"),
    ("Светлана Тихановская", "ru"),
    ("Swjatlana Zichanouskaja", "de"),
    ("Maria Kalesnikava", "en"),
)
EVERYBODY = [mention(number, *name) for number, name in enumerate(NAMES)]
NOTHING = Told({}, Lists({}), ())


def verdict(left: int, right: int, judgement: Judgement = Judgement.SAME) -> Verdict:
    one, other = (MentionId(f"c-{number:04d}.0") for number in (left, right))
    return Verdict(VerdictId(f"j-{left}-{right}-{judgement}"), one, other, judgement, "Ann")


def found(
    mentions: Sequence[Mention], verdicts: Sequence[Verdict] = (), told: Told = NOTHING
) -> Proposals:
    return proposals(groups(mentions, verdicts, told), verdicts)


def joined(mentions: Sequence[Mention], verdicts: Sequence[Verdict] = ()) -> list[set[str]]:
    """The names of each person, once the clear pairs are joined."""
    clear = found(mentions, verdicts).clear
    given = [
        *verdicts,
        *(
            Verdict(VerdictId(f"j-{number}"), *pair.mentions, Judgement.SAME, "machine")
            for number, pair in enumerate(clear)
        ),
    ]
    names = {one.id: one.written for one in mentions}
    return [{names[id] for id in person.mentions} for person in people(mentions, given)]


def test_one_woman_in_all_languages_and_father_and_son_apart() -> None:
    assert joined(EVERYBODY) == [
        {"Maria Kalesnikava", "Мария Колесникова"},
        {"Viktar Babaryka", "Виктор Бабарико"},
        {"Eduard Babaryka"},
        {"Siarhei Tsikhanouski"},
        {"Sviatlana Tsikhanouskaya", "Светлана Тихановская", "Swjatlana Zichanouskaja"},
    ]


def test_no_verdict_more_than_it_takes() -> None:
    clear = found(EVERYBODY).clear
    assert len(clear) == 5
    assert sorted(len(case) for case in cases(clear)) == [1, 2, 2]


def test_those_like_no_other_are_apart_from_the_nearest() -> None:
    apart = {pair.names for pair in found(EVERYBODY).apart}
    assert ("Viktar Babaryka", "Eduard Babaryka") in {*apart, *(pair[::-1] for pair in apart)}
    judged = [verdict(2, 4, Judgement.DIFFERENT)]
    assert all("Eduard Babaryka" not in pair.names for pair in found(EVERYBODY, judged).apart)


def test_a_pair_that_was_judged_is_not_proposed_again() -> None:
    for judgement in Judgement:
        given = [verdict(0, 1, judgement), verdict(0, 9)]
        pairs = found(EVERYBODY, given)
        for pair in (*pairs.clear, *pairs.unclear):
            assert set(pair.names) != {"Maria Kalesnikava", "Мария Колесникова"}
    unsure = [verdict(0, 1, Judgement.UNSURE), verdict(0, 9)]
    again = proposals(groups(EVERYBODY, unsure, NOTHING), unsure, again=True)
    assert any(
        set(pair.names) == {"Maria Kalesnikava", "Мария Колесникова"} for pair in again.unclear
    )


def test_a_different_survives_every_later_merge() -> None:
    """The first is judged different from the second; a third that is like both joins one at most."""
    three = [mention(0, "Святлана Ціханоўская", "be"), *EVERYBODY[6:7], *EVERYBODY[8:9]]
    given = [
        Verdict(VerdictId("j-1"), three[0].id, three[1].id, Judgement.DIFFERENT, "Ann"),
    ]
    for turned in permutations(three):
        pairs = found(turned, given)
        assert len(pairs.clear) == 1
        assert any("whom a verdict does not call one person" in pair.bar for pair in pairs.unclear)


def test_a_contested_group_is_never_clear() -> None:
    given = [verdict(0, 9), verdict(9, 2), verdict(0, 2, Judgement.DIFFERENT)]
    pairs = found(EVERYBODY, given)
    assert any(pair.left.person.contested and pair.bar for pair in pairs.unclear)
    alike = [*EVERYBODY[:2], EVERYBODY[9]]
    given = [verdict(0, 9), verdict(0, 9, Judgement.DIFFERENT)]
    (pair,) = found(alike, given).unclear
    assert pair.bar == CONTESTED
    assert not any(
        group.person.contested for pair in pairs.clear for group in (pair.left, pair.right)
    )


def test_two_seats_of_one_list_are_never_joined() -> None:
    alike = [mention(0, "Maria Kalesnikava"), mention(1, "Maria Kalesnikava")]
    seated = Lists({alike[0].id: ("c-0", 3), alike[1].id: ("c-0", 40)})
    pairs = found(alike, told=Told({}, seated, ()))
    assert not pairs.clear and not pairs.unclear
    (pair,) = pairs.apart
    assert pair.likeness.vetoed


def test_years_of_birth_apart_forbid_what_the_names_allow() -> None:
    alike = [mention(0, "Maria Kalesnikava"), mention(1, "Maria Kalesnikava")]
    born = {
        one.id: Facts(born=from_edtf(year))
        for one, year in zip(alike, ("1982", "1994"), strict=True)
    }
    assert not found(alike, told=Told(born, Lists({}), ())).clear
    same = {one.id: Facts(born=from_edtf("1982")) for one in alike}
    (pair,) = found(alike, told=Told(same, Lists({}), ())).clear
    assert any("1982" in reason.words for reason in pair.likeness.reasons)


def test_people_of_one_name_make_doubt() -> None:
    three = [mention(number, "Maria Kalesnikava") for number in range(3)]
    given = [verdict(0, 1, Judgement.DIFFERENT)]
    assert bearers(groups(three, given, NOTHING), given) == {"maria kalesnikava": 2}
    pairs = found(three, given)
    words = [reason.words for pair in pairs.clear for reason in pair.likeness.reasons]
    assert "2 people of this name in the register" in words


def test_a_name_of_one_word_is_for_human_eyes() -> None:
    pairs = found([mention(0, "Ihar"), mention(1, "Ihar")])
    assert not pairs.clear
    assert len(pairs.unclear) == 1


def test_nobody_and_one_alone() -> None:
    assert found([]) == Proposals((), (), ())
    assert found(EVERYBODY[:1]) == Proposals((), (), ())


given_verdicts = st.lists(
    st.builds(
        verdict,
        st.integers(0, 4),
        st.integers(5, 9),
        st.sampled_from([Judgement.SAME, Judgement.DIFFERENT]),
    ),
    max_size=4,
    unique_by=lambda one: one.id,
)


@settings(max_examples=30)
@given(given_verdicts)
def test_joining_the_clear_makes_nobody_contested(given: list[Verdict]) -> None:
    before = {id for one in people(EVERYBODY, given) if one.contested for id in one.mentions}
    clear = found(EVERYBODY, given).clear
    more = [
        Verdict(VerdictId(f"j-m{number}"), *pair.mentions, Judgement.SAME, "machine")
        for number, pair in enumerate(clear)
    ]
    after = {
        id for one in people(EVERYBODY, [*given, *more]) if one.contested for id in one.mentions
    }
    assert after == before
    assert found(EVERYBODY, [*given, *more]).clear == ()


@settings(max_examples=20)
@given(given_verdicts, st.data())
def test_the_order_is_of_no_account(given: list[Verdict], data: st.DataObject) -> None:
    turned = data.draw(st.permutations(EVERYBODY))
    assert found(turned, data.draw(st.permutations(given))) == found(EVERYBODY, given)


def test_kin_of_one_name_are_never_joined_and_the_words_say_why() -> None:
    """A father and a son of one name: two mentions in one report, and one of each in others."""
    names = (("Ivan Bialou", "en"), ("Ivan Bialou", "en"), ("Іван Белаў", "be"))
    mentions = [mention(number, *name) for number, name in enumerate(names)]
    father, son = (one.id for one in mentions[:2])
    words = "child: “Ivan Bialou and his son Ivan Bialou”"
    told = Told({}, Lists({}), (), {father: {son: words}, son: {father: words}})
    assert len(found(mentions).clear) == 2
    clear = found(mentions, told=told).clear
    assert len(clear) == 1
    assert {father, son} != set(clear[0].mentions)
    (first, second) = groups(mentions[:2], (), told)
    assert first.kin_of(second) == second.kin_of(first) == words


def test_kin_speak_against_by_their_words() -> None:
    mentions = [mention(0, "Ivan Bialou", "en"), mention(1, "Іван Белаў", "be")]
    one, other = (each.id for each in mentions)
    words = "sibling: “Ivan Bialou and his brother Ivan”"
    told = Told({}, Lists({}), (), {one: {other: words}, other: {one: words}})
    assert found(mentions, told=told).clear == ()
    (pair,) = found(mentions, told=told).apart
    assert any(words in reason.words for reason in pair.likeness.reasons)
