"""Make a Piper voice on the spot: a table of beeps, one for each phoneme, in the shape of a real voice.

Piper's own loader, phonemizer and synthesis run on it; only the sound is nothing like speech. A phoneme lasts
`PHONEME_SAMPLES` at a length scale of 1, so that lengths can be predicted.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

PHONEME_SAMPLES = 200
_LONGEST_SCALE = 5


def make_voice(  # noqa: PLR0913 - each is one property of a voice
    folder: Path,
    name: str,
    *,
    language: str = "en_US",
    espeak: str = "en-us",
    speakers: tuple[str, ...] = (),
    quality: str = "medium",
    rate: int = 22_050,
    **changes: Any,
) -> Path:
    """Write `NAME.onnx` and `NAME.onnx.json` into `folder` and return the first; `changes` go into the second."""
    from piper.phoneme_ids import DEFAULT_PHONEME_ID_MAP  # noqa: PLC0415 - slow, and not every test needs it

    symbols = max(number for numbers in DEFAULT_PHONEME_ID_MAP.values() for number in numbers) + 1
    description = {
        "audio": {"sample_rate": rate, "quality": quality},
        "espeak": {"voice": espeak},
        "language": {"code": language},
        "inference": {"noise_scale": 0.667, "length_scale": 1.0, "noise_w": 0.8},
        "phoneme_type": "espeak",
        "phoneme_id_map": DEFAULT_PHONEME_ID_MAP,
        "num_symbols": symbols,
        "num_speakers": max(len(speakers), 1),
        "speaker_id_map": {speaker: number for number, speaker in enumerate(speakers)},
        **changes,
    }
    folder.mkdir(parents=True, exist_ok=True)
    model = folder / f"{name}.onnx"
    onnx.save(_network(symbols, len(speakers), rate), model)
    Path(f"{model}.json").write_text(json.dumps(description))
    return model


def _network(symbols: int, speakers: int, rate: int) -> onnx.ModelProto:
    """Gather a beep for each phoneme, cut it to the length scale, lay them end to end."""
    time = np.arange(PHONEME_SAMPLES * _LONGEST_SCALE) / rate
    pitches = 200 + 5 * np.arange(symbols)[None, :, None] + 300 * np.arange(max(speakers, 1))[:, None, None]
    beeps = (0.5 * np.sin(2 * np.pi * pitches * time)).astype(np.float32)
    inputs = [
        helper.make_tensor_value_info("input", TensorProto.INT64, [1, "phonemes"]),
        helper.make_tensor_value_info("input_lengths", TensorProto.INT64, [1]),
        helper.make_tensor_value_info("scales", TensorProto.FLOAT, [3]),
    ]
    constants: dict[str, np.ndarray[Any, Any]] = {
        "beeps": beeps,
        "first": np.array([0], np.int64),
        "one": np.array([1], np.int64),
        "last_axis": np.array([2], np.int64),
        "samples": np.array([PHONEME_SAMPLES], np.float32),
        "shape": np.array([1, 1, 1, -1], np.int64),
    }
    speaker = "first"
    if speakers:
        inputs.append(helper.make_tensor_value_info("sid", TensorProto.INT64, [1]))
        speaker = "sid"
    nodes = [
        helper.make_node("Gather", ["beeps", speaker], ["own"], axis=0),
        helper.make_node("Squeeze", ["own", "first"], ["table"]),
        helper.make_node("Gather", ["table", "input"], ["spoken"], axis=0),
        helper.make_node("Gather", ["scales", "one"], ["length_scale"], axis=0),
        helper.make_node("Mul", ["length_scale", "samples"], ["wanted"]),
        helper.make_node("Round", ["wanted"], ["rounded"]),
        helper.make_node("Cast", ["rounded"], ["end"], to=TensorProto.INT64),
        helper.make_node("Slice", ["spoken", "first", "end", "last_axis"], ["cut"]),
        helper.make_node("Reshape", ["cut", "shape"], ["output"]),
    ]
    graph = helper.make_graph(
        nodes,
        "made_voice",
        inputs,
        [helper.make_tensor_value_info("output", TensorProto.FLOAT, [1, 1, 1, "sound"])],
        [numpy_helper.from_array(value, key) for key, value in constants.items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
