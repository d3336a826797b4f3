"""Wake words of the person's own: `.onnx` files in the format that openWakeWord's training makes.

A file from a stranger is looked at before onnxruntime is given it: its size, where its weights lie, which operators
it uses and how large its values become. What is left over is a small feed-forward or recurrent network.
"""

from collections.abc import Iterator
from pathlib import Path
import re
from typing import Final

import onnx
from onnx import GraphProto, ModelProto, TensorProto, shape_inference

from .head import Head, load_head, parse_model

MAX_FILE_BYTES: Final = 16 * 1024 * 1024
"""The largest head that openWakeWord ships is 1.7 MB."""
MAX_ELEMENTS: Final = 1024 * 1024
"""Of one intermediate value, 4 MiB of floats. A head's largest are some thousands."""

_OPERATORS: Final = frozenset(
    """
    Abs Add AveragePool BatchNormalization Cast Clip Concat Constant ConstantOfShape Conv Div Dropout Elu Equal Erf Exp
    Expand Flatten GRU Gather Gelu Gemm GlobalAveragePool Greater GreaterOrEqual HardSigmoid HardSwish Identity If
    InstanceNormalization LSTM LayerNormalization LeakyRelu Less LessOrEqual Log MatMul Max MaxPool Min Mul Neg Not Pow
    RNN ReduceMax ReduceMean ReduceMin ReduceSum Relu Reshape Selu Shape Sigmoid Slice Softmax Softplus Split Sqrt
    Squeeze Sub Tanh Transpose Unsqueeze Where
    """.split()  # noqa: SIM905  # a list of sixty quoted names is harder to read
)
"""What networks of this kind are made of. No loops, no resizing, no custom domains."""
_VERSION_SUFFIX: Final = re.compile(r"_v\d+(\.\d+)*$")


def custom_heads(folder: Path) -> Iterator[Head | str]:
    """Load every wake word file in `folder`, by name: a head, or a sentence that says why there is none."""
    try:
        files = sorted(path for path in folder.glob("*.onnx") if path.is_file())
    except OSError as error:
        yield f"The folder of wake words cannot be read: {error.strerror}."
        return
    for path in files:
        try:
            yield load_head(word_name(path.stem), read_head(path))
        except ValueError as error:
            yield f"The wake word file {path.name} is not used: it {error}."
        except Exception:  # noqa: BLE001  # text that is not text, endless nesting: a file must never stop the host
            yield f"The wake word file {path.name} is not used: it is not a consistent ONNX model."


def word_name(stem: str) -> str:
    """Make a wake word's id of a file name: `Hey-Computer_v0.2` becomes `hey_computer`. ValueError: nothing is left."""
    name = re.sub(r"[^a-z0-9]+", "_", _VERSION_SUFFIX.sub("", stem.lower())).strip("_")
    if not name:
        raise ValueError("has no letters in its name")
    return name


def read_head(path: Path) -> ModelProto:
    """Read a file and look it over; raises ValueError with the rest of a sentence about it."""
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise ValueError(f"is larger than {MAX_FILE_BYTES // 1024**2} MiB, which no wake word needs")
        model = parse_model(path.read_bytes())
    except OSError as error:
        raise ValueError(f"cannot be read ({error.strerror})") from error
    if model.functions or any(opset.domain not in {"", "ai.onnx", "ai.onnx.ml"} for opset in model.opset_import):
        raise ValueError("uses operators that are not ONNX's own")
    for graph in _graphs(model.graph):
        _check_graph(graph)
    _check_sizes(model)
    return model


def _graphs(graph: GraphProto) -> Iterator[GraphProto]:
    yield graph
    for node in graph.node:
        for attribute in node.attribute:
            if attribute.HasField("g"):
                yield from _graphs(attribute.g)
            for inner in attribute.graphs:
                yield from _graphs(inner)


def _check_graph(graph: GraphProto) -> None:
    strange = {str(node.op_type) for node in graph.node if node.domain or node.op_type not in _OPERATORS}
    if any(not onnx.defs.has(operator) for operator in strange):
        # Not named: whatever a stranger wrote there would stand in the sentence.
        raise ValueError("uses operators that are not ONNX's own")
    if strange:
        raise ValueError(f"uses operators that no wake word needs: {', '.join(sorted(strange))}")
    constants = [attribute.t for node in graph.node for attribute in node.attribute if attribute.HasField("t")]
    if graph.sparse_initializer or any(_lies_elsewhere(tensor) for tensor in [*graph.initializer, *constants]):
        raise ValueError("keeps its weights in another file")


def _lies_elsewhere(tensor: TensorProto) -> bool:
    return tensor.data_location == TensorProto.EXTERNAL or bool(tensor.external_data)


def _check_sizes(model: ModelProto) -> None:
    try:
        onnx.checker.check_model(model)
        inferred = shape_inference.infer_shapes(model, strict_mode=True, data_prop=True)
    except Exception as error:  # the library raises a different bare exception for each kind of nonsense
        raise ValueError("is not a consistent ONNX model") from error
    for value in (*inferred.graph.value_info, *inferred.graph.output):
        elements = 1
        for dimension in value.type.tensor_type.shape.dim:
            elements *= max(1, dimension.dim_value)
        if elements > MAX_ELEMENTS:
            raise ValueError("makes values far larger than a wake word needs")
