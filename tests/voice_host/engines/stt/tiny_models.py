"""Speech-to-text models of a few kilobytes with random numbers in them, for the real loader of sherpa-onnx."""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

TOKENS = ("<blk>", "\u2581turn", "\u2581on", "\u2581the", "\u2581light")
FEATURES = 80


def _save(graph: onnx.GraphProto, file: Path, metadata: dict[str, str]) -> None:
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    helper.set_model_props(model, metadata)
    onnx.save(model, file)


def _write_tokens(folder: Path) -> None:
    folder.mkdir(parents=True)
    lines = "".join(f"{token} {number}\n" for number, token in enumerate(TOKENS))
    (folder / "tokens.txt").write_text(lines, encoding="utf-8")


def _weights(shape: tuple[int, ...]) -> np.ndarray:
    return np.random.default_rng(0).normal(size=shape).astype(np.float32)


def write_streaming_model(folder: Path, *, leave_out: str = "") -> None:
    """Write a streaming zipformer CTC model with no layers; `leave_out` names metadata that is missing."""
    _write_tokens(folder)
    nodes = [
        helper.make_node("MatMul", ["x", "weights"], ["scores"]),
        helper.make_node("LogSoftmax", ["scores"], ["log_probs"], axis=-1),
        helper.make_node("Identity", ["embed_states"], ["new_embed_states"]),
        helper.make_node("Identity", ["processed_lens"], ["new_processed_lens"]),
    ]
    states = ("N", 128, 3, 19)
    graph = helper.make_graph(
        nodes,
        "streaming",
        [
            helper.make_tensor_value_info("x", TensorProto.FLOAT, ("N", 45, FEATURES)),
            helper.make_tensor_value_info("embed_states", TensorProto.FLOAT, states),
            helper.make_tensor_value_info("processed_lens", TensorProto.INT64, ("N",)),
        ],
        [
            helper.make_tensor_value_info("log_probs", TensorProto.FLOAT, ("N", 45, len(TOKENS))),
            helper.make_tensor_value_info("new_embed_states", TensorProto.FLOAT, states),
            helper.make_tensor_value_info("new_processed_lens", TensorProto.INT64, ("N",)),
        ],
        [numpy_helper.from_array(_weights((FEATURES, len(TOKENS))), "weights")],
    )
    one_stack = {"query_head_dims": "4", "value_head_dims": "4", "num_heads": "1", "cnn_module_kernels": "3"}
    metadata = {
        "model_type": "zipformer2",
        "encoder_dims": "4",
        "num_encoder_layers": "0",
        "left_context_len": "4",
        "T": "45",
        "decode_chunk_len": "32",
        **one_stack,
    }
    metadata.pop(leave_out, None)
    _save(graph, folder / "model.onnx", metadata)


def write_whole_model(folder: Path) -> None:
    """Write a NeMo CTC model that hears an utterance when it is whole."""
    _write_tokens(folder)
    nodes = [
        helper.make_node("Transpose", ["audio_signal"], ["frames"], perm=[0, 2, 1]),
        helper.make_node("MatMul", ["frames", "weights"], ["scores"]),
        helper.make_node("LogSoftmax", ["scores"], ["logprobs"], axis=-1),
    ]
    tokens = (*TOKENS[1:], TOKENS[0])
    (folder / "tokens.txt").write_text("".join(f"{t} {n}\n" for n, t in enumerate(tokens)), encoding="utf-8")
    graph = helper.make_graph(
        nodes,
        "whole",
        [
            helper.make_tensor_value_info("audio_signal", TensorProto.FLOAT, ("N", FEATURES, "T")),
            helper.make_tensor_value_info("length", TensorProto.INT64, ("N",)),
        ],
        [helper.make_tensor_value_info("logprobs", TensorProto.FLOAT, ("N", "T", len(TOKENS)))],
        [numpy_helper.from_array(_weights((FEATURES, len(TOKENS))), "weights")],
    )
    metadata = {"vocab_size": str(len(TOKENS) - 1), "subsampling_factor": "1", "normalize_type": "per_feature"}
    _save(graph, folder / "model.onnx", metadata)
