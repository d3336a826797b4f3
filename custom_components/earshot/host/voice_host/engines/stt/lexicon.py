"""How the words of a grammar sound: from the dictionary, or guessed from the spelling."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
import re
import unicodedata

from .phonemes import to_arpabet

MAX_PHONEMES = 60
"""Longest pronunciation of one word. The dictionary's longest has 28; a made-up word must not fill the memory."""
_SHORTEST_PART = 3
"""Letters of a part of a hyphenated word that is looked up by itself: "wi-fi" is not "wi" and "fi"."""

_UNRELEASED = (" S K", " S T")
"""Endings that lose their last sound where a consonant follows: the "k" of "desk lamp". Without the short form, five
of the tuning voices have some desk lamp heard as a bedside lamp."""

type Guess = Callable[[str], str]
"""From a spelling to IPA."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Pronunciations, in the dictionary's phonemes separated by spaces."""

    sounds: Mapping[str, tuple[str, ...]]
    """For each word that can be heard, one or more pronunciations."""
    guessed: tuple[str, ...]
    unheard: tuple[str, ...]


def unescape(word: str) -> str:
    """Write a word of the grammar as Home Assistant knows it: `_hex_` is the character of that number."""
    return re.sub(r"_([0-9a-f]{1,6})_", _character, word)


_NUMBER = re.compile(r"_n([0-9]*)_(.+)")
"""A word of a number, with the digits that it contributes. No escaped word begins so: `n` is no hexadecimal digit."""


def spoken(word: str) -> str:
    """Write a word of the grammar as it is said: of a number, its words."""
    number = _NUMBER.fullmatch(word)
    return unescape(number[2] if number else word)


def written(words: Iterable[str]) -> str:
    """Write words of the grammar as the text that Home Assistant gets: the words of a number as its digits."""
    text = ""
    inside = False
    for word in words:
        number = _NUMBER.fullmatch(word)
        text += ("" if number and inside else " ") + (number[1] if number else unescape(word))
        inside = number is not None
    return text[1:]


def _character(match: re.Match[str]) -> str:
    number = int(match[1], 16)
    return chr(number) if number <= 0x10FFFF else match[0]  # noqa: PLR2004 - the last character of Unicode


def pronounce(words: Collection[str], dictionary: Path, guess: Guess) -> Lexicon:
    """Find how `words` of a grammar sound. Reads the dictionary, some 130,000 lines, once."""
    parts = {word: _parts(spoken(word)) for word in words}
    pieces = {piece for spoken in parts.values() for piece in spoken}
    spellings = {form for piece in pieces for part in (piece, *_halves(piece)) for form in _forms(part)}
    known = _look_up(spellings, dictionary)
    sounds: dict[str, tuple[str, ...]] = {}
    guessed, unheard = [], []
    for word in sorted(words):
        found = [_sound(piece, known, guess) for piece in parts[word]]
        joined = _join([sound.ways for sound in found])
        if not joined:
            unheard.append(spoken(word))
            continue
        sounds[word] = _with_short_forms(joined)
        if any(sound.guessed for sound in found):
            guessed.append(spoken(word))
    return Lexicon(sounds=sounds, guessed=tuple(guessed), unheard=tuple(unheard))


@dataclass(frozen=True, slots=True)
class _Sound:
    ways: tuple[str, ...]
    guessed: bool = False


def _sound(piece: str, known: Mapping[str, tuple[str, ...]], guess: Guess) -> _Sound:
    for form in _forms(piece):
        if form in known:
            return _Sound(known[form])
    halves = _halves(piece)
    if len(halves) > 1 and all(len(half) >= _SHORTEST_PART and half in known for half in halves):
        return _Sound(_join([known[half] for half in halves]))
    if any(char.isalpha() and not unicodedata.name(char, "").startswith("LATIN") for char in piece):
        return _Sound(())
    sound = to_arpabet(guess(piece))
    return _Sound((sound,) if sound else (), guessed=any(char.isalpha() for char in piece))


def _parts(text: str) -> list[str]:
    """Split a word as it is written into what sounds: an emoji beside a name does not."""
    pieces = text.lower().split()
    sounding = [piece for piece in pieces if any(char.isalnum() for char in piece)]
    return sounding or pieces


def _forms(piece: str) -> tuple[str, ...]:
    """Return the spellings under which a dictionary may have a word, the best first."""
    bare = "".join(char for char in unicodedata.normalize("NFKD", piece) if not unicodedata.combining(char))
    plain = re.sub(r"[^\w'.-]", "", bare)
    return tuple(dict.fromkeys((piece, bare, plain)))


def _halves(piece: str) -> list[str]:
    """Split a word that is written with a hyphen, a stroke or a stop."""
    return [half for half in re.split(r"[-/.]", piece) if half]


def _join(parts: list[tuple[str, ...]]) -> tuple[str, ...]:
    """Say the parts one after the other: every way for a single part, the first ways of several."""
    if not parts or not all(parts):
        return ()
    ways = parts[0] if len(parts) == 1 else (" ".join(way[0] for way in parts),)
    return tuple(way for way in ways if len(way.split()) <= MAX_PHONEMES)


def _with_short_forms(ways: tuple[str, ...]) -> tuple[str, ...]:
    """Add to each way how it is said before a consonant, where that differs."""
    short = (way.rpartition(" ")[0] for way in ways if way.endswith(_UNRELEASED))
    return tuple(dict.fromkeys((*ways, *short)))


def _look_up(words: Collection[str], dictionary: Path) -> dict[str, tuple[str, ...]]:
    """Read the dictionary: a word, or `word(2)` for its second pronunciation, and phonemes."""
    found: dict[str, tuple[str, ...]] = {}
    with dictionary.open(encoding="utf-8") as lines:
        for line in lines:
            entry, _, sound = line.strip().partition(" ")
            word = entry.partition("(")[0]
            if word in words:
                found[word] = (*found.get(word, ()), sound)
    return found
