"""Declarations of TypeScript: an interface for each dataclass, a union for each enumeration and each alias."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
import json
import re
import textwrap
from typing import Any, Final, TypeAliasType, TypeVar, get_type_hints

from custom_components.earshot.ledger.record import KINDS

from .docstrings import doc_of, field_docs
from .expressions import Meet, NoTypeError, expression
from .names import name_of

COLUMNS: Final = 120
"""As wide as the Python."""
RECORDS: Final = frozenset(KINDS.values())


def declarations(roots: Iterable[object]) -> str:
    """Return the declarations of these types and of all that they are made of, by their names."""
    declared: dict[str, tuple[object, str]] = {}
    waiting = list(roots)
    while waiting:
        one = waiting.pop()
        name = name_of(one)
        if name in declared:
            if declared[name][0] is not one:
                raise NoTypeError(f"two types are called {name}: give one another name in names.py")
            continue
        declared[name] = (one, "")
        declared[name] = (one, declaration(one, waiting.append))
    return "\n".join(text for _, (_, text) in sorted(declared.items()))


def declaration(declared: Any, meet: Meet) -> str:
    """Return the declaration of one class or alias."""
    if isinstance(declared, TypeAliasType):
        return union(name_of(declared), expression(declared.__value__, meet).split(" | "))
    if issubclass(declared, Enum):
        docs = field_docs(declared)
        told = [f"- `{member.value}`: {_joined(docs[member.name])}" for member in declared if member.name in docs]
        text = comment([doc_of(declared), *(["\n".join(told)] if told else [])])
        return text + union(name_of(declared), [json.dumps(member.value) for member in declared])
    if not is_dataclass(declared) or not isinstance(declared, type):
        raise NoTypeError(f"{declared!r} has no form in JSON")
    return _interface(declared, meet)


def union(name: str, parts: list[str]) -> str:
    """Return an alias, on one line where it has room."""
    line = f"export type {name} = {' | '.join(parts)};\n"
    if len(line) <= COLUMNS + len("\n"):
        return line
    return f"export type {name} =\n" + "\n".join(f"  | {part}" for part in parts) + ";\n"


def comment(paragraphs: list[str], indent: str = "") -> str:
    """Return a comment, wrapped; nothing where there is nothing to say."""
    lines = list(_wrapped(paragraphs, COLUMNS - len(indent) - len(" * ")))
    if not lines:
        return ""
    if len(lines) == 1 and len(line := f"{indent}/** {lines[0]} */") <= COLUMNS:
        return f"{line}\n"
    return f"{indent}/**\n" + "".join(f"{indent} * {line}".rstrip() + "\n" for line in lines) + f"{indent} */\n"


def _interface(declared: type[Any], meet: Meet) -> str:
    docs, hints = field_docs(declared), get_type_hints(declared)
    lines = [comment([doc_of(declared)]), f"export interface {name_of(declared)}{_parameters(declared, meet)} {{\n"]
    if declared in RECORDS:
        lines.append(f"  readonly kind: {json.dumps(declared.kind)};\n")
    for field in fields(declared):
        lines.append(comment([docs.get(field.name, "")], "  "))
        lines.append(f"  readonly {field.name}: {expression(hints[field.name], meet)};\n")
    return "".join([*lines, "}\n"])


def _parameters(declared: type, meet: Meet) -> str:
    parameters: tuple[TypeVar, ...] = getattr(declared, "__type_params__", ())
    if not parameters:
        return ""
    told = [f"{one.__name__} extends {expression(one.__bound__, meet)}" for one in parameters]
    return f"<{', '.join(told)}>"


def _wrapped(paragraphs: list[str], width: int) -> Iterator[str]:
    """Yield lines; a paragraph that stands alone in a docstring stays alone."""
    blocks = [block for paragraph in paragraphs for block in paragraph.replace("*/", "* /").split("\n\n") if block]
    for number, block in enumerate(blocks):
        if number:
            yield ""
        for item in block.splitlines() if block.startswith("- ") else [_joined(block)]:
            yield from textwrap.wrap(
                item,
                width,
                subsequent_indent="  " * item.startswith("- "),
                break_long_words=False,
                break_on_hyphens=False,
            )


def _joined(text: str) -> str:
    """Return a text on one line. What Python calls None is null over there; "None of them" is English."""
    return " ".join(re.sub(r"\bNone\b(?! of )", "null", text).split())
