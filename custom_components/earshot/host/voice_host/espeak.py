"""The robotic voice and the pronunciations that are always there: libespeak-ng, through ctypes.

`piper-tts` carries the library inside `espeakbridge.so`, which exports espeak-ng's own functions, with the
data beside it, so no further package is needed. The functions and their constants are those of `speak_lib.h`
(API revision 12, espeak-ng 1.52). The library has one state for the whole process and piper's phonemizer
uses the same one: whoever calls into it holds `Espeak.exclusive`, for one short piece of text at a time.
"""

from collections.abc import Iterator
from contextlib import contextmanager
import ctypes
from ctypes import POINTER, c_char_p, c_int, c_short, c_size_t, c_ubyte, c_uint, c_void_p
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
import threading
from typing import Any, Final
import unicodedata

SLOWEST: Final = 80
"""Words per minute: `espeakRATE_MINIMUM`."""
FASTEST: Final = 450
"""Words per minute: `espeakRATE_MAXIMUM`."""
NORMAL: Final = 175
"""Words per minute: `espeakRATE_NORMAL`."""

_SYNCHRONOUS: Final = 2
"""`AUDIO_OUTPUT_SYNCHRONOUS`: the sound goes to the callback, and the call returns when all is made."""
_DO_NOT_EXIT: Final = 0x8000
"""`espeakINITIALIZE_DONT_EXIT`: return an error instead of ending the process when data is missing."""
_UTF8: Final = 1
"""`espeakCHARS_UTF8`. The flags for SSML (0x10) and phoneme brackets (0x100) stay off: text is only text."""
_POSITION_CHARACTER: Final = 1
_RATE: Final = 1
"""`espeakRATE` of `espeak_PARAMETER`."""
_IPA: Final = 0x02
"""`espeakPHONEMES_IPA`: without it, phonemes come in espeak-ng's own ASCII names."""
_MAX_VOICES: Final = 1000
"""The data of 1.52 has 146; a list that does not end is broken."""
_MAX_CLAUSES: Final = 10_000
"""`espeak_TextToPhonemes` takes one clause a call; no text that we pass has more clauses than characters."""


class _Voice(ctypes.Structure):
    """`espeak_VOICE`."""

    _fields_ = (
        ("name", c_char_p),
        ("languages", POINTER(c_ubyte)),
        ("identifier", c_char_p),
        ("gender", c_ubyte),
        ("age", c_ubyte),
        ("variant", c_ubyte),
        ("xx1", c_ubyte),
        ("score", c_int),
        ("spare", c_void_p),
    )


_CALLBACK: Final = ctypes.CFUNCTYPE(c_int, POINTER(c_short), c_int, c_void_p)


@dataclass(frozen=True, slots=True, kw_only=True)
class EspeakVoice:
    """One voice of espeak-ng's data."""

    identifier: str
    """Its file below `lang/`, such as `gmw/en-US`: the name to ask for."""
    name: str
    """As a person reads it: "English (America)"."""
    languages: tuple[tuple[str, int], ...]
    """Lower-case BCP 47 tags, each with espeak-ng's own priority: a smaller number is a better match."""


class Espeak:
    """The one espeak-ng of this process. `Espeak.shared()` opens it; all methods may be called from any thread."""

    def __init__(self, library: Path, data: Path) -> None:
        """Open the library. Raises LookupError when it or its data is missing or does not start."""
        try:
            self._library = _declare(ctypes.CDLL(str(library)))
        except (OSError, AttributeError) as error:
            raise LookupError("espeak-ng cannot be loaded from the piper-tts package") from error
        self._lock = threading.Lock()
        self._voice: str | None = None
        self._collected = bytearray()
        self._limit = 0
        self._callback = _CALLBACK(self._collect)
        with self._lock:
            self.rate: Final[int] = self._library.espeak_Initialize(_SYNCHRONOUS, 0, bytes(data), _DO_NOT_EXIT)
            if self.rate <= 0:
                raise LookupError("espeak-ng does not start: its data is missing or of another version")
            self._library.espeak_SetSynthCallback(self._callback)
            self.voices: Final[tuple[EspeakVoice, ...]] = _voices(self._library)
            self.version: Final[str] = (self._library.espeak_Info(None) or b"unknown").decode().partition(" ")[0]

    @staticmethod
    def shared() -> Espeak:
        """Return this process's espeak-ng. Raises LookupError when `piper-tts` is not installed."""
        return _open_shared()

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        """Keep everybody else out of the library, for a caller that reaches it another way (piper's phonemizer)."""
        with self._lock:
            try:
                yield
            finally:
                self._voice = None

    def speak(self, text: str, *, voice: str, words_per_minute: int = NORMAL, max_seconds: float = 120) -> bytes:
        """Say `text` at once: signed 16 bit mono at `rate`; cut off after `max_seconds`.

        Raises LookupError for an unknown voice and ValueError for a text that espeak-ng refuses.
        """
        encoded = speakable(text).encode()
        with self._lock:
            self._select(voice)
            self._limit = int(max_seconds * self.rate) * 2
            self._collected = bytearray()
            self._library.espeak_SetParameter(_RATE, min(max(words_per_minute, SLOWEST), FASTEST), 0)
            failed = (
                self._library.espeak_Synth(encoded, len(encoded) + 1, 0, _POSITION_CHARACTER, 0, _UTF8, None, None)
                or self._library.espeak_Synchronize()
            )
            pcm, self._collected = bytes(self._collected), bytearray()
        if failed:
            raise ValueError(f"espeak-ng refuses to speak: error {failed}")
        return pcm

    def phonemes(self, text: str, *, voice: str, ipa: bool = True, separator: str = "") -> str:
        """Pronounce `text`: IPA, or espeak-ng's ASCII names; `separator` goes between the phonemes of a word.

        Raises LookupError for an unknown voice, ValueError for a separator of more than one character.
        """
        if len(separator) > 1:
            raise ValueError("a separator is one character")
        mode = (_IPA if ipa else 0) | (ord(separator) << 8 if separator else 0)
        # The library moves the pointer through this buffer, so the buffer must outlive the loop.
        buffer = ctypes.create_string_buffer(speakable(text).encode())
        position = c_void_p(ctypes.addressof(buffer))
        clauses: list[str] = []
        with self._lock:
            self._select(voice)
            while position.value and len(clauses) < _MAX_CLAUSES:
                found = self._library.espeak_TextToPhonemes(ctypes.byref(position), _UTF8, mode)
                clauses.append((found or b"").decode("utf-8", "replace").strip())
        return " ".join(clause for clause in clauses if clause)

    def _select(self, voice: str) -> None:
        """Change the voice, if it is not this one already; reading a voice's dictionary costs milliseconds."""
        if voice == self._voice:
            return
        self._voice = None
        if not voice or "\0" in voice or self._library.espeak_SetVoiceByName(voice.encode()):
            raise LookupError("espeak-ng has no voice of that name")
        self._voice = voice

    def _collect(self, samples: Any, count: int, _events: int | None) -> int:
        """Take sound from the library. Anything but 0 stops it; an exception here could not be raised."""
        if samples and count > 0:
            self._collected += ctypes.string_at(samples, min(count * 2, self._limit - len(self._collected)))
        return int(len(self._collected) >= self._limit)


def speakable(text: str) -> str:
    r"""Replace what must not reach a synthesizer by spaces.

    Control characters end the text (NUL) or are commands inside of it (`\x01` followed by a parameter's letter);
    lone surrogates cannot be encoded; private and unassigned characters have no sound.
    """
    return "".join(
        " " if unicodedata.category(character) in {"Cc", "Cs", "Co", "Cn"} else character for character in text
    )


def library_path() -> Path:
    """Find the folder of the `piper` package without importing it. Raises LookupError when it is not installed."""
    spec = find_spec("piper")
    if spec is None or spec.origin is None:
        raise LookupError("the piper-tts package is not installed")
    return Path(spec.origin).parent


@cache
def _open_shared() -> Espeak:
    folder = library_path()
    return Espeak(folder / "espeakbridge.so", folder / "espeak-ng-data")


def _declare(library: ctypes.CDLL) -> ctypes.CDLL:
    """Give every function that is called its types: without them ctypes would cut pointers to 32 bits."""
    signatures: dict[str, tuple[Any, tuple[Any, ...]]] = {
        "espeak_Initialize": (c_int, (c_int, c_int, c_char_p, c_int)),
        "espeak_SetSynthCallback": (None, (_CALLBACK,)),
        "espeak_Info": (c_char_p, (POINTER(c_char_p),)),
        "espeak_ListVoices": (POINTER(POINTER(_Voice)), (POINTER(_Voice),)),
        "espeak_SetVoiceByName": (c_int, (c_char_p,)),
        "espeak_SetParameter": (c_int, (c_int, c_int, c_int)),
        "espeak_Synth": (
            c_int,
            (c_char_p, c_size_t, c_uint, c_int, c_uint, c_uint, POINTER(c_uint), c_void_p),
        ),
        "espeak_Synchronize": (c_int, ()),
        "espeak_TextToPhonemes": (c_char_p, (POINTER(c_void_p), c_int, c_int)),
    }
    for name, (result, arguments) in signatures.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = arguments
    return library


def _voices(library: ctypes.CDLL) -> tuple[EspeakVoice, ...]:
    """List the voices; the library's own list is only valid until it is next asked."""
    listed = library.espeak_ListVoices(None)
    voices: list[EspeakVoice] = []
    for index in range(_MAX_VOICES):
        if not listed[index]:
            break
        voice = listed[index].contents
        voices.append(
            EspeakVoice(
                identifier=voice.identifier.decode(),
                name=voice.name.decode().strip(),
                languages=_languages(voice.languages),
            )
        )
    return tuple(voices)


def _languages(field: Any) -> tuple[tuple[str, int], ...]:
    """Decode `espeak_VOICE.languages`: a priority byte and a zero-ended tag, again and again, then a zero."""
    languages: list[tuple[str, int]] = []
    place = 0
    while priority := field[place]:
        tag = ctypes.string_at(ctypes.addressof(field.contents) + place + 1)
        languages.append((tag.decode().lower(), priority))
        place += len(tag) + 2
    return tuple(languages)
