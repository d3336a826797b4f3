"""Find the Piper voices in the folder of models, and say what is wrong with those that cannot be used."""

from collections.abc import Iterator
import os
from pathlib import Path
from typing import Final

from .piper_voice import PiperFile, read

MAX_VOICES: Final = 200
"""Piper publishes some 150; a folder with more is not a folder of voices."""
MAX_DEPTH: Final = 5
"""Folders below the one that is searched: piper's own layout, `en/en_US/lessac/medium/`, has four."""
MAX_FILES: Final = 20_000
"""Entries looked at before the search gives up."""


def find(folder: Path | None) -> tuple[tuple[PiperFile, ...], tuple[str, ...]]:
    """Find the voices below `folder`, best quality first, and the problems, one English sentence each."""
    voices: dict[str, PiperFile] = {}
    problems: list[str] = []
    if folder is None or not folder.is_dir():
        return (), ()
    for model in _models(folder):
        if len(voices) >= MAX_VOICES:
            problems.append(f"There are more than {MAX_VOICES} voices in the folder; the others are left out.")
            break
        if model.stem in voices:
            problems.append(f"The voice {model.stem} is there twice; the first one found is used.")
            continue
        try:
            voices[model.stem] = read(model)
        except FileNotFoundError:
            problems.append(f"The voice {model.stem} cannot be used: its description ({model.name}.json) is missing.")
        except OSError:
            problems.append(f"The voice {model.stem} cannot be used: its description cannot be read.")
        except ValueError as error:
            problems.append(f"The voice {model.stem} cannot be used: {error}.")
    return tuple(sorted(voices.values(), key=lambda each: (each.quality, each.voice.name))), tuple(problems)


def _models(folder: Path) -> Iterator[Path]:
    """Walk the folder in a fixed order, without following links to folders."""
    seen = 0
    for place, below, names in os.walk(folder):
        below.sort()
        if len(Path(place).relative_to(folder).parts) >= MAX_DEPTH:
            below.clear()
        for name in sorted(names):
            seen += 1
            if seen > MAX_FILES:
                return
            if name.endswith(".onnx"):
                yield Path(place, name)
