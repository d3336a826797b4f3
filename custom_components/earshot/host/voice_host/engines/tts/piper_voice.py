"""Piper voices: reading the description of one that lies on disk, loading it, and speaking with it.

A voice is a pair of files, `NAME.onnx` and `NAME.onnx.json`, as piper's own downloader writes them. The
description is read when the folder is searched; the network is loaded when the voice first has to speak.
"""

from dataclasses import dataclass
import json
import logging
from pathlib import Path
import re
from typing import TYPE_CHECKING, Any, Final

from ...espeak import Espeak, speakable
from ..interface import Speech, Voice
from . import languages

if TYPE_CHECKING:
    import piper

MAX_DESCRIPTION_BYTES: Final = 1024 * 1024
"""Piper's own are 5 kB; the one with the most speakers (904) has 20 kB."""
MAX_RATE: Final = 48_000
"""Samples per second. Piper's voices have 16,000 or 22,050."""
_MIN_RATE: Final = 8_000
MAX_SPEAKERS: Final = 4096
"""Four times the largest that exists."""
_QUALITIES: Final = ("high", "medium", "low", "x_low")
_PHONEMIZERS: Final = ("espeak", "text")
"""What the packages of the host can pronounce with. Piper's others (pinyin, Japanese, Thai, Hebrew) need
packages or downloads of their own."""
_THREADS: Final = 2
"""Threads of one synthesis. More make a sentence of a home's length hardly faster and starve the wake word."""
_OPENING_BRACKET: Final = re.compile(r"\[(?=\[)")
_LOUDEST: Final = 32_767
_SILENCE: Final = 1e-8
"""A piece whose loudest sample is below this is silence and is not made loud; piper's own figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PiperFile:
    """A voice on disk, described and not loaded."""

    model: Path
    description: dict[str, Any]
    """The `.onnx.json`, checked as far as `read` says."""
    voice: Voice
    quality: int
    """Its place among piper's qualities: 0 is the best."""


def read(model: Path) -> PiperFile:
    """Read the description beside `model`. Raises ValueError with a reason, OSError when it cannot be read."""
    path = model.with_name(f"{model.name}.json")
    with path.open("rb") as file:
        encoded = file.read(MAX_DESCRIPTION_BYTES + 1)
    if len(encoded) > MAX_DESCRIPTION_BYTES:
        raise ValueError("its description is too long")
    try:
        description = json.loads(encoded)
    except (UnicodeError, json.JSONDecodeError, RecursionError) as error:
        raise ValueError("its description is not JSON") from error
    try:
        rate, count = int(description["audio"]["sample_rate"]), int(description["num_speakers"])
        names = _speaker_names(description.get("speaker_id_map") or {}, count)
        tag = description.get("language", {}).get("code") or description["espeak"]["voice"]
        phonemizer = description.get("phoneme_type", "espeak")
        quality = description["audio"].get("quality")
    except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise ValueError("its description lacks a part or has a wrong one") from error
    if phonemizer not in _PHONEMIZERS:
        raise ValueError("its pronunciation needs a package that the host does not have")
    if count > MAX_SPEAKERS:
        raise ValueError("it has too many speakers")
    if not _MIN_RATE <= rate <= MAX_RATE:
        raise ValueError("its sample rate is out of range")
    return PiperFile(
        model=model,
        description=description,
        voice=Voice(
            name=model.stem, languages=(languages.normal(str(tag)),), speakers=names, rate=rate, fallback=False
        ),
        quality=_QUALITIES.index(quality) if quality in _QUALITIES else len(_QUALITIES),
    )


def _speaker_names(numbers: dict[str, int], count: int) -> tuple[str, ...]:
    """Name the speakers in the order of their numbers; those without a name are called by their number."""
    if count <= 1:
        return ()
    names = {number: name for name, number in numbers.items()}
    return tuple(str(names.get(number, number)) for number in range(min(count, MAX_SPEAKERS)))


class PiperVoice:
    """A loaded voice. It may speak in several threads at once; only the pronunciation is one at a time."""

    def __init__(self, file: PiperFile, espeak: Espeak) -> None:
        """Load the network. Raises ValueError with a reason when it is no Piper voice."""
        # Half a second that a host with the fallback voice alone never spends.
        import onnxruntime  # type: ignore[import-untyped]  # noqa: PLC0415 - see above; it ships no types
        import piper  # noqa: PLC0415

        # It writes what it is asked to say at DEBUG, and phonemes that it does not know at WARNING.
        logging.getLogger("piper").setLevel(logging.ERROR)
        self._file = file
        self._espeak = espeak
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = _THREADS
        options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 4
        try:
            config = piper.PiperConfig.from_dict(file.description)
            session = onnxruntime.InferenceSession(str(file.model), options, providers=["CPUExecutionProvider"])
        except Exception as error:
            raise ValueError("its network cannot be loaded") from error
        inputs = {each.name for each in session.get_inputs()}
        if inputs - {"sid"} != {"input", "input_lengths", "scales"} or ("sid" in inputs) != bool(file.voice.speakers):
            raise ValueError("its network is not that of a Piper voice")
        self._piper: piper.PiperVoice = piper.PiperVoice(session=session, config=config, download_dir=file.model.parent)

    def say(self, piece: str, *, speaker: str | None, language: str | None, speed: float) -> Speech:  # noqa: ARG002
        """Say one piece, in the one language of the voice.

        Raises LookupError for an unknown speaker, ValueError when the network fails on this piece.
        """
        import numpy as np  # noqa: PLC0415 - as above
        import piper  # noqa: PLC0415

        number = speaker_number(self._file.voice, speaker)
        scale = self._piper.config.length_scale / speed
        settings = piper.SynthesisConfig(speaker_id=number, length_scale=scale)
        # Two brackets would begin raw phonemes: text is only text.
        text = _OPENING_BRACKET.sub("[ ", speakable(piece))
        parts = []
        try:
            with self._espeak.exclusive():
                sentences = self._piper.phonemize(text)
            for phonemes in filter(None, sentences):
                sound = np.atleast_1d(
                    np.asarray(self._piper.phoneme_ids_to_audio(self._piper.phonemes_to_ids(phonemes), settings))
                )
                parts.append((sound / np.max(np.abs(sound), initial=_SILENCE) * _LOUDEST).astype("<i2").tobytes())
        except Exception as error:
            raise ValueError(f"the voice {self._file.voice.name} failed") from error
        return Speech(pcm=b"".join(parts), rate=self._file.voice.rate)


def speaker_number(voice: Voice, speaker: str | None) -> int | None:
    """Find a speaker's number; None for the voice's own choice. Raises LookupError for an unknown one."""
    if speaker is None:
        return None
    if speaker not in voice.speakers:
        raise LookupError(f"the voice {voice.name} has no such speaker")
    return voice.speakers.index(speaker)
