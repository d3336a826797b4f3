"""Hiding names in words: recall and precision for each language, on sentences written for it."""

import argparse
from collections.abc import Iterable
import json
from pathlib import Path
import time
from typing import Final

from custom_components.earshot.donation.redaction import LANGUAGES, HomeNames, redact
from tests.donation.redaction.sentences import Part, count

LONG: Final = 10_000
"""Characters of a text that nobody says to a home."""
PARTS: Final[tuple[Part, ...]] = ("held_out", "tuned")


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as one flat object")
    parser.add_argument(
        "--names", type=Path, metavar="FILE", help="names that no home listed, one a line: how many stay?"
    )
    parser.add_argument("--language", choices=sorted(LANGUAGES), default="en", help="of the names (en)")
    arguments = parser.parse_args()
    figures = _measure()
    if arguments.names:
        _print_left(arguments.names.read_text(encoding="utf-8").splitlines(), arguments.language)
    if arguments.json:
        arguments.json.write_text(json.dumps(figures))
    return 0


def _measure() -> dict[str, float]:
    figures: dict[str, float] = {}
    for part in PARTS:
        print(f"{part}: language, sentences, words to hide, missed, hidden without need, recall, precision")
        for language in sorted(LANGUAGES):
            got = count(language, part)
            print(
                f"  {language} {got.sentences:5} {got.must:5} {got.missed:5} {got.needless:5} "
                f"{got.recall:8.3f} {got.precision:8.3f}"
            )
            figures[f"{part}_{language}_recall"] = got.recall
            figures[f"{part}_{language}_precision"] = got.precision
    home = HomeNames(people=("Anna",), entities=tuple(f"Lamp number {number}" for number in range(2_000)))
    for name, text in (
        ("first", "turn on the lamp"),
        ("sentence", "turn on the lamp"),
        ("long", "a lamp b " * (LONG // 9)),
    ):
        began = time.perf_counter()
        redact(text, "en", home)
        figures[f"{name}_ms"] = (time.perf_counter() - began) * 1000
        print(f"{name}_ms {figures[f'{name}_ms']:.1f}")
    return figures


def _print_left(names: Iterable[str], language: str) -> None:
    """Print which names stay when somebody says one by itself, in lower case as most recognisers write."""
    asked = [name.strip().lower() for name in names if name.strip()]
    left = [name for name in asked if not redact(name, language, HomeNames()).spans]
    print(f"{len(left)} of {len(asked)} names stay: {', '.join(left)}")


if __name__ == "__main__":
    raise SystemExit(main())
