"""A digest as a few lines. Certainty never grows on the way: what is not known is said so."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ..at_a_glance.answers import HouseVerdict, ListenedVerdict
from ..const import TITLE
from .facts import DigestFacts, FalseWakes
from .languages import Language, Line, Value, language_of
from .suggestion import Suggested, Suggestion

MOST_SATELLITES: Final = 3
"""Satellites that are named: the others woke for nothing less often, and a digest is read on a phone."""

MARKED: Final = frozenset("\\`*_[]<>#|~")
"""What a name must not mean in the marked up text of a notification."""


@dataclass(frozen=True, slots=True)
class Digest:
    """A digest to be read."""

    title: str
    lines: Sequence[str]

    @property
    def message(self) -> str:
        """All lines: a list, where Markdown is read, and plain text elsewhere."""
        first, *others = self.lines
        return "\n".join([first, "", *(f"- {line}" for line in others)]) if others else first


def as_it_is(name: str) -> str:
    """Return a name for plain text."""
    return name


def escaped(name: str) -> str:
    """Return a name for Markdown."""
    return "".join(f"\\{letter}" if letter in MARKED else letter for letter in name)


def write(facts: DigestFacts, suggested: Suggested | None, tag: str, name: Callable[[str], str] = as_it_is) -> Digest:
    """Write a digest in a language (BCP 47). `name` writes the names of satellites."""
    language = language_of(tag)
    lines = list(_lines(facts, language, name))
    if suggested is not None:
        what = language.suggestions[suggested.what].format(satellite=name(suggested.satellite or language.somebody))
        lines.append(language.lines[Line.SUGGESTION].format(value=what))
    return Digest(f"{TITLE}: {_dates(facts, language)}", lines)


def not_brought(target: str, tag: str) -> str:
    """Say that a target could not be reached."""
    return language_of(tag).lines[Line.NOT_BROUGHT].format(target=escaped(target))


def _dates(facts: DigestFacts, language: Language) -> str:
    days = dict.fromkeys(language.date(date.fromisoformat(day)) for day in (facts.first, facts.last))
    return " \N{EN DASH} ".join(days)


def _lines(facts: DigestFacts, language: Language, name: Callable[[str], str]) -> Iterator[str]:
    texts = language.lines
    yield _said(facts, language)
    yield texts[Line.LEFT].format(value=_left(facts, language))
    if facts.besides is HouseVerdict.LEFT:
        yield texts[Line.BESIDES_LEFT]
    elif facts.besides is HouseVerdict.UNKNOWN:
        yield texts[Line.BESIDES_MAYBE]
    yield texts[Line.LISTENED].format(value=_listened(facts, language))
    if facts.outside:
        yield texts[Line.OUTSIDE].format(value=facts.outside)
    yield texts[Line.BLOCKED].format(value=facts.blocked)
    yield texts[Line.FALSE_WAKES].format(value=_false_wakes(facts, language, name))
    yield texts[Line.ERASED].format(value=facts.erased)
    kept = facts.kept
    if kept is None:
        yield texts[Line.KEPT_UNKNOWN]
    else:
        yield texts[Line.KEPT].format(sounds=kept.sounds, words=kept.words)
    if facts.unwatched_ms:
        # Rounded up: a gap of seconds is one, too.
        hours, minutes = divmod(-(-facts.unwatched_ms // 60_000), 60)
        yield texts[Line.UNWATCHED].format(hours=hours, minutes=minutes)


def _said(facts: DigestFacts, language: Language) -> str:
    if facts.said:
        return language.said_of(facts.said)
    return language.lines[Line.NOTHING_KNOWN if facts.unwatched_ms else Line.NOTHING_SAID]


def _left(facts: DigestFacts, language: Language) -> str:
    values, left, maybe = language.values, facts.left_house, facts.maybe_left
    if left and maybe:
        return values[Value.AND_PERHAPS].format(number=left, more=maybe)
    if maybe:
        return values[Value.PERHAPS].format(more=maybe)
    if left:
        return str(left)
    return values[Value.NONE_KNOWN] if facts.unwatched_ms else "0"


def _listened(facts: DigestFacts, language: Language) -> str:
    values = language.values
    match facts.listened_verdict:
        case ListenedVerdict.SOMEBODY if facts.listened_at_least:
            return values[Value.AT_LEAST].format(number=facts.listened)
        case ListenedVerdict.UNKNOWN:
            return values[Value.UNKNOWN]
        case ListenedVerdict.NOBODY_SEEN:
            return values[Value.NONE_KNOWN]
        case _:
            return str(facts.listened)


def _false_wakes(facts: DigestFacts, language: Language, name: Callable[[str], str]) -> str:
    named = ", ".join(_named(facts.by_satellite[:MOST_SATELLITES], language, name))
    return f"{facts.false_wakes} ({named})" if named else str(facts.false_wakes)


def _named(woken: Iterable[FalseWakes], language: Language, name: Callable[[str], str]) -> Iterator[str]:
    return (f"{name(one.name or language.somebody)}: {one.count}" for one in woken)


__all__ = ["Digest", "Suggestion", "as_it_is", "escaped", "not_brought", "write"]
