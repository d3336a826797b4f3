"""Small modules, small functions: the ceilings that keep the code readable, as CONTRIBUTING states them."""

import ast
from statistics import median

import pytest

from tests.architecture.source_tree import ALL_MODULES, Module

MODULE_CEILING = 400
FUNCTION_CEILING = 60
MODULE_MEDIAN = 130
IDS = [str(module.path.relative_to(module.path.parents[2])) for module in ALL_MODULES]


@pytest.mark.parametrize("module", ALL_MODULES, ids=IDS)
def test_a_module_says_what_it_is_and_stays_under_the_ceiling(module: Module) -> None:
    assert ast.get_docstring(module.tree)
    assert module.lines <= MODULE_CEILING


@pytest.mark.parametrize("module", ALL_MODULES, ids=IDS)
def test_a_function_stays_under_the_ceiling(module: Module) -> None:
    functions = [node for node in ast.walk(module.tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {node.name: lines for node in functions if (lines := length(node)) > FUNCTION_CEILING}
    assert not long


def test_the_median_module_is_small() -> None:
    assert median(module.lines for module in ALL_MODULES) <= MODULE_MEDIAN


def test_no_module_is_called_after_nothing() -> None:
    assert not {module.path.stem for module in ALL_MODULES} & {"utils", "util", "helpers", "common", "misc", "base"}


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1
