"""Docstrings of a class and of its fields, read from its source: Python itself keeps only the first."""

import ast
import inspect
import textwrap
from typing import Final

OWN: Final = ("custom_components.", "tests.")
"""Modules whose docstrings are told. What Home Assistant and Python say of their classes is theirs."""


def doc_of(cls: type) -> str:
    """Return what a class says of itself in its own docstring; empty if it has none."""
    node = _class(cls)
    return (ast.get_docstring(node) or "") if node is not None else ""


def field_docs(cls: type) -> dict[str, str]:
    """Return the string under each field or member of a class, by its name; also what it inherits."""
    docs: dict[str, str] = {}
    for base in reversed(cls.__mro__):
        # Only what is declared somewhere has a source: `object` and generated classes have none.
        if base.__module__.startswith(OWN):
            docs |= _own_field_docs(base)
    return docs


def _own_field_docs(cls: type) -> dict[str, str]:
    node = _class(cls)
    docs: dict[str, str] = {}
    before: str | None = None
    for statement in [] if node is None else node.body:
        match statement:
            case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
                before = name
            case ast.Expr(value=ast.Constant(value=str(text))) if before is not None:
                docs[before] = inspect.cleandoc(text)
                before = None
            case _:
                before = None
    return docs


def _class(cls: type) -> ast.ClassDef | None:
    statement = ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0]
    return statement if isinstance(statement, ast.ClassDef) else None
