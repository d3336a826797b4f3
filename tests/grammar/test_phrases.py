from hypothesis import given, strategies as st
import pytest

from custom_components.earshot.grammar.phrases import Phrase, write_phrases
from voice_host.engines.stt.automaton import Automaton
from voice_host.engines.stt.jsgf import read_grammar

words = st.sampled_from(["a", "b", "c", "d"])
phrases = st.sets(st.lists(words, min_size=1, max_size=4).map(tuple), min_size=1, max_size=12)


def sentences(automaton: Automaton, state: int | None = None) -> set[Phrase]:
    state = automaton.start if state is None else state
    ended: set[Phrase] = {()} if state in automaton.accepting else set()
    return ended | {(word, *rest) for word, to in automaton.arcs[state].items() for rest in sentences(automaton, to)}


def read(expression: str) -> set[Phrase]:
    return sentences(read_grammar(f"#JSGF V1.0;\ngrammar test;\npublic <top> = {expression};\n"))


@pytest.mark.parametrize(
    ("given_phrases", "written"),
    [
        ({("turn", "on"), ("turn", "off"), ("switch", "on"), ("switch", "off")}, "((switch | turn) (off | on))"),
        ({("turn", "on"), ("turn", "on", "the")}, "turn on [the]"),
        ({("lights",)}, "lights"),
        ({(), ("the",)}, "[the]"),
        (set(), "<VOID>"),
    ],
)
def test_what_is_alike_is_written_once(given_phrases: set[Phrase], written: str) -> None:
    assert write_phrases(given_phrases) == written


@given(phrases)
def test_what_is_written_is_what_was_given(given_phrases: set[Phrase]) -> None:
    assert read(write_phrases(given_phrases)) == given_phrases


@given(phrases)
def test_the_empty_phrase_makes_it_optional(given_phrases: set[Phrase]) -> None:
    assert read(f"x {write_phrases({*given_phrases, ()})}") == {("x", *phrase) for phrase in {*given_phrases, ()}}
