"""The languages that are claimed: each has a test set of its own, and figures in docs/redaction.md."""

from collections.abc import Mapping
from typing import Final

from ..language import Language
from .de import GERMAN
from .en import ENGLISH
from .es import SPANISH
from .fr import FRENCH
from .it import ITALIAN
from .nl import DUTCH
from .pl import POLISH
from .pt import PORTUGUESE

CLAIMED: Final[Mapping[str, Language]] = {
    language.code: language for language in (ENGLISH, GERMAN, FRENCH, SPANISH, ITALIAN, DUTCH, POLISH, PORTUGUESE)
}
