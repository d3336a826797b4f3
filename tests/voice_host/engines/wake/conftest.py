"""Clips, the engine, and the package that it is compared with."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any
import wave

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, helper, numpy_helper
import pytest

from voice_host.engines.interface import WakeDetection
from voice_host.engines.wake import StreamingWakeEngine, create_wake_engine
from voice_host.engines.wake.create import _shipped_heads
from voice_host.engines.wake.network import Network
from voice_host.engines.wake.shipped import find_shipped_models

PATIENCE = 30
"""Seconds until a test fails that waits for what does not come."""
DATA = Path(__file__).parents[2] / "data"

type Sound = NDArray[np.int16]
type Listen = Callable[[Sequence[Sound]], list[list[float]]]
type Detect = Callable[..., list[WakeDetection]]
type Serve = Callable[..., AbstractContextManager[StreamingWakeEngine]]


def read_clip(name: str) -> Sound:
    with wave.open(str(DATA / f"{name}.wav")) as file:
        return np.frombuffer(file.readframes(file.getnframes()), "<i2")


@pytest.fixture(scope="session")
def hey_jarvis() -> Sound:
    return read_clip("hey_jarvis")


@pytest.fixture(scope="session")
def no_wake_word() -> Sound:
    return read_clip("no_wake_word")


@pytest.fixture(scope="session")
def network() -> Network:
    """The shipped words. A test resets the slots that it uses."""
    models = find_shipped_models()
    heads, problems = _shipped_heads(models)
    assert not problems
    return Network(models, heads)


@pytest.fixture
def listen(network: Network) -> Listen:
    """Score sounds of the same length side by side in fresh slots: frames x streams, for hey_jarvis."""

    def listen(sounds: Sequence[Sound]) -> list[list[float]]:
        slots = np.arange(len(sounds))
        for slot in slots:
            network.reset(int(slot))
        stacked = np.stack(sounds).astype(np.float32)
        scores = []
        for start in range(0, stacked.shape[1] - 1279, 1280):
            answer = network.listen(slots, stacked[:, start : start + 1280], {"hey_jarvis": slots})
            scores.append(answer["hey_jarvis"].tolist())
        return scores

    return listen


@pytest.fixture
def serve() -> Serve:
    """Run an engine for the length of a `with` block, with a trigger level of 1 and the default thresholds."""

    @contextmanager
    def serve(
        folder: Path | None = None, thresholds: Mapping[str, float] | None = None, trigger_level: int = 1
    ) -> Iterator[StreamingWakeEngine]:
        engine = create_wake_engine(folder, thresholds=thresholds or {}, trigger_level=trigger_level)
        try:
            yield engine
        finally:
            engine.stop()

    return serve


@pytest.fixture
def detect(serve: Serve) -> Detect:
    """Feed sounds to one stream of an engine, and return what it detects once it has heard everything."""

    def detect(
        *chunks: bytes, names: Sequence[str] = ("hey_jarvis",), folder: Path | None = None, **settings: Any
    ) -> list[WakeDetection]:
        heard: list[WakeDetection] = []
        with serve(folder, **settings) as engine:
            stream = engine.open(names, heard.append)
            for chunk in chunks:
                stream.feed(chunk)
            give_up = monotonic() + PATIENCE
            while stream.ready:  # type: ignore[attr-defined]  # of this engine's streams; stopping waits for the last frame
                assert monotonic() < give_up, "the engine does not take what was fed"
                sleep(0.001)
        return heard

    return detect


def tiny_head(*, frames: int = 16, bias: float = 0.0, seed: int = 0, nodes: Sequence[NodeProto] = ()) -> ModelProto:
    """Make a head of random numbers in openWakeWord's format: Flatten, Gemm, Sigmoid, then `nodes` from "score"."""
    weights = np.random.default_rng(seed).normal(0, 0.01, (frames * 96, 1)).astype(np.float32)
    steps = [
        helper.make_node("Flatten", ["features"], ["flat"], axis=1),
        helper.make_node("Gemm", ["flat", "weights", "bias"], ["sum"]),
        helper.make_node("Sigmoid", ["sum"], ["score"]),
        *nodes,
    ]
    graph = helper.make_graph(
        steps,
        "head",
        [helper.make_tensor_value_info("features", TensorProto.FLOAT, [1, frames, 96])],
        [helper.make_tensor_value_info(steps[-1].output[0], TensorProto.FLOAT, [1, 1])],
        [
            numpy_helper.from_array(weights, "weights"),
            numpy_helper.from_array(np.array([bias], np.float32), "bias"),
        ],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
