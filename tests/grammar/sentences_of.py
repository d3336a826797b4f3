"""Sentences drawn by lot from a grammar, through the voice host's reader of grammars."""

from collections.abc import Iterator
from functools import cache
import random

from voice_host.engines.stt.automaton import Automaton
from voice_host.engines.stt.jsgf import read_grammar
from voice_host.engines.stt.lexicon import unescape


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
            words.append(unescape(word))
            state = automaton.arcs[state][word]
        yield " ".join(words)


def beginning(jsgf: str, words: str) -> Iterator[str]:
    """Go through every sentence that begins with `words`."""
    automaton = _read(jsgf)
    state = automaton.start
    for word in words.split():
        state = automaton.arcs[state][word]
    waiting = [(words, state)]
    while waiting:
        text, state = waiting.pop()
        if state in automaton.accepting:
            yield text
        waiting.extend((f"{text} {unescape(word)}", target) for word, target in automaton.arcs[state].items())


def is_in(jsgf: str, sentence: str) -> bool:
    """Whether the grammar has a sentence."""
    automaton = _read(jsgf)
    state = automaton.start
    by_text = [{unescape(word): target for word, target in arcs.items()} for arcs in automaton.arcs]
    for word in sentence.split():
        if word not in by_text[state]:
            return False
        state = by_text[state][word]
    return state in automaton.accepting
