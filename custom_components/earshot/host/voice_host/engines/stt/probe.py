"""Tries whether a model loads and runs, in a process that may die of it.

`python -m voice_host.engines.stt.probe FOLDER` loads the model in FOLDER and lets it hear a second of quiet noise.
It ends with 0 when that went well. Everything else, be it an exception, an exit or a crash, is a model that the
voice host must not touch.
"""

from functools import cache
from pathlib import Path
import subprocess
import sys
from typing import Final

import numpy as np

from ...contract import RATE
from .models import Model, find_models
from .recognizers import open_model

PATIENCE_SECONDS: Final = 120
"""The largest models in use, over 600 MB, load in some 20 s from a memory card."""
_SOURCE_ROOT: Final = Path(__file__).resolve().parents[3]


def probe(model: Model) -> str | None:
    """Try a model in a child process; return None, or why it cannot be used. The answer is kept while its files do."""
    stamps = tuple((str(file), file.stat().st_mtime_ns) for file in sorted(model.files.values()))
    return _probe(model.files["tokens"].parent, stamps)


@cache
def _probe(folder: Path, _stamps: tuple[tuple[str, int], ...]) -> str | None:
    command = [sys.executable, "-m", __name__, str(folder)]
    try:
        child = subprocess.run(  # noqa: S603 - this interpreter, this module, and a folder's path
            command,
            env={"PYTHONPATH": str(_SOURCE_ROOT)},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=PATIENCE_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"it did not load within {PATIENCE_SECONDS} s"
    except OSError as fault:
        return f"it could not be tried ({fault.strerror})"
    return None if child.returncode == 0 else f"its loader ended with {child.returncode}"


def main() -> None:
    """Load the model in the folder that is named on the command line, and let it hear something."""
    folder = Path(sys.argv[1])
    models, _ = find_models(folder.parent)
    model = next(each for each in models if each.name == folder.name)
    recognition = open_model(model).begin()
    recognition.take(np.random.default_rng(0).normal(scale=0.01, size=RATE).astype(np.float32))
    recognition.text()


if __name__ == "__main__":
    main()
