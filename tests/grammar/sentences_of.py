"""Sentences drawn by lot from a grammar, through the voice host's reader of grammars."""

from collections.abc import Iterator
from functools import cache
import random

from voice_host.engines.stt.automaton import Automaton
from voice_host.engines.stt.jsgf import read_grammar
from voice_host.engines.stt.lexicon import spoken, written


@cache
def _read(jsgf: str) -> Automaton:
    return read_grammar(jsgf)


def draw(jsgf: str, count: int) -> Iterator[str]:
    """Draw `count` sentences; every place where a sentence may go on is gone through by lot."""
    automaton = _read(jsgf)
    lots = random.Random(count)  # noqa: S311 - the same sentences each time
    for _ in range(count):
        words: list[str] = []
        state = automaton.start
        while automaton.arcs[state] and not (state in automaton.accepting and lots.random() < 1 / 4):
            word = lots.choice(sorted(automaton.arcs[state]))
            words.append(word)
            state = automaton.arcs[state][word]
        yield written(words)


def beginning(jsgf: str, words: str) -> Iterator[str]:
    """Go through every sentence that begins with `words`."""
    automaton = _read(jsgf)
    state = automaton.start
    for word in words.split():
        state = automaton.arcs[state][word]
    waiting: list[tuple[tuple[str, ...], int]] = [(tuple(words.split()), state)]
    while waiting:
        gone, state = waiting.pop()
        if state in automaton.accepting:
            yield written(gone)
        waiting.extend(((*gone, word), target) for word, target in automaton.arcs[state].items())


def is_in(jsgf: str, sentence: str) -> bool:
    """Whether the grammar has a sentence, as it is said."""
    return bool(texts(jsgf, sentence))


def texts(jsgf: str, sentence: str) -> set[str]:
    """Return every text that a sentence is written as: words that are said alike may be in a name or in a number."""
    automaton = _read(jsgf)
    ways: list[tuple[tuple[str, ...], int]] = [((), automaton.start)]
    for said in sentence.split():
        ways = [
            ((*gone, word), target)
            for gone, state in ways
            for word, target in automaton.arcs[state].items()
            if spoken(word) == said
        ]
    return {written(gone) for gone, state in ways if state in automaton.accepting}
