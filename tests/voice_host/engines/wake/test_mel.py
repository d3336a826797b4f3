import numpy as np
import onnxruntime  # type: ignore[import-untyped]  # the package carries no types
import pytest

from voice_host.engines.wake.mel import FRAME, TAIL, MelFrontEnd
from voice_host.engines.wake.shipped import MEL_FILE, find_shipped_models

BLANK = 3
"""Rows of the first tick that would look before the beginning."""


def test_the_first_tick_begins_with_blank_rows_and_takes_its_floor_from_the_others() -> None:
    model = find_shipped_models().path(MEL_FILE)
    tick = np.random.default_rng(0).normal(size=(1, FRAME)).astype(np.float32)
    # A click that the first full row sees only with the edge of its window, and a blank one with its middle.
    tick[0, 60] = 30_000
    shipped = onnxruntime.InferenceSession(str(model), providers=["CPUExecutionProvider"])

    rows = MelFrontEnd(model).rows(np.pad(tick, ((0, 0), (TAIL, 0))), np.ones(1, np.bool_))

    [expected] = shipped.run(None, {"input": tick})
    np.testing.assert_array_equal(rows[:, :BLANK], 1)
    np.testing.assert_allclose(rows[:, BLANK:], expected.reshape(1, 5, 32) / 10 + 2, atol=1e-4)


@pytest.mark.parametrize("loudness", [0, 1, 300, 10_000])
def test_rows_are_those_of_the_shipped_graph(loudness: int) -> None:
    model = find_shipped_models().path(MEL_FILE)
    noise = np.random.default_rng(0).normal(size=(1, TAIL + FRAME)) * loudness
    sound = noise.clip(-32768, 32767).astype(np.int16).astype(np.float32)
    shipped = onnxruntime.InferenceSession(str(model), providers=["CPUExecutionProvider"])

    rows = MelFrontEnd(model).rows(sound, np.zeros(1, np.bool_))

    [expected] = shipped.run(None, {"input": sound})
    np.testing.assert_allclose(rows, expected.reshape(1, 8, 32) / 10 + 2, atol=1e-4)
