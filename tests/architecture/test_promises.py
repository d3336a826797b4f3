"""Every promise of the design is named by a test, or the roadmap says plainly that it is not kept yet."""

import ast
from pathlib import Path
import re

import pytest

ROOT = Path(__file__).parents[2]
PROMISES = range(1, 11)


def promises_with_a_test() -> set[int]:
    named = set()
    for path in (ROOT / "tests").rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "pytest.mark.promise":
                named |= {argument.value for argument in node.args if isinstance(argument, ast.Constant)}
    return {number for number in named if isinstance(number, int)}


def promises_still_open() -> set[int]:
    roadmap = (ROOT / "docs" / "roadmap.md").read_text(encoding="utf-8")
    return {int(number) for number in re.findall(r"^- Promise (\d+)\b", roadmap, re.MULTILINE)}


@pytest.mark.parametrize("number", PROMISES)
def test_a_promise_has_a_test_or_stands_in_the_roadmap(number: int) -> None:
    assert number in promises_with_a_test() | promises_still_open()
