"""The engine that needs no download: pocketsphinx, hearing nothing but the sentences of this home."""

from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.metadata import version
from threading import Lock
from time import monotonic
from typing import Final, override

from pocketsphinx import Decoder  # type: ignore[import-untyped]  # the package carries no types

from ...contract import VERDICT_ACCEPTED, VERDICT_REJECTED, VERDICT_SILENCE, EngineInfo, GrammarBuilt, HomeGrammar
from ...espeak import Espeak
from ..interface import Heard, SpeechEngine, SpeechStream
from .adaptation import Adaptation
from .decoders import WARM_MEAN, Decoders, dictionary_path
from .evidence import Bar, background, evidence
from .hearing import PLAIN_EAR, Ear, Found, Sounding, best, better, find
from .jsgf import read_grammar
from .lexicon import pronounce, written
from .sound import Sound
from .vocal_tract import OTHERS, PLAIN, vocal_tract
from .wake_rest import CERTAIN
from .word_times import word_times

NAME: Final = "pocketsphinx"
LANGUAGES: Final = ("en", "en-US")
MAX_SPEAKERS: Final = 256
"""Satellites whose voices are remembered; the one that spoke longest ago is forgotten."""
_ESPEAK_VOICE: Final = "en-us"
_FAR: Final = 0.5
"""Between the loudness (the first value of a cepstral mean) that an utterance was heard with and its own. Heard with
a mean 0.9 too low, three sentences of ten were right at 20 dB SNR, and all ten when heard again with their own."""

_OTHER_GAIN: Final = 1.5
"""Between the gain that an utterance was heard with and the one it wants: 3.5 dB, a step towards the microphone."""


@dataclass(slots=True)
class Speaker:
    """What is remembered of the voices at one satellite, in memory only."""

    mean: str = WARM_MEAN
    """Cepstral mean after its last utterance."""
    gain: float = 1.0
    """How many times louder its last utterance was made."""
    bar: Bar = field(default_factory=Bar)
    adaptation: Adaptation = field(default_factory=Adaptation)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Home:
    decoders: Decoders
    built: GrammarBuilt


class ClosedGrammarEngine(SpeechEngine):
    """Hears one home's sentences in English, and says of everything else that it is none."""

    def __init__(self, detail: str, problems: tuple[str, ...] = ()) -> None:
        """Begin without a grammar; `detail` says why this engine answers."""
        self._detail = detail
        self.problems = problems
        """Models that were found and cannot be used, one English sentence each."""
        self._home: _Home | None = None
        self._building = Lock()
        self._speakers: OrderedDict[str, Speaker] = OrderedDict()
        self._speakers_lock = Lock()

    @property
    @override
    def info(self) -> EngineInfo:
        return EngineInfo(
            stage="speech_to_text",
            name=NAME,
            version=version("pocketsphinx"),
            model="en-us with this home's sentences",
            detail=self._detail,
        )

    @property
    @override
    def languages(self) -> tuple[str, ...]:
        return LANGUAGES

    @override
    def start(self, *, language: str, speaker: str, times: bool = False) -> SpeechStream:
        if not _is_english(language):
            raise LookupError("this engine hears English only")
        home = self._home
        if home is None:
            raise LookupError("the home's sentences have not come yet")
        return _Utterance(home.decoders, self._speaker(speaker), times=times)

    @override
    def set_home(self, grammar: HomeGrammar) -> GrammarBuilt:
        if not _is_english(grammar.language):
            raise ValueError("this engine hears English only")
        with self._building:
            if self._home is not None and self._home.built.revision == grammar.revision:
                return self._home.built
            self._home = _build(grammar)
            return self._home.built

    def _speaker(self, name: str) -> Speaker:
        with self._speakers_lock:
            speaker = self._speakers.setdefault(name, Speaker())
            self._speakers.move_to_end(name)
            while len(self._speakers) > MAX_SPEAKERS:
                self._speakers.popitem(last=False)
            return speaker


def _is_english(language: str) -> bool:
    return language.replace("_", "-").split("-")[0].lower() == "en"


def _build(grammar: HomeGrammar) -> _Home:
    """Make the decoders for a grammar; raises ValueError when it is none."""
    began = monotonic()
    words = read_grammar(grammar.jsgf).words
    espeak = Espeak.shared()
    lexicon = pronounce(words, dictionary_path(), lambda word: espeak.phonemes(word, voice=_ESPEAK_VOICE))
    heard = read_grammar(grammar.jsgf, lexicon.sounds.__contains__)
    if not heard.words:
        raise ValueError("the grammar has no sentence that can be heard")
    decoders = Decoders(heard, lexicon)
    built = GrammarBuilt(
        revision=grammar.revision,
        words=len(words),
        guessed=lexicon.guessed,
        unheard=lexicon.unheard,
        took_ms=round((monotonic() - began) * 1000),
    )
    return _Home(decoders=decoders, built=built)


class _Utterance(SpeechStream):
    """One utterance: decoded as it comes if a decoder is free, otherwise when one is."""

    def __init__(self, decoders: Decoders, speaker: Speaker, *, times: bool) -> None:
        self._decoders = decoders
        self._times = times
        self._speaker = speaker
        self._gain = speaker.gain
        self._sound = Sound(gain=self._gain)
        self._waiting = bytearray()
        self._decoder: Decoder | None = None
        self._mean = speaker.mean
        self._ended = False
        self._lock = Lock()

    @override
    def feed(self, pcm: bytes) -> None:
        with self._lock:
            if self._ended:
                return
            self._waiting += self._sound.take(pcm)
            self._decode(wait=False)

    @override
    def finish(self) -> Heard:
        with self._lock:
            if self._ended:
                raise RuntimeError("the utterance has ended")
            self._decode(wait=True)
            try:
                return self._decide()
            finally:
                self._end()

    @override
    def cancel(self) -> None:
        with self._lock:
            if not self._ended:
                self._end()

    def _decode(self, *, wait: bool) -> None:
        if self._decoder is None:
            self._decoder = self._decoders.take(wait=wait)
            if self._decoder is None:
                return
            self._mean = self._speaker.mean
            self._decoder.set_cmn(self._mean)
            self._decoder.start_utt()
        if self._waiting:
            sound, self._waiting = bytes(self._waiting), bytearray()
            self._decoder.process_raw(sound)

    def _decide(self) -> Heard:
        assert self._decoder is not None  # noqa: S101 - `_decode` with `wait` has set it
        decoder = self._decoder
        decoder.end_utt()
        if not self._sound.has_speech:
            return Heard(text="", verdict=VERDICT_SILENCE, score=None, engine=NAME)
        self._adapt(decoder)
        found = find(decoder)
        sounding = self._sounding()
        ear = Ear(map=self._speaker.adaptation.map if sounding.cepstra is not None else None)
        if ear.map is not None:
            found = best((found, self._find_as(decoder, sounding, ear)))
        if found is None or found.fit.whole < CERTAIN:
            found = self._find_again(decoder, sounding, found)
        return self._judge(decoder, sounding, found)

    def _sounding(self) -> Sounding:
        pcm = self._sound.again(gain=self._gain)
        front_end = self._decoders.front_end
        return Sounding(pcm, front_end.cepstra(pcm) if front_end else None, self._mean)

    def _find_again(self, decoder: Decoder, sounding: Sounding, so_far: Found | None) -> Found | None:
        """Look for what fits better: another vocal tract, and then the rest of a wake word before the sentence."""
        found = best((so_far, *(self._find_as(decoder, sounding, Ear(stretch)) for stretch in OTHERS)))
        with self._decoders.after_wake_word(decoder):
            return better(found, self._find_as(decoder, sounding, found.ear if found else PLAIN_EAR))

    def _find_as(self, decoder: Decoder, sounding: Sounding, ear: Ear) -> Found | None:
        with sounding.heard(decoder, ear):
            return find(decoder, ear)

    def _adapt(self, decoder: Decoder) -> None:
        """Hear the utterance again where its voice or room is not what the satellite's last one had."""
        gain = self._sound.gain_wanted
        if max(gain, self._gain) > _OTHER_GAIN * min(gain, self._gain):
            self._gain = gain
            self._mean = WARM_MEAN  # The satellite's own is of sound that was not as loud.
            self._hear_again(decoder)
        own = decoder.get_cmn(True)
        if abs(_loudness(own) - _loudness(self._mean)) > _FAR:
            self._mean = own
            self._hear_again(decoder)
        self._mean = own
        self._speaker.mean, self._speaker.gain = own, self._gain

    def _judge(self, decoder: Decoder, sounding: Sounding, found: Found | None) -> Heard:
        if found is None:
            return Heard(text="", verdict=VERDICT_REJECTED, score=None, engine=NAME)
        score = evidence(found.fit, self._background(decoder, sounding, found))
        accepted = self._speaker.bar.accepts(score)
        if accepted:
            self._learn(decoder, sounding, found)
        return Heard(
            text=written(found.words) if accepted else "",
            verdict=VERDICT_ACCEPTED if accepted else VERDICT_REJECTED,
            score=score,
            engine=NAME,
            times=word_times(found.words, found.stretches) if accepted and self._times else None,
        )

    def _background(self, decoder: Decoder, sounding: Sounding, found: Found) -> float:
        with self._decoders.any_phonemes(decoder), sounding.heard(decoder, found.ear):
            return background(decoder.seg(), found.fit.begin, found.fit.end)

    def _learn(self, decoder: Decoder, sounding: Sounding, found: Found) -> None:
        """Learn how this voice differs; not behind the rest of a wake word, of which it is unknown how long it is."""
        if sounding.cepstra is None or found.behind_rest:
            return
        adaptation = self._speaker.adaptation
        with vocal_tract(decoder, PLAIN):
            phonemes = self._decoders.phonemes(decoder, found.words, lambda: sounding.run(decoder, adaptation.map))
        adaptation.learn(self._decoders.acoustics, sounding.centred, phonemes)

    def _hear_again(self, decoder: Decoder) -> None:
        """Decode the whole utterance once more."""
        decoder.set_cmn(self._mean)
        decoder.start_utt()
        decoder.process_raw(self._sound.again(gain=self._gain))
        decoder.end_utt()

    def _end(self) -> None:
        """Let go of the decoder; one that an utterance was broken off in is not worth keeping."""
        self._ended = True
        decoder, self._decoder = self._decoder, None
        self._waiting.clear()
        if decoder is None:
            return
        with suppress(RuntimeError):  # It has ended already.
            decoder.end_utt()
        self._decoders.give_back(decoder)


def _loudness(mean: str) -> float:
    return float(mean.split(",", 1)[0])
