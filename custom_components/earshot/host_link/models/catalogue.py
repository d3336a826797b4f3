"""The models that can be downloaded: the list that Earshot ships, and the person's own list beside it.

Both are JSON: `{"models": [{name, title, stage, purpose, languages, licence, licence_url, files: [{path, url,
size, sha256}]}]}`. Nothing is trusted for where it lies: a file counts only when it has the size and the SHA-256
that the list states. Those of the shipped list were not computed by Earshot's authors; each was found, equal, in
ten or more files of unrelated public projects that verify the same file. Nothing enters the list without such sources.
"""

from collections.abc import Mapping
from dataclasses import dataclass
import json
from pathlib import Path, PurePosixPath
import re
from typing import Any, Final, Self

from yarl import URL

from ...errors import ModelCatalogueError
from ...models import Stage

SHIPPED: Final = Path(__file__).with_name("catalogue.json")
OWN: Final = "catalogue.json"
"""Name of the person's own list, in the folder of models."""

MAX_CATALOGUE_BYTES: Final = 1024 * 1024
"""A list of a thousand models."""
MAX_FILE_BYTES: Final = 4 * 1024**3
"""The largest speech model anybody runs at home has about 3 GB."""
MAX_FILES: Final = 50
"""The models of today have two to ten."""

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_STAGES: Final = (Stage.WAKE_WORD, Stage.SPEECH_TO_TEXT, Stage.TEXT_TO_SPEECH)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFile:
    """One file of a model, and what it must be."""

    path: str
    """Where it goes, below the model's folder."""
    url: URL
    size: int
    """Bytes."""
    sha256: str
    """64 hexadecimal digits, lower case."""

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Decode and check. Raises KeyError, TypeError or ValueError."""
        path, url, size, digest = data["path"], URL(data["url"]), data["size"], data["sha256"]
        parts = PurePosixPath(path).parts
        if not parts or not all(_NAME.fullmatch(part) for part in parts):
            raise ValueError("path")
        if url.scheme not in {"https", "http"} or not url.host or url.user or url.password:
            raise ValueError("url")
        if type(size) is not int or not 0 < size <= MAX_FILE_BYTES:
            raise ValueError("size")
        if not _SHA256.fullmatch(digest):
            raise ValueError("sha256")
        return cls(path=path, url=url, size=size, sha256=digest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """One entry of the catalogue."""

    name: str
    """Its id, and the name of its folder."""
    title: str
    """As a person knows it."""
    stage: Stage
    purpose: str
    languages: tuple[str, ...]
    licence: str
    licence_url: str
    files: tuple[ModelFile, ...]

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)

    def folder(self, models: Path) -> Path:
        """Return where its files go. Wake words lie side by side, as the voice host looks for them."""
        stage = models / self.stage.value
        return stage if self.stage is Stage.WAKE_WORD else stage / self.name

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Decode and check. Raises KeyError, TypeError or ValueError."""
        files = tuple(ModelFile.from_json(file) for file in data["files"])
        texts = {key: data[key] for key in ("title", "purpose", "licence", "licence_url")}
        if not _NAME.fullmatch(data["name"]):
            raise ValueError("name")
        if (stage := Stage(data["stage"])) not in _STAGES:
            raise ValueError("stage")
        if not 0 < len(files) <= MAX_FILES or len({file.path for file in files}) < len(files):
            raise ValueError("files")
        if not all(isinstance(text, str) for text in (*texts.values(), *data["languages"])):
            raise TypeError("a text is something else")
        return cls(name=data["name"], stage=stage, languages=tuple(data["languages"]), files=files, **texts)


class Catalogue:
    """What can be downloaded, by name."""

    def __init__(self, models: Mapping[str, Model]) -> None:
        """Use `load`."""
        self.models: Final = models

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read the shipped list and the one in the folder of models, whose entries win. Blocking.

        Raises ModelCatalogueError when the person's own list cannot be understood.
        """
        return cls({model.name: model for path in (SHIPPED, folder / OWN) for model in _read(path)})


def _read(path: Path) -> tuple[Model, ...]:
    """Read one list. One that is not there is empty."""
    try:
        with path.open("rb") as file:
            encoded = file.read(MAX_CATALOGUE_BYTES + 1)
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise ModelCatalogueError(reason=error.strerror or "it cannot be read") from error
    if len(encoded) > MAX_CATALOGUE_BYTES:
        raise ModelCatalogueError(reason="it is too long")
    place = "its outermost part"
    try:
        models = []
        for number, entry in enumerate(json.loads(encoded)["models"], start=1):
            place = f"model {number}"
            models.append(Model.from_json(entry))
    except KeyError as error:
        raise ModelCatalogueError(reason=f"{place} lacks {error}") from error
    except (AttributeError, RecursionError, TypeError, ValueError) as error:
        raise ModelCatalogueError(reason=f"{place} is wrong: {error}") from error
    return tuple(models)
