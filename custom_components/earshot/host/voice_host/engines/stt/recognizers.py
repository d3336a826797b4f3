"""sherpa-onnx: how each kind of model is opened and fed.

Its loader ends the whole process (`exit(255)`) when a model lacks what it expects. Only `probe.py`, in a child
process, may open a model that has not been tried.
"""

from functools import partial
from pathlib import Path
from typing import Any, Final, Protocol, override

import numpy as np

from ...contract import RATE
from .models import Kind, Model

THREADS: Final = 2
"""Threads of one inference. Home machines have two to four cores, and other engines run beside."""
TAIL_SECONDS: Final = 0.7
"""Silence after the last sound: a streaming model looks that far ahead before it says the last word."""


class Recognition(Protocol):
    """One utterance on a general model."""

    def take(self, samples: np.ndarray[Any, np.dtype[np.float32]]) -> None:
        """Take sound between -1 and 1."""

    def text(self) -> str:
        """End, and return what was heard."""


class Recognizer(Protocol):
    """A general model that is loaded."""

    def begin(self) -> Recognition:
        """Begin an utterance."""


def open_model(model: Model) -> Recognizer:
    """Load a model. Ends the process if sherpa-onnx finds it wanting."""
    # Imported here: a home without a model need not pay for 30 MB.
    import sherpa_onnx  # type: ignore[import-untyped]  # noqa: PLC0415 - see above; it ships no types

    online, offline = sherpa_onnx.OnlineRecognizer, sherpa_onnx.OfflineRecognizer
    factories: dict[Kind, Any] = {
        Kind.STREAMING_TRANSDUCER: online.from_transducer,
        Kind.STREAMING_CTC: online.from_zipformer2_ctc,
        Kind.STREAMING_NEMO_CTC: online.from_nemo_ctc,
        Kind.TRANSDUCER: offline.from_transducer,
        Kind.NEMO_TRANSDUCER: partial(offline.from_transducer, model_type="nemo_transducer"),
        Kind.NEMO_CTC: offline.from_nemo_ctc,
        Kind.ZIPFORMER_CTC: offline.from_zipformer_ctc,
        Kind.WHISPER: offline.from_whisper,
    }
    files = {part: str(Path(file)) for part, file in model.files.items()}
    inner = factories[model.kind](**files, num_threads=THREADS)
    return _Streaming(inner) if isinstance(inner, online) else _Whole(inner)


class _Streaming(Recognizer):
    """Recognises while sound comes."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    @override
    def begin(self) -> Recognition:
        return _StreamingRecognition(self._inner)


class _StreamingRecognition(Recognition):
    def __init__(self, inner: Any) -> None:
        self._inner = inner
        self._stream = inner.create_stream()

    @override
    def take(self, samples: np.ndarray[Any, np.dtype[np.float32]]) -> None:
        self._stream.accept_waveform(RATE, samples)
        while self._inner.is_ready(self._stream):
            self._inner.decode_stream(self._stream)

    @override
    def text(self) -> str:
        self.take(np.zeros(int(TAIL_SECONDS * RATE), np.float32))
        self._stream.input_finished()
        while self._inner.is_ready(self._stream):
            self._inner.decode_stream(self._stream)
        return str(self._inner.get_result(self._stream))


class _Whole(Recognizer):
    """Recognises when all sound has come."""

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    @override
    def begin(self) -> Recognition:
        return _WholeRecognition(self._inner)


class _WholeRecognition(Recognition):
    def __init__(self, inner: Any) -> None:
        self._inner = inner
        self._stream = inner.create_stream()
        self._pieces: list[np.ndarray[Any, np.dtype[np.float32]]] = []

    @override
    def take(self, samples: np.ndarray[Any, np.dtype[np.float32]]) -> None:
        self._pieces.append(samples)

    @override
    def text(self) -> str:
        if not self._pieces:
            return ""
        self._stream.accept_waveform(RATE, np.concatenate(self._pieces))
        self._inner.decode_stream(self._stream)
        return str(self._stream.result.text)
