"""Promise 9: spoken words never appear in logs, errors, states, attributes, events, URLs or file names.

The tests that speak look for the words afterwards, everywhere. This one reads the source, and refuses a name
that holds words where such a name has no business: in a log call, in an exception, in what is fired on the bus.
"""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.source_tree import ALL_MODULES, Module

# A name holds words when one of its parts, split at underscores, is one of these.
HOLDS_WORDS = {
    "text",
    "texts",
    "transcript",
    "transcription",
    "sentence",
    "sentences",
    "utterance_text",
    "spoken",
    "speech",
    "hypothesis",
    "hyp",
    "answer",
    "response",
    "reply",
    "plaintext",
    "jsgf",
}
# `.error("…")` and its like, on anything called a logger
# An HTTP response's status, an utterance's length: facts of a thing that holds words
HARMLESS_FACTS = {"status", "size", "kind", "code"}
LOG_METHODS = {"debug", "info", "warning", "error", "exception", "critical", "log"}
BUS_METHODS = {"async_fire", "fire", "async_fire_internal"}


def holds_words(name: str) -> bool:
    return bool(set(name.lower().split("_")) & HOLDS_WORDS)


def word_names(node: ast.AST) -> Iterator[str]:
    """Names of values in an expression that may hold words. A call's own name is not a value; its length is none."""
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Name) and node.func.id in {"len", "type", "bool", "count_words"}:
            return
        for child in (*node.args, *(keyword.value for keyword in node.keywords)):
            yield from word_names(child)
        if isinstance(node.func, ast.Attribute):
            yield from word_names(node.func.value)
        return
    if isinstance(node, ast.Attribute) and node.attr in HARMLESS_FACTS:
        return
    if isinstance(node, ast.Name) and holds_words(node.id):
        yield node.id
    if isinstance(node, ast.Attribute) and holds_words(node.attr):
        yield node.attr
    for part in ast.iter_child_nodes(node):
        yield from word_names(part)


def leaks(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            logger = isinstance(node.func.value, ast.Name) and "log" in node.func.value.id.lower()
            if (logger and node.func.attr in LOG_METHODS) or node.func.attr in BUS_METHODS:
                for value in (*node.args, *(keyword.value for keyword in node.keywords)):
                    yield from ((node.lineno, name) for name in word_names(value))
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
            for value in (*node.exc.args, *(keyword.value for keyword in node.exc.keywords)):
                yield from ((node.lineno, name) for name in word_names(value))


@pytest.mark.promise(9)
@pytest.mark.parametrize("module", ALL_MODULES, ids=[str(module.name) for module in ALL_MODULES])
def test_no_log_call_error_or_event_is_given_a_name_that_holds_words(module: Module) -> None:
    assert not list(leaks(module.tree))


@pytest.mark.parametrize(
    "bad",
    [
        "LOGGER.debug('heard %s', text)",
        "_LOGGER.warning(f'no intent for {result.text!r}')",
        "raise ValueError(f'cannot parse {transcript}')",
        "hass.bus.async_fire('earshot', {'words': user_text})",
        "logger.info('x', extra={'a': response.strip()})",
    ],
)
def test_the_reader_finds_each_kind_of_leak(bad: str) -> None:
    assert list(leaks(ast.parse(bad)))


@pytest.mark.parametrize(
    "good",
    [
        "LOGGER.info('HTTP %d', response.status)",
        "LOGGER.debug('%d characters', len(text))",
        "LOGGER.info('text is gone')",
    ],
)
def test_the_reader_lets_a_length_and_a_plain_sentence_pass(good: str) -> None:
    assert not list(leaks(ast.parse(good)))
