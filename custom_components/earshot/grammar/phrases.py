"""Sets of phrases written as compact JSGF: what begins or goes on alike is written once."""

from collections import defaultdict
from collections.abc import Collection

type Phrase = tuple[str, ...]
"""Words, and references to rules such as `<color>`."""


def write_phrases(phrases: Collection[Phrase]) -> str:
    """Write a JSGF expression that matches exactly `phrases`; the empty phrase makes it optional.

    Phrases are factored by their first word, and first words that go on alike are put together. The same set
    is always written the same way.
    """
    if not phrases:
        return "<VOID>"
    tails: defaultdict[str, set[Phrase]] = defaultdict(set)
    for phrase in phrases:
        if phrase:
            tails[phrase[0]].add(phrase[1:])
    if not tails:
        return ""
    heads: defaultdict[frozenset[Phrase], list[str]] = defaultdict(list)
    for word, rest in tails.items():
        heads[frozenset(rest)].append(word)
    branches = sorted(_write_branch(sorted(words), rest) for rest, words in heads.items())
    return _enclose(branches, optional=() in phrases)


def _write_branch(words: list[str], rest: frozenset[Phrase]) -> str:
    tail = write_phrases(rest)
    return f"{_enclose(words)} {tail}" if tail else " | ".join(words)


def _enclose(branches: list[str], *, optional: bool = False) -> str:
    text = " | ".join(branches)
    if optional:
        return f"[{text}]"
    return f"({text})" if "|" in text else text
