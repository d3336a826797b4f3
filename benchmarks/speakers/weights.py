"""The weights of Resemblyzer's speaker encoder, out of its package and without torch.

The file is of torch's older format: five pickles (a magic number, a version, facts of the machine, the object, the
names of its storages), and then each storage as its number of values and the values. The object refers to storages by
name. Nothing but the few names below is let out of the pickles.
"""

from collections import OrderedDict
import os
from pathlib import Path
import pickle
import subprocess
import sys
from typing import Any, BinaryIO, override

import numpy as np
import numpy.typing as npt

type Singles = npt.NDArray[np.float32]

MAGIC = 0x1950A86A20F9469CFC6C
FILE = "resemblyzer/pretrained.pt"
REQUIREMENTS = Path(__file__).with_name("requirements.txt")


class Storage:
    """A run of values that is read later."""

    def __init__(self) -> None:
        self.values: Singles = np.zeros(0, np.float32)


class Tensor:
    """A view of a storage; what torch calls when it makes a tensor anew."""

    def __init__(self, storage: Storage, offset: int, shape: tuple[int, ...], *_: object) -> None:
        self._storage, self._offset, self._shape = storage, offset, shape

    def read(self) -> Singles:
        """Return the values, as they lie: all of this model's tensors are contiguous."""
        count = int(np.prod(self._shape))
        return self._storage.values[self._offset : self._offset + count].reshape(self._shape)


class _Unpickler(pickle.Unpickler):
    def __init__(self, file: BinaryIO, storages: dict[str, Storage]) -> None:
        super().__init__(file)
        self._storages = storages

    @override
    def find_class(self, module: str, name: str, /) -> Any:
        allowed = {
            ("collections", "OrderedDict"): OrderedDict,
            ("torch._utils", "_rebuild_tensor_v2"): Tensor,
            ("torch", "FloatStorage"): Storage,
            ("torch", "LongStorage"): Storage,
        }
        if (module, name) not in allowed:
            raise pickle.UnpicklingError("this is not a file of weights only")
        return allowed[module, name]

    @override
    def persistent_load(self, pid: Any, /) -> Storage:
        # "storage", its type, its name, its device, its size, and what it is a view of
        return self._storages.setdefault(pid[2], Storage())


def load() -> dict[str, Singles]:
    """Return the encoder's weights by name; fetch the package first if it is not there."""
    return read(_package() / FILE)


def read(path: Path) -> dict[str, Singles]:
    """Return the tensors of the model in `path`."""
    storages: dict[str, Storage] = {}
    with path.open("rb") as file:
        if _Unpickler(file, storages).load() != MAGIC:
            raise pickle.UnpicklingError("this is not a file of torch's older format")
        for _ in range(2):
            _Unpickler(file, storages).load()
        saved = _Unpickler(file, storages).load()
        for name in _Unpickler(file, storages).load():
            count = int.from_bytes(file.read(8), "little")
            # The others are an optimizer's, of numbers twice as wide, and come after all that is wanted.
            storages[name].values = np.frombuffer(file.read(4 * count), np.float32)
    return {name: tensor.read() for name, tensor in saved["model_state"].items()}


def _package() -> Path:
    """Return the folder that the package was unpacked to, in the cache and in no environment."""
    cache = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"))
    folder = cache / "earshot" / "bench" / "speakers"
    if not (folder / FILE).exists():
        uv = Path(sys.executable).with_name("uv")
        command = (str(uv), "pip", "install", "--no-deps", "--require-hashes", "--target", str(folder))
        subprocess.run((*command, "-r", str(REQUIREMENTS)), check=True)
    return folder
