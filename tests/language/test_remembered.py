"""Answers about words are worked out once, and not kept without bounds."""

from habeas.language.remembered import Remembered


def test_a_word_is_asked_once() -> None:
    asked: list[str] = []

    def ask(word: str) -> int:
        asked.append(word)
        return len(word)

    lengths = Remembered(ask, 10)
    assert [lengths["one"], lengths["three"], lengths["one"]] == [3, 5, 3]
    assert asked == ["one", "three"]


def test_no_more_words_are_kept_than_allowed_and_answers_stay_the_same() -> None:
    lengths = Remembered(len, 3)
    words = ["a", "bb", "ccc", "dddd", "a"]
    assert [lengths[word] for word in words] == [1, 2, 3, 4, 1]
    assert len(lengths) <= 3
