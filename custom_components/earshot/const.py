"""Names and limits that more than one part needs. A limit stands here with its reason."""

from typing import Final

DOMAIN: Final = "earshot"
TITLE: Final = "Earshot"
"""The product's name, the same in every language."""

SUBENTRY_ASSISTANT: Final = "assistant"
"""Type of the subentries that name the engine behind each stage."""
