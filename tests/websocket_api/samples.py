"""Samples of answers: where they lie, and what in them is made the same each time."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
import json
from pathlib import Path
import re
from types import GenericAlias
from typing import Any

from scripts.types_for_panel.commands import Command

EVENTS = ".events"
FOLDER = Path(__file__).parents[1] / "fixtures" / "websocket"

INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
HEX = re.compile(r"[0-9a-f]{32,64}")
ULID = re.compile(r"[0-9A-HJKMNP-TV-Z]{26}")

MIDNIGHT = datetime(2026, 11, 28, 8, tzinfo=UTC)
"""A day begins, by the time of the house that the tests have."""

TEXTS = {"ticket", "receipt", "proof", "checkpoint", "svg", "base64", "path", "keys"}
"""Signed, drawn, sealed: another one each time, and nothing that a page looks into."""
MEASURED = {"took_ms", "bytes", "unwatched_ms"}
"""How long something took, how much there is on a disk, how much of a day was over before the ledger began."""


def path_of(command: str, what: str = "") -> Path:
    """Return where the sample of a command lies: `earshot/utterances/list` in `utterances.list.json`."""
    return FOLDER / f"{'.'.join(command.split('/')[1:])}{what}.json"


def types_by_path(command: Command) -> dict[Path, Any]:
    """Return the types of what a command sends, by where the sample of each lies."""
    types = {path_of(command.name): command.answer}
    return (
        types
        if command.event is None
        else types | {path_of(command.name, EVENTS): GenericAlias(tuple, (command.event, ...))}
    )


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def steady(value: Any) -> Any:
    """Return an answer with everything that differs from run to run replaced, the same thing by the same."""
    found = sorted(set(_texts(value)))
    names: dict[str, str] = {}
    names |= _instants([text for text in found if INSTANT.fullmatch(text)])
    names |= _numbered([text for text in found if DAY.fullmatch(text)], lambda number: f"2026-11-{28 - number:02}")
    names |= _numbered([text for text in found if ULID.fullmatch(text)], lambda number: f"01{number:024}")
    for text in found:
        if HEX.fullmatch(text):
            names[text] = f"{len(names):0{len(text)}x}"
    return _replaced(value, names)


def _instants(texts: list[str]) -> dict[str, str]:
    """Keep the order of instants, and what lies minutes or days between them; the rest is how fast a run was."""
    instants = [datetime.fromisoformat(text) for text in texts]
    return {
        text: (
            MIDNIGHT + timedelta(minutes=round((instant - instants[0]).total_seconds() / 60), seconds=number)
        ).isoformat(timespec="milliseconds")
        for number, (text, instant) in enumerate(zip(texts, instants, strict=True))
    }


def _numbered(texts: list[str], made: Callable[[int], str]) -> dict[str, str]:
    return {text: made(number) for number, text in enumerate(texts)}


def _texts(value: Any) -> Iterator[str]:
    match value:
        case dict():
            for item in value.values():
                yield from _texts(item)
        case list():
            for item in value:
                yield from _texts(item)
        case str():
            yield value


def _replaced(value: Any, names: dict[str, str], key: str = "") -> Any:
    match value:
        case dict():
            return {name: _replaced(item, names, name) for name, item in value.items()}
        case list():
            return [_replaced(item, names, key) for item in value]
        case str():
            return f"({key})" if key in TEXTS else names.get(value, ULID.sub("01" + "0" * 24, value))
        case _:
            return 250 if key in MEASURED and value is not None else value
