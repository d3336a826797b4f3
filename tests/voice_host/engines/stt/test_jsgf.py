from hypothesis import given, strategies as st
import pytest

from voice_host.engines.stt.automaton import Automaton
from voice_host.engines.stt.jsgf import MAX_DEPTH, read_grammar

HEADER = "#JSGF V1.0;\ngrammar test;\n"


def sentences(automaton: Automaton, state: int | None = None) -> set[str]:
    state = automaton.start if state is None else state
    ended = {""} if state in automaton.accepting else set()
    after = {
        f"{word} {rest}".strip() for word, to in automaton.arcs[state].items() for rest in sentences(automaton, to)
    }
    return ended | after


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ("public <s> = a b;", {"a b"}),
        ("public <s> = a | b;", {"a", "b"}),
        ("public <s> = a [b] c;", {"a c", "a b c"}),
        ("public <s> = (a | b) (c | d);", {"a c", "a d", "b c", "b d"}),
        ("public <s> = turn <w> off; <w> = x | y z;", {"turn x off", "turn y z off"}),
        ("<w> = x; public <s> = <w> [<w>];", {"x", "x x"}),
        ("public <s> = a | <VOID> b;", {"a"}),
        ("public <s> = <VOID>;", set()),
    ],
)
def test_a_grammar_is_read(rules: str, expected: set[str]) -> None:
    assert sentences(read_grammar(HEADER + rules)) == expected


def test_sentences_with_words_that_are_not_heard_fall_out() -> None:
    automaton = read_grammar(f"{HEADER}public <s> = turn on (x | lamp) | x | go [x] now;", lambda word: word != "x")
    assert sentences(automaton) == {"turn on lamp", "go now"}


def test_equal_endings_are_one_state() -> None:
    automaton = read_grammar(f"{HEADER}public <s> = a (x | y) z | b (y | x) z | c x z | c y z;")
    assert len(automaton.arcs) == 4


@pytest.mark.parametrize(
    "text",
    [
        "",
        "public <s> = a;",
        HEADER,
        f"{HEADER}<s> = a;",
        f"{HEADER}public <s> = a",
        f"{HEADER}public <s> = ;",
        f"{HEADER}public <s> = (a;",
        f"{HEADER}public <s> = (a];",
        f"{HEADER}public <s> = a);",
        f"{HEADER}public <s> = a | ;",
        f"{HEADER}public <s> = <missing>;",
        f"{HEADER}public <s> = a <s>;",
        f"{HEADER}public <s> = <t>; <t> = <s>;",
        f"{HEADER}public <s> = a; <s> = b;",
        f"{HEADER}public <s> = a*;",
        f"{HEADER}public <s> = /2/ a;",
        f"{HEADER}import <x.*>; public <s> = a;",
        f"{HEADER}public <s> = {'(' * (MAX_DEPTH + 1)}a{')' * (MAX_DEPTH + 1)};",
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_grammar(text)


@given(st.text(alphabet='abc <>()[]|;=public"\\/*+{}\n'))
def test_no_text_does_more_than_raise_value_error(body: str) -> None:
    try:
        read_grammar(f"{HEADER}public <s> = {body};")
    except ValueError:
        return


def test_a_grammar_that_would_fill_the_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("voice_host.engines.stt.automaton.MAX_STATES", 1000)
    doubling = "".join(f"<r{n}> = <r{n - 1}> <r{n - 1}>; " for n in range(1, 40))
    with pytest.raises(ValueError, match="too large"):
        read_grammar(f"{HEADER}<r0> = a | b; {doubling} public <s> = <r39>;")


def test_every_public_rule_is_a_sentence() -> None:
    text = f"{HEADER}public <s> = turn <w>; <w> = on | off; public <t> = stop | turn on;"
    assert sentences(read_grammar(text)) == {"turn on", "turn off", "stop"}
