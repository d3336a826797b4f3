"""The picture of a week: a bar for each day, and the numbers. It is drawn as SVG, and holds counts only.

It brings its own light ground, because a picture does not know whether the page around it is dark. Nothing in it is
told by colour alone: what left is filled, what perhaps left is hatched, what woke for nothing is an outline.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from html import escape
from typing import Final

from ..at_a_glance.answers import HouseVerdict, ListenedVerdict
from ..const import TITLE
from .facts import DigestDay, DigestFacts
from .languages import Label, Language, Line, Value, language_of

WIDTH: Final = 400
"""Of the drawing, in its own units: about as many as a phone is wide in points, so that 13 is a size that is read."""
HEIGHT: Final = 384
MARGIN: Final = 20
TOP: Final = 96
BOTTOM: Final = 216
"""Between these two the bars stand."""
DAYS: Final = 7
LEAST: Final = 4.0
"""How high one utterance is at least: that one thing left must be seen on a day on which hundreds did not."""
SLOT: Final = (WIDTH - 2 * MARGIN) / DAYS
BAR: Final = 30
LETTER: Final = 6.4
"""How wide a letter of the legend is. Whoever's font is wider has a legend that is set a little closer."""

INK: Final = "#1b2430"
FAINT: Final = "#56616f"
STAYED: Final = "#2b7a86"
LEFT: Final = "#b3261e"
MAYBE: Final = "#8a5a00"

HEAD: Final = f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH * 2}" \
height="{HEIGHT * 2}" font-family="Roboto, 'Noto Sans', system-ui, sans-serif" role="img">
<defs>
<pattern id="maybe" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
<rect width="6" height="6" fill="#ffe2a8"/><rect width="2.5" height="6" fill="{MAYBE}"/></pattern>
<pattern id="gap" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
<rect width="8" height="8" fill="#ffffff"/><rect width="1.5" height="8" fill="#b6bfc9"/></pattern>
</defs>
<rect x="0.5" y="0.5" width="{WIDTH - 1}" height="{HEIGHT - 1}" rx="12" fill="#ffffff" stroke="#d5dbe1"/>"""

FILLS: Final = {
    Label.LEFT: f'fill="{LEFT}"',
    Label.MAYBE: f'fill="url(#maybe)" stroke="{MAYBE}"',
    Label.SAID: f'fill="{STAYED}"',
    Label.FALSE_WAKES: f'fill="#ffffff" stroke="{STAYED}" stroke-width="1.5"',
    Label.UNWATCHED: 'fill="url(#gap)" stroke="#b6bfc9"',
}


def draw(facts: DigestFacts | None, tag: str) -> str:
    """Draw days in a language (BCP 47). None: nobody knows of any."""
    language = language_of(tag)
    if facts is None:
        return "\n".join([HEAD, *_head(TITLE, language.lines[Line.NOTHING_KNOWN]), "</svg>"])
    dates = " \N{EN DASH} ".join(language.date(date.fromisoformat(day)) for day in (facts.first, facts.last))
    parts = [
        *_head(f"{TITLE}: {dates}", _said(facts, language)),
        *_bars(facts.days, language),
        *_legend(facts, language),
        *_numbers(facts, language),
    ]
    return "\n".join([HEAD, *parts, "</svg>"])


def _head(title: str, headline: str) -> Iterator[str]:
    yield f"<title>{escape(title)}</title>"
    yield _text(MARGIN, 32, title, size=14, colour=FAINT)
    yield _text(MARGIN, 62, headline, size=21, weight=600)


def _said(facts: DigestFacts, language: Language) -> str:
    if facts.said:
        return language.said_of(facts.said)
    return language.lines[Line.NOTHING_KNOWN if facts.unwatched_ms else Line.NOTHING_SAID]


def _bars(days: Sequence[DigestDay], language: Language) -> Iterator[str]:
    most = max((day.said + day.false_wakes for day in days), default=0) or 1
    for number, day in enumerate(days[-DAYS:]):
        middle = MARGIN + SLOT * (number + 0.5)
        if day.unwatched_ms:
            yield _box(Label.UNWATCHED, middle - SLOT / 2 + 2, TOP - 18, SLOT - 4, BOTTOM - TOP + 18)
        yield from _bar(day, middle, (BOTTOM - TOP) / most)
        weekday = language.weekdays[date.fromisoformat(day.day).weekday()]
        yield _text(middle, BOTTOM + 18, weekday, size=13, colour=FAINT, anchor="middle")
    yield f'<path d="M{MARGIN} {BOTTOM}H{WIDTH - MARGIN}" stroke="{FAINT}"/>'


def _bar(day: DigestDay, middle: float, scale: float) -> Iterator[str]:
    """Draw a day from the bottom up. One utterance may be of several sorts: it is drawn as the worst of them."""
    total = day.said + day.false_wakes
    left = min(day.left_house, total)
    maybe = min(day.maybe_left, total - left)
    woken = min(day.false_wakes, total - left - maybe)
    base = float(BOTTOM)
    for label, count, besides in (
        # A stream or an announcement that left is no utterance, and must be seen all the same.
        (Label.LEFT, left, day.house is HouseVerdict.LEFT),
        (Label.MAYBE, maybe, day.house is HouseVerdict.UNKNOWN),
        (Label.SAID, total - left - maybe - woken, False),
        (Label.FALSE_WAKES, woken, False),
    ):
        if count or besides:
            high = max(count * scale, LEAST)
            base -= high
            yield _box(label, middle - BAR / 2, base, BAR, high)
    said = "?" if day.unwatched_ms and not day.said else str(day.said)
    yield _text(middle, base - 5, said, size=13, weight=600, anchor="middle", halo=True)


def _legend(facts: DigestFacts, language: Language) -> Iterator[str]:
    there = {
        Label.LEFT: facts.left_house or facts.house is HouseVerdict.LEFT,
        Label.MAYBE: facts.maybe_left or any(day.house is HouseVerdict.UNKNOWN for day in facts.days),
        Label.FALSE_WAKES: facts.false_wakes,
        Label.UNWATCHED: facts.unwatched_ms,
    }
    across, down = float(MARGIN), BOTTOM + 42
    for label in (label for label, count in there.items() if count):
        wide = 20 + LETTER * len(language.labels[label]) + 14
        if across + wide > WIDTH and across > MARGIN:
            across, down = float(MARGIN), down + 20
        yield _box(label, across, down - 11, 13, 13)
        yield _text(across + 19, down, language.labels[label], size=12, colour=FAINT)
        across += wide


def _numbers(facts: DigestFacts, language: Language) -> Iterator[str]:
    for number, (label, value) in enumerate(
        (
            (Label.LEFT, _left(facts, language)),
            (Label.LISTENED, _listened(facts, language)),
            (Label.FALSE_WAKES, str(facts.false_wakes)),
            (Label.ERASED, str(facts.erased)),
        )
    ):
        across = MARGIN + (number % 2) * (WIDTH / 2 - MARGIN)
        down = BOTTOM + 94 + (number // 2) * 42
        alarming = label is Label.LEFT and facts.house is HouseVerdict.LEFT
        yield _text(across, down, value, size=17, weight=600, colour=LEFT if alarming else INK)
        yield _text(across, down + 16, language.labels[label], size=12, colour=FAINT)


def _left(facts: DigestFacts, language: Language) -> str:
    if facts.besides in {HouseVerdict.LEFT, HouseVerdict.UNKNOWN}:
        return f"{facts.left_house} + ?"
    if facts.maybe_left:
        return f"{facts.left_house} + {facts.maybe_left}?"
    if facts.unwatched_ms and not facts.left_house:
        return language.values[Value.NONE_KNOWN]
    return str(facts.left_house)


def _listened(facts: DigestFacts, language: Language) -> str:
    match facts.listened_verdict:
        case ListenedVerdict.UNKNOWN:
            return language.values[Value.UNKNOWN]
        case ListenedVerdict.NOBODY_SEEN:
            return language.values[Value.NONE_KNOWN]
        case _:
            return f"{facts.listened}+" if facts.listened_at_least else str(facts.listened)


def _box(label: Label, across: float, down: float, wide: float, high: float) -> str:
    return (
        f'<rect class="{label}" x="{across:.1f}" y="{down:.1f}" width="{wide:.1f}" height="{high:.1f}" {FILLS[label]}/>'
    )


def _text(  # noqa: PLR0913 - what a line of text has
    across: float,
    down: float,
    words: str,
    *,
    size: int,
    weight: int = 400,
    colour: str = INK,
    anchor: str = "start",
    halo: bool = False,
) -> str:
    around = ' stroke="#ffffff" stroke-width="4" paint-order="stroke"' if halo else ""
    place = f'x="{across:.1f}" y="{down:.1f}" text-anchor="{anchor}"'
    return f'<text {place} font-size="{size}" font-weight="{weight}" fill="{colour}"{around}>{escape(words)}</text>'
