"""Home Assistant's sentence templates, cut down by the tables of `spoken.py` to what is listened for."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
import re
from typing import Any

from hassil.expression import Sentence
from hassil.intents import IntentData, Intents, TextSlotList
from hassil.parse_expression import parse_sentence
from hassil.sample import sample_expression, sample_sentence
from home_assistant_intents import get_intents

from .phrases import Phrase
from .spoken import CHOICES, NUMBERS, OPENINGS, QUANTIFIERS, RULES, SINGULARS, UNSAID, UNSAID_PAIRS, VALUES
from .words import template_words

PLACES = frozenset({"name", "area", "floor"})
"""Lists that the home fills."""
_NOUNS = frozenset({"light", "lights", "fan", "fans"})
_SLOT = re.compile(r"\{(\w+)\}")
_UNSPEAKABLE = re.compile(r"[0-9%°/]")
"""Signs that a template offers beside the words for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentences:
    """Wordings that belong together, and what must be in a home for them to make sense."""

    intent: str
    combination: str
    needs: frozenset[str]
    """The home must have an entity of one of these domains; empty: none is needed."""
    domains: frozenset[str]
    """The domains that a `{name}` may be of; empty: any."""
    wordings: frozenset[Phrase]
    """Words, and lists in braces: `("turn", "on", "{name}")`."""


class Templates:
    """The chosen sentences of one language, parsed and expanded once."""

    def __init__(self, language: str, data: dict[str, Any]) -> None:
        """Parse Home Assistant's sentence data of `language`."""
        self.language = language
        self._intents = Intents.from_dict(data)
        self._rules: dict[str, Sentence] = self._intents.expansion_rules | {
            name: parse_sentence(f"({body})") for name, body in RULES.items()
        }
        self.sentences = tuple(self._chosen())

    def values(self, name: str, meanings: frozenset[str] | None = None) -> frozenset[Phrase]:
        """Return the wordings of a list that is the same in every home, such as the colours.

        With `meanings`, only those that stand for one of them.
        """
        values = self._intents.slot_lists[name]
        if not isinstance(values, TextSlotList):
            return frozenset()
        meant = (value for value in values.values if meanings is None or value.value_out in meanings)
        texts = (text for value in meant for text in sample_expression(value.text_in))
        return frozenset(template_words(text) for text in texts if not _UNSPEAKABLE.search(text))

    def _chosen(self) -> Iterator[Sentences]:
        for intent, choice in CHOICES.items():
            for block in self._intents.intents[intent].data:
                combination = (block.metadata or {}).get("slot_combination", "")
                if combination in choice.combinations and (wordings := self._wordings(block)):
                    domains = frozenset(block.domains)
                    if combination == "name_only" and choice.only:
                        domains &= choice.only
                    yield Sentences(
                        intent=intent,
                        combination=combination,
                        needs=domains or choice.needs,
                        domains=domains,
                        wordings=wordings,
                    )

    def _wordings(self, block: IntentData) -> frozenset[Phrase]:
        return frozenset(
            wording
            for sentence in block.sentences
            for text in sample_sentence(sentence, expansion_rules=self._rules, expand_lists=False)
            if (wording := template_words_and_lists(text)) and self._is_said(wording)
        )

    def _is_said(self, wording: Phrase) -> bool:
        return (
            _has_opening(wording)
            and _is_english(wording)
            and all(
                self._is_value_said(before, word, after)
                for before, word, after in zip(("", *wording), wording, (*wording[1:], ""), strict=False)
            )
        )

    def _is_value_said(self, before: str, word: str, after: str) -> bool:
        name = list_name(word)
        if name is None or name in PLACES:
            # A name is said as it is written; "the kitchen light light" is there for names that are typed by half.
            return not (name == "name" and after in {"light", "lights"})
        if name in VALUES and before not in {"to", "the"}:
            return False
        # The other lists that have no values take any words at all: no grammar holds them.
        return name in NUMBERS or name == "temperature" or bool(self.values(name))


def _has_opening(wording: Phrase) -> bool:
    """Whether it begins with a verb or a question, or is as short and common as "kitchen lights off"."""
    if wording[0] in OPENINGS or wording[:2] == ("light", "up"):
        return True
    return wording[-1] in {"on", "off"} and not {"in", "on", "off", "{name}"} & set(wording[:-1])


def _is_english(wording: Phrase) -> bool:
    if UNSAID & set(wording) or UNSAID_PAIRS & set(pairwise(wording)):
        return False
    quantifier = next((place for place, word in enumerate(wording) if word in QUANTIFIERS), len(wording))
    if SINGULARS & set(wording[quantifier:]):
        return False
    return not any(_is_misplaced(wording, place) for place in range(len(wording)))


def _is_misplaced(wording: Phrase, place: int) -> bool:
    """Whether a place follows the wrong preposition, or none: not "light the kitchen to red", "in the ground floor"."""
    word = wording[place]
    if word not in {"{area}", "{floor}"}:
        return False
    before = next((other for other in reversed(wording[:place]) if other != "the"), "")
    last = place + 1 == len(wording)
    if before in _NOUNS or (last and list_name(before)):
        return True
    wrong = {"{area}": "on", "{floor}": "in"}[word]
    return before == wrong and (last or wording[place + 1] in {"to", "on", "off", "floor"})


def list_name(word: str) -> str | None:
    """Return the list that a word of a wording stands for, or None for a plain word."""
    match = _SLOT.fullmatch(word)
    return match[1] if match else None


def template_words_and_lists(text: str) -> Phrase:
    """Split an expanded template into words and lists; empty when it has signs or lists glued to words."""
    words: list[str] = []
    for piece in text.split():
        if _SLOT.fullmatch(piece):
            words.append(piece)
        elif "{" in piece or _UNSPEAKABLE.search(piece):
            return ()
        else:
            words.extend(template_words(piece))
    return tuple(words)


@cache
def load_templates(language: str) -> Templates:
    """Read and expand the sentences of `language`; the answer is kept. Takes about a second."""
    data = get_intents(language)
    if data is None:
        raise LookupError(language)
    return Templates(language, data)
