"""Putting the engine together: shipped words, the person's own words, settings."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from ...contract import EngineInfo
from ..interface import WakeWord
from .custom import custom_heads
from .engine import StreamingWakeEngine
from .head import Head, load_head, parse_model
from .judge import Judge
from .network import Network
from .shipped import PACKAGE, SHIPPED_WORDS, ShippedModels, find_shipped_models

DEFAULT_THRESHOLD: Final = 0.5
"""What openWakeWord recommends for its models."""


def create_wake_engine(
    folder: Path | None, *, thresholds: Mapping[str, float], trigger_level: int
) -> StreamingWakeEngine:
    """Make the engine, with the words of the installed package and those found in `folder`.

    `thresholds` by word, 0 to 1; `trigger_level` is how many frames of 80 ms in a row must reach it.
    Raises LookupError without the package, ValueError for settings that cannot be.
    """
    _check_settings(thresholds, trigger_level)
    models = find_shipped_models()
    shipped, problems = _shipped_heads(models)
    custom, more_problems = _custom_heads(folder)
    heads = shipped | custom
    idle = sorted(set(thresholds) - set(heads))
    problems += more_problems
    problems += [f"There is no wake word {name}: its threshold has no effect." for name in idle]
    return StreamingWakeEngine(
        Network(models, heads),
        _info(models, len(custom)),
        tuple(_word(name, custom=name in custom) for name in heads),
        judge=lambda name: Judge(thresholds.get(name, DEFAULT_THRESHOLD), trigger_level),
        problems=tuple(problems),
    )


def _check_settings(thresholds: Mapping[str, float], trigger_level: int) -> None:
    for name, threshold in thresholds.items():
        if not 0 < threshold <= 1:
            raise ValueError(f"The threshold of {name} is {threshold}; it must lie above 0 and at most at 1")
    if trigger_level < 1:
        raise ValueError(f"The trigger level is {trigger_level}; it must be at least 1")


def _shipped_heads(models: ShippedModels) -> tuple[dict[str, Head], list[str]]:
    heads: dict[str, Head] = {}
    problems: list[str] = []
    for word in SHIPPED_WORDS:
        try:
            heads[word.name] = load_head(word.name, parse_model(models.path(word.file).read_bytes()))
        except OSError:
            problems.append(f"The wake word {word.name} is missing from the installed package {PACKAGE}.")
        except ValueError as error:
            problems.append(f"The wake word {word.name} of the installed package {PACKAGE} is not used: it {error}.")
    return heads, problems


def _custom_heads(folder: Path | None) -> tuple[dict[str, Head], list[str]]:
    heads: dict[str, Head] = {}
    problems: list[str] = []
    for found in custom_heads(folder) if folder else ():
        if isinstance(found, str):
            problems.append(found)
        elif found.name in heads:
            problems.append(f"More than one file holds the wake word {found.name}: the first by name is used.")
        else:
            heads[found.name] = found
    return heads, problems


def _word(name: str, *, custom: bool) -> WakeWord:
    """Describe a word. Nothing in a custom file says of which language it is."""
    phrase = name.replace("_", " ").title()
    return WakeWord(name=name, phrase=phrase, languages=() if custom else ("en",), custom=custom)


def _info(models: ShippedModels, custom: int) -> EngineInfo:
    own = f", and {custom} of this home's own" if custom else ""
    return EngineInfo(
        stage="wake_word",
        name="openwakeword",
        version=models.version,
        model="speech embedding",
        detail=f"The wake words of the installed package{own}, run for all streams together.",
    )
