"""The page of the websocket API in docs/: every command in one table."""

from collections.abc import Iterable
from typing import Final

from custom_components.earshot.runtime import Access

from .arguments import Argument, arguments_of
from .commands import Command
from .docstrings import field_docs
from .expressions import expression

HEAD: Final = """# The websocket API

Made by `scripts/types` from the code, and compared by `scripts/check`. The types are those of
[`types.ts`](../frontend/src/api/types.ts), and the panel calls by [`commands.ts`](../frontend/src/api/commands.ts).
A real answer of each command lies in [`tests/fixtures/websocket/`](../tests/fixtures/websocket/). Instants are
ISO 8601 in UTC; one that is sent without a zone is the house's time.

An answer has a result, or an error whose code stands in [`errors.ts`](../frontend/src/api/errors.ts). Commands with
events answer first. What takes long tells its progress and ends with an event of another type; to unsubscribe breaks
it off.

Who is answered ([decision](decisions/0032-who-sees-what-is-decided-behind-the-websocket.md)):

{who}

| command | what it does | who | arguments | answer | events | enters |
|---|---|---|---|---|---|---|
"""


def page(commands: Iterable[Command]) -> str:
    """Return the page."""
    docs = field_docs(Access)
    who = "\n".join(f"- *{one.value}*: {' '.join(docs[one.name].split())}" for one in Access)
    return HEAD.format(who=who) + "".join(_row(command) for command in commands)


def _row(command: Command) -> str:
    cells = (
        f"`{command.name}`",
        " ".join(command.doc.split("\n\n", maxsplit=1)[0].split()),
        command.access.value,
        "<br>".join(_argument(one) for one in arguments_of(command.arguments, _ignore)),
        _code(command.answer),
        _code(command.event) if command.event else "",
        ", ".join(f"`{record.kind}`" for record in command.enters),
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _argument(one: Argument) -> str:
    told = f"`{one.name}{'' if one.required else '?'}: {one.type}`"
    return f"{told} ({one.note})" if one.note else told


def _code(kind: object) -> str:
    return f"`{expression(kind, _ignore)}`"


def _ignore(_: object) -> None:
    """Declare nothing: the page names types, and types.ts declares them."""
