# ruff: noqa: RUF001 - the phonetic alphabet is made of letters that look like others
"""From the phonemes of espeak-ng to those of the recogniser's acoustic model.

espeak-ng writes IPA; the model of pocketsphinx has the 39 phonemes of the CMU Pronouncing Dictionary (ARPAbet
without stress). The table follows the dictionary's own phoneme list, with the sounds of espeak-ng's `en-us`
that English does not tell apart, or lacks, given to the nearest one.
"""

from collections.abc import Iterator
import re
from typing import Final

ARPABET: Final = {
    "aɪɚ": "AY ER", "aɪə": "AY AH", "aʊɚ": "AW ER",
    "ɑːɹ": "AA R", "ɔːɹ": "AO R", "oːɹ": "AO R", "ɛɹ": "EH R", "ɪɹ": "IH R", "ʊɹ": "UH R",
    "aɪ": "AY", "aʊ": "AW", "eɪ": "EY", "oʊ": "OW", "əʊ": "OW", "ɔɪ": "OY", "iə": "IY AH",
    "tʃ": "CH", "dʒ": "JH", "n̩": "AH N", "l̩": "AH L", "m̩": "AH M",
    "ɑː": "AA", "ɑ": "AA", "ɒ": "AA", "a": "AA", "æ": "AE", "ʌ": "AH", "ə": "AH", "ɐ": "AH", "ᵻ": "IH",
    "ɔː": "AO", "ɔ": "AO", "oː": "OW", "o": "OW", "ɛ": "EH", "e": "EY", "ɜː": "ER", "ɜ": "ER", "ɚ": "ER",
    "ɪ": "IH", "iː": "IY", "i": "IY", "uː": "UW", "u": "UW", "ʊ": "UH", "y": "UW", "ø": "ER", "œ": "ER",
    "b": "B", "d": "D", "ð": "DH", "f": "F", "ɡ": "G", "g": "G", "h": "HH", "j": "Y", "k": "K", "l": "L",
    "ɫ": "L", "m": "M", "n": "N", "ŋ": "NG", "p": "P", "ɹ": "R", "r": "R", "s": "S", "ʃ": "SH", "t": "T",
    "ɾ": "T", "ʔ": "T", "θ": "TH", "v": "V", "w": "W", "z": "Z", "ʒ": "ZH", "x": "K", "ç": "SH", "ɲ": "N Y",
    "ʎ": "L Y", "ɬ": "L",
}  # fmt: skip

_ORDERED = re.compile("|".join(sorted(map(re.escape, ARPABET), key=len, reverse=True)))
_LANGUAGE_SWITCH = re.compile(r"\([^)]*\)")
"""espeak-ng puts the names of languages around words of another one: `(fr)kafe(en-us)`."""


def to_arpabet(ipa: str) -> str:
    """Translate IPA as espeak-ng writes it; empty where it holds no sound that is known."""
    bare = re.sub("[ˈˌ‿ʲ \n-]", "", _LANGUAGE_SWITCH.sub("", ipa))
    return " ".join(_sounds(bare))


def _sounds(ipa: str) -> Iterator[str]:
    for sound in _ORDERED.finditer(ipa):
        yield from ARPABET[sound[0]].split()
