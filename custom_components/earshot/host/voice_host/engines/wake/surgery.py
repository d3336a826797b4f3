"""Rearranging the shipped graphs at load, in memory: a streaming embedding, and heads with a free batch dimension.

The embedding network is a stack of convolutions over 76 mel rows of which only the 3-high ones look along
time, unpadded, and whose pooling divides a tick of 8 rows evenly. Keeping the last 2 input rows of each such
convolution therefore gives exactly the 76-row result from 8 new rows.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import onnx
from onnx import GraphProto, ModelProto, NodeProto, TensorProto, helper, numpy_helper, shape_inference

from .mel import ROWS

WINDOW_ROWS: Final = 76
"""Mel rows that one embedding looks at."""
_KERNEL_ROWS: Final = 3
KEPT_ROWS: Final = 2
_TIME: Final = 2
"""The axis of time in a convolution's input [batch, channels, time, bins]."""


@dataclass(frozen=True, slots=True)
class StreamingGraph:
    """The embedding network with its memory as inputs and outputs."""

    model: bytes
    state_shapes: tuple[tuple[int, int, int], ...]
    """Of each kept state [channels, KEPT_ROWS, bins]. Inputs are the rows, then the states. Outputs are the embedding,
    then what each of those convolutions saw: the last KEPT_ROWS of it along axis 2 are its next state."""


def streaming_embedding(path: Path) -> StreamingGraph:
    """Read the shipped embedding model and make it take one tick at a time. ValueError: it is another model."""
    model = shape_inference.infer_shapes(onnx.load(path))
    graph = model.graph
    shapes = {value.name: _dimensions(value) for value in graph.value_info}
    weights = {tensor.name: tensor for tensor in graph.initializer}
    states: list[tuple[int, int, int]] = []
    nodes: list[NodeProto] = []
    for node in graph.node:
        if node.op_type == "Conv" and weights[node.input[1]].dims[_TIME] == _KERNEL_ROWS:
            _, channels, _, width = shapes[node.input[0]]
            nodes.append(_remember(node, len(states)))
            states.append((channels, KEPT_ROWS, width))
        nodes.append(node)
    if not states:
        raise ValueError(f"{path.name} has no convolution along time: it is not the embedding model this was made for")
    _shorten_reshapes(graph)
    _replace_nodes(graph, nodes)
    _free_batch(graph, {1: ROWS})
    for index, shape in enumerate(states):
        graph.input.append(helper.make_tensor_value_info(f"state_{index}", TensorProto.FLOAT, ["n", *shape]))
        seen: list[str | int | None] = ["n", shape[0], None, shape[2]]
        graph.output.append(helper.make_tensor_value_info(f"seen_{index}", TensorProto.FLOAT, seen))
    onnx.checker.check_model(model)
    return StreamingGraph(model.SerializeToString(), tuple(states))


def batched_head(model: ModelProto) -> ModelProto:
    """Copy a wake word head so that it scores any number of streams at once.

    An `If` decides for the whole batch: both of its branches are computed, and `Where` chooses per stream.
    """
    copy = ModelProto()
    copy.CopyFrom(model)
    nodes: list[NodeProto] = []
    for node in copy.graph.node:
        nodes.extend(_both_branches(node) if node.op_type == "If" else [node])
    _replace_nodes(copy.graph, nodes)
    _free_batch(copy.graph, {})
    return copy


def _dimensions(value: onnx.ValueInfoProto) -> list[int]:
    return [dimension.dim_value for dimension in value.type.tensor_type.shape.dim]


def _remember(node: NodeProto, index: int) -> NodeProto:
    """Put the kept rows before a convolution's input."""
    join = helper.make_node("Concat", [f"state_{index}", node.input[0]], [f"seen_{index}"], axis=_TIME)
    node.input[0] = f"seen_{index}"
    return join


def _shorten_reshapes(graph: GraphProto) -> None:
    """Constant shapes that name the whole window name a tick instead."""
    for tensor in graph.initializer:
        if tensor.data_type == TensorProto.INT64 and list(tensor.dims) == [4]:
            shape = numpy_helper.to_array(tensor)
            if shape[_TIME] == WINDOW_ROWS:
                shorter = shape.copy()
                shorter[_TIME] = ROWS
                tensor.CopyFrom(numpy_helper.from_array(shorter, tensor.name))


def _free_batch(graph: GraphProto, fixed: dict[int, int]) -> None:
    """Let the first dimension of the first input and of the outputs be anything; forget what was inferred."""
    for value in (graph.input[0], *graph.output):
        value.type.tensor_type.shape.dim[0].dim_param = "n"
    for axis, size in fixed.items():
        graph.input[0].type.tensor_type.shape.dim[axis].dim_value = size
    del graph.value_info[:]


def _replace_nodes(graph: GraphProto, nodes: Iterable[NodeProto]) -> None:
    # Clearing the field frees the nodes that were in it, so they are copied out of it first.
    copies = [NodeProto.FromString(node.SerializeToString()) for node in nodes]
    del graph.node[:]
    graph.node.extend(copies)


def _both_branches(node: NodeProto) -> list[NodeProto]:
    branches = {attribute.name: attribute.g for attribute in node.attribute}
    chosen, chosen_name = _inlined(branches["then_branch"], f"{node.output[0]}/then/")
    other, other_name = _inlined(branches["else_branch"], f"{node.output[0]}/else/")
    choice = helper.make_node("Where", [node.input[0], chosen_name, other_name], [node.output[0]])
    return [*chosen, *other, choice]


def _inlined(branch: GraphProto, prefix: str) -> tuple[list[NodeProto], str]:
    """Copy a branch's nodes with its own names made unique; outer names stay. Returns them and its output's name."""
    if branch.initializer or len(branch.output) != 1:
        raise ValueError("An `If` with constants of its own or several results cannot be computed per stream")
    own = {name for node in branch.node for name in node.output}
    nodes = [NodeProto.FromString(node.SerializeToString()) for node in branch.node]
    for node in nodes:
        node.input[:] = [prefix + name if name in own else name for name in node.input]
        node.output[:] = [prefix + name for name in node.output]
    result = branch.output[0].name
    return nodes, prefix + result if result in own else result
