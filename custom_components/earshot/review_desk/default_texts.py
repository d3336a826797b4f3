"""What a review desk says of itself before a person has changed a word of it, in each language.

The texts lie in `texts/`, a file a language, with holes for what each desk says: who listens, where, how long, what
for, and whom to write to. A donor consents to them as they are then, filled.
"""

from collections.abc import Mapping
import json
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).parent / "texts"

PARTS: Final = ("listen", "who", "where", "how_long", "what_for", "withdraw", "danger")
"""The texts of a statement, in the order in which they are read."""

LANGUAGES: Final[Mapping[str, str]] = {
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "it": "Italiano",
    "nl": "Nederlands",
    "pl": "Polski",
    "pt": "Português",
}
"""Those that there are texts in, each by its own name."""


def default_texts(language: str, facts: Mapping[str, Any]) -> dict[str, str]:
    """Return the texts of a statement by their parts. It reads a file: not for the event loop.

    `facts` are those of a desk's configuration: name, contact, people, place, retention_days, purposes, danger_contact.
    """
    written = _written(language)
    purposes = [written["purposes"][purpose] for purpose in facts["purposes"]]
    filling = {
        "name": facts["name"],
        "contact": facts["contact"],
        "people": facts["people"],
        "place": facts["place"],
        "days": str(facts["retention_days"]),
        "purposes": "; ".join(purposes),
        "danger_contact": facts["danger_contact"],
    }
    return {part: _filled(written[part], filling) for part in PARTS}


def default_guidance(language: str) -> str:
    """Return what a reviewer is told who heard that somebody may be in danger. It reads a file."""
    guidance: str = _written(language)["guidance"]
    return guidance


def _filled(text: str, filling: Mapping[str, str]) -> str:
    # Not `str.format`: what a person typed may have braces, and they mean nothing.
    pieces = text.split("{")
    return pieces[0] + "".join(filling[name] + rest for name, _, rest in (each.partition("}") for each in pieces[1:]))


def _written(language: str) -> dict[str, Any]:
    known = language if language in LANGUAGES else "en"
    written: dict[str, Any] = json.loads((FOLDER / f"{known}.json").read_text(encoding="utf-8"))
    return written
