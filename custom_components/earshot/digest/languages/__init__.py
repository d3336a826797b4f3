"""The words of a digest, by language. Whose language is not here is written to in English."""

from collections.abc import Mapping
from typing import Final

from .de import GERMAN
from .en import ENGLISH
from .es import SPANISH
from .fr import FRENCH
from .it import ITALIAN
from .language import Label, Language, Line, Value
from .nl import DUTCH
from .pl import POLISH
from .pt import PORTUGUESE

LANGUAGES: Final[Mapping[str, Language]] = {
    "de": GERMAN,
    "en": ENGLISH,
    "es": SPANISH,
    "fr": FRENCH,
    "it": ITALIAN,
    "nl": DUTCH,
    "pl": POLISH,
    "pt": PORTUGUESE,
}


def language_of(tag: str) -> Language:
    """Return the language of a tag (BCP 47), or English."""
    return LANGUAGES.get(tag.replace("_", "-").partition("-")[0].lower(), ENGLISH)


__all__ = ["LANGUAGES", "Label", "Language", "Line", "Value", "language_of"]
