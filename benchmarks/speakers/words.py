"""What a recogniser hears of commands: its words, whether or not the assistant would act upon them.

The voice host's recogniser learns a satellite's voices, looks again at what fits badly, and refuses what it is not sure
of. None of that says how much of a single clip's words is left: here its acoustic model and the home's grammar hear
each clip once and by itself, with the clip's own cepstral mean.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.commands.sameness import canonical
from custom_components.earshot.grammar import HomeNames, build_grammar
from voice_host.engines.stt.decoders import Decoders, dictionary_path
from voice_host.engines.stt.jsgf import read_grammar
from voice_host.engines.stt.lexicon import pronounce
from voice_host.espeak import Espeak


@dataclass(slots=True)
class Tally:
    """Counts what was heard."""

    sentences: int = 0
    right: int = 0
    words: int = 0
    errors: int = 0

    def add(self, said: str, heard: str) -> None:
        """Count one sentence, up to articles, plurals and how numbers are spelt."""
        wanted, got = canonical(said).split(), canonical(heard).split()
        self.sentences += 1
        self.right += wanted == got
        self.words += len(wanted)
        self.errors += distance(wanted, got)

    @property
    def sentences_right(self) -> float:
        """Share of the sentences without a mistake."""
        return self.right / self.sentences

    @property
    def word_errors(self) -> float:
        """Word error rate: words that are wrong, missing or too many, per word that was said."""
        return self.errors / self.words


class Listener:
    """Hears single clips."""

    def __init__(self, home: HomeNames) -> None:
        jsgf = build_grammar("en", home).jsgf
        espeak = Espeak.shared()
        lexicon = pronounce(
            read_grammar(jsgf).words, dictionary_path(), lambda word: espeak.phonemes(word, voice="en-us")
        )
        decoder = Decoders(read_grammar(jsgf, lexicon.sounds.__contains__), lexicon).take(wait=True)
        assert decoder
        self._decoder = decoder

    def hear(self, pcm: bytes) -> str:
        """Return the sentence of the home that fits a clip best, or nothing where none does."""
        self._decoder.start_utt()
        self._decoder.process_raw(pcm, full_utt=True)
        self._decoder.end_utt()
        found = self._decoder.hyp()
        return found.hypstr if found else ""


def distance(wanted: Sequence[str], got: Sequence[str]) -> int:
    """Return how many words must be put in, taken out or exchanged to make one out of the other."""
    row = list(range(len(got) + 1))
    for number, word in enumerate(wanted, 1):
        above, row[0] = row[0], number
        for at, other in enumerate(got, 1):
            above, row[at] = row[at], min(row[at] + 1, row[at - 1] + 1, above + (word != other))
    return row[-1]
