"""Reads the marked sentences, and counts how many of their words are hidden that must be."""

from collections.abc import Iterator
from dataclasses import dataclass
import json
from pathlib import Path
import re
from typing import Final, Literal

from custom_components.earshot.donation.redaction import HomeNames, redact

FOLDER: Final = Path(__file__).parents[2] / "fixtures" / "redaction"
_MARK: Final = re.compile(r"\{(\w+):([^}]*)\}")

type Part = Literal["tuned", "held_out"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, and what must be hidden in it."""

    words: str
    marked: tuple[tuple[int, int, str], ...]
    """First character, the one behind the last, and the kind of each marked part."""


@dataclass(slots=True)
class Count:
    """Words, as `str.split` divides them and without those that are signs alone."""

    sentences: int = 0
    must: int = 0
    """Marked words."""
    missed: int = 0
    """Marked words that stay."""
    hidden: int = 0
    needless: int = 0
    """Hidden words that are not marked."""

    @property
    def recall(self) -> float:
        """Of what must be hidden, how much is."""
        return 1 - self.missed / self.must

    @property
    def precision(self) -> float:
        """Of what is hidden, how much must be."""
        return 1 - self.needless / self.hidden

    def add(self, sentence: Sentence, spans: list[tuple[int, int]]) -> None:
        """Count one more sentence, hidden at `spans`."""
        self.sentences += 1
        marked = [(begin, end) for begin, end, _ in sentence.marked]
        for word in re.finditer(r"\S+", sentence.words):
            if not re.search(r"\w", word[0]):
                continue
            must, is_hidden = _touches(word, marked), _touches(word, spans)
            self.must += must
            self.hidden += is_hidden
            self.missed += must and not is_hidden
            self.needless += is_hidden and not must


def homes() -> dict[str, HomeNames]:
    """Return the home of each language."""
    written = json.loads((FOLDER / "homes.json").read_text(encoding="utf-8"))
    return {
        language: HomeNames(**{kind: tuple(names) for kind, names in home.items()})
        for language, home in written.items()
    }


def sentences(language: str, part: Part) -> Iterator[Sentence]:
    """Read the sentences of one file."""
    for line in (FOLDER / f"{language}.{part}.txt").read_text(encoding="utf-8").splitlines():
        words, marked, done = "", [], 0
        for mark in _MARK.finditer(line):
            words += line[done : mark.start()]
            marked.append((len(words), len(words) + len(mark[2]), mark[1]))
            words += mark[2]
            done = mark.end()
        yield Sentence(words + line[done:], tuple(marked))


def count(language: str, part: Part) -> Count:
    """Hide in all sentences of one file what Earshot would hide, and count."""
    home = homes()[language]
    counted = Count()
    for sentence in sentences(language, part):
        spans = redact(sentence.words, language, home).spans
        counted.add(sentence, [(span.begin, span.end) for span in spans])
    return counted


def _touches(word: re.Match[str], spans: list[tuple[int, int]]) -> bool:
    return any(begin < word.end() and end > word.start() for begin, end in spans)
