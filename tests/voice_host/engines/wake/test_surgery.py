from pathlib import Path

import numpy as np
import onnx
from onnx import helper
import onnxruntime  # type: ignore[import-untyped]  # the package carries no types
import pytest

from voice_host.engines.wake.session import open_session
from voice_host.engines.wake.shipped import EMBEDDING_FILE, find_shipped_models
from voice_host.engines.wake.surgery import KEPT_ROWS, WINDOW_ROWS, batched_head, streaming_embedding

from .conftest import tiny_head

TICK = 8


def test_ticks_with_memory_give_the_embedding_of_the_whole_window() -> None:
    path = find_shipped_models().path(EMBEDDING_FILE)
    whole = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    graph = streaming_embedding(path)
    streaming = open_session(graph.model)
    names = [node.name for node in streaming.get_inputs()]
    rows = np.random.default_rng(0).normal(0, 3, (2, WINDOW_ROWS + 4 * TICK, 32, 1)).astype(np.float32)
    states = [np.zeros((2, *shape), np.float32) for shape in graph.state_shapes]
    # The window is not a whole number of ticks: the last one ends where the rows end.
    start = rows.shape[1] % TICK

    for at in range(start, rows.shape[1], TICK):
        embedding, *seen = streaming.run(None, dict(zip(names, (rows[:, at : at + TICK], *states), strict=True)))
        states = [past[:, :, -KEPT_ROWS:] for past in seen]

    [expected] = whole.run(None, {"input_1": rows[:, -WINDOW_ROWS:]})
    np.testing.assert_allclose(embedding, expected, atol=1e-4)


def test_another_model_is_refused(tmp_path: Path) -> None:
    onnx.save(tiny_head(), tmp_path / "head.onnx")

    with pytest.raises(ValueError, match="no convolution along time"):
        streaming_embedding(tmp_path / "head.onnx")


def test_a_branch_is_chosen_for_each_stream_by_itself() -> None:
    nodes = [
        helper.make_node("Constant", [], ["half"], value_float=0.5),
        helper.make_node("Greater", ["score", "half"], ["surely"]),
        helper.make_node("If", ["surely"], ["decided"], then_branch=branch("Identity"), else_branch=branch("Neg")),
    ]
    model = tiny_head(nodes=nodes)
    features = np.random.default_rng(2).normal(size=(8, 16, 96)).astype(np.float32)
    [plain] = open_session(batched_head(tiny_head()).SerializeToString()).run(None, {"features": features})

    [decided] = open_session(batched_head(model).SerializeToString()).run(None, {"features": features})

    assert {bool(score > 0.5) for score in plain[:, 0]} == {True, False}
    np.testing.assert_allclose(decided, np.where(plain > 0.5, plain, -plain), atol=1e-6)


def branch(operator: str) -> onnx.GraphProto:
    """Make a branch that applies `operator` to the score. Both branches use the same inner name."""
    result = helper.make_tensor_value_info("result", onnx.TensorProto.FLOAT, [1, 1])
    nodes = [helper.make_node("Identity", ["score"], ["inner"]), helper.make_node(operator, ["inner"], ["result"])]
    return helper.make_graph(nodes, operator, [], [result])
