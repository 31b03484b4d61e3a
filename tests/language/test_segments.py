from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.language.pack import codes, pack
from habeas.language.segments import clauses, sentences

_FOLDER = Path(__file__).with_name("samples") / "sentences"
_CASES = [
    (path.stem, line)
    for path in sorted(_FOLDER.glob("*.txt"))
    for line in path.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("code", "line"), _CASES)
def test_sentences_begin_where_the_sample_says(code: str, line: str) -> None:
    plain = line.replace("\\n", "\n")
    text = plain.replace("‖ ", "")
    wanted = [part.strip() for part in plain.split("‖")]
    assert [text[start:stop] for start, stop in sentences(text, pack(code))] == wanted, line


def test_lines_wrapped_by_hand_are_joined() -> None:
    text = (
        "In Belarus sitzen mindestens 1.460 Menschen aus politischen Gründen\n"
        "in Haft, sagt Wjasna; das sind mehr als im vergangenen Jahr, und die\n"
        "Zahl steigt. Niemand weiß, warum.\n"
    )
    assert len(sentences(text, pack("de"))) == 2


def test_clauses_split_at_signs_and_cue_words() -> None:
    text = "Er wurde verurteilt, weil er protestierte; sie floh, rote, alte Schuhe tragend."
    spans = clauses(text, pack("de"))
    assert [text[start:stop] for start, stop in spans] == [
        "Er wurde verurteilt,",
        "weil er protestierte;",
        "sie floh, rote, alte Schuhe tragend.",
    ]


def test_clauses_of_one_sentence() -> None:
    text = "Zuerst dies. Er kam, aber sie ging."
    within = sentences(text, pack("de"))[1]
    spans = clauses(text, pack("de"), within)
    assert [text[start:stop] for start, stop in spans] == ["Er kam,", "aber sie ging."]


_WORDS = st.sampled_from(
    [*"abzÄЖї.!?…;,:\n\t \u00a0–-„“«»()[]1939", "z. B. ", "г. ", "13. ", "\n\n", "\n- "]
)
_TEXTS = st.one_of(st.text(max_size=200), st.lists(_WORDS, max_size=120).map("".join))


@settings(max_examples=60, deadline=None)
@given(text=_TEXTS, code=st.sampled_from(codes()))
def test_segments_partition_the_text(text: str, code: str) -> None:
    for spans in (sentences(text, pack(code)), clauses(text, pack(code))):
        last = 0
        for start, stop in spans:
            assert last <= start < stop <= len(text)
            assert not text[last:start].strip()
            assert text[start:stop] == text[start:stop].strip()
            last = stop
        assert not text[last:].strip()


@settings(max_examples=30, deadline=None)
@given(text=_TEXTS, code=st.sampled_from(codes()))
def test_clauses_lie_within_sentences(text: str, code: str) -> None:
    outer = sentences(text, pack(code))
    for start, stop in clauses(text, pack(code)):
        assert any(first <= start and stop <= last for first, last in outer)
