"""Where the installed `openwakeword` package keeps its models, found without importing it.

Importing it costs seconds and 150 MiB (scikit-learn, scipy), none of which is needed to run a graph.
Its code, mel and embedding models are Apache-2.0; its wake word heads are CC BY-NC-SA 4.0. They are therefore
read from the package that the person installed, in memory, and never copied, converted to a file or shipped.
"""

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Final

PACKAGE: Final = "openwakeword"


@dataclass(frozen=True, slots=True)
class ShippedWord:
    """A wake word whose head lies in the package."""

    name: str
    file: str


SHIPPED_WORDS: Final = (
    ShippedWord("hey_jarvis", "hey_jarvis_v0.1.onnx"),
    ShippedWord("alexa", "alexa_v0.1.onnx"),
    ShippedWord("hey_mycroft", "hey_mycroft_v0.1.onnx"),
    ShippedWord("hey_marvin", "hey_marvin_v0.1.onnx"),
)
"""The package's `timer` and `weather` are commands, not words to wake with."""

MEL_FILE: Final = "melspectrogram.onnx"
EMBEDDING_FILE: Final = "embedding_model.onnx"


@dataclass(frozen=True, slots=True)
class ShippedModels:
    """The package's models as they lie on this disk."""

    folder: Path
    version: str

    def path(self, file: str) -> Path:
        """Tell where a model lies."""
        return self.folder / file


def find_shipped_models() -> ShippedModels:
    """Find the installed package's models; raises LookupError when it or its models are not there."""
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise LookupError(f"The package {PACKAGE} is not installed, and its models are what listens for wake words")
    folder = Path(next(iter(spec.submodule_search_locations))) / "resources" / "models"
    missing = [file for file in (MEL_FILE, EMBEDDING_FILE) if not (folder / file).is_file()]
    if missing:
        raise LookupError(f"The installed package {PACKAGE} has no {' and no '.join(missing)}")
    try:
        installed = version(PACKAGE)
    except PackageNotFoundError:
        installed = "unknown"
    return ShippedModels(folder, installed)
