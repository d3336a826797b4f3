"""The panel's types say of a value what `to_json` makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum
import re
from typing import Any, Literal

import pytest

from custom_components.earshot.ledger.record import KINDS
from custom_components.earshot.models import Ear, Evidence
from scripts.types_for_panel.__main__ import files
from scripts.types_for_panel.declarations import COLUMNS, declaration, declarations
from scripts.types_for_panel.expressions import NoTypeError, expression


class Colour(StrEnum):
    """What colour it has."""

    RED = "red"
    """As a rose: None is redder.

    None of them.
    """
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Box[T: StrEnum | bool]:
    """A thing with something in it."""

    value: T | None
    """None: it is empty."""
    others: tuple[Box[bool], ...] = ()


type Either = Colour | Box[Colour]


@pytest.mark.parametrize(
    ("annotation", "written"),
    [
        (int, "number"),
        (str | None, "string | null"),
        (None | str, "string | null"),
        (datetime, "Instant"),
        (date, "Day"),
        (tuple[int, ...], "readonly number[]"),
        (tuple[int | None, ...], "readonly (number | null)[]"),
        (tuple[str, int], "readonly [string, number]"),
        (Mapping[str, int], "Readonly<{ [key: string]: number }>"),
        (Mapping[Colour, int], "{ readonly [K in Colour]?: number }"),
        (Literal["a", "b"], '"a" | "b"'),
        (Box[bool], "Box<boolean>"),
        (StrEnum, "string"),
        (Either, "Either"),
    ],
)
def test_an_annotation_is_written_as_its_json_is(annotation: Any, written: str) -> None:
    assert expression(annotation, lambda _: None) == written


@pytest.mark.parametrize("annotation", [bytes, set[str], re.Pattern, "Later"])
def test_what_has_no_json_form_has_no_type(annotation: Any) -> None:
    with pytest.raises(NoTypeError):
        expression(annotation, lambda _: None)


def test_a_class_is_written_with_all_that_it_is_made_of_and_what_each_field_says() -> None:
    written = declarations([Either])
    assert (
        written
        == """/** A thing with something in it. */
export interface Box<T extends string | boolean> {
  /** null: it is empty. */
  readonly value: T | null;
  readonly others: readonly Box<boolean>[];
}

/**
 * What colour it has.
 *
 * - `red`: As a rose: null is redder. None of them.
 */
export type Colour = "red" | "blue";

export type Either = Colour | Box<Colour>;
"""
    )


def test_two_types_of_one_name_are_refused() -> None:
    @dataclass(frozen=True)
    class Evidence:
        """Another one."""

    with pytest.raises(NoTypeError, match="Evidence"):
        declarations([Evidence, Ear])


@pytest.mark.parametrize("record", KINDS.values(), ids=KINDS)
def test_a_record_is_told_from_others_by_its_kind(record: type[Any]) -> None:
    met: list[object] = []
    written = declaration(record, met.append)
    assert f'  readonly kind: "{record.kind}";\n' in written
    assert all(f"  readonly {field.name}: " in written for field in fields(record))


def test_every_name_that_is_used_is_declared_once_and_no_line_is_too_long() -> None:
    written = "".join(text for path, text in files().items() if path.suffix == ".ts")
    declared = re.findall(r"^export (?:type|interface|const) (\w+)", written, re.MULTILINE)
    assert len(declared) == len(set(declared)) > 50
    assert all(len(line) <= COLUMNS for line in written.splitlines())
    code = re.sub(r'/\*\*.*?\*/|"[^"]*"|//[^\n]*', "", written, flags=re.DOTALL)
    used = set(re.findall(r"\b[A-Z]\w+", code)) - {"Readonly"}
    assert used <= set(declared)
    assert Evidence.__name__ in declared


def test_it_is_written_the_same_every_time() -> None:
    assert files() == files()
