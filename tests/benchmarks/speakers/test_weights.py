"""A file of weights is read, and nothing else in it is let out."""

from collections import OrderedDict
import os
from pathlib import Path
import pickle
from typing import Any, override

import numpy as np
import pytest

from benchmarks.speakers.weights import MAGIC, Tensor, read


def written(path: Path, *objects: object, values: bytes = b"") -> Path:
    with path.open("wb") as file:
        for each in objects:
            pickle.dump(each, file, protocol=2)
        file.write(values)
    return path


class Call:
    """Pickles as a call of something."""

    def __init__(self, function: Any, *arguments: object) -> None:
        self._call = function, arguments

    @override
    def __reduce__(self) -> Any:
        return self._call


def test_another_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(pickle.UnpicklingError, match="older format"):
        read(written(tmp_path / "other", 1))


@pytest.mark.parametrize("function", [os.system, eval, open])
def test_nothing_is_called_that_makes_no_weights(tmp_path: Path, function: Any) -> None:
    evil = OrderedDict(model_state=Call(function, "true"))
    with pytest.raises(pickle.UnpicklingError, match="weights only"):
        read(written(tmp_path / "evil", MAGIC, 1001, {}, evil))


def test_a_tensor_is_a_part_of_its_storage() -> None:

    storage = type("Stored", (), {"values": np.arange(10, dtype=np.float32)})()
    assert Tensor(storage, 2, (2, 3)).read().tolist() == [[2, 3, 4], [5, 6, 7]]
