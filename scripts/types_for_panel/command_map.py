"""The panel's map of commands: what each takes and what it sends."""

from collections.abc import Iterable
import re
from typing import Final

from .arguments import Argument, arguments_of
from .commands import Command
from .declarations import comment
from .expressions import Meet, expression

HEAD: Final = """/** What a command without arguments takes. */
export type NoArguments = { readonly [name: string]: never };

"""


def command_map(commands: Iterable[Command], meet: Meet) -> str:
    """Return the module: what is answered once, and what events follow."""
    told = list(commands)
    body = HEAD + "\n".join(
        [
            _interface("Commands", "Commands that are answered once.", (one for one in told if not one.event), meet),
            _interface(
                "Subscriptions", "Commands whose answer events follow.", (one for one in told if one.event), meet
            ),
        ]
    )
    return _imports(body) + body


def _interface(name: str, doc: str, commands: Iterable[Command], meet: Meet) -> str:
    lines = [comment([doc]), f"export interface {name} {{\n"]
    for command in commands:
        lines += [comment([command.doc, f"For: {command.access.value}."], "  "), f'  "{command.name}": {{\n']
        lines += [_arguments(arguments_of(command.arguments, meet))]
        lines += [f"    answer: {expression(command.answer, meet)};\n"]
        lines += [f"    event: {expression(command.event, meet)};\n"] if command.event else []
        lines += ["  };\n"]
    return "".join([*lines, "}\n"])


def _arguments(arguments: Iterable[Argument]) -> str:
    lines = []
    for one in arguments:
        lines.append(comment([f"{one.note}."] if one.note else [], "      "))
        # A page may name one that it has no value for.
        told = one.type if one.required else f"{one.type} | undefined"
        lines.append(f"      {one.name}{'' if one.required else '?'}: {told};\n")
    return "".join(["    arguments: {\n", *lines, "    };\n"]) if lines else "    arguments: NoArguments;\n"


def _imports(body: str) -> str:
    """Return the import of every type that is named."""
    code = re.sub(r'/\*\*.*?\*/|"[^"]*"', "", body, flags=re.DOTALL)
    declared = set(re.findall(r"^export (?:interface|type) (\w+)", code, re.MULTILINE))
    names = sorted(set(re.findall(r"\b[A-Z]\w+", code)) - declared)
    return "import type {\n" + "".join(f"  {name},\n" for name in names) + '} from "./types.js";\n\n'
