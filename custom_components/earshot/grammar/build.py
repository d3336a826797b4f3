"""A home's grammar: Home Assistant's sentences with this home's names in them."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from hashlib import sha256

from ..errors import GrammarError
from .names import HomeNames
from .numbers import numbers_words
from .phrases import Phrase, write_phrases
from .sentences import Sentences, Templates, list_name, load_templates
from .spoken import BARE_PERCENTAGES, NUMBERS, PERCENTAGES
from .words import name_words

LANGUAGE = "en"
"""The only language: the recogniser's acoustic model is of United States English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """What a recogniser needs to hear a home's sentences."""

    language: str
    jsgf: str
    """JSGF 1.0, one public rule, in words as `words.py` writes them."""
    revision: str
    """SHA-256 of `jsgf`, in hexadecimal digits."""
    names: int
    """How many names of things and places are in it."""
    left_out: tuple[str, ...]
    """Names that cannot be said, as they are written: no letters, or far too long."""


def build_grammar(language: str, home: HomeNames) -> Grammar:
    """Build the grammar of `home`; blocking, about a second the first time.

    Raises GrammarError for a language that cannot be heard.
    """
    if language.replace("_", "-").split("-")[0].lower() != LANGUAGE:
        raise GrammarError("the built-in recogniser hears English only", language=language)
    return _Builder(load_templates(LANGUAGE), home).build(language)


class _Builder:
    """One grammar being put together."""

    def __init__(self, templates: Templates, home: HomeNames) -> None:
        self._templates = templates
        self._home = home
        self._rules: dict[str, str] = {}
        self._left_out: set[str] = set()
        self._names: defaultdict[str, set[Phrase]] = defaultdict(set)
        for entity in home.entities:
            self._names[entity.domain] |= self._spoken(entity.names)
        self._places = {
            "area": {words for area in home.areas for words in self._spoken(area.names)},
            "floor": {words for floor in home.floors for words in self._spoken(floor.names)},
        }
        self._cover_classes = frozenset(
            entity.device_class for entity in home.entities if entity.domain == "cover" and entity.device_class
        )
        self._domains = frozenset(entity.domain for entity in home.entities)

    def build(self, language: str) -> Grammar:
        wordings = (wording for sentences in self._templates.sentences for wording in self._fill(sentences))
        top = self._join(wordings)
        body = "".join(f"<{name}> = {text};\n" for name, text in sorted(self._rules.items()))
        jsgf = f"#JSGF V1.0;\ngrammar home;\n{body}public <sentence> = {top};\n"
        return Grammar(
            language=language,
            jsgf=jsgf,
            revision=sha256(jsgf.encode()).hexdigest(),
            names=sum(map(len, self._names.values())) + sum(map(len, self._places.values())),
            left_out=tuple(sorted(self._left_out)),
        )

    def _spoken(self, names: Iterable[str]) -> set[Phrase]:
        spoken = {name: name_words(name) for name in names}
        self._left_out |= {name for name, words in spoken.items() if not words}
        return {words for words in spoken.values() if words}

    def _fill(self, sentences: Sentences) -> Iterable[Phrase]:
        """Put rules of this home for the lists of each wording; wordings that this home has no use for fall out."""
        if sentences.needs and not sentences.needs & self._domains:
            return
        for wording in sentences.wordings:
            filled = tuple(
                self._fill_word(word, after, sentences, plural=wording[0] == "are")
                for word, after in zip(wording, (*wording[1:], ""), strict=True)
            )
            if all(filled):
                yield filled

    def _fill_word(self, word: str, after: str, sentences: Sentences, *, plural: bool) -> str:
        name = list_name(word)
        if name is None:
            return word
        if name == "name":
            return self._name_rule(sentences.domains, plural=plural)
        if NUMBERS.get(name) == PERCENTAGES and after != "percent":
            return self._number_rule(f"{name}_bare", BARE_PERCENTAGES)
        return self._list_rule(name)

    def _name_rule(self, domains: frozenset[str], *, plural: bool) -> str:
        """Return a rule for the names of `domains`; `plural`: only those that "are" and not "is"."""
        prefix = "plural" if plural else "name"
        present = []
        for domain in sorted(domains):
            names = {words for words in self._names[domain] if words[-1].endswith("s") or not plural}
            if names:
                present.append(domain)
                self._rules.setdefault(f"{prefix}_{domain}", write_phrases(names))
        if not present:
            return ""
        rules = [f"<{prefix}_{domain}>" for domain in present]
        if len(rules) == 1:
            return rules[0]
        joined = f"{prefix}s_" + "_".join(present)
        self._rules.setdefault(joined, " | ".join(rules))
        return f"<{joined}>"

    def _number_rule(self, name: str, numbers: Iterable[int]) -> str:
        self._rules.setdefault(name, write_phrases(numbers_words(numbers, LANGUAGE)))
        return f"<{name}>"

    def _list_rule(self, name: str) -> str:
        if name not in self._rules:
            phrases = self._list_phrases(name)
            if not phrases:
                return ""
            self._rules[name] = write_phrases(phrases)
        return f"<{name}>"

    def _list_phrases(self, name: str) -> Collection[Phrase]:
        if name in self._places:
            return self._places[name]
        if name == "temperature":
            first, last = self._home.temperatures
            return numbers_words(range(first, last + 1), LANGUAGE)
        if name in NUMBERS:
            return numbers_words(NUMBERS[name], LANGUAGE)
        if name == "cover_classes":
            return self._templates.values(name, self._cover_classes)
        return self._templates.values(name)

    def _join(self, wordings: Iterable[Phrase]) -> str:
        """Write the wordings so that each large rule stands in as few places as can be.

        A recogniser copies a rule into every place where it stands. Wordings with the same large rule are put
        together where what comes before it is the same set.
        """
        plain: set[Phrase] = set()
        around: defaultdict[str, defaultdict[Phrase, set[Phrase]]] = defaultdict(lambda: defaultdict(set))
        for wording in wordings:
            at = _large_rule(wording)
            if at is None:
                plain.add(wording)
            else:
                around[wording[at]][wording[at + 1 :]].add(wording[:at])
        parts = [write_phrases(plain)] if plain else []
        for rule, befores in sorted(around.items()):
            afters: defaultdict[frozenset[Phrase], set[Phrase]] = defaultdict(set)
            for after, before in befores.items():
                afters[frozenset(before)].add(after)
            parts.extend(sorted(f"{write_phrases(a)} {rule} {write_phrases(b)}".strip() for a, b in afters.items()))
        return "\n  | ".join(parts) or "<VOID>"


def _large_rule(wording: Phrase) -> int | None:
    """Return the place of the rule that is worth writing once: names before areas before floors."""
    ranks: tuple[Callable[[str], bool], ...] = (
        lambda word: word.startswith(("<name", "<plural")),
        lambda word: word == "<area>",
        lambda word: word == "<floor>",
    )
    for is_large in ranks:
        for place, word in enumerate(wording):
            if is_large(word):
                return place
    return None
