"""Every websocket command, found by walking: who is answered, what it takes, and what it sends, as its code says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
import importlib
import inspect
import pkgutil
from types import NoneType
from typing import Any, Final, get_args, get_origin, get_type_hints

from custom_components.earshot import websocket_api
from custom_components.earshot.ledger.record import Record
from custom_components.earshot.runtime import Access
from custom_components.earshot.websocket_api.answering import contract_of
from custom_components.earshot.websocket_api.events import Events

from .expressions import NoTypeError

ENVELOPE: Final = frozenset({"id", "type"})
"""What every message has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command."""

    name: str
    doc: str
    access: Access
    enters: tuple[type[Record], ...]
    arguments: Mapping[Any, Any]
    """Validators by their markers."""
    answer: object
    """The type of its answer; None where that is null."""
    event: object | None
    """The type of the events that follow the answer. None: none do."""


def all_commands() -> tuple[Command, ...]:
    """Return every command, by its name."""
    return tuple(sorted(_found(), key=lambda command: command.name))


def types_of(command: Command) -> tuple[object, ...]:
    """Return the types of what it sends."""
    return tuple(one for one in (command.answer, command.event) if one is not None)


def _found() -> Iterator[Command]:
    for module in pkgutil.iter_modules(websocket_api.__path__):
        values = vars(importlib.import_module(f"{websocket_api.__name__}.{module.name}")).values()
        yield from (_command(value) for value in values if hasattr(value, "_ws_command"))


def _command(command: Any) -> Command:
    contract = contract_of(command)
    hints = get_type_hints(contract.answer)
    events = next((get_args(hint)[0] for hint in hints.values() if get_origin(hint) is Events), None)
    answer = None if hints["return"] is NoneType else hints["return"]
    name: str = command._ws_command  # noqa: SLF001 - it is how Home Assistant marks a command
    if answer is None and events is None:
        raise NoTypeError(f"{name} must return its answer, so that it has a type")
    schema = command._ws_schema  # noqa: SLF001 - the same
    return Command(
        name=name,
        doc=inspect.getdoc(contract.answer) or "",
        access=contract.access,
        enters=contract.enters,
        arguments={key: rule for key, rule in schema.schema.items() if key not in ENVELOPE} if schema else {},
        answer=answer,
        event=events,
    )
