"""Decoders of pocketsphinx for one grammar: made when needed, used by one utterance at a time, then used again."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from threading import Condition
from typing import Final

from pocketsphinx import Decoder, get_model_path  # type: ignore[import-untyped]  # the package carries no types

from .acoustics import open_front_end, read_acoustics
from .adaptation import Phoneme
from .automaton import Automaton
from .lexicon import Lexicon
from .wake_rest import WAKE_REST, wake_rests

MAX_DECODERS: Final = 16
"""Utterances that are heard at the same moment; a decoder takes some 10 MB. Others wait, with their sound kept."""
WARM_MEAN: Final = "54.4,0.30,-0.90,7.25,-3.77,-0.66,-1.09"
"""Cepstral mean that a new satellite begins with: measured over speech of nine voices. The model's own default,
40, halves the number of commands that are heard."""
BEAM: Final = 1e-80
WORD_BEAM: Final = 1e-60
"""Beams that lose nothing in a grammar of this size: wider ones change no result, the default ones a few."""

_HOME: Final = "home"
_AFTER_WAKE_WORD: Final = "after wake word"
_ANY_PHONEMES: Final = "any phonemes"
"""pocketsphinx's names for what a decoder can listen for."""
_MODEL: Final = "en-us/en-us"
_DICTIONARY: Final = "en-us/cmudict-en-us.dict"


def dictionary_path() -> Path:
    """Return the dictionary that pocketsphinx carries."""
    return Path(get_model_path(_DICTIONARY))


class Decoders:
    """A bounded pool."""

    def __init__(self, automaton: Automaton, lexicon: Lexicon) -> None:
        """Keep what decoders are made of, and make the first one. Raises ValueError for a grammar that is refused."""
        self.acoustics = read_acoustics(Path(get_model_path(_MODEL)))
        self.front_end = open_front_end()
        """None where pocketsphinx does not export it: then nothing is learnt of voices."""
        self._automaton = automaton
        self._lexicon = lexicon
        self._free: list[Decoder] = []
        self._made = 0
        self._changed = Condition()
        self._free.append(self._make())
        self._made = 1

    def take(self, *, wait: bool) -> Decoder | None:
        """Take a decoder for one utterance. When all are in use, None, or with `wait` the next one that is free."""
        with self._changed:
            while not self._free and self._made >= MAX_DECODERS:
                if not wait:
                    return None
                self._changed.wait()
            if self._free:
                return self._free.pop()
            self._made += 1
        try:
            return self._make()
        except BaseException:
            self.lose()
            raise

    def give_back(self, decoder: Decoder) -> None:
        """Return a decoder that is between utterances."""
        with self._changed:
            self._free.append(decoder)
            self._changed.notify()

    def lose(self) -> None:
        """Say that a decoder that was taken does not come back."""
        with self._changed:
            self._made -= 1
            self._changed.notify()

    def _make(self) -> Decoder:
        decoder = Decoder(
            hmm=get_model_path(_MODEL),
            lm=None,
            # The words are added one by one below: the whole dictionary takes 27 MB in every decoder.
            dict="/dev/null",
            loglevel="FATAL",  # Its messages can name words.
            bestpath=False,  # Decides between equal paths of a word lattice; loses commands here.
            beam=BEAM,
            pbeam=BEAM,
            wbeam=WORD_BEAM,
            cmninit=WARM_MEAN,
        )
        for word, sounds in ((WAKE_REST, wake_rests()), *self._lexicon.sounds.items()):
            for number, sound in enumerate(sounds, 1):
                decoder.add_word(word if number == 1 else f"{word}({number})", sound, False)
        decoder.add_allphone_file(_ANY_PHONEMES, None)
        _add_grammar(decoder, _HOME, _transitions(self._automaton, after_wake_word=False))
        decoder.activate_search(_HOME)
        return decoder

    def after_wake_word(self, decoder: Decoder) -> AbstractContextManager[None]:
        """Let a decoder that is between utterances hear only sentences behind the rest of a wake word for a while.

        It learns them when they are first needed: not every decoder comes to hear the rest of a wake word.
        """
        if decoder.get_fsg(_AFTER_WAKE_WORD) is None:
            _add_grammar(decoder, _AFTER_WAKE_WORD, _transitions(self._automaton, after_wake_word=True))
        return _search(decoder, _AFTER_WAKE_WORD)

    def any_phonemes(self, decoder: Decoder) -> AbstractContextManager[None]:
        """Let a decoder that is between utterances hear any phonemes in any order for a while."""
        return _search(decoder, _ANY_PHONEMES)

    def phonemes(self, decoder: Decoder, words: Iterable[str], hear: Callable[[], None]) -> tuple[Phoneme, ...]:
        """Find where the phonemes of a sentence are in what `hear` lets a decoder hear; nothing where it does not fit.

        It is heard twice: pocketsphinx looks for the words first, and then for the phonemes inside of them.
        """
        try:
            decoder.set_align_text(" ".join(words))
            hear()
            decoder.set_alignment()
            hear()
            return tuple(
                Phoneme(phoneme.name, phoneme.start, phoneme.duration)
                for word in decoder.get_alignment()
                for phoneme in word
            )
        except RuntimeError:  # The words do not fit the sound at all.
            return ()
        finally:
            decoder.activate_search(_HOME)


@contextmanager
def _search(decoder: Decoder, name: str) -> Iterator[None]:
    decoder.activate_search(name)
    try:
        yield
    finally:
        with suppress(RuntimeError):  # It has ended already.
            decoder.end_utt()
        decoder.activate_search(_HOME)


type _Transition = tuple[int, int, float] | tuple[int, int, float, str]


type _Transitions = tuple[int, int, list[_Transition]]


def _add_grammar(decoder: Decoder, name: str, transitions: _Transitions) -> None:
    decoder.add_fsg(name, decoder.create_fsg(name, *transitions))


def _transitions(automaton: Automaton, *, after_wake_word: bool) -> _Transitions:
    """Return the first and the one last state that pocketsphinx wants, and every transition as equally likely."""
    final, first = len(automaton.arcs), len(automaton.arcs) + 1
    spoken: list[_Transition] = [
        (state, target, 1.0, word) for state, arcs in enumerate(automaton.arcs) for word, target in arcs.items()
    ]
    ends: list[_Transition] = [(state, final, 1.0) for state in sorted(automaton.accepting)]
    begin: _Transition = (first, automaton.start, 1.0, WAKE_REST) if after_wake_word else (first, automaton.start, 1.0)
    return first, final, [*spoken, *ends, begin]
