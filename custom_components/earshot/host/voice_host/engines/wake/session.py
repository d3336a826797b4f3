"""How every graph of this engine is run: one thread, no spinning, no chatter."""

from collections.abc import Sequence
from typing import Any, Protocol, cast

import numpy as np
from numpy.typing import NDArray
import onnxruntime  # type: ignore[import-untyped]  # the package carries no types

type Floats = NDArray[np.float32]


class _Node(Protocol):
    """What onnxruntime tells of an input or an output."""

    name: str
    shape: list[int | str | None]


class Session(Protocol):
    """The part of `onnxruntime.InferenceSession` that is used here."""

    def run(self, outputs: Sequence[str] | None, inputs: dict[str, Floats]) -> list[Any]:
        """Compute the outputs."""

    def get_inputs(self) -> list[_Node]:
        """Tell what goes in."""

    def get_outputs(self) -> list[_Node]:
        """Tell what comes out."""


def open_session(model: bytes) -> Session:
    """Load a graph. Raises whatever onnxruntime raises for one that it cannot run (all of it is `Exception`)."""
    options = onnxruntime.SessionOptions()
    # Batches fill one core; a second thread would only spin beside it, and ten homes share less than ten cores.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # 3 is "error": onnxruntime warns about harmless initializers that it removes.
    options.log_severity_level = 3
    return cast("Session", onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"]))
