"""Reads the part of JSGF 1.0 that a home's grammar is written in, into an automaton.

That part: rules in any order, with words, groups `( )`, options `[ ]`, alternatives `|`,
references `<rule>` and `<VOID>`; no weights, tags, repetition, recursion, imports or comments. A sentence is what any
of the public rules matches.
"""

from collections.abc import Callable, Iterator
import re

from .automaton import Automaton, Draft

MAX_DEPTH = 100
"""Deepest nesting of groups. Home sentences have about 30 words, and each can open one group."""

_HEADER = re.compile(r"\A#JSGF V1\.0[^;]*;\s*grammar\s+[\w.]+\s*;")
_RULE = re.compile(r"\s*(public\s+)?<(\w+)>\s*=([^;]*);")
_TOKEN = re.compile(r"\s*(?:(<\w+>)|([()\[\]|])|([^\s<>()\[\]|*+{}/=;\"\\]+))")


def read_grammar(text: str, is_heard: Callable[[str], bool] = lambda _: True) -> Automaton:
    """Read a grammar into the minimal automaton of its sentences, without those that have a word not `is_heard`.

    Raises ValueError for anything that is not such a grammar.
    """
    bodies, public = _split_rules(text)
    rules = _Rules(bodies, is_heard)
    draft = Draft()
    start, end = draft.state(), draft.state()
    for name in public:
        draft.insert(rules.automaton(name), start, end)
    return draft.minimize(start, end)


def _split_rules(text: str) -> tuple[dict[str, str], list[str]]:
    header = _HEADER.match(text)
    if header is None:
        raise ValueError("a grammar begins with its JSGF header")
    bodies: dict[str, str] = {}
    public: list[str] = []
    at = header.end()
    while text[at:].strip():
        rule = _RULE.match(text, at)
        if rule is None:
            raise ValueError("a grammar has something that is not a rule")
        if rule[2] in bodies:
            raise ValueError("a rule is there twice")
        bodies[rule[2]] = rule[3]
        if rule[1]:
            public.append(rule[2])
        at = rule.end()
    if not public:
        raise ValueError("a grammar has no public rule")
    return bodies, public


class _Rules:
    """The rules of one grammar, each made into an automaton when it is first needed."""

    def __init__(self, bodies: dict[str, str], is_heard: Callable[[str], bool]) -> None:
        self._bodies = bodies
        self._is_heard = is_heard
        self._made: dict[str, Automaton] = {}
        self._making: set[str] = set()

    def automaton(self, name: str) -> Automaton:
        if name not in self._made:
            if name in self._making:
                raise ValueError("a rule refers to itself")
            if name not in self._bodies:
                raise ValueError("a rule is referred to and not there")
            self._making.add(name)
            self._made[name] = _Reader(self, self._is_heard, self._bodies[name]).read()
        return self._made[name]


class _Reader:
    """Writes the body of one rule as a draft."""

    def __init__(self, rules: _Rules, is_heard: Callable[[str], bool], body: str) -> None:
        self._rules = rules
        self._is_heard = is_heard
        self._tokens = _tokens(body)
        self._next = next(self._tokens)
        self._draft = Draft()
        self._depth = 0

    def read(self) -> Automaton:
        start, end = self._draft.state(), self._draft.state()
        self._alternatives(start, end)
        if self._next:
            raise ValueError("a bracket is closed that was not opened")
        return self._draft.minimize(start, end)

    def _take(self) -> str:
        token, self._next = self._next, next(self._tokens, "")
        return token

    def _alternatives(self, start: int, end: int) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise ValueError("a rule is nested too deeply")
        self._sequence(start, end)
        while self._next == "|":
            self._take()
            self._sequence(start, end)
        self._depth -= 1

    def _sequence(self, start: int, end: int) -> None:
        if self._next in {"", "|", ")", "]"}:
            raise ValueError("an alternative is empty")
        here = start
        while self._next not in {"", "|", ")", "]"}:
            after = self._draft.state()
            self._item(self._take(), here, after)
            here = after
        self._draft.link(here, end)

    def _item(self, token: str, here: int, after: int) -> None:
        if token in {"(", "["}:
            self._alternatives(here, after)
            if self._take() != {"(": ")", "[": "]"}[token]:
                raise ValueError("a bracket is not closed")
            if token == "[":  # noqa: S105 - a bracket, not a secret
                self._draft.link(here, after)
        elif token == "<VOID>":  # noqa: S105 - JSGF's name for what cannot be said
            pass
        elif token.startswith("<"):
            self._draft.insert(self._rules.automaton(token[1:-1]), here, after)
        elif self._is_heard(token):
            self._draft.link(here, after, token)


def _tokens(body: str) -> Iterator[str]:
    """Yield the tokens of a rule's body, and then an empty one."""
    at = 0
    body = body.rstrip()
    while at < len(body):
        token = _TOKEN.match(body, at)
        if token is None:
            raise ValueError("a rule has a character that is not read here")
        yield token[0].strip()
        at = token.end()
    yield ""
