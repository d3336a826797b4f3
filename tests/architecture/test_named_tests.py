"""A test that a page names exists: whoever renames it changes the page, too."""

import ast
from collections.abc import Iterator
from pathlib import Path
import re

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").glob("*.md"))
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def named_tests(page: Path) -> Iterator[tuple[str, str]]:
    yield from NAMED.findall(page.read_text(encoding="utf-8"))


def definitions_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_test_that_a_page_names_exists(page: Path) -> None:
    missing = [
        f"{file}::{test}"
        for file, test in named_tests(page)
        if not (ROOT / file).is_file() or test not in definitions_in(ROOT / file)
    ]
    assert not missing, "\n".join(missing)


def test_the_threat_model_names_tests() -> None:
    assert len(set(named_tests(ROOT / "docs" / "threat-model.md"))) > 50
