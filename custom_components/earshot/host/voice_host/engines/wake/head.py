"""A wake word head: the small network that scores the latest embeddings of a stream."""

import logging
from typing import Final

from google.protobuf.message import DecodeError  # type: ignore[import-untyped]  # the package carries no types
import numpy as np
from onnx import ModelProto

from .session import Floats, Session, open_session
from .surgery import batched_head

LOGGER = logging.getLogger(__name__)

EMBEDDING: Final = 96
"""Values per embedding."""
MAX_FRAMES: Final = 64
"""Embeddings that a head may look at: 5.1 s. openWakeWord trains with 16, and with more for long phrases."""

_TRIAL_STREAMS: Final = 3
_TOLERANCE: Final = 1e-4
"""A tenth of what the scores may differ from openWakeWord's."""


class Head:
    """Scores any number of streams, in one call where the graph allows it."""

    def __init__(self, name: str, session: Session, *, batched: bool) -> None:
        self.name = name
        input_ = session.get_inputs()[0]
        self._input = input_.name
        self.frames = int(input_.shape[1] or 0)
        self._session = session
        self._batched = batched
        self._broken = False

    def score(self, features: Floats) -> Floats:
        """Score `features` [n, frames, EMBEDDING]: n values in 0 to 1, or not-a-number from a head that failed."""
        try:
            if not self._broken:
                return self._run(features)
        except Exception:  # noqa: BLE001  # onnxruntime raises bare exceptions; one bad head must not deafen the rest
            self._broken = True
            LOGGER.error("The wake word %s failed while listening and is not listened for any more", self.name)  # noqa: TRY400  # a traceback of onnxruntime says nothing more
        return np.full(len(features), np.nan, np.float32)

    def _run(self, features: Floats) -> Floats:
        if self._batched:
            scores: Floats = self._session.run(None, {self._input: features})[0]
        else:
            scores = np.concatenate([self._session.run(None, {self._input: row[None]})[0] for row in features])
        return scores.reshape(len(features))


def parse_model(content: bytes) -> ModelProto:
    """Read a file's content; raises ValueError with the rest of a sentence about the file."""
    try:
        model: ModelProto = ModelProto.FromString(content)
    except DecodeError as error:
        raise ValueError("is not an ONNX model") from error
    if not model.graph.node:  # an empty file is a valid, empty message
        raise ValueError("is not an ONNX model")
    return model


def load_head(name: str, model: ModelProto) -> Head:
    """Make a head of an openWakeWord graph [1, frames, 96] -> [1, 1].

    Raises ValueError, with the rest of a sentence about the file, for anything else.
    """
    frames = _check_shape(model)
    try:
        single = Head(name, open_session(model.SerializeToString()), batched=False)
        trial = np.random.default_rng(0).normal(size=(_TRIAL_STREAMS, frames, EMBEDDING)).astype(np.float32)
        expected = single._run(trial)  # noqa: SLF001  # the same class's own file: a failure must show here, not be logged
    except Exception as error:
        raise ValueError("cannot be run") from error
    if not np.all((expected >= 0) & (expected <= 1)):
        raise ValueError("does not answer with a score between 0 and 1")
    return _try_batched(name, model, trial, expected) or single


def _check_shape(model: ModelProto) -> int:
    graph = model.graph
    constants = {tensor.name for tensor in graph.initializer}
    inputs = [value for value in graph.input if value.name not in constants]
    if len(inputs) != 1 or len(graph.output) != 1:
        raise ValueError("does not have one input and one output, as an openWakeWord model has")
    shape = [dimension.dim_value for dimension in inputs[0].type.tensor_type.shape.dim]
    match shape:
        case [0 | 1, int(frames), int(width)] if 0 < frames <= MAX_FRAMES and width == EMBEDDING:
            return frames
    raise ValueError(f"takes an input of shape {shape}; an openWakeWord model takes [1, 16, {EMBEDDING}]")


def _try_batched(name: str, model: ModelProto, trial: Floats, expected: Floats) -> Head | None:
    """Free the batch dimension, and keep the result only if it scores streams together as it scores them alone."""
    try:
        head = Head(name, open_session(batched_head(model).SerializeToString()), batched=True)
        scores = head._run(trial)  # noqa: SLF001  # as above
    except Exception:  # noqa: BLE001  # onnxruntime raises bare exceptions; such a head is run stream by stream
        return None
    return head if np.allclose(scores, expected, atol=_TOLERANCE) else None
