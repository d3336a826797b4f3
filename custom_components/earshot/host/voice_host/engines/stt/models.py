"""Downloaded speech-to-text models, as they lie on disk: one folder each, in the layout that sherpa-onnx publishes."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
import re
from typing import Final

from .metadata import read_metadata

LANGUAGES: Final = frozenset(
    {
        *("af", "ar", "bg", "bn", "ca", "cs", "cy", "da", "de", "el", "en", "es", "et", "eu", "fa", "fi", "fr", "ga"),
        *("gl", "he", "hi", "hr", "hu", "id", "is", "it", "ja", "ka", "ko", "lt", "lv", "ml", "nb", "nl", "pl", "pt"),
        *("ro", "ru", "sk", "sl", "sr", "sv", "sw", "ta", "te", "th", "tr", "uk", "ur", "vi", "zh"),
    }
)
"""Languages that Home Assistant has sentences for, and that a model's name may say it hears."""


class Kind(StrEnum):
    """How a model is run."""

    STREAMING_TRANSDUCER = "streaming transducer"
    STREAMING_CTC = "streaming zipformer CTC"
    STREAMING_NEMO_CTC = "streaming NeMo CTC"
    TRANSDUCER = "transducer"
    NEMO_TRANSDUCER = "NeMo transducer"
    NEMO_CTC = "NeMo CTC"
    ZIPFORMER_CTC = "zipformer CTC"
    WHISPER = "Whisper"


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """One model that was found. Whether it loads is another question."""

    name: str
    """Its folder's name."""
    kind: Kind
    files: Mapping[str, Path]
    """`tokens`, and `model` or `encoder`, `decoder` and perhaps `joiner`."""

    @property
    def languages(self) -> tuple[str, ...]:
        """What its name says that it hears; English where the name says nothing."""
        named = [part for part in re.split(r"[^a-z]+", self.name.lower()) if part in LANGUAGES]
        return tuple(dict.fromkeys(named)) or ("en",)


def find_models(folder: Path | None) -> tuple[tuple[Model, ...], tuple[str, ...]]:
    """Look for models in `folder`, by name; return them, and one sentence for each folder that is none."""
    if folder is None or not folder.is_dir():
        return (), ()
    models, problems = [], []
    for each in sorted(path for path in folder.iterdir() if path.is_dir() and not path.name.startswith(".")):
        try:
            models.append(_recognize(each))
        except (ValueError, OSError) as fault:
            problems.append(f"The speech-to-text model {each.name} cannot be used: {fault}.")
    return tuple(models), tuple(problems)


def _recognize(folder: Path) -> Model:
    graphs = sorted(folder.glob("*.onnx"), key=lambda file: ("int8" not in file.name, file.name))
    parts = {part: file for part in ("joiner", "decoder", "encoder") if (file := _first(graphs, part)) is not None}
    tokens = _first(sorted(folder.glob("*.txt")), "tokens")
    if tokens is None:
        raise ValueError("it has no tokens.txt")
    if not graphs:
        raise ValueError("it has no .onnx file")
    if not parts:
        parts = {"model": graphs[0]}
    metadata = {key for file in parts.values() for key in read_metadata(file)}
    return Model(name=folder.name, kind=_kind(frozenset(parts), metadata), files={"tokens": tokens, **parts})


def _first(files: list[Path], part: str) -> Path | None:
    return next((file for file in files if part in file.name), None)


def _kind(parts: frozenset[str], metadata: set[str]) -> Kind:
    """Tell models apart by what the exporters of icefall and NeMo write into their metadata."""
    streaming = "decode_chunk_len" in metadata or {"window_size", "chunk_shift"} <= metadata
    nemo = "normalize_type" in metadata
    kinds = {
        ("decoder", "encoder", "joiner"): (
            (streaming, Kind.STREAMING_TRANSDUCER),
            (nemo, Kind.NEMO_TRANSDUCER),
            (True, Kind.TRANSDUCER),
        ),
        ("decoder", "encoder"): (("n_mels" in metadata, Kind.WHISPER),),
        ("model",): (
            ("decode_chunk_len" in metadata, Kind.STREAMING_CTC),
            (streaming, Kind.STREAMING_NEMO_CTC),
            (nemo, Kind.NEMO_CTC),
            ("model_type" in metadata, Kind.ZIPFORMER_CTC),
        ),
    }
    for fits, kind in kinds.get(tuple(sorted(parts)), ()):
        if fits:
            return kind
    raise ValueError("its files are of no kind that is known here")
